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
 * <p>Cost: two distances for every two features, in {@code long} words: half the time that {@code int} words take, and
 * only the server compares.
 */
public final class Correspondences {
  /** Descriptions that differ in more bits are of different places. */
  private static final int MOST_BITS = 90;

  /** The nearest is nearer than this share of the second nearest's distance. */
  private static final double RATIO = 0.9;

  /** A second nearest this far away is as good as none, whatever the nearest is. */
  private static final int FAR = (int) (MOST_BITS / RATIO) + 1;

  /** {@code long} words of a description. */
  private static final int WORDS = Features.BITS / Long.SIZE;

  private Correspondences() {}

  /** The pairs, of both mirror forms; the mirrored ones last, each in the order of the picture's features. */
  public static List<Pair> of(Features query, Features certificate) {
    List<Pair> pairs = new ArrayList<>();
    long[] certified = words(certificate);
    add(words(query), certified, false, pairs);
    add(words(query.mirrored()), certified, true, pairs);
    return pairs;
  }

  private static long[] words(Features features) {
    int[] words = features.words();
    long[] pairs = new long[words.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (long) words[2 * i] << 32 | words[2 * i + 1] & 0xffff_ffffL;
    }
    return pairs;
  }

  private static void add(long[] query, long[] certificate, boolean mirrored, List<Pair> pairs) {
    for (int from = 0; from < query.length; from += WORDS) {
      long q0 = query[from];
      long q1 = query[from + 1];
      long q2 = query[from + 2];
      long q3 = query[from + 3];
      int nearest = FAR;
      int second = FAR;
      int best = -1;
      for (int to = 0; to < certificate.length; to += WORDS) {
        int distance =
            Long.bitCount(certificate[to] ^ q0)
                + Long.bitCount(certificate[to + 1] ^ q1)
                + Long.bitCount(certificate[to + 2] ^ q2)
                + Long.bitCount(certificate[to + 3] ^ q3);
        if (distance < second) {
          if (distance < nearest) {
            second = nearest;
            nearest = distance;
            best = to;
          } else {
            second = distance;
          }
        }
      }
      if (nearest <= MOST_BITS && nearest < RATIO * second) {
        pairs.add(new Pair(from / WORDS, best / WORDS, nearest, mirrored));
      }
    }
  }
}
