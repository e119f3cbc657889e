package shotdeed.server.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Group;

/** One contender's figures at its radius. Shares are 0 to 1, {@code NaN} of nothing. */
final class Standing {
  private final Contender contender;
  private final int radius;
  private final boolean learnt;
  private final Tally tally;
  private final List<Alteration> alterations;
  private final Cost cost;

  /**
   * Processor time, in milliseconds.
   *
   * @param certificate to compute what a certificate keeps
   * @param picture to judge one
   */
  record Cost(double certificate, double picture) {}

  private Standing(
      Contender contender, int radius, boolean learnt, Tally tally, List<Alteration> alterations, Cost cost) {
    this.contender = contender;
    this.radius = radius;
    this.learnt = learnt;
    this.tally = tally;
    this.alterations = alterations;
    this.cost = cost;
  }

  static Standing of(Contender contender, Tally tally, List<Alteration> alterations, Cost cost) {
    if (contender.radius() != null) {
      return new Standing(contender, contender.radius(), false, tally, alterations, cost);
    }
    long pairs = 0;
    for (int a = 0; a <= alterations.size(); a++) {
      pairs += tally.pairs(a, Kinship.UNRELATED);
    }
    int radius = ErrorRule.radius(tally.unrelatedByDistance(), pairs);
    return new Standing(contender, radius, true, tally, alterations, cost);
  }

  String name() {
    return contender.name();
  }

  /** In bits, or that each fingerprint has its own, or that none is safe. */
  String radius() {
    return radius < 0 ? "none" : contender.shown(radius);
  }

  /** Whether the radius was chosen by {@link ErrorRule}. */
  boolean learnt() {
    return learnt;
  }

  Cost cost() {
    return cost;
  }

  /** Whether the contender was asked about an alteration; place 0 is the unaltered picture. */
  boolean isAsked(int alteration) {
    return contender.isAsked(alteration == 0 ? null : alterations.get(alteration - 1));
  }

  /** Of the originals, those found in one alteration; place 0 is the unaltered picture. */
  double recall(int alteration) {
    return (double) tally.found(alteration, radius) / tally.originals(alteration);
  }

  long originals(int alteration) {
    return tally.originals(alteration);
  }

  long found(int alteration) {
    return tally.found(alteration, radius);
  }

  double recall(Group group) {
    return mean(places(group));
  }

  /** Over all alterations, each counting the same. */
  double meanOverAlterations() {
    List<Integer> all = new ArrayList<>();
    for (int a = 1; a <= alterations.size(); a++) {
      all.add(a);
    }
    return mean(all);
  }

  /** Over the groups, each counting the same. */
  double mean(Iterable<Group> groups) {
    double sum = 0;
    int count = 0;
    for (Group group : groups) {
      sum += recall(group);
      count++;
    }
    return sum / count;
  }

  /** The place of the alteration with the least recall, the first of equals. */
  int worst() {
    int worst = 1;
    for (int a = 2; a <= alterations.size(); a++) {
      worst = recall(a) < recall(worst) ? a : worst;
    }
    return worst;
  }

  long pairs(int alteration, Kinship kinship) {
    return tally.pairs(alteration, kinship);
  }

  long matched(int alteration, Kinship kinship) {
    return tally.matched(alteration, kinship, radius);
  }

  long pairs(Kinship kinship) {
    long sum = 0;
    for (int a = 0; a <= alterations.size(); a++) {
      sum += pairs(a, kinship);
    }
    return sum;
  }

  long matched(Kinship kinship) {
    long sum = 0;
    for (int a = 0; a <= alterations.size(); a++) {
      sum += matched(a, kinship);
    }
    return sum;
  }

  /** Pairs of any kinship that is an error to match. */
  long pairs() {
    return Arrays.stream(Kinship.values()).filter(Kinship::counts).mapToLong(this::pairs).sum();
  }

  /** Of them, those that match. */
  long matched() {
    return Arrays.stream(Kinship.values()).filter(Kinship::counts).mapToLong(this::matched).sum();
  }

  List<Tally.Pair> wrongPairs() {
    return tally.nearest(radius);
  }

  private double mean(List<Integer> places) {
    double sum = 0;
    for (int place : places) {
      sum += recall(place);
    }
    return sum / places.size();
  }

  private List<Integer> places(Group group) {
    List<Integer> places = new ArrayList<>();
    for (int a = 0; a < alterations.size(); a++) {
      if (alterations.get(a).group() == group) {
        places.add(a + 1);
      }
    }
    return places;
  }
}
