package shotdeed.penalty;

import java.util.List;

/**
 * Forecasts what the next complaint would cost a shop. It knows the kinds of rule and no number: every number is the
 * policy's. Safe to share between threads.
 *
 * <p>How it counts:
 *
 * <ul>
 *   <li>Complaints that are alike in the policy's merging key (one holder's about one right, say) within the merge window
 *       after the first of them are one, of that first's date and calendar year. A policy may open that window for the
 *       shop's first complaint only, and may take those of one calendar day as one.
 *   <li>A kind of rule that a policy lacks takes no complaint; each policy has the ordinary one.
 *   <li>What the marketplace told of an upheld complaint is booked as told, whatever the rules say, and counts as a case
 *       of the rule that has so many points. Whom it was told to be a repeat of has reached that number of complaints.
 *   <li>A complaint counts in the year of its {@code countsAt}; what is merged with what goes by {@code at} alone.
 *   <li>Counts and points begin anew with each calendar year of the marketplace's clock, except a ledger that has
 *       reached its {@code keepFrom}, one whose entries clear by themselves after days, and a grace given once for all.
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
   * @throws IllegalArgumentException if an upheld complaint is later, or a prior or told ledger is not the policy's
   */
  public Forecast forecast(PenaltyPolicy policy, ShopRecord record, Complaint next) {
    return run(policy, record, next).answer(new ForecastWording(texts));
  }

  /**
   * What the same complaint would cost under each of the policy's point rules.
   *
   * @throws IllegalArgumentException as {@link #forecast}
   */
  public List<PenaltyCase> cases(PenaltyPolicy policy, ShopRecord record, Complaint next) {
    return run(policy, record, next).cases(new ForecastWording(texts));
  }

  private static ForecastRun run(PenaltyPolicy policy, ShopRecord record, Complaint next) {
    for (Complaint upheld : record.upheld()) {
      if (upheld.at() > next.at() || upheld.countsAt() > next.countsAt()) {
        throw new IllegalArgumentException("an upheld complaint is later than the next one");
      }
      if (upheld.told() != null && upheld.told().ledger() != null) {
        policy.ledgerIndex(upheld.told().ledger());
      }
    }
    for (String ledger : record.prior().keySet()) {
      policy.ledgerIndex(ledger);
    }
    if (record.serious() > 0 && policy.ruleOrNull(RuleKind.REPEATED) == null) {
      throw new IllegalArgumentException("policy " + policy.policy() + " knows no serious cases");
    }
    return new ForecastRun(policy, record, next);
  }
}
