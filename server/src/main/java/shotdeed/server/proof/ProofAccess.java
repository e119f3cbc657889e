package shotdeed.server.proof;

import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Who may look into a proof folder and change it: the seller's team, and for everybody else it does not exist. The
 * reviewer of a dispute sees it there; see {@link DisputedFolders}.
 */
public final class ProofAccess {
  /** The certificate, if the caller may change its folder. */
  Certificate change(Handle handle, Caller caller, int certificate) {
    caller.requireTeam();
    return withFolder(CertificateStore.ofSeller(handle, caller.seller(), certificate));
  }

  /** The certificate, if the caller may look into its folder. */
  Certificate look(Handle handle, Caller caller, int certificate) {
    return change(handle, caller, certificate);
  }

  private static Certificate withFolder(Certificate certificate) {
    if (certificate.state() == CertificateState.REFUSED) {
      throw new Refused(Errors.NOT_FOUND); // only the record of a refusal is kept
    }
    return certificate;
  }
}
