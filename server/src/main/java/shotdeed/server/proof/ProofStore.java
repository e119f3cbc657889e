package shotdeed.server.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;

/** Proof files and what they are used for. */
public final class ProofStore {
  private static final String USES =
      """
      select u.id, p.seller_id, u.certificate_id, u.proof_id, u.kind, p.sha256, p.bytes, p.name, p.media_type, p.width,
        p.height, p.looks, p.has_exif, p.camera, p.software, p.taken_at, a.name as added_by, u.added_at, u.removed_at
      from proof_use u join proof p on p.id = u.proof_id join account a on a.id = u.account_id
      """;

  private ProofStore() {}

  /** Names the files of all proofs, removed or not. */
  public static void files(Handle handle, Consumer<String> files) {
    handle.createQuery("select sha256 from proof").mapTo(String.class).forEach(files);
  }

  /** Number of the seller's file with this content, or 0. */
  static int ofFile(Handle handle, int seller, String sha256) {
    return handle.createQuery("select id from proof where seller_id = :seller and sha256 = :sha256")
        .bind("seller", seller)
        .bind("sha256", sha256)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** Keeps a file's record; the same content of the same seller has one. */
  static int insert(
      Handle handle, Caller caller, String sha256, long bytes, String name, FileFacts facts, Instant now) {
    handle.createUpdate(
            """
            insert into proof (seller_id, account_id, sha256, bytes, name, media_type, width, height, looks, has_exif,
              camera, software, taken_at, created_at)
            values (:seller, :account, :sha256, :bytes, :name, :mediaType, :width, :height, :looks, :exif,
              :camera, :software, :takenAt, :now)
            on conflict (seller_id, sha256) do nothing""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("sha256", sha256)
        .bind("bytes", bytes)
        .bind("name", name)
        .bind("mediaType", facts.mediaType())
        .bind("width", facts.width())
        .bind("height", facts.height())
        .bind("looks", facts.looks())
        .bind("exif", facts.exif() ? 1 : 0)
        .bind("camera", facts.camera())
        .bind("software", facts.software())
        .bind("takenAt", facts.takenAt())
        .bind("now", Times.text(now))
        .execute();
    return ofFile(handle, caller.seller(), sha256);
  }

  /** Uses a file for a certificate; returns whether it was not used for it already. */
  static boolean use(Handle handle, int certificate, int file, ProofKind kind, int account, Instant now) {
    return handle.execute(
            "insert into proof_use (certificate_id, proof_id, kind, account_id, added_at) values (?, ?, ?, ?, ?)"
                + " on conflict (certificate_id, proof_id) where removed_at is null do nothing",
            certificate,
            file,
            kind.text(),
            account,
            Times.text(now))
        > 0;
  }

  /** Marks a use as removed; returns whether it stood. */
  static boolean remove(Handle handle, int use, int account, Instant now) {
    return handle.execute(
            "update proof_use set removed_by = ?, removed_at = ? where id = ? and removed_at is null",
            account,
            Times.text(now),
            use)
        > 0;
  }

  /** How many files stand in a certificate's folder. */
  static int standing(Handle handle, int certificate) {
    return handle.createQuery(
            "select count(*) from proof_use where certificate_id = :certificate and removed_at is null")
        .bind("certificate", certificate)
        .mapTo(int.class)
        .one();
  }

  /** A certificate's folder with what was removed from it, oldest first. */
  static List<Proof> of(Handle handle, int certificate) {
    return handle.createQuery(USES + "where u.certificate_id = :certificate order by u.id")
        .bind("certificate", certificate)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** One file of a certificate's folder, or {@code null}. */
  static Proof find(Handle handle, int certificate, int use) {
    return handle.createQuery(USES + "where u.certificate_id = :certificate and u.id = :use")
        .bind("certificate", certificate)
        .bind("use", use)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  private static Proof read(ResultSet rs) throws SQLException {
    return new Proof(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getInt("certificate_id"),
        rs.getInt("proof_id"),
        ProofKind.of(rs.getString("kind")),
        rs.getString("sha256"),
        rs.getLong("bytes"),
        rs.getString("name"),
        new FileFacts(
            rs.getString("media_type"),
            rs.getInt("width"),
            rs.getInt("height"),
            rs.getString("looks"),
            rs.getInt("has_exif") != 0,
            rs.getString("camera"),
            rs.getString("software"),
            rs.getString("taken_at")),
        rs.getString("added_by"),
        Times.of(rs.getString("added_at")),
        Times.of(rs.getString("removed_at")));
  }
}
