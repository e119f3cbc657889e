package shotdeed.penalty;

import java.util.List;

/**
 * One marketplace's rules on stolen pictures, in one wording of them.
 *
 * @param policy its id, such as {@code taobao.improper_use}
 * @param version of the rule text, as the sources date it
 * @param market {@code taobao}, {@code tmall}
 * @param validFrom first day (in {@code timeZone}), or {@code null} if it reaches back as far as known
 * @param validUntil first day on which it no longer holds, or {@code null} if it holds still
 * @param validity what the two days rest on
 * @param ruleTextDate the rule text's own date, in words or figures
 * @param readDate month in which the sources were read, such as {@code 2026-11}
 * @param ledgers scored and executed apart, never added up
 * @param otherLedgers exist, and are not for stolen pictures
 * @param execution {@code heaviest-only}: of the nodes that one deduction passes, only the heaviest runs
 * @param points one rule per {@link RuleKind}
 * @param conduct rules on complaints that cost no points
 * @param disagreements where the sources contradict each other
 */
public record PenaltyPolicy(
    String policy,
    String version,
    String market,
    String validFrom,
    String validUntil,
    Basis validity,
    Text title,
    Text ruleTextDate,
    String readDate,
    MarketTime timeZone,
    List<Ledger> ledgers,
    List<OtherLedger> otherLedgers,
    Execution execution,
    MergeWindow merge,
    Grace grace,
    List<PointRule> points,
    List<ConductRule> conduct,
    Lifting lifting,
    SearchEffect searchEffect,
    List<AppealWindow> appeal,
    List<Disagreement> disagreements,
    List<Source> sources) {

  /** The rule of a kind; a validated policy has exactly one. */
  public PointRule rule(RuleKind kind) {
    for (PointRule rule : points) {
      if (rule.kind() == kind) {
        return rule;
      }
    }
    throw new IllegalArgumentException("policy " + policy + " has no rule of kind " + kind);
  }

  /** Position of a ledger in {@link #ledgers()}. */
  public int ledgerIndex(String id) {
    for (int i = 0; i < ledgers.size(); i++) {
      if (ledgers.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("policy " + policy + " has no ledger " + id);
  }
}
