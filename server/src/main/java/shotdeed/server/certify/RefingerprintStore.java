package shotdeed.server.certify;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Which standing certificates have no fingerprints of a kernel version yet, and which cannot get any. */
final class RefingerprintStore {
  private static final String WITHOUT =
      " c.state in " + FingerprintStore.STANDING
          + " and not exists (select 1 from fingerprint f where f.certificate_id = c.id and f.kernel = :kernel)";

  private RefingerprintStore() {}

  /** Numbers of the certificates to be done, monitored ones first, then by number. */
  static List<Integer> waiting(Handle handle, int kernel) {
    return handle.createQuery(
            "select c.id from certificate c left join refingerprint r on r.certificate_id = c.id and r.kernel = :kernel"
                + " where r.failed is null and" + WITHOUT
                + " order by case when c.state = 'monitored' then 0 else 1 end, c.id")
        .bind("kernel", kernel)
        .mapTo(int.class)
        .list();
  }

  /** Whether a certificate is the seller's, is monitored, and did not fail to get fingerprints. */
  static boolean hopeful(Handle handle, int seller, int certificate, int kernel) {
    return handle.createQuery(
            "select count(*) from certificate c left join refingerprint r on r.certificate_id = c.id"
                + " and r.kernel = :kernel"
                + " where c.id = :certificate and c.seller_id = :seller and c.state = 'monitored' and r.failed is null")
        .bind("kernel", kernel)
        .bind("certificate", certificate)
        .bind("seller", seller)
        .mapTo(int.class)
        .one() > 0;
  }

  /** All standing certificates. */
  static int standing(Handle handle) {
    return handle.createQuery("select count(*) from certificate c where c.state in " + FingerprintStore.STANDING)
        .mapTo(int.class)
        .one();
  }

  /** How far a seller's standing certificates are. */
  static Refingerprint.Progress progress(Handle handle, int seller, int kernel) {
    return handle.createQuery(
            "select (select count(*) from certificate c where c.seller_id = :seller and c.state in "
                + FingerprintStore.STANDING + ") as total,"
                + " (select count(*) from certificate c where c.seller_id = :seller and" + WITHOUT + ") as without,"
                + " (select count(*) from certificate c join refingerprint r on r.certificate_id = c.id"
                + "   and r.kernel = :kernel and r.failed is not null"
                + "   where c.seller_id = :seller and" + WITHOUT + ") as failed")
        .bind("seller", seller)
        .bind("kernel", kernel)
        .map((rs, ctx) ->
            new Refingerprint.Progress(
                rs.getInt("total") - rs.getInt("without"), rs.getInt("total"), rs.getInt("failed")))
        .one();
  }

  /** Counts an attempt before it is made; returns how many there were before. */
  static int attempt(Handle handle, int certificate, int kernel, Instant now) {
    int before = handle.createQuery(
            "select attempts from refingerprint where certificate_id = :certificate and kernel = :kernel")
        .bind("certificate", certificate)
        .bind("kernel", kernel)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
    handle.execute(
        "insert into refingerprint (certificate_id, kernel, attempts, at) values (?, ?, 1, ?)"
            + " on conflict (certificate_id, kernel) do update set attempts = refingerprint.attempts + 1, at = excluded.at",
        certificate,
        kernel,
        Times.text(now));
    return before;
  }

  static void failed(Handle handle, int certificate, int kernel, Refingerprint.Reason reason, Instant now) {
    handle.execute(
        "insert into refingerprint (certificate_id, kernel, attempts, failed, at) values (?, ?, 1, ?, ?)"
            + " on conflict (certificate_id, kernel) do update set failed = excluded.failed, at = excluded.at",
        certificate,
        kernel,
        reason.text(),
        Times.text(now));
  }

  static void done(Handle handle, int certificate, int kernel) {
    handle.execute("delete from refingerprint where certificate_id = ? and kernel = ?", certificate, kernel);
  }

  /** Forgets what failed, so that it is tried again; what is known of other versions is of no use any more. */
  static void again(Handle handle, int kernel) {
    handle.execute("delete from refingerprint where failed is not null or kernel <> ?", kernel);
  }

  /** What failed and still stands, of all sellers, the lowest numbers first. */
  static List<Refingerprint.Failure> failures(Handle handle, int kernel, int limit) {
    return handle.createQuery(
            "select c.id, c.title, s.name, r.failed from refingerprint r join certificate c on c.id = r.certificate_id"
                + " join seller s on s.id = c.seller_id"
                + " where r.kernel = :kernel and r.failed is not null and" + WITHOUT + " order by c.id limit :limit")
        .bind("kernel", kernel)
        .bind("limit", limit)
        .map((rs, ctx) ->
            new Refingerprint.Failure(
                rs.getInt(1), rs.getString(2), rs.getString(3), Refingerprint.Reason.of(rs.getString(4))))
        .list();
  }
}
