package shotdeed.server.monitor;

import java.util.List;

/**
 * What algorithms of others, independent of the fingerprints that found a copy, say about it beside the original. It is
 * shown and kept as evidence; it decides nothing.
 *
 * @param figures one an algorithm, always the same algorithms in the same order
 */
public record SecondOpinion(List<Figure> figures) {
  /** The algorithms, by the names that they are kept under. */
  static final List<String> ALGORITHMS =
      List.of("JImageHash 1.0.0 PerceptiveHash(64)", "JImageHash 1.0.0 PerceptiveHash(256)");

  /** Why there is no figure. */
  public enum Missing {
    /** The original's file is not in the store. */
    ORIGINAL_MISSING("original-missing"),
    /** The original's file was damaged, or no longer decodes. */
    ORIGINAL_UNREADABLE("original-unreadable"),
    /** The algorithm did not work on this picture. */
    FAILED("failed"),
    /** The sighting is older than second opinions. */
    RECORDED_BEFORE("recorded-before");

    private final String text;

    Missing(String text) {
      this.text = text;
    }

    /** For programs and the store; its words are the message {@code sighting.opinion.missing.…}. */
    public String text() {
      return text;
    }

    static Missing of(String text) {
      for (Missing missing : values()) {
        if (missing.text.equals(text)) {
          return missing;
        }
      }
      throw new IllegalArgumentException("no reason for a missing second opinion: " + text);
    }
  }

  /**
   * What one algorithm says.
   *
   * @param bits of its hash; 0 if there is no figure
   * @param differing bits between the hashes of original and copy, 0 to {@code bits}
   * @param missing why there is no figure, or {@code null}
   */
  public record Figure(String algorithm, int bits, int differing, Missing missing) {
    /** The normalised Hamming distance, from 0 (alike) to 1; two unrelated pictures have about 0.5. */
    public double distance() {
      return (double) differing / bits;
    }
  }

  public SecondOpinion {
    figures = List.copyOf(figures);
  }

  /** No figures, and why. */
  static SecondOpinion missing(Missing why) {
    return new SecondOpinion(
        ALGORITHMS.stream().map(algorithm -> new Figure(algorithm, 0, 0, why)).toList());
  }
}
