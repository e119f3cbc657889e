package shotdeed.penalty;

/**
 * Forecasts what the next complaint would cost a shop. It knows the kinds of rule and no number: every number is the
 * policy's. Safe to share between threads.
 *
 * <p>How it counts:
 *
 * <ul>
 *   <li>Complaints of one holder about one right within the merge window after the first of them are one, of that
 *       first's date and calendar year.
 *   <li>Counts and points begin anew with each calendar year of the marketplace's clock, except a ledger that has
 *       reached its {@code keepFrom}.
 *   <li>Grace goes to the first established complaint of the shop in the year; it counts towards a repeat.
 *   <li>Serious is a repeat by the same holder, and whatever the record's {@code serious} adds. The count is the
 *       greater of that and what the upheld complaints imply; cases beyond those are taken as further cases, of
 *       unknown time, with the serious rule's points each, and the severe rule's from its number on. One such case
 *       shows that the year's grace is used. As they may have come before or after the others, the sum is a range:
 *       from all of them last, the grace going to the first complaint that is known, to all of them first.
 *   <li>The severe rule takes every further complaint of the year once the serious cases, with this one if it is
 *       serious itself, reach its number.
 *   <li>An extreme case goes to its own ledger, whatever the other counts are, and joins no count of serious ones.
 *   <li>A complaint that joins a group adds no points, whatever it is expected to be held.
 * </ul>
 */
public final class PenaltyEngine {
  private final PenaltyTexts texts;

  /** Makes an engine that words its answers with these texts. */
  public PenaltyEngine(PenaltyTexts texts) {
    this.texts = texts;
  }

  /**
   * The forecast for one complaint.
   *
   * @param next not earlier than any upheld one
   * @throws IllegalArgumentException if an upheld complaint is later, or a prior ledger is not one of the policy's
   */
  public Forecast forecast(PenaltyPolicy policy, ShopRecord record, Complaint next) {
    for (Complaint upheld : record.upheld()) {
      if (upheld.at() > next.at()) {
        throw new IllegalArgumentException("an upheld complaint is later than the next one");
      }
    }
    for (String ledger : record.prior().keySet()) {
      policy.ledgerIndex(ledger);
    }
    return new ForecastRun(policy, record, next).answer(new ForecastWording(texts));
  }
}
