package shotdeed.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Chooses among blobs so that no busy corner takes all places: the strongest of each part of the picture go first. */
final class Spread {
  private static final int PARTS = 8;

  private Spread() {}

  /** The chosen ones, at most so many, the strongest first. */
  static List<Blob> of(List<Blob> blobs, int width, int height, int most) {
    Blob[] ordered = blobs.toArray(new Blob[0]);
    Arrays.sort(ordered, Spread::compare);
    if (ordered.length <= most) {
      return Arrays.asList(ordered);
    }
    int[] rank = new int[ordered.length];
    int[] taken = new int[PARTS * PARTS];
    int[] ofRank = new int[ordered.length + 1];
    for (int i = 0; i < ordered.length; i++) {
      int column = Math.min(PARTS - 1, (int) (ordered[i].x() * PARTS / width));
      int row = Math.min(PARTS - 1, (int) (ordered[i].y() * PARTS / height));
      rank[i] = taken[row * PARTS + column]++;
      ofRank[rank[i]]++;
    }
    int last = 0;
    int room = most;
    while (room >= ofRank[last]) {
      room -= ofRank[last++];
    }
    List<Blob> chosen = new ArrayList<>(most);
    for (int i = 0; i < ordered.length; i++) {
      if (rank[i] < last || rank[i] == last && room-- > 0) {
        chosen.add(ordered[i]);
      }
    }
    return chosen;
  }

  private static int compare(Blob a, Blob b) {
    return a.strength() != b.strength()
        ? Double.compare(b.strength(), a.strength())
        : a.side() != b.side() ? Double.compare(b.side(), a.side()) : Double.compare(a.y(), b.y());
  }
}
