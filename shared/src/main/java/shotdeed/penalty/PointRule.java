package shotdeed.penalty;

import java.util.List;

/**
 * Points for one upheld complaint.
 *
 * @param id as in the sources' table, such as {@code P2}
 * @param ledger which account they go to
 * @param from {@code REPEATED}: the number of the holder's established complaints of the year, this one included;
 *     {@code SEVERE}: the number of serious cases; otherwise {@code null}
 * @param otherReading another reading of {@code from}, or {@code null}
 * @param listingMeasures what happens to the listing itself, whatever the points
 * @param basis of the points, and of {@code from} where that has none of its own
 * @param fromBasis what {@code from} rests on, or {@code null}
 */
public record PointRule(
    String id,
    RuleKind kind,
    String ledger,
    int points,
    Integer from,
    Integer otherReading,
    List<String> listingMeasures,
    Text text,
    Basis basis,
    Basis fromBasis) {
  /** Whether a case under it counts as a serious one. */
  boolean isSerious() {
    return kind == RuleKind.REPEATED || kind == RuleKind.SEVERE;
  }
}
