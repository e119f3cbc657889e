package shotdeed.server.dispute;

import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Who may see a dispute: reviewers who belong to neither side. For everybody else it does not exist. */
final class Neutral {
  private Neutral() {}

  static void requireReviewer(Caller caller) {
    if (!caller.reviews()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }

  /**
   * The dispute, for one who may see it.
   *
   * @throws Refused as if there were none
   */
  static Dispute dispute(Handle handle, Caller caller, int id) {
    requireReviewer(caller);
    Dispute dispute = DisputeStore.one(handle, id);
    for (Side side : Side.values()) {
      if (CertificateStore.find(handle, dispute.certificate(side)).seller() == caller.seller()) {
        throw new Refused(Errors.NOT_FOUND);
      }
    }
    return dispute;
  }

  /** Whether a reviewer other than an account belongs to neither side. */
  static boolean othersThan(Handle handle, Dispute dispute, int account) {
    return handle.createQuery(
                """
                select count(*) from account a join account_role r on r.account_id = a.id
                where r.role in ('reviewer', 'admin') and a.id <> :account and a.seller_id not in (
                  select seller_id from certificate where id in (:a, :b))
                  and not exists (select 1 from account_end e where e.account_id = a.id)""")
            .bind("account", account)
            .bind("a", dispute.a())
            .bind("b", dispute.b())
            .mapTo(int.class)
            .one()
        > 0;
  }
}
