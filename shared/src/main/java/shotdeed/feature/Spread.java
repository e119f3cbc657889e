package shotdeed.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Puts blobs into the order in which they are worth keeping, such that no busy corner takes all places: first the
 * strongest of each part of the picture, then the second of each, and so on.
 */
final class Spread {
  /** Along each side of the picture. */
  private static final int PARTS = 8;

  /** Blobs of fewer pixels a side, of which there are most, and larger ones take turns. */
  private static final double SMALL = 9;

  private Spread() {}

  /** The first of that order, at most so many. */
  static Blob[] of(List<Blob> blobs, int width, int height, int most) {
    Blob[] ordered = blobs.toArray(new Blob[0]);
    Arrays.sort(ordered, Spread::compare);
    int count = ordered.length;
    int[] taken = new int[2 * PARTS * PARTS];
    int[] rank = new int[count];
    int[] first = new int[count + 1];
    for (int i = 0; i < count; i++) {
      int column = Math.min(PARTS - 1, (int) (ordered[i].x() * PARTS / width));
      int row = Math.min(PARTS - 1, (int) (ordered[i].y() * PARTS / height));
      int large = ordered[i].side() < SMALL ? 0 : PARTS * PARTS;
      rank[i] = taken[large + row * PARTS + column]++;
      first[rank[i] + 1]++;
    }
    for (int i = 0; i < count; i++) {
      first[i + 1] += first[i];
    }
    Blob[] chosen = new Blob[Math.min(most, count)];
    for (int i = 0; i < count; i++) {
      int place = first[rank[i]]++;
      if (place < chosen.length) {
        chosen[place] = ordered[i];
      }
    }
    return chosen;
  }

  /** The strongest first; what is equally strong is told apart by what a mirror image leaves as it is. */
  private static int compare(Blob a, Blob b) {
    if (a.strength() != b.strength()) {
      return Double.compare(b.strength(), a.strength());
    }
    return a.side() != b.side() ? Double.compare(b.side(), a.side()) : Double.compare(a.y(), b.y());
  }
}
