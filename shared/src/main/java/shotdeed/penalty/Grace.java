package shotdeed.penalty;

/**
 * The first established complaints of a year, or of a shop's life, answered by a self-check instead of points.
 *
 * @param scope {@code shop}
 * @param per {@code calendar-year} or {@code all-time}
 * @param count how many
 * @param selfCheck the shop checks itself and deletes the item
 * @param countsForRepeated whether such a complaint is one of those that make a repeat
 */
public record Grace(
    String scope, String per, int count, boolean selfCheck, boolean countsForRepeated, Basis basis) {
  /** Whether it is given once for all years. */
  boolean onceForAll() {
    return per.equals("all-time");
  }
}
