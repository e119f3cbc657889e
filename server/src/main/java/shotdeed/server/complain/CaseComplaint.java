package shotdeed.server.complain;

import java.time.Instant;
import java.util.List;
import shotdeed.model.ComplaintState;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Times;
import shotdeed.wire.ComplaintSummary;

/**
 * A complaint as stored.
 *
 * @param preparedBy the person's name
 * @param preparedAt by the server's clock
 * @param statedPreparedAt by the browser's clock
 * @param ownershipStatement the words that the person agreed to
 * @param screenshot of the page, or {@code null}
 * @param noScreenshot why there is none, or {@code null}
 * @param policy id of the rules that the forecast was made under, or {@code null}
 * @param forecast as JSON, as it was when the complaint was prepared; the seller's own, no evidence
 * @param manifestSha256 of the sealed manifest
 * @param caseNumber the marketplace's, or {@code null}
 * @param earlierNumbers case numbers that were corrected, the oldest first
 * @param submittedAt when it was submitted as far as it is known: on a day that was stated, noon; or {@code null}
 * @param sightings in the order asked
 */
public record CaseComplaint(
    int id,
    int seller,
    String clientKey,
    ComplaintState state,
    String market,
    String site,
    String shopId,
    String shopName,
    String preparedBy,
    Instant preparedAt,
    Instant statedPreparedAt,
    String ownershipStatement,
    Screenshot screenshot,
    String noScreenshot,
    String policy,
    String policyVersion,
    String forecast,
    String manifestSha256,
    String caseNumber,
    List<EarlierNumber> earlierNumbers,
    Instant submittedAt,
    List<Integer> sightings) {
  /** A case number that stood until it was corrected, and who corrected it. */
  public record EarlierNumber(String caseNumber, Instant replacedAt, String replacedBy) {}

  /** A kept screenshot. */
  public record Screenshot(String sha256, String mediaType, int bytes) {}

  /** As the extension shows it. */
  public ComplaintSummary summary(Origin origin) {
    return new ComplaintSummary(
        id,
        clientKey,
        state.text(),
        market,
        shopName,
        Times.text(preparedAt),
        caseNumber,
        sightings,
        origin.value() + "/complaints/" + id);
  }
}
