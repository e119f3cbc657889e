package shotdeed.server.certify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Which standing certificates have no fingerprints or features of these versions yet, and which cannot get any. */
final class RefingerprintStore {
  private static final String STANDING = " c.state in " + FingerprintStore.STANDING;
  private static final String NO_PRINTS =
      " not exists (select 1 from fingerprint f where f.certificate_id = c.id and f.kernel = :kernel"
          + " and f.place = 0)"; // the first says it all, and has an index
  private static final String NO_FEATURES =
      " not exists (select 1 from feature_set f where f.certificate_id = c.id and f.version = :features)";
  private static final String WITHOUT = STANDING + " and (" + NO_PRINTS + " or" + NO_FEATURES + ")";
  private static final String ATTEMPT =
      " r.certificate_id = c.id and r.kernel = :kernel and r.features = :features";

  /** What is to be computed: the version of the fingerprints and that of the features. */
  record Versions(int kernel, int features) {
    Map<String, Integer> named() {
      return Map.of("kernel", kernel, "features", features);
    }
  }

  private RefingerprintStore() {}

  /** Numbers of the certificates to be done, monitored ones first, then by number. */
  static List<Integer> waiting(Handle handle, Versions to) {
    return handle.createQuery(
            "select c.id from certificate c left join refingerprint r on" + ATTEMPT + " where r.failed is null and" + WITHOUT
                + " order by case when c.state = 'monitored' then 0 else 1 end, c.id")
        .bindMap(to.named())
        .mapTo(int.class)
        .list();
  }

  /** Whether a certificate is the seller's, is monitored, and did not fail to get fingerprints. */
  static boolean hopeful(Handle handle, int seller, int certificate, Versions to) {
    return handle.createQuery(
            "select count(*) from certificate c left join refingerprint r on" + ATTEMPT
                + " where c.id = :certificate and c.seller_id = :seller and" + FingerprintStore.MATCHED
                + "and r.failed is null")
        .bindMap(to.named())
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

  /**
   * How far a seller's standing certificates are with their fingerprints.
   *
   * @param held certificates whose fingerprints are in memory: asked of the store, the answer takes fifty times as long
   */
  static Refingerprint.Progress prints(Handle handle, int seller, Versions to, int held) {
    int total = standing(handle, seller, "");
    return new Refingerprint.Progress(Math.min(held, total), total, failed(handle, seller, to, NO_PRINTS));
  }

  /** How far a seller's standing certificates are with their features. */
  static Refingerprint.Progress features(Handle handle, int seller, Versions to) {
    int total = standing(handle, seller, "");
    int without = handle.createQuery(
            "select count(*) from certificate c where c.seller_id = :seller and" + STANDING + " and" + NO_FEATURES)
        .bind("seller", seller)
        .bind("features", to.features())
        .mapTo(int.class)
        .one();
    return new Refingerprint.Progress(total - without, total, failed(handle, seller, to, NO_FEATURES));
  }

  /** A seller's monitored certificates. */
  static int monitored(Handle handle, int seller) {
    return standing(handle, seller, " and" + FingerprintStore.MATCHED);
  }

  private static int standing(Handle handle, int seller, String further) {
    return handle.createQuery(
            "select count(*) from certificate c where c.seller_id = :seller and" + STANDING + further)
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  private static int failed(Handle handle, int seller, Versions to, String without) {
    if (!anyFailed(handle, to)) {
      return 0;
    }
    return handle.createQuery(
            "select count(*) from refingerprint r join certificate c on" + ATTEMPT
                + " where r.failed is not null and c.seller_id = :seller and" + STANDING + " and" + without)
        .bind("seller", seller)
        .bindMap(to.named())
        .mapTo(int.class)
        .one();
  }

  /** Counts an attempt before it is made; returns how many there were before. */
  static int attempt(Handle handle, int certificate, Versions to, Instant now) {
    int before = handle.createQuery(
            "select attempts from refingerprint where certificate_id = :certificate and kernel = :kernel"
                + " and features = :features")
        .bind("certificate", certificate)
        .bindMap(to.named())
        .mapTo(int.class)
        .findOne()
        .orElse(0);
    handle.execute(
        "insert into refingerprint (certificate_id, kernel, features, attempts, at) values (?, ?, ?, 1, ?)"
            + " on conflict (certificate_id, kernel, features) do update set attempts = refingerprint.attempts + 1, at = excluded.at",
        certificate,
        to.kernel(),
        to.features(),
        Times.text(now));
    return before;
  }

  static void failed(Handle handle, int certificate, Versions to, Refingerprint.Reason reason, Instant now) {
    handle.execute(
        "insert into refingerprint (certificate_id, kernel, features, attempts, failed, at) values (?, ?, ?, 1, ?, ?)"
            + " on conflict (certificate_id, kernel, features) do update set failed = excluded.failed, at = excluded.at",
        certificate,
        to.kernel(),
        to.features(),
        reason.text(),
        Times.text(now));
  }

  static void done(Handle handle, int certificate, Versions to) {
    handle.execute(
        "delete from refingerprint where certificate_id = ? and kernel = ? and features = ?",
        certificate,
        to.kernel(),
        to.features());
  }

  /** Forgets what failed, so that it is tried again; what is known of other versions is of no use any more. */
  static void again(Handle handle, Versions to) {
    handle.execute(
        "delete from refingerprint where failed is not null or kernel <> ? or features <> ?",
        to.kernel(),
        to.features());
  }

  /** What failed and still stands, of all sellers, the lowest numbers first. */
  static List<Refingerprint.Failure> failures(Handle handle, Versions to, int limit) {
    if (!anyFailed(handle, to)) {
      return List.of(); // as nearly always; else all certificates might be looked at to find that out
    }
    return handle.createQuery(
            "select c.id, c.title, s.name, r.failed from refingerprint r join certificate c on c.id = r.certificate_id"
                + " join seller s on s.id = c.seller_id"
                + " where r.kernel = :kernel and r.features = :features and r.failed is not null and" + WITHOUT + " order by c.id limit :limit")
        .bindMap(to.named())
        .bind("limit", limit)
        .map((rs, ctx) ->
            new Refingerprint.Failure(
                rs.getInt(1), rs.getString(2), rs.getString(3), Refingerprint.Reason.of(rs.getString(4))))
        .list();
  }

  private static boolean anyFailed(Handle handle, Versions to) {
    return handle.createQuery(
            "select count(*) from refingerprint where kernel = :kernel and features = :features and failed is not null")
        .bindMap(to.named())
        .mapTo(int.class)
        .one() > 0;
  }
}
