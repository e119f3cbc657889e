package shotdeed.penalty;

import java.util.ArrayList;
import java.util.List;

/** Which of a ledger's nodes a deduction newly passes. Of several, only the heaviest runs: the highest. */
final class NodeFinder {
  /** A node at one of its thresholds. */
  record Passed(Node node, int threshold) {}

  private final Ledger ledger;

  NodeFinder(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The heaviest node that going from {@code before} points to {@code after} passes, or {@code null}. */
  Passed heaviest(int before, int after) {
    Passed found = null;
    for (Node node : ledger.nodes()) {
      int threshold = node.at() != null ? node.at() : after / node.every() * node.every();
      if (threshold > before && threshold <= after && (found == null || threshold > found.threshold)) {
        found = new Passed(node, threshold);
      }
    }
    return found;
  }

  /**
   * The nodes that can be the heaviest passed when the points before are anything in a range.
   *
   * @param before without a {@code max}, as far as a source states nodes
   */
  List<Passed> possible(PointRange before, int points) {
    int most = before.max() != null ? before.max() : Math.max(before.min(), highestStated());
    List<Passed> found = new ArrayList<>();
    int start = before.min();
    while (points > 0 && start <= most) {
      Passed passed = heaviest(start, start + points);
      if (passed != null && (found.isEmpty() || found.get(found.size() - 1).threshold != passed.threshold)) {
        found.add(passed);
      }
      start++;
    }
    return found;
  }

  private int highestStated() {
    int highest = 0;
    for (Node node : ledger.nodes()) {
      highest = Math.max(highest, node.at() != null ? node.at() : node.statedTo());
    }
    return highest;
  }
}
