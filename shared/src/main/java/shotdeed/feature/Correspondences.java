package shotdeed.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Which features of a page's picture may show the same place as features of a certificate's photograph. A feature's
 * nearest one counts if the second nearest is clearly farther: Lowe, "Distinctive image features from scale-invariant
 * keypoints", IJCV 60 (2004), section 7.1.
 *
 * <p>Many are wrong; what is right agrees in its geometry, which is for the caller to find out.
 *
 * <p>Cost: two distances for every two features.
 */
public final class Correspondences {
  /** Descriptions that differ in more bits are of different places. */
  private static final int MOST_BITS = 90;

  /** The nearest is nearer than this share of the second nearest's distance. */
  private static final double RATIO = 0.9;

  private Correspondences() {}

  /** The pairs, of both mirror forms; the mirrored ones last, each in the order of the picture's features. */
  public static List<Pair> of(Features query, Features certificate) {
    List<Pair> pairs = new ArrayList<>();
    add(query, certificate, false, pairs);
    add(query.mirrored(), certificate, true, pairs);
    return pairs;
  }

  private static void add(Features query, Features certificate, boolean mirrored, List<Pair> pairs) {
    int[] a = query.words();
    int[] b = certificate.words();
    for (int i = 0; i < query.count(); i++) {
      int from = Features.WORDS * i;
      int nearest = Features.BITS + 1;
      int second = Features.BITS + 1;
      int best = -1;
      for (int j = 0, to = 0; j < certificate.count(); j++, to += Features.WORDS) {
        int distance = 0;
        for (int k = 0; k < Features.WORDS; k++) {
          distance += Integer.bitCount(a[from + k] ^ b[to + k]);
        }
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          best = j;
        } else if (distance < second) {
          second = distance;
        }
      }
      if (nearest <= MOST_BITS && nearest < RATIO * second) {
        pairs.add(new Pair(i, best, nearest, mirrored));
      }
    }
  }
}
