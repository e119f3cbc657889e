package shotdeed.server.penalty;

import java.util.List;
import shotdeed.penalty.Clearing;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.Money;
import shotdeed.penalty.Node;
import shotdeed.penalty.OwnTerm;

/** Holds ledgers to their form: thresholds that ascend, terms and money that say what they are, words for measures. */
final class LedgerValidator {
  private static final int MAX_POINTS = 1000;
  private static final int MAX_DAYS = 36_600;

  private final PolicyCheck check;

  LedgerValidator(PolicyCheck check) {
    this.check = check;
  }

  void validate(List<Ledger> ledgers) {
    check.filled(ledgers, "ledgers");
    check.unique(ledgers.stream().map(Ledger::id).toList(), "ledgers");
    for (int i = 0; i < ledgers.size(); i++) {
      Ledger ledger = ledgers.get(i);
      String field = "ledgers[" + i + "]";
      check.words(ledger.name(), field + ".name");
      check.basis(ledger.basis(), field + ".basis");
      check.filled(ledger.nodes(), field + ".nodes");
      thresholds(ledger.nodes(), field + ".nodes");
      for (int j = 0; j < ledger.nodes().size(); j++) {
        node(ledger.nodes().get(j), field + ".nodes[" + j + "]");
      }
      clearing(ledger.clearing(), field + ".clearing");
    }
  }

  private void thresholds(List<Node> nodes, String field) {
    int last = 0;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      String at = field + "[" + i + "]";
      check.that((node.at() == null) != (node.every() == null), at, "exactly one of at and every");
      if (node.every() != null) {
        check.that(nodes.size() == 1, at + ".every", "a repeating node alone in its ledger");
        check.between(node.every(), 1, MAX_POINTS, at + ".every");
        check.that(
            node.statedTo() != null && node.statedTo() >= node.every() && node.statedTo() % node.every() == 0,
            at + ".statedTo",
            "a multiple of every");
        check.basis(node.repeatBasis(), at + ".repeatBasis");
      } else {
        check.between(node.at(), 1, MAX_POINTS, at + ".at");
        check.that(node.at() > last, at + ".at", "more than the node before, " + last + ", not " + node.at());
        check.that(node.statedTo() == null, at + ".statedTo", "null for a node that does not repeat");
        check.that(node.repeatBasis() == null, at + ".repeatBasis", "null for a node that does not repeat");
        last = node.at();
      }
    }
  }

  private void node(Node node, String field) {
    check.filled(node.measures(), field + ".measures");
    check.measures(node.measures(), field + ".measures");
    check.measures(node.measuresIfSerious(), field + ".measuresIfSerious");
    check.measures(node.disputedMeasures(), field + ".disputedMeasures");
    check.oneOf(node.term(), field + ".term", "fixed", "permanent", "not-stated");
    boolean fixed = node.term().equals("fixed");
    check.that(fixed == (node.days() != null), field + ".days", fixed ? "a number of days" : "null for this term");
    check.that(!fixed || node.days() >= 1 && node.days() <= MAX_DAYS, field + ".days", "1 to " + MAX_DAYS);
    check.list(node.ownTerms(), field + ".ownTerms");
    for (OwnTerm own : node.ownTerms()) {
      check.that(node.measures().contains(own.measure()), field + ".ownTerms", "a measure of this node");
      check.between(own.days(), 1, MAX_DAYS, field + ".ownTerms");
    }
    money(node.money(), field + ".money");
    check.basis(node.basis(), field + ".basis");
  }

  private void money(Money money, String field) {
    if (money == null) {
      return;
    }
    check.oneOf(money.kind(), field + ".kind", "amount", "whole-deposit", "not-stated");
    check.that(
        money.kind().equals("amount") == (money.amount() != null),
        field + ".amount",
        "a number just where the kind is amount");
    check.that(money.amount() == null || money.amount() > 0, field + ".amount", "more than 0");
    check.text(money.currency(), field + ".currency");
  }

  private void clearing(Clearing clearing, String field) {
    check.given(clearing, field);
    check.that(
        (clearing.at() == null) != (clearing.afterDays() == null), field, "exactly one of at and afterDays");
    if (clearing.at() != null) {
      check.oneOf(clearing.at(), field + ".at", "12-31T24:00");
    } else {
      check.between(clearing.afterDays(), 1, MAX_DAYS, field + ".afterDays");
    }
    check.that(
        (clearing.otherAfterDays() == null) == (clearing.otherBasis() == null),
        field + ".otherBasis",
        "a value just where otherAfterDays is given");
    if (clearing.otherAfterDays() != null) {
      check.between(clearing.otherAfterDays(), 1, MAX_DAYS, field + ".otherAfterDays");
      check.basis(clearing.otherBasis(), field + ".otherBasis");
    }
    check.that(
        clearing.keepFrom() == null || clearing.keepFrom() >= 1 && clearing.keepFrom() <= MAX_POINTS,
        field + ".keepFrom",
        "null or 1 to " + MAX_POINTS);
    check.basis(clearing.basis(), field + ".basis");
  }
}
