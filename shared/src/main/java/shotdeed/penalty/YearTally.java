package shotdeed.penalty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop's running account under one policy: counts of the calendar year, and points by ledger. */
final class YearTally {
  private static final long SECONDS_PER_DAY = 86_400;

  private final PenaltyPolicy policy;
  private final CivilTime time;
  private final PointRule repeated;
  private final PointRule severe;
  private final PointRule extreme;
  private final PointRule grace;
  private final int graceCount;
  private final List<List<Entry>> entries = new ArrayList<>();
  private final Map<String, Integer> establishedByHolder = new HashMap<>();
  private int established;
  private int serious;
  private int year;
  private long now;

  private record Entry(long at, int points) {}

  YearTally(PenaltyPolicy policy, CivilTime time, long now) {
    this.policy = policy;
    this.time = time;
    this.now = now;
    this.year = time.year(now);
    this.repeated = policy.ruleOrNull(RuleKind.REPEATED);
    this.severe = policy.ruleOrNull(RuleKind.SEVERE);
    this.extreme = policy.ruleOrNull(RuleKind.EXTREME);
    this.grace = policy.ruleOrNull(RuleKind.GRACE);
    this.graceCount = grace == null ? 0 : policy.grace().count();
    for (int i = 0; i < policy.ledgers().size(); i++) {
      entries.add(new ArrayList<>());
    }
  }

  int points(int ledger) {
    int sum = 0;
    for (Entry entry : entries.get(ledger)) {
      sum += entry.points;
    }
    return sum;
  }

  int serious() {
    return serious;
  }

  /**
   * Goes on to a time, clearing what clears until then: counts with each calendar year, points as their ledger says. A
   * ledger that has reached its {@code keepFrom} keeps its points.
   */
  void enter(long at) {
    now = at;
    int newYear = time.year(at);
    boolean yearEnds = newYear != year;
    if (yearEnds) {
      year = newYear;
      established = grace != null && policy.grace().onceForAll() ? established : 0;
      serious = 0;
      establishedByHolder.clear();
    }
    for (int i = 0; i < entries.size(); i++) {
      Clearing clearing = policy.ledgers().get(i).clearing();
      if (clearing.keepFrom() != null && points(i) >= clearing.keepFrom()) {
        continue;
      }
      if (clearing.afterDays() != null) {
        long eldest = at - clearing.afterDays() * SECONDS_PER_DAY;
        entries.get(i).removeIf(entry -> entry.at <= eldest);
      } else if (yearEnds) {
        entries.get(i).clear();
      }
    }
  }

  /** The rule under which the holder's next established complaint falls. */
  PointRule ruleFor(String holder, boolean heldExtreme) {
    return ruleFor(holder, heldExtreme, false, repeated == null ? 0 : repeated.from());
  }

  /**
   * The same under other assumptions. A kind of rule that the policy lacks takes nothing.
   *
   * @param heldSerious whether it is serious whatever the counts say
   * @param repeatFrom from which complaint of one holder on it is serious
   */
  PointRule ruleFor(String holder, boolean heldExtreme, boolean heldSerious, int repeatFrom) {
    if (heldExtreme && extreme != null) {
      return extreme;
    }
    boolean isSerious = repeated != null
        && (heldSerious || establishedByHolder.getOrDefault(holder, 0) + 1 >= repeatFrom);
    if (severe != null && serious + (isSerious ? 1 : 0) >= severe.from()) {
      return severe;
    }
    if (established < graceCount && !heldSerious) {
      return grace;
    }
    return isSerious ? repeated : policy.rule(RuleKind.ORDINARY);
  }

  /** Books an established complaint; what the marketplace told of it beats what the rules say. */
  void add(ComplaintGroups.Group group) {
    String holder = group.first.holder();
    PointRule expected = ruleFor(holder, group.extreme);
    boolean counts = group.told.isEmpty() && counts(expected);
    boolean isSerious = group.told.isEmpty() && expected.isSerious();
    if (group.told.isEmpty()) {
      book(expected.ledger(), expected.points());
    }
    for (Complaint.Told told : group.told) {
      PointRule rule = ruleOf(told, expected);
      book(told.ledger() == null ? rule.ledger() : told.ledger(), told.points());
      isSerious |= rule.isSerious();
      counts |= counts(rule);
      reach(holder, rule);
    }
    established++;
    serious += isSerious ? 1 : 0;
    if (counts) {
      establishedByHolder.merge(holder, 1, Integer::sum);
    }
  }

  /** What was told under a rule that begins with a number has reached it: the marketplace has counted that far by itself. */
  private void reach(String holder, PointRule told) {
    if (told.isSerious() && repeated != null) {
      establishedByHolder.merge(holder, repeated.from() - 1, Math::max);
    }
    if (told.kind() == RuleKind.SEVERE) {
      serious = Math.max(serious, severe.from() - 1);
    }
  }

  private boolean counts(PointRule rule) {
    return rule.kind() != RuleKind.GRACE || policy.grace().countsForRepeated();
  }

  /**
   * The rule that the marketplace went by, seen from the points that it told: the expected one if that has so many, else
   * the first that has. Points that no rule has are taken for the expected rule's.
   */
  private PointRule ruleOf(Complaint.Told told, PointRule expected) {
    PointRule found = null;
    for (PointRule rule : policy.points()) {
      boolean fits =
          rule.points() == told.points() && (told.ledger() == null || told.ledger().equals(rule.ledger()));
      if (fits && (found == null || rule == expected)) {
        found = rule;
      }
    }
    return found == null ? expected : found;
  }

  /** Books serious cases of which nothing else is known; whoever has had one has had the grace of the year. */
  void addSerious(int cases) {
    for (int i = 0; i < cases; i++) {
      PointRule rule = severe != null && serious + 1 >= severe.from() ? severe : repeated;
      book(rule.ledger(), rule.points());
      serious++;
    }
    if (cases > 0) {
      useGrace();
    }
  }

  private void book(String ledger, int points) {
    entries.get(policy.ledgerIndex(ledger)).add(new Entry(now, points));
  }

  void useGrace() {
    established = Math.max(established, graceCount);
  }
}
