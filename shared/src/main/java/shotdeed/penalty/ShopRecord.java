package shotdeed.penalty;

import java.util.List;
import java.util.Map;

/**
 * What is known of a shop.
 *
 * @param upheld complaints held established, in any order, of any year
 * @param serious how many of the shop's cases of this year were held serious, as far as known, 0 to {@value
 *     #MAX_SERIOUS}; those that {@code upheld} implies are part of it
 * @param prior points of this year from anything else, by ledger; a ledger that is absent has none
 */
public record ShopRecord(List<Complaint> upheld, int serious, Map<String, PointRange> prior) {
  public static final int MAX_SERIOUS = 1000;
  public static final int MAX_PRIOR = 1000;

  public ShopRecord {
    if (serious < 0 || serious > MAX_SERIOUS) {
      throw new IllegalArgumentException("serious cases must be 0 to " + MAX_SERIOUS + ", not " + serious);
    }
    for (PointRange range : prior.values()) {
      if (range.min() > MAX_PRIOR || range.max() != null && range.max() > MAX_PRIOR) {
        throw new IllegalArgumentException("prior points must be " + MAX_PRIOR + " at most");
      }
    }
  }

  PointRange priorOf(String ledger) {
    PointRange range = prior.get(ledger);
    return range == null ? PointRange.NONE : range;
  }
}
