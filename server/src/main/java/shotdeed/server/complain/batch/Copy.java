package shotdeed.server.complain.batch;

import shotdeed.model.CertificateState;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;

/**
 * A copy found in a shop, as it was seen last.
 *
 * @param finding its number
 * @param sighting number of the last sighting
 * @param certificateState of the photograph's certificate
 * @param role of the picture on the page
 * @param position of it, from 1
 * @param complaint number of the complaint that holds it, or 0
 */
public record Copy(
    int finding,
    SightingState state,
    int sighting,
    Verdict verdict,
    int certificate,
    CertificateState certificateState,
    String market,
    String site,
    String listing,
    String title,
    String pageUrl,
    String shopName,
    String role,
    int position,
    int complaint) {
  /**
   * Why nothing can be prepared about it, as a key of {@code batch.left}; {@code null} if nothing stands in the
   * way.
   */
  public String obstacle() {
    if (!state.isOpen()) {
      return state.text();
    }
    if (verdict != Verdict.COPY) {
      return "not-a-copy";
    }
    return switch (certificateState) {
      case CONTESTED, REVOKED, VOIDED -> "certificate-" + certificateState.text();
      default -> null;
    };
  }
}
