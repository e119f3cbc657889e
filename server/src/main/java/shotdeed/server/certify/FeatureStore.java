package shotdeed.server.certify;

import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.feature.FeaturesCodec;

/** The local features of certificates' photographs, of the version that this program computes. */
public final class FeatureStore {
  private FeatureStore() {}

  /** Stores a certificate's features, in place of those of another version. */
  static void put(Handle handle, int certificate, Features features) {
    handle.execute(
        "insert into feature_set (certificate_id, version, features) values (?, ?, ?)"
            + " on conflict (certificate_id) do update set version = excluded.version, features = excluded.features",
        certificate,
        FeatureKernel.VERSION,
        FeaturesCodec.encode(features));
  }

  /** Whether a certificate has features of this version. */
  static boolean has(Handle handle, int certificate) {
    return handle.createQuery(
            "select count(*) from feature_set where certificate_id = :certificate and version = :version")
        .bind("certificate", certificate)
        .bind("version", FeatureKernel.VERSION)
        .mapTo(int.class)
        .one() > 0;
  }

  /** A certificate's features, or {@code null} if it has none of this version. */
  public static Features find(Handle handle, int certificate) {
    return handle.createQuery(
            "select features from feature_set where certificate_id = :certificate and version = :version")
        .bind("certificate", certificate)
        .bind("version", FeatureKernel.VERSION)
        .mapTo(byte[].class)
        .findOne()
        .map(FeaturesCodec::decode)
        .orElse(null);
  }

  /** Sellers who have monitored certificates. */
  public static List<Integer> sellers(Handle handle) {
    return handle.createQuery(
            "select distinct c.seller_id from certificate c where" + FingerprintStore.MATCHED + "order by c.seller_id")
        .mapTo(int.class)
        .list();
  }

  /** Numbers of a seller's monitored certificates that have features of this version, ascending. */
  public static List<Integer> monitored(Handle handle, int seller) {
    return handle.createQuery(
            "select c.id from certificate c join feature_set f on f.certificate_id = c.id and f.version = :version"
                + " where c.seller_id = :seller and" + FingerprintStore.MATCHED + "order by c.id")
        .bind("version", FeatureKernel.VERSION)
        .bind("seller", seller)
        .mapTo(int.class)
        .list();
  }

  /** Hands out certificates' features one after the other; whoever has none of this version is left out. */
  public static void each(Handle handle, List<Integer> certificates, BiConsumer<Integer, Features> to) {
    for (int certificate : certificates) {
      Features features = find(handle, certificate);
      if (features != null) {
        to.accept(certificate, features);
      }
    }
  }
}
