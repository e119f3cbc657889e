package shotdeed.wire;

import java.util.List;

/**
 * A complaint as the extension shows it.
 *
 * @param state see {@code ComplaintState}; {@code submitted} only once a case number is recorded
 * @param market see {@link SeenListing}
 * @param caseNumber the marketplace's, or {@code null}
 * @param consoleUrl where the console shows it
 */
public record ComplaintSummary(
    int id,
    String clientKey,
    String state,
    String market,
    String shopName,
    String preparedAt,
    String caseNumber,
    List<Integer> sightings,
    String consoleUrl) {}
