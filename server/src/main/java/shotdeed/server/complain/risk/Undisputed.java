package shotdeed.server.complain.risk;

import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.certify.Certificate;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Nobody is complained about with a photograph that somebody else may own, or whose original proves nothing. */
public final class Undisputed {
  private static final Map<CertificateState, Errors> UNFIT = Map.of(
      CertificateState.CONTESTED, Errors.CERTIFICATE_CONTESTED,
      CertificateState.REVOKED, Errors.CERTIFICATE_REVOKED,
      CertificateState.VOIDED, Errors.CERTIFICATE_VOIDED);

  private Undisputed() {}

  /** @throws Refused for a certificate that is contested, revoked or voided */
  public static void require(Certificate certificate) {
    Errors error = UNFIT.get(certificate.state());
    if (error != null) {
      throw new Refused(error, certificate.id()).with("certificate", certificate.id());
    }
  }
}
