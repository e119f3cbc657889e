package shotdeed.penalty;

import java.util.List;

/**
 * One marketplace's rules on stolen pictures, in one wording of them.
 *
 * @param policy its id, such as {@code taobao.improper_use}
 * @param version of the rule text, as the sources date it
 * @param market {@code taobao}, {@code tmall}, {@code aliexpress}
 * @param hosts sites of the marketplace, with all below them; empty where pages tell the market by themselves
 * @param validFrom first day (in {@code timeZone}), or {@code null} if it reaches back as far as known
 * @param validUntil first day on which it no longer holds, or {@code null} if it holds still
 * @param validity what the two days rest on
 * @param ruleTextDate the rule text's own date, in words or figures
 * @param readDate month in which the sources were read, such as {@code 2026-11}
 * @param ledgers scored and executed apart, never added up
 * @param otherLedgers exist, and are not for stolen pictures
 * @param execution {@code heaviest-only}: of the nodes that one deduction passes, only the heaviest runs
 * @param grace {@code null} just where there is no rule of that kind
 * @param points one rule per {@link RuleKind} that the marketplace has, {@link RuleKind#ORDINARY} always
 * @param lifting {@code null} if the sources say nothing
 * @param searchEffect {@code null} if the sources say nothing
 * @param conduct rules on complaints that cost no points
 * @param disagreements where the sources contradict each other
 */
public record PenaltyPolicy(
    String policy,
    String version,
    String market,
    List<String> hosts,
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

  /** The rule of a kind that the policy has. */
  public PointRule rule(RuleKind kind) {
    PointRule rule = ruleOrNull(kind);
    if (rule == null) {
      throw new IllegalArgumentException("policy " + policy + " has no rule of kind " + kind);
    }
    return rule;
  }

  /** The rule of a kind, or {@code null} where the marketplace has none such. */
  public PointRule ruleOrNull(RuleKind kind) {
    for (PointRule rule : points) {
      if (rule.kind() == kind) {
        return rule;
      }
    }
    return null;
  }

  /** Whether a listing of a site (its host name) is this marketplace's, whatever name the site goes by. */
  public boolean isOf(String site) {
    for (String host : hosts) {
      if (site.equals(host) || site.endsWith("." + host)) {
        return true;
      }
    }
    return false;
  }

  /** The same text with another last day. */
  public PenaltyPolicy until(String day) {
    return new PenaltyPolicy(
        policy, version, market, hosts, validFrom, day, validity, title, ruleTextDate, readDate, timeZone, ledgers,
        otherLedgers, execution, merge, grace, points, conduct, lifting, searchEffect, appeal, disagreements, sources);
  }

  /** The ledger that people mean by a name, however they write it, or {@code null} if it is none of these. */
  public String ledgerNamed(String name) {
    for (Ledger ledger : ledgers) {
      if (ledger.isNamed(name)) {
        return ledger.id();
      }
    }
    return null;
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
