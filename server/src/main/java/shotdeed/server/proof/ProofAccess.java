package shotdeed.server.proof;

import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Who may look into a proof folder, and who may change it: the one place that decides. The seller's team may do both; a
 * reviewer may look while a dispute about the certificate is theirs to decide. For everybody else it does not exist.
 */
public final class ProofAccess {
  private final DisputeReviewers reviewers;

  /** Knows whose dispute is whose. */
  public interface DisputeReviewers {
    /** Number of the seller whose certificate a caller has to judge in an open dispute; 0 if they have not. */
    int sellerOf(Handle handle, Caller caller, int certificate);
  }

  public ProofAccess(DisputeReviewers reviewers) {
    this.reviewers = reviewers;
  }

  /** The certificate, if the caller may change its folder. */
  Certificate change(Handle handle, Caller caller, int certificate) {
    caller.requireTeam();
    return withFolder(CertificateStore.ofSeller(handle, caller.seller(), certificate));
  }

  /** The certificate, if the caller may look into its folder. */
  Certificate look(Handle handle, Caller caller, int certificate) {
    int judged = reviewers.sellerOf(handle, caller, certificate);
    if (judged == 0) {
      return change(handle, caller, certificate);
    }
    return withFolder(CertificateStore.ofSeller(handle, judged, certificate));
  }

  private static Certificate withFolder(Certificate certificate) {
    if (certificate.state() == CertificateState.REFUSED) {
      throw new Refused(Errors.NOT_FOUND); // only the record of a refusal is kept
    }
    return certificate;
  }
}
