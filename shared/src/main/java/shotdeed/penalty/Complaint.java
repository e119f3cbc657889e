package shotdeed.penalty;

/**
 * A complaint of one holder about one right against the shop.
 *
 * @param at when it was made, in seconds since 1970-01-01T00:00Z; a day without a time is its midnight in the
 *     marketplace's zone
 * @param dateOnly whether only the day was given; the forecast then repeats only the day
 * @param holder any name that is the same for the same holder
 * @param right any name that is the same for the same right
 * @param extreme held especially serious (rule kind {@code EXTREME}) or, for the next one, expected to be
 * @param told what the marketplace told it cost, which beats what the rules say; {@code null} if it told nothing
 * @param countsAt the time whose year it counts in, in seconds like {@code at}: {@code at}, or the decision's if the
 *     answer is to show what follows if that is what counts
 */
public record Complaint(
    long at, boolean dateOnly, String holder, String right, boolean extreme, Told told, long countsAt) {
  /** One that counts when it was made. */
  public Complaint(long at, boolean dateOnly, String holder, String right, boolean extreme, Told told) {
    this(at, dateOnly, holder, right, extreme, told, at);
  }

  /** One of which the marketplace told no points. */
  public Complaint(long at, boolean dateOnly, String holder, String right, boolean extreme) {
    this(at, dateOnly, holder, right, extreme, null);
  }

  /**
   * Points that the marketplace told.
   *
   * @param ledger one of the policy's, or {@code null} if it is not known which
   * @param points 0 or more
   */
  public record Told(String ledger, int points) {}
}
