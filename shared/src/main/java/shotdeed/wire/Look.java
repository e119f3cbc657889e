package shotdeed.wire;

import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;

/**
 * Asks whether one picture, given as numbers, is a copy of one of the caller's monitored certificates. Neither its
 * address nor its bytes are in it.
 *
 * @param kernel version that computed the fingerprints behind {@code candidates}, 0 to 65,535, see {@code Kernel.VERSION}
 * @param featureKernel version that computed {@code features}, 0 to 65,535, see {@code FeatureKernel.VERSION}
 * @param candidates what the picture's fingerprints found in the browser, up to {@link #MAX_CANDIDATES}, the clearest
 *     first; guesses, which the server believes only once geometry confirms them
 * @param features of the picture, up to {@link #MAX_FEATURES}; none if only candidates are to be confirmed, but always
 *     its size
 * @param raster the picture in grey, or {@code null} unless the server asked for it
 */
public record Look(int kernel, int featureKernel, List<Candidate> candidates, Features features, GreyRaster raster) {
  /** Candidates of one look at most. */
  public static final int MAX_CANDIDATES = 32;

  /** Features of one look at most: what they are compared with grows with their square. */
  public static final int MAX_FEATURES = FeatureKernel.QUERY;

  private static final int MAX_VERSION = 0xffff;
  private static final int MAX_DISTANCE = 0xff;

  /**
   * A certificate that the picture may be a copy of.
   *
   * @param certificate its number, 1 or more
   * @param distance differing bits of the clearest fingerprint, 0 to 255
   * @param form how the picture was turned or mirrored to match
   * @param region the part of the picture that matched
   * @param original the part of the certified photograph that it matched
   */
  public record Candidate(int certificate, int distance, Dihedral form, Region region, Region original) {
    public Candidate {
      if (certificate < 1) {
        throw new IllegalArgumentException("a certificate's number is 1 or more, not " + certificate);
      }
      if (distance < 0 || distance > MAX_DISTANCE) {
        throw new IllegalArgumentException("a distance is 0 to " + MAX_DISTANCE + " bits, not " + distance);
      }
    }
  }

  public Look {
    requireVersion(kernel);
    requireVersion(featureKernel);
    if (candidates.size() > MAX_CANDIDATES) {
      throw new IllegalArgumentException(
          "a look has at most " + MAX_CANDIDATES + " candidates, not " + candidates.size());
    }
    if (features.count() > MAX_FEATURES) {
      throw new IllegalArgumentException(
          "a look has at most " + MAX_FEATURES + " features, not " + features.count());
    }
  }

  private static void requireVersion(int version) {
    if (version < 0 || version > MAX_VERSION) {
      throw new IllegalArgumentException("a kernel's version is 0 to " + MAX_VERSION + ", not " + version);
    }
  }
}
