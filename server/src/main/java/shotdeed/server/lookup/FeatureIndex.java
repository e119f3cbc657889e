package shotdeed.server.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.feature.Features;

/**
 * Finds, among many certificates, those whose features a picture has: each feature of the picture votes for the
 * certificates that have one like it. The answer is a guess, to be confirmed; recall, memory and time are in the package's
 * README.
 *
 * <p>New certificates gather until {@link #settle} makes them searchable. They are kept in segments whose sizes grow
 * geometrically, as Bentley and Saxe make static structures dynamic ("Decomposable searching problems", 1980): small ones
 * are merged, and so each feature is built anew a few times only.
 *
 * <p>Searches may run at the same time, but nothing else.
 */
public final class FeatureIndex {
  /** A certificate's features beyond so many are not kept. */
  public static final int FEATURES = 700;

  /** Bits of 128 in which features that may show the same differ at most. */
  static final int RADIUS = 24;

  /** Above so many features two segments are not made one: memory for both is needed meanwhile. */
  private static final int MOST_MERGED = 1 << 24;

  private static final int GROWTH = 4;

  private final List<Segment> segments = new ArrayList<>();
  private final Set<Integer> held = new HashSet<>();
  private Gathered gathered = new Gathered();

  /**
   * A certificate that a picture may be a copy of.
   *
   * @param votes more are better; they do not compare between pictures
   */
  public record Candidate(int certificate, double votes) {}

  /** Takes a certificate in; it is found once {@link #settle} was called. Known ones are replaced. */
  public void add(int certificate, Features features) {
    remove(certificate);
    held.add(certificate);
    gathered.add(certificate, Signatures.of(features, FEATURES));
    if (gathered.features() >= MOST_MERGED) {
      settle();
    }
  }

  /** Lets go of a certificate. */
  public void remove(int certificate) {
    if (held.remove(certificate)) {
      settle();
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i).remove(certificate)) {
          if (segments.get(i).hollow()) {
            Segment hollow = segments.remove(i);
            if (hollow.left() > 0) {
              segments.add(i, Segment.merged(List.of(hollow)));
            }
          }
          return;
        }
      }
    }
  }

  /** The certificates held, searchable or not. */
  public Set<Integer> certificates() {
    return held;
  }

  /** Makes what was added searchable. */
  public void settle() {
    if (gathered.isEmpty()) {
      return;
    }
    Segment last = gathered.segment();
    gathered = new Gathered();
    List<Segment> merged = new ArrayList<>(List.of(last));
    long features = last.features();
    while (!segments.isEmpty()) {
      Segment before = segments.get(segments.size() - 1);
      if (before.features() >= GROWTH * features || before.features() + features > MOST_MERGED) {
        break;
      }
      features += before.features();
      merged.add(segments.remove(segments.size() - 1));
    }
    segments.add(merged.size() == 1 ? last : Segment.merged(merged));
  }

  /**
   * The certificates that have most in common with a picture or its mirror image, the best first.
   *
   * @param most certificates at most
   */
  public List<Candidate> search(Features picture, int most) {
    List<Candidate> best = new ArrayList<>();
    int[] upright = Signatures.of(picture, picture.count());
    int[] mirrored = Signatures.of(picture.mirrored(), picture.count());
    List<double[]> uprightVotes = votes(upright);
    List<double[]> mirroredVotes = votes(mirrored);
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      double[] votes = uprightVotes.get(s);
      double[] others = mirroredVotes.get(s);
      for (int i = 0; i < votes.length; i++) {
        double better = Math.max(votes[i], others[i]);
        if (better > 0) {
          best.add(new Candidate(segment.certificate(i), better / Math.sqrt(segment.features(i))));
        }
      }
    }
    best.sort(Comparator.comparingDouble(Candidate::votes).reversed().thenComparingInt(Candidate::certificate));
    return List.copyOf(best.subList(0, Math.min(most, best.size())));
  }

  /**
   * Of each segment the votes that its certificates get. A feature that many certificates have says little about each
   * of them: Sparck Jones (1972); many of all, in whatever segment they are, since that only tells when they were added.
   */
  private List<double[]> votes(int[] query) {
    int count = query.length / Signatures.WORDS;
    double[] having = new double[count];
    double all = 1;
    List<int[][]> found = new ArrayList<>();
    for (Segment segment : segments) {
      int[][] own = new int[count][];
      segment.search(query, RADIUS, (feature, certificates, number) -> {
        own[feature] = Arrays.copyOf(certificates, number);
        having[feature] += number;
      });
      found.add(own);
      all += segment.certificates();
    }
    List<double[]> votes = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      double[] own = new double[segments.get(s).certificates()];
      for (int feature = 0; feature < count; feature++) {
        int[] certificates = found.get(s)[feature];
        if (certificates != null) {
          double weight = Math.log(1 + all / having[feature]);
          for (int certificate : certificates) {
            own[certificate] += weight;
          }
        }
      }
      votes.add(own);
    }
    return votes;
  }

  /** Certificates on their way into a segment. */
  private static final class Gathered {
    private final List<Integer> certificates = new ArrayList<>();
    private final List<int[]> signatures = new ArrayList<>();
    private int features;

    void add(int certificate, int[] own) {
      certificates.add(certificate);
      signatures.add(own);
      features += own.length / Signatures.WORDS;
    }

    boolean isEmpty() {
      return certificates.isEmpty();
    }

    int features() {
      return features;
    }

    Segment segment() {
      int[] numbers = new int[certificates.size()];
      int[] starts = new int[numbers.length + 1];
      int[] all = new int[Signatures.WORDS * features];
      for (int i = 0; i < numbers.length; i++) {
        int[] own = signatures.get(i);
        numbers[i] = certificates.get(i);
        System.arraycopy(own, 0, all, Signatures.WORDS * starts[i], own.length);
        starts[i + 1] = starts[i] + own.length / Signatures.WORDS;
      }
      return new Segment(numbers, starts, all);
    }
  }
}
