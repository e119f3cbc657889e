package shotdeed.server.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What one contender found, counted by distance, so that a radius can be chosen afterwards. The counts do not depend on
 * the order that pictures come in. Safe for use by several threads.
 */
final class Tally {
  /** Wrong pairs of each kinship that are kept to be looked at, the nearest. */
  static final int KEPT = 200;

  /** A wrong pair. */
  record Pair(
      Kinship kinship, String query, String alteration, String certificate, int distance, Contender.Detail detail) {}

  private static final Comparator<Pair> NEAREST_FIRST =
      Comparator.comparingInt(Pair::distance)
          .thenComparing(Pair::query)
          .thenComparing(Pair::alteration)
          .thenComparing(Pair::certificate);

  private final int most;

  /** By alteration, then distance; the last place counts those without one. */
  private final long[][] own;

  private final Map<Kinship, long[][]> others = new EnumMap<>(Kinship.class);
  private final Map<Kinship, PriorityQueue<Pair>> nearest = new EnumMap<>(Kinship.class);

  /**
   * @param alterations counted apart, the unaltered picture included
   * @param most the largest distance
   */
  Tally(int alterations, int most) {
    this.most = most;
    own = new long[alterations][most + 2];
    for (Kinship kinship : Kinship.values()) {
      others.put(kinship, new long[alterations][most + 2]);
      nearest.put(kinship, new PriorityQueue<>(NEAREST_FIRST.reversed()));
    }
  }

  /** One altered picture of an original, and that original's certificate. */
  synchronized void own(int alteration, int distance) {
    own[alteration][place(distance)]++;
  }

  /** One altered picture and the certificate of another photograph. */
  synchronized void other(int alteration, Kinship kinship, int distance) {
    others.get(kinship)[alteration][place(distance)]++;
  }

  /** Whether such a pair is near enough to be kept, as far as one can tell now. */
  synchronized boolean wanted(Kinship kinship, int distance) {
    PriorityQueue<Pair> kept = nearest.get(kinship);
    return kinship.counts() && distance <= most && (kept.size() < KEPT || distance <= kept.peek().distance());
  }

  synchronized void keep(Pair pair) {
    PriorityQueue<Pair> kept = nearest.get(pair.kinship());
    kept.add(pair);
    if (kept.size() > KEPT) {
      kept.poll();
    }
  }

  /** The wrong pairs within a radius, the unrelated first, the nearest first; at most {@link #KEPT} of each kinship. */
  synchronized List<Pair> nearest(int radius) {
    List<Pair> pairs = new ArrayList<>();
    nearest.values().forEach(pairs::addAll);
    pairs.removeIf(pair -> pair.distance() > radius);
    pairs.sort(Comparator.comparing(Pair::kinship).thenComparing(NEAREST_FIRST));
    return pairs;
  }

  private int place(int distance) {
    return distance == Contender.NONE ? most + 1 : distance;
  }

  /** Originals looked for in one alteration. */
  long originals(int alteration) {
    return sum(own[alteration], most + 1);
  }

  /** Of them, those found within a radius. */
  long found(int alteration, int radius) {
    return sum(own[alteration], radius);
  }

  /** Pairs tried. */
  long pairs(int alteration, Kinship kinship) {
    return sum(others.get(kinship)[alteration], most + 1);
  }

  /** Of them, those within a radius. */
  long matched(int alteration, Kinship kinship, int radius) {
    return sum(others.get(kinship)[alteration], radius);
  }

  /** How many pairs of unrelated pictures have each distance, from 0 to the largest. */
  long[] unrelatedByDistance() {
    long[] all = new long[most + 1];
    for (long[] distances : others.get(Kinship.UNRELATED)) {
      for (int d = 0; d <= most; d++) {
        all[d] += distances[d];
      }
    }
    return all;
  }

  private static long sum(long[] counts, int last) {
    long sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
