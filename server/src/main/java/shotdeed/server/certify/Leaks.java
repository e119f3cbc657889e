package shotdeed.server.certify;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Photographs whose originals leaked: the certificates that their owners voided. Nobody certifies one of them as
 * unpublished once more; who has proof may register it as published.
 */
public final class Leaks {
  private Leaks() {}

  /** Remembers that a certificate shows another's photograph, if that other was voided. */
  public static int note(Handle handle, int certificate, int other) {
    return handle.execute(
        "insert into leaked_copy (certificate_id, voided_id) select ?, id from certificate"
            + " where id = ? and state = 'voided' on conflict do nothing",
        certificate,
        other);
  }

  /**
   * Whether a certificate declares unpublished what is known to be out: the very file, or a copy of it, of whatever
   * seller.
   */
  public static boolean known(Handle handle, Certificate certificate) {
    return certificate.grade() == Grade.CERTIFIED_BEFORE_PUBLICATION
        && handle.createQuery(
                """
                select (select count(*) from leaked_copy where certificate_id = :id)
                  + (select count(*) from certificate where sha256 = :sha256 and state = 'voided')""")
            .bind("id", certificate.id())
            .bind("sha256", certificate.sha256())
            .mapTo(int.class)
            .one() > 0;
  }

  /** What an upload is not compared with: what leaked may be registered as published, beside what was voided. */
  static Set<Integer> passedOver(Database database, Caller caller, Declaration declaration) {
    return declaration.unpublished() ? Set.of() : database.read(handle -> of(handle, caller.seller()));
  }

  /** The refusal of an upload; that it is like one that was voided is said as that. */
  static Refused said(Database database, Refused refused) {
    if (!(refused.members().get("certificate") instanceof Integer id) || refused.error() == Errors.PICTURE_VOIDED) {
      return refused;
    }
    Certificate other = database.read(handle -> CertificateStore.find(handle, id));
    return other.state() == CertificateState.VOIDED
        ? new Refused(Errors.PICTURE_VOIDED, id).with("certificate", id)
        : refused;
  }

  private static Set<Integer> of(Handle handle, int seller) {
    return new HashSet<>(
        handle.createQuery("select id from certificate where seller_id = :seller and state = 'voided'")
            .bind("seller", seller)
            .mapTo(Integer.class)
            .list());
  }

  /** Number of the seller's voided certificate of this very file, or 0. */
  static int ofFile(Handle handle, int seller, String sha256) {
    return handle.createQuery(
            "select max(id) from certificate where seller_id = :seller and sha256 = :sha256 and state = 'voided'")
        .bind("seller", seller)
        .bind("sha256", sha256)
        .mapTo(int.class)
        .one();
  }
}
