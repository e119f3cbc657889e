package shotdeed.penalty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One question, with what it needs on the way to the answer. */
final class ForecastRun {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final String END_OF_DAY = "T24:00";

  private final PenaltyPolicy policy;
  private final ShopRecord record;
  private final Complaint next;
  private final CivilTime time;
  private final ComplaintGroups groups;
  private final ComplaintGroups.Group joined;
  private final YearTally least;
  private final YearTally most;
  private final SourceUse use;

  ForecastRun(PenaltyPolicy policy, ShopRecord record, Complaint next) {
    this.policy = policy;
    this.record = record;
    this.next = next;
    this.time = new CivilTime(policy.timeZone().offsetMinutes());
    boolean firstOfAll = policy.grace() != null && policy.grace().onceForAll();
    this.groups = new ComplaintGroups(policy.merge(), time, firstOfAll, record.upheld());
    this.joined = groups.groupOf(next);
    this.least = replay(0);
    int further = Math.max(0, record.serious() - least.serious());
    this.most = further == 0 ? least : replay(further);
    least.addSerious(further);
    this.use = new SourceUse(policy);
  }

  /** Books what is known, the serious cases without a date first in the year of the next complaint. */
  private YearTally replay(int furtherSerious) {
    int thisYear = time.year(next.countsAt());
    YearTally tally = new YearTally(policy, time, next.countsAt());
    boolean entered = false;
    List<ComplaintGroups.Group> inOrder = new ArrayList<>(groups.groups());
    inOrder.sort((a, b) -> Long.compare(a.countsAt, b.countsAt));
    for (ComplaintGroups.Group group : inOrder) {
      tally.enter(group.countsAt);
      if (time.year(group.countsAt) == thisYear && !entered) {
        tally.addSerious(furtherSerious);
        entered = true;
      }
      tally.add(group);
    }
    tally.enter(next.countsAt());
    if (!entered) {
      tally.addSerious(furtherSerious);
    }
    return tally;
  }

  Forecast answer(ForecastWording wording) {
    PointRule rule = least.ruleFor(next.holder(), next.extreme());
    Forecast.Next answer = nextOf(rule);
    noteRule(rule);
    List<Forecast.Measures> measures = new ArrayList<>();
    List<Forecast.Measures> possible = new ArrayList<>();
    List<Forecast.NodeTerms> terms = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    Map<String, PointRange> cumulative = new LinkedHashMap<>();
    Map<String, String> clears = new LinkedHashMap<>();
    Map<String, String> clearsAtMost = new LinkedHashMap<>();
    for (int i = 0; i < policy.ledgers().size(); i++) {
      Ledger ledger = policy.ledgers().get(i);
      PointRange before = before(i, ledger.id());
      int added = ledger.id().equals(answer.ledger()) ? answer.points() : 0;
      PointRange after =
          new PointRange(before.min() + added, before.max() == null ? null : before.max() + added);
      cumulative.put(ledger.id(), after);
      clears.put(ledger.id(), clearing(ledger, after.min()));
      clearsAtMost.put(ledger.id(), clearing(ledger, after.max()));
      use.add("clearing-" + ledger.id(), ledger.clearing().basis());
      NodeFinder finder = new NodeFinder(ledger);
      NodeFinder.Passed heaviest = finder.heaviest(before.min(), after.min());
      if (heaviest != null) {
        nodes.add(heaviest.node());
        measures.add(measuresOf(ledger, heaviest, rule));
        terms.add(termsOf(ledger, heaviest));
      }
      for (NodeFinder.Passed passed : finder.possible(before, added)) {
        if (heaviest == null || passed.threshold() != heaviest.threshold()) {
          possible.add(measuresOf(ledger, passed, rule));
          terms.add(termsOf(ledger, passed));
        }
      }
    }
    use.add("time-zone", policy.timeZone().basis());
    List<Alternative> alternatives = alternatives(answer);
    return new Forecast(
        new Forecast.PolicyVersion(policy.policy(), policy.version()),
        answer,
        cumulative,
        measures,
        clears,
        use.used(),
        wording.of(policy, answer, rule.text(), measures, nodes, !possible.isEmpty()),
        joined == null ? rule.listingMeasures() : List.of(),
        terms,
        possible,
        clearsAtMost,
        alternatives,
        disagreements());
  }

  /** What the complaint would cost under each of the policy's point rules, in the file's order. */
  List<PenaltyCase> cases(ForecastWording wording) {
    PointRule expected = joined == null ? least.ruleFor(next.holder(), next.extreme()) : null;
    List<PenaltyCase> cases = new ArrayList<>();
    for (PointRule rule : policy.points()) {
      int index = policy.ledgerIndex(rule.ledger());
      Ledger ledger = policy.ledgers().get(index);
      PointRange before = before(index, ledger.id());
      PointRange sum = new PointRange(
          before.min() + rule.points(), before.max() == null ? null : before.max() + rule.points());
      NodeFinder.Passed passed = new NodeFinder(ledger).heaviest(before.min(), sum.min());
      cases.add(
          new PenaltyCase(
              rule.kind().name().toLowerCase(Locale.ROOT),
              rule.id(),
              rule.text(),
              rule.ledger(),
              rule.points(),
              rule.basis().confidence(),
              rule == expected,
              sum,
              passed == null ? null : measuresOf(ledger, passed, rule),
              passed == null ? null : termsOf(ledger, passed),
              passed == null ? null : wording.node(measuresOf(ledger, passed, rule).measures(), passed.node())));
    }
    return cases;
  }

  private Forecast.Next nextOf(PointRule rule) {
    String date = written(next);
    return joined == null
        ? new Forecast.Next(date, rule.ledger(), rule.points(), rule.id(), null)
        : new Forecast.Next(date, rule.ledger(), 0, groups.ruleOf(joined, next), written(joined.first));
  }

  private String written(Complaint complaint) {
    return complaint.dateOnly() ? time.day(complaint.at()) : time.time(complaint.at());
  }

  private void noteRule(PointRule rule) {
    boolean merged = joined != null;
    for (ComplaintGroups.Group group : groups.groups()) {
      merged |= group.members > 1;
    }
    if (joined == null) {
      use(rule, true);
    }
    if (merged) {
      use.add(policy.merge().rule(), policy.merge().basis());
      if (policy.merge().dayRule() != null) {
        use.add(policy.merge().dayRule(), policy.merge().dayBasis());
      }
    }
    if (!next.extreme() && policy.grace() != null) {
      use.add("grace", policy.grace().basis());
    }
  }

  /** Notes what a rule rests on; {@code counted} unless it is only assumed that the case is serious. */
  private void use(PointRule rule, boolean counted) {
    use.add(rule.id(), rule.basis());
    PointRule repeated = policy.ruleOrNull(RuleKind.REPEATED);
    if (counted && rule.isSerious() && repeated != null && repeated.fromBasis() != null) {
      use.add(repeated.id() + "-from", repeated.fromBasis());
    }
  }

  private PointRange before(int index, String ledger) {
    PointRange prior = record.priorOf(ledger);
    return new PointRange(
        prior.min() + least.points(index), prior.max() == null ? null : prior.max() + most.points(index));
  }

  private String clearing(Ledger ledger, Integer points) {
    Integer keepFrom = ledger.clearing().keepFrom();
    if (keepFrom != null && (points == null || points >= keepFrom)) {
      return null;
    }
    if (ledger.clearing().afterDays() != null) {
      return time.day(next.countsAt() + ledger.clearing().afterDays() * SECONDS_PER_DAY) + END_OF_DAY + time.offset();
    }
    return CivilTime.pad(time.year(next.countsAt()), 4) + "-" + ledger.clearing().at() + time.offset();
  }

  private Forecast.Measures measuresOf(Ledger ledger, NodeFinder.Passed passed, PointRule rule) {
    List<String> codes = new ArrayList<>(passed.node().measures());
    if (rule.kind() != RuleKind.GRACE && rule.kind() != RuleKind.ORDINARY) {
      codes.addAll(passed.node().measuresIfSerious());
    }
    return new Forecast.Measures(ledger.id(), passed.threshold(), codes, passed.node().days());
  }

  private Forecast.NodeTerms termsOf(Ledger ledger, NodeFinder.Passed passed) {
    Node node = passed.node();
    boolean again = node.every() != null && passed.threshold() > node.every();
    Basis basis = again ? node.repeatBasis() : node.basis();
    use.add(ledger.id() + "-" + passed.threshold(), basis);
    return new Forecast.NodeTerms(
        ledger.id(),
        passed.threshold(),
        node.term(),
        node.ownTerms(),
        node.disputedMeasures(),
        node.money(),
        basis.confidence(),
        basis.mark().equals("I") || node.statedTo() != null && passed.threshold() > node.statedTo(),
        basis.note());
  }

  private List<Alternative> alternatives(Forecast.Next answer) {
    String holder = next.holder();
    PointRule repeated = policy.ruleOrNull(RuleKind.REPEATED);
    PointRule grace = policy.ruleOrNull(RuleKind.GRACE);
    PointRule extreme = policy.ruleOrNull(RuleKind.EXTREME);
    List<Alternative> list = new ArrayList<>();
    if (joined != null) {
      add(list, answer, "not-merged", least.ruleFor(holder, next.extreme()));
      return list;
    }
    if (next.extreme()) {
      add(list, answer, "not-extreme", least.ruleFor(holder, false));
      return list;
    }
    if (grace != null && answer.rule().equals(grace.id())) {
      add(list, answer, "grace-used", policy.rule(RuleKind.ORDINARY)); // the likeliest: others may have complained
    }
    if (repeated != null && repeated.otherReading() != null) {
      add(list, answer, "other-reading", least.ruleFor(holder, false, false, repeated.otherReading()));
    }
    if (repeated != null) {
      add(list, answer, "serious", least.ruleFor(holder, false, true, repeated.from()));
    }
    if (extreme != null) {
      add(list, answer, "extreme", extreme);
    }
    return list;
  }

  private void add(List<Alternative> list, Forecast.Next answer, String when, PointRule rule) {
    if (!rule.id().equals(answer.rule())) {
      use(rule, !when.equals("serious"));
      list.add(new Alternative(when, rule.id(), rule.ledger(), rule.points()));
    }
  }

  private List<Disagreement> disagreements() {
    List<Disagreement> list = new ArrayList<>();
    for (Disagreement disagreement : policy.disagreements()) {
      for (String subject : disagreement.affects()) {
        if (subject.equals("all") || touches(subject)) {
          list.add(disagreement);
          break;
        }
      }
    }
    return list;
  }

  /** Whether a rule of this id was used, or a node of this ledger. */
  private boolean touches(String subject) {
    for (String used : use.subjects()) {
      if (used.equals(subject) || used.startsWith(subject + "-")) {
        return true;
      }
    }
    return false;
  }
}
