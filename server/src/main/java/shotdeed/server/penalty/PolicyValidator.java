package shotdeed.server.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import shotdeed.penalty.AppealWindow;
import shotdeed.penalty.ConductRule;
import shotdeed.penalty.Disagreement;
import shotdeed.penalty.MergeWindow;
import shotdeed.penalty.OtherLedger;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.penalty.PointRule;
import shotdeed.penalty.RuleKind;
import shotdeed.penalty.Source;

/** Holds a policy to what the engine and the people who read its answers rely on. */
final class PolicyValidator {
  private static final int MAX_POINTS = 1000;
  private static final int MAX_COUNT = 1000;
  private static final int MAX_MERGE_HOURS = 24 * 366;
  private static final int MAX_OFFSET_MINUTES = 18 * 60;
  private static final int MAX_TIME = 100_000;
  private static final int MAX_VERSION = 80;
  private static final String MARKET = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String ID = "[a-z0-9][a-z0-9._-]{0,79}";
  private static final String READ = "\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?";
  private static final String HOST = "[a-z0-9-]+(\\.[a-z0-9-]+)+";

  private final PenaltyPolicy policy;
  private final PolicyCheck check;

  private PolicyValidator(PenaltyPolicy policy, PolicyCheck check) {
    this.policy = policy;
    this.check = check;
  }

  static void validate(String file, PenaltyPolicy policy, PenaltyTexts texts) {
    PolicyCheck check = new PolicyCheck(file);
    check.knowMeasures(texts);
    new PolicyValidator(policy, check).validate();
  }

  private void validate() {
    sources();
    head();
    new LedgerValidator(check).validate(policy.ledgers());
    rest();
    merge(policy.merge());
    grace();
    points();
    conduct();
    appeal();
    disagreements();
  }

  private void sources() {
    check.filled(policy.sources(), "sources");
    check.unique(policy.sources().stream().map(Source::id).toList(), "sources");
    for (int i = 0; i < policy.sources().size(); i++) {
      Source source = policy.sources().get(i);
      check.text(source.name(), "sources[" + i + "].name");
      check.oneOf(source.read(), "sources[" + i + "].read", "copy", "official");
    }
    check.knowSources(policy.sources());
  }

  private void head() {
    check.text(policy.policy(), "policy");
    check.text(policy.version(), "version");
    check.text(policy.market(), "market");
    check.that(policy.market().matches(MARKET), "market", "small letters, digits and hyphens, at most 40");
    check.that(policy.policy().matches(ID), "policy", "small letters, digits, dots, hyphens and underscores, at most 80");
    check.that(policy.version().length() <= MAX_VERSION, "version", "at most " + MAX_VERSION + " characters");
    check.list(policy.hosts(), "hosts");
    for (int i = 0; i < policy.hosts().size(); i++) {
      String host = policy.hosts().get(i);
      check.that(host.matches(HOST), "hosts[" + i + "]", "the name of a host such as taobao.com, not " + host);
    }
    LocalDate from = check.day(policy.validFrom(), "validFrom");
    LocalDate until = check.day(policy.validUntil(), "validUntil");
    check.that(from == null || until == null || from.isBefore(until), "validUntil", "a day after validFrom");
    check.basis(policy.validity(), "validity");
    check.words(policy.title(), "title");
    check.words(policy.ruleTextDate(), "ruleTextDate");
    check.text(policy.readDate(), "readDate");
    check.that(policy.readDate().matches(READ), "readDate", "a day or month such as 2026-11, not " + policy.readDate());
    check.given(policy.timeZone(), "timeZone");
    check.text(policy.timeZone().id(), "timeZone.id");
    check.between(
        policy.timeZone().offsetMinutes(), -MAX_OFFSET_MINUTES, MAX_OFFSET_MINUTES, "timeZone.offsetMinutes");
    check.basis(policy.timeZone().basis(), "timeZone.basis");
  }

  private void rest() {
    check.list(policy.otherLedgers(), "otherLedgers");
    for (int i = 0; i < policy.otherLedgers().size(); i++) {
      OtherLedger ledger = policy.otherLedgers().get(i);
      String field = "otherLedgers[" + i + "]";
      check.text(ledger.id(), field + ".id");
      check.words(ledger.name(), field + ".name");
      check.between(ledger.keepFrom(), 1, MAX_POINTS, field + ".keepFrom");
      check.between(ledger.carries(), 0, MAX_POINTS, field + ".carries");
      check.basis(ledger.basis(), field + ".basis");
    }
    check.given(policy.execution(), "execution");
    check.oneOf(policy.execution().rule(), "execution.rule", "heaviest-only");
    check.words(policy.execution().text(), "execution.text");
    check.basis(policy.execution().basis(), "execution.basis");
    if (policy.lifting() != null) {
      check.filled(policy.lifting().conditions(), "lifting.conditions");
      check.words(policy.lifting().text(), "lifting.text");
      check.basis(policy.lifting().basis(), "lifting.basis");
    }
    if (policy.searchEffect() != null) {
      check.between(policy.searchEffect().points(), 0, MAX_POINTS, "searchEffect.points");
      check.words(policy.searchEffect().text(), "searchEffect.text");
      check.basis(policy.searchEffect().basis(), "searchEffect.basis");
    }
  }

  private void merge(MergeWindow merge) {
    check.given(merge, "merge");
    check.between(merge.hours(), 0, MAX_MERGE_HOURS, "merge.hours");
    check.that(!merge.slides(), "merge.slides", "false, as a sliding window is not known");
    check.filled(merge.key(), "merge.key");
    check.that(
        merge.key().contains("seller") && List.of("holder", "right", "seller").containsAll(merge.key()),
        "merge.key",
        "seller, with holder and right or without");
    check.basis(merge.basis(), "merge.basis");
    check.that(
        (merge.dayRule() == null) == (merge.dayBasis() == null),
        "merge.dayBasis",
        "a value just where dayRule is given");
    if (merge.dayRule() != null) {
      check.basis(merge.dayBasis(), "merge.dayBasis");
    }
  }

  private void grace() {
    if (policy.grace() == null) {
      return;
    }
    check.oneOf(policy.grace().scope(), "grace.scope", "shop");
    check.oneOf(policy.grace().per(), "grace.per", "calendar-year", "all-time");
    check.between(policy.grace().count(), 0, MAX_COUNT, "grace.count");
    check.basis(policy.grace().basis(), "grace.basis");
  }

  private void points() {
    check.filled(policy.points(), "points");
    check.unique(policy.points().stream().map(PointRule::id).toList(), "points");
    List<String> ledgers = policy.ledgers().stream().map(ledger -> ledger.id()).toList();
    for (int i = 0; i < policy.points().size(); i++) {
      PointRule rule = policy.points().get(i);
      String field = "points[" + i + "]";
      check.given(rule.kind(), field + ".kind");
      check.oneOf(rule.ledger(), field + ".ledger", ledgers.toArray(new String[0]));
      check.between(rule.points(), 0, MAX_POINTS, field + ".points");
      boolean counts = rule.kind() == RuleKind.REPEATED || rule.kind() == RuleKind.SEVERE;
      check.that(
          counts == (rule.from() != null),
          field + ".from",
          counts ? "a number" : "null, as this kind of rule counts nothing");
      check.that(counts || rule.otherReading() == null, field + ".otherReading", "null, as there is no from");
      for (Integer count : new Integer[] {rule.from(), rule.otherReading()}) {
        check.that(count == null || count >= 1 && count <= MAX_COUNT, field + ".from", "1 to " + MAX_COUNT);
      }
      check.measures(rule.listingMeasures(), field + ".listingMeasures");
      check.words(rule.text(), field + ".text");
      check.basis(rule.basis(), field + ".basis");
      check.that(counts || rule.fromBasis() == null, field + ".fromBasis", "null, as there is no from");
      if (rule.fromBasis() != null) {
        check.basis(rule.fromBasis(), field + ".fromBasis");
      }
    }
    for (RuleKind kind : RuleKind.values()) {
      long found = policy.points().stream().filter(rule -> rule.kind() == kind).count();
      String name = kind.name().toLowerCase(Locale.ROOT);
      boolean needed = kind == RuleKind.ORDINARY || found > 1;
      check.that(!needed || found == 1, "points", "exactly one rule of kind " + name + ", not " + found);
    }
    check.that(
        policy.ruleOrNull(RuleKind.SEVERE) == null || policy.ruleOrNull(RuleKind.REPEATED) != null,
        "points",
        "a rule of kind repeated, as there is one of kind severe");
    check.that(
        (policy.ruleOrNull(RuleKind.GRACE) == null) == (policy.grace() == null),
        "grace",
        "a value just where points has a rule of kind grace");
  }

  private void conduct() {
    check.filled(policy.conduct(), "conduct");
    List<String> ids = policy.conduct().stream().map(ConductRule::id).toList();
    check.unique(ids, "conduct");
    check.oneOf(policy.merge().rule(), "merge.rule", ids.toArray(new String[0]));
    if (policy.merge().dayRule() != null) {
      check.oneOf(policy.merge().dayRule(), "merge.dayRule", ids.toArray(new String[0]));
    }
    for (int i = 0; i < policy.conduct().size(); i++) {
      ConductRule rule = policy.conduct().get(i);
      String field = "conduct[" + i + "]";
      check.that((rule.limit() == null) == (rule.unit() == null), field + ".unit", "a unit just where a limit is");
      check.words(rule.text(), field + ".text");
      check.basis(rule.basis(), field + ".basis");
    }
  }

  private void appeal() {
    check.list(policy.appeal(), "appeal");
    for (int i = 0; i < policy.appeal().size(); i++) {
      AppealWindow window = policy.appeal().get(i);
      String field = "appeal[" + i + "]";
      check.oneOf(
          window.step(),
          field + ".step",
          "accused-evidence",
          "first-decision",
          "appeal",
          "appeal-material",
          "appeal-decision");
      check.text(window.textOf(), field + ".textOf");
      check.oneOf(window.unit(), field + ".unit", "hours", "days", "working-days", "days-or-working-days");
      check.between(window.max(), 1, MAX_TIME, field + ".max");
      check.that(
          window.min() == null || window.min() >= 0 && window.min() <= window.max(),
          field + ".min",
          "null or 0 to max");
      check.that(window.attempts() == null || window.attempts() >= 1, field + ".attempts", "null or 1 or more");
      check.basis(window.basis(), field + ".basis");
    }
  }

  private void disagreements() {
    check.list(policy.disagreements(), "disagreements");
    check.unique(policy.disagreements().stream().map(Disagreement::code).toList(), "disagreements");
    for (int i = 0; i < policy.disagreements().size(); i++) {
      Disagreement disagreement = policy.disagreements().get(i);
      String field = "disagreements[" + i + "]";
      check.list(disagreement.affects(), field + ".affects");
      for (String subject : disagreement.affects()) {
        boolean known =
            subject.equals("all")
                || policy.points().stream().anyMatch(rule -> rule.id().equals(subject))
                || policy.ledgers().stream().anyMatch(ledger -> ledger.id().equals(subject));
        check.that(known, field + ".affects", "all, rules and ledgers of this file, not " + subject);
      }
      check.words(disagreement.text(), field + ".text");
      check.sources(disagreement.sources(), field + ".sources");
    }
  }
}
