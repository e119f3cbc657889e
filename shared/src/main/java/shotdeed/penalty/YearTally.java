package shotdeed.penalty;

import java.util.HashMap;
import java.util.Map;

/** A shop's running account under one policy: counts of the calendar year, and points by ledger. */
final class YearTally {
  private final PenaltyPolicy policy;
  private final PointRule repeated;
  private final PointRule severe;
  private final int[] points;
  private final Map<String, Integer> establishedByHolder = new HashMap<>();
  private int established;
  private int serious;
  private int year;

  YearTally(PenaltyPolicy policy, int year) {
    this.policy = policy;
    this.year = year;
    this.repeated = policy.rule(RuleKind.REPEATED);
    this.severe = policy.rule(RuleKind.SEVERE);
    this.points = new int[policy.ledgers().size()];
  }

  int points(int ledger) {
    return points[ledger];
  }

  int serious() {
    return serious;
  }

  /** Clears counts and points at each year's end; a ledger that has reached its {@code keepFrom} keeps its points. */
  void enter(int newYear) {
    if (newYear == year) {
      return;
    }
    year = newYear;
    established = 0;
    serious = 0;
    establishedByHolder.clear();
    for (int i = 0; i < points.length; i++) {
      Integer keepFrom = policy.ledgers().get(i).clearing().keepFrom();
      if (keepFrom == null || points[i] < keepFrom) {
        points[i] = 0;
      }
    }
  }

  /** The rule under which the holder's next established complaint falls. */
  PointRule ruleFor(String holder, boolean extreme) {
    return ruleFor(holder, extreme, false, repeated.from());
  }

  /**
   * The same under other assumptions.
   *
   * @param heldSerious whether it is serious whatever the counts say
   * @param repeatFrom from which complaint of one holder on it is serious
   */
  PointRule ruleFor(String holder, boolean extreme, boolean heldSerious, int repeatFrom) {
    if (extreme) {
      return policy.rule(RuleKind.EXTREME);
    }
    boolean isSerious = heldSerious || establishedByHolder.getOrDefault(holder, 0) + 1 >= repeatFrom;
    if (serious + (isSerious ? 1 : 0) >= severe.from()) {
      return severe;
    }
    if (established < policy.grace().count() && !heldSerious) {
      return policy.rule(RuleKind.GRACE);
    }
    return isSerious ? repeated : policy.rule(RuleKind.ORDINARY);
  }

  /** Books an established complaint. */
  void add(String holder, boolean extreme) {
    PointRule rule = ruleFor(holder, extreme);
    points[policy.ledgerIndex(rule.ledger())] += rule.points();
    established++;
    if (rule.kind() != RuleKind.GRACE || policy.grace().countsForRepeated()) {
      establishedByHolder.merge(holder, 1, Integer::sum);
    }
    if (rule.kind() == RuleKind.REPEATED || rule.kind() == RuleKind.SEVERE) {
      serious++;
    }
  }

  /** Books serious cases of which nothing else is known; whoever has had one has had the grace of the year. */
  void addSerious(int cases) {
    for (int i = 0; i < cases; i++) {
      PointRule rule = serious + 1 >= severe.from() ? severe : repeated;
      points[policy.ledgerIndex(rule.ledger())] += rule.points();
      serious++;
    }
    if (cases > 0) {
      useGrace();
    }
  }

  void useGrace() {
    established = Math.max(established, policy.grace().count());
  }
}
