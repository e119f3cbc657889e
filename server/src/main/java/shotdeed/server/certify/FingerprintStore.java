package shotdeed.server.certify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

/** The fingerprints of certificates, by the kernel version that computed them. */
public final class FingerprintStore {
  /**
   * Certificates in these states are looked up; the others are over. One that was voided is looked up so that nobody
   * certifies its photograph as unpublished once more; no page picture is matched against it.
   */
  static final String STANDING =
      "('first-passed', 'certified', 'registered', 'monitored', 'paused', 'contested', 'voided')";

  /**
   * Page pictures are matched against these certificates {@code c}. One that is contested goes on being matched: its
   * owner loses no find by a claim that may be unfounded; only complaints wait.
   */
  public static final String MATCHED =
      " (c.state = 'monitored' or c.state = 'contested' and c.contested_from = 'monitored') ";

  private FingerprintStore() {}

  /** Stores fingerprints of a version that the certificate has none of. */
  static void insert(Handle handle, int certificate, int kernel, List<Fingerprint> prints) {
    PreparedBatch batch = handle.prepareBatch(
        """
        insert into fingerprint (certificate_id, place, kernel, region_left, region_top, region_right, region_bottom,
          quality, radius, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    for (int i = 0; i < prints.size(); i++) {
      Fingerprint print = prints.get(i);
      Region region = print.region();
      batch.add(
          certificate,
          i,
          kernel,
          region.left(),
          region.top(),
          region.right(),
          region.bottom(),
          print.quality(),
          print.radius(),
          print.hash().toBytes());
    }
    batch.execute();
  }

  /** A certificate's fingerprints of a version, in their order; none if it has none. */
  static List<Fingerprint> of(Handle handle, int certificate, int kernel) {
    return handle.createQuery(
            """
            select region_left, region_top, region_right, region_bottom, quality, radius, hash
            from fingerprint where certificate_id = :certificate and kernel = :kernel order by place""")
        .bind("certificate", certificate)
        .bind("kernel", kernel)
        .map((rs, ctx) -> read(rs, 1))
        .list();
  }

  /**
   * Removes what is older than the version before {@code kernel}. Two versions are kept and no more: browsers update
   * themselves within days, so the one before serves those that have not yet; whoever is further behind is told to
   * update. It depends on nobody's clock and no list of who called when, and it bounds what is stored.
   */
  static void removeOutdated(Handle handle, int certificate, int kernel) {
    handle.createUpdate(
            """
            delete from fingerprint
            where certificate_id = :certificate and kernel <> :kernel and kernel <> (
              select max(kernel) from fingerprint where certificate_id = :certificate and kernel <> :kernel)""")
        .bind("certificate", certificate)
        .bind("kernel", kernel)
        .execute();
  }

  /** Whether a certificate has fingerprints of a version. */
  static boolean has(Handle handle, int certificate, int kernel) {
    return handle.createQuery(
            "select count(*) from (select 1 from fingerprint where certificate_id = :certificate and kernel = :kernel"
                + " limit 1) f")
        .bind("certificate", certificate)
        .bind("kernel", kernel)
        .mapTo(int.class)
        .one() > 0;
  }

  /** A seller's monitored certificates that have no fingerprints of a version: nothing is matched against them. */
  public static int missing(Handle handle, int seller, int kernel) {
    return handle.createQuery(
            "select count(*) from certificate c where c.seller_id = :seller and" + MATCHED + "and not exists ("
                + "select 1 from fingerprint f where f.certificate_id = c.id and f.kernel = :kernel and f.place = 0)")
        .bind("seller", seller)
        .bind("kernel", kernel)
        .mapTo(int.class)
        .one();
  }

  /**
   * Reads the columns region_left, _top, _right, _bottom, quality, radius and hash, the first of them at {@code at}.
   */
  public static Fingerprint read(ResultSet rs, int at) throws SQLException {
    Region region = new Region(rs.getInt(at), rs.getInt(at + 1), rs.getInt(at + 2), rs.getInt(at + 3));
    return new Fingerprint(
        Hash256.ofBytes(rs.getBytes(at + 6), 0), rs.getInt(at + 4), region, rs.getInt(at + 5));
  }
}
