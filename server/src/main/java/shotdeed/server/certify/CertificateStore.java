package shotdeed.server.certify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Certificates. */
public final class CertificateStore {
  private static final String COLUMNS =
      "id, seller_id, account_id, title, state, grade, basis, first_published, sha256, bytes, media_type, width,"
          + " height, created_at, certified_at, monitored_at";

  private CertificateStore() {}

  /** Stores a certificate ({@code id} is ignored) with its first event; returns its number. */
  static int insert(Handle handle, Certificate c) {
    int id = handle.createQuery(
            """
            insert into certificate (seller_id, account_id, title, state, grade, basis, first_published, sha256, bytes,
              media_type, width, height, created_at)
            values (:seller, :account, :title, :state, :grade, :basis, :firstPublished, :sha256, :bytes,
              :mediaType, :width, :height, :createdAt)
            returning id""")
        .bind("seller", c.seller())
        .bind("account", c.account())
        .bind("title", c.title())
        .bind("state", c.state().text())
        .bind("grade", c.grade().text())
        .bind("basis", c.basis().text())
        .bind("firstPublished", c.firstPublished())
        .bind("sha256", c.sha256())
        .bind("bytes", c.bytes())
        .bind("mediaType", c.mediaType())
        .bind("width", c.width())
        .bind("height", c.height())
        .bind("createdAt", Times.text(c.createdAt()))
        .mapTo(int.class)
        .one();
    event(handle, id, null, c.state(), c.account(), c.createdAt());
    LogCertificates.added(handle, id, c);
    return id;
  }

  /**
   * Takes a step, and remembers who took it.
   *
   * @param account whose decision it was; {@code null} for the machine's
   * @return the certificate after it
   * @throws Refused if the step is not possible from where the certificate stands
   */
  public static Certificate take(Handle handle, Certificate before, Step step, Integer account, Instant now) {
    CertificateState to = step.from(before.state());
    handle.createUpdate(
            """
            update certificate set state = :state,
              certified_at = case when :approved then :now when :undone then null else certified_at end,
              monitored_at = case when :monitored then coalesce(monitored_at, :now) else monitored_at end,
              contested_from = case when :contested then :from else contested_from end
            where id = :id""")
        .bind("state", to.text())
        .bind("from", before.state().text())
        .bind("contested", step == Step.CONTEST)
        .bind("undone", step == Step.UNDO_REVIEW)
        .bind("approved", step.approves())
        .bind("monitored", step == Step.MONITOR)
        .bind("now", Times.text(now))
        .bind("id", before.id())
        .execute();
    event(handle, before.id(), before.state(), to, account, now);
    LogCertificates.moved(handle, before, to, now);
    return find(handle, before.id());
  }

  /**
   * Ends a dispute about a certificate that stands: it is again what it was before.
   *
   * @return the certificate after it
   * @throws Refused if it is not contested
   */
  public static Certificate release(Handle handle, Certificate before, int account, Instant now) {
    if (before.state() != CertificateState.CONTESTED) {
      throw new Refused(Errors.WRONG_STATE, before.state().text()).with("state", before.state().text());
    }
    CertificateState to = contestedFrom(handle, before.id());
    handle.execute(
        "update certificate set state = ?, contested_from = null where id = ?", to.text(), before.id());
    event(handle, before.id(), before.state(), to, account, now);
    LogCertificates.moved(handle, before, to, now);
    return find(handle, before.id());
  }

  /** Whether a certificate stands: its fingerprints are held. */
  static boolean stands(Handle handle, int id) {
    return handle.createQuery(
            "select count(*) from certificate where id = :id and state in " + FingerprintStore.STANDING)
        .bind("id", id)
        .mapTo(int.class)
        .one() > 0;
  }

  /** Whether page pictures are matched against a certificate. */
  static boolean isMatched(Handle handle, int id) {
    return handle.createQuery("select count(*) from certificate c where c.id = :id and" + FingerprintStore.MATCHED)
        .bind("id", id)
        .mapTo(int.class)
        .one() > 0;
  }

  /** What a contested or revoked certificate was before. */
  public static CertificateState contestedFrom(Handle handle, int id) {
    return handle.createQuery("select contested_from from certificate where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(CertificateState::of)
        .orElseThrow();
  }

  private static void event(
      Handle handle, int certificate, CertificateState from, CertificateState to, Integer account, Instant now) {
    handle.execute(
        "insert into certificate_event (certificate_id, from_state, to_state, account_id, happened_at)"
            + " values (?, ?, ?, ?, ?)",
        certificate,
        from == null ? null : from.text(),
        to.text(),
        account,
        Times.text(now));
  }

  /** Names the files of all certificates, standing or not. */
  public static void files(Handle handle, Consumer<String> files) {
    handle.createQuery("select sha256 from certificate where sha256 <> ''").mapTo(String.class).forEach(files);
  }

  /** SHA-256 of a certificate's untouched file. */
  public static String file(Handle handle, int id) {
    return handle.createQuery("select sha256 from certificate where id = :id").bind("id", id).mapTo(String.class).one();
  }

  /** A certificate by number, of whatever seller, or {@code null}. */
  public static Certificate find(Handle handle, int id) {
    return handle.createQuery("select " + COLUMNS + " from certificate where id = :id")
        .bind("id", id)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  /** The certificates of these numbers, in the order of their numbers; at least one. */
  public static List<Certificate> all(Handle handle, List<Integer> ids) {
    return handle.createQuery("select " + COLUMNS + " from certificate where id in (<ids>) order by id")
        .bindList("ids", ids)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /**
   * A seller's own certificate.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  public static Certificate ofSeller(Handle handle, int seller, int id) {
    Certificate certificate = find(handle, id);
    if (certificate == null || certificate.seller() != seller) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return certificate;
  }

  /** The seller's certificate of this very file that stands, or {@code null}. */
  static Certificate ofFile(Handle handle, int seller, String sha256) {
    return handle.createQuery(
            "select " + COLUMNS + " from certificate where seller_id = :seller and sha256 = :sha256"
                + " and state not in ('refused', 'rejected', 'retired', 'voided')")
        .bind("seller", seller)
        .bind("sha256", sha256)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  /** Number of the seller's monitored certificate of this very file, or 0. */
  public static int monitoredFile(Handle handle, int seller, String sha256) {
    return handle.createQuery(
            "select c.id from certificate c where c.seller_id = :seller and c.sha256 = :sha256 and"
                + FingerprintStore.MATCHED)
        .bind("seller", seller)
        .bind("sha256", sha256)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** A page of a seller's certificates, newest first; without a state all but refused ones; without a category all. */
  static List<Certificate> page(
      Handle handle, int seller, CertificateState state, String category, int limit, int offset) {
    return handle.createQuery(
            "select " + COLUMNS + " from certificate where seller_id = :seller and " + stateClause(state)
                + categoryClause(category) + " order by id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .bind("category", category == null ? "" : category)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int count(Handle handle, int seller, CertificateState state, String category) {
    return handle.createQuery(
            "select count(*) from certificate where seller_id = :seller and " + stateClause(state)
                + categoryClause(category))
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .bind("category", category == null ? "" : category)
        .mapTo(int.class)
        .one();
  }

  static Map<CertificateState, Integer> counts(Handle handle, int seller) {
    Map<CertificateState, Integer> counts = new EnumMap<>(CertificateState.class);
    handle.createQuery("select state, count(*) from certificate where seller_id = :seller group by state")
        .bind("seller", seller)
        .map((rs, ctx) -> Map.entry(CertificateState.of(rs.getString(1)), rs.getInt(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static String stateClause(CertificateState state) {
    return state == null ? "state <> 'refused' and :state = ''" : "state = :state";
  }

  private static String categoryClause(String category) {
    return category == null
        ? " and :category = ''"
        : " and id in (select certificate_id from certificate_subject where category = :category)";
  }

  /** What waits for a second review, oldest first, of all sellers. */
  static List<Certificate> awaiting(Handle handle, int limit, int offset) {
    return handle.createQuery(
            "select " + COLUMNS + " from certificate where state = 'first-passed'"
                + " order by id limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int countAwaiting(Handle handle) {
    return handle.createQuery("select count(*) from certificate where state = 'first-passed'")
        .mapTo(int.class)
        .one();
  }

  private static Certificate read(ResultSet rs) throws SQLException {
    return new Certificate(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getInt("account_id"),
        rs.getString("title"),
        CertificateState.of(rs.getString("state")),
        Grade.of(rs.getString("grade")),
        Basis.of(rs.getString("basis")),
        rs.getString("first_published"),
        rs.getString("sha256"),
        rs.getInt("bytes"),
        rs.getString("media_type"),
        rs.getInt("width"),
        rs.getInt("height"),
        Times.of(rs.getString("created_at")),
        Times.of(rs.getString("certified_at")),
        Times.of(rs.getString("monitored_at")));
  }
}
