package shotdeed.server.lookup;

import java.util.ArrayList;
import java.util.List;
import shotdeed.feature.Correspondences;
import shotdeed.feature.Features;
import shotdeed.feature.Pair;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.server.confirm.Affine;
import shotdeed.server.confirm.AffineFit;
import shotdeed.server.confirm.Guesses;

/**
 * A certificate that a picture may be a copy of, and what speaks for it.
 *
 * @param finding by fingerprints, or {@code null} if features alone named it
 * @param fits maps that features agree on, the best first, from the original's pixels to the copy's where the longer
 *     side of each has {@link #SIDE} pixels
 */
record Suspect(int certificate, Finding finding, List<AffineFit> fits) {
  /** Pixels of the longer side of both pictures, however large they are. */
  static final double SIDE = 640;

  /** How far from its place a feature may lie, in such pixels. */
  private static final double TOLERANCE = 5;

  /** Features that agree, at different places, before a picture's bytes are worth asking for: fewer do by chance. */
  private static final int LEAST_INLIERS = 6;

  /**
   * Compares features pair by pair.
   *
   * @param finding by fingerprints, or {@code null}
   * @param original the certificate's features, or {@code null} if it has none
   */
  static Suspect of(int certificate, Finding finding, Features copy, Features original) {
    List<AffineFit> fits =
        original == null || copy.count() == 0 ? List.of() : AffineFit.of(matches(copy, original), TOLERANCE);
    return new Suspect(certificate, finding, fits);
  }

  private static List<AffineFit.Match> matches(Features copy, Features original) {
    double inCopy = SIDE / Math.max(copy.width(), copy.height());
    double inOriginal = SIDE / Math.max(original.width(), original.height());
    List<AffineFit.Match> matches = new ArrayList<>();
    for (Pair pair : Correspondences.of(copy, original)) {
      int q = pair.query();
      int c = pair.certificate();
      matches.add(new AffineFit.Match(
          original.x(c) * inOriginal,
          original.y(c) * inOriginal,
          copy.x(q) * inCopy,
          copy.y(q) * inCopy,
          copy.side(q) * inCopy / (original.side(c) * inOriginal),
          pair.mirrored()));
    }
    return matches;
  }

  /** Whether it is worth a closer look. */
  boolean worthConfirming() {
    return finding != null || inliers() >= LEAST_INLIERS;
  }

  /** Features that agree on the best map, at different places. */
  int inliers() {
    return fits.isEmpty() ? 0 : fits.get(0).inliers();
  }

  /** What features tell, in the pixels of these two. */
  List<AffineFit> fits(LumaImage copy, LumaImage original) {
    double inOriginal = Math.max(original.width(), original.height()) / SIDE;
    double inCopy = Math.max(copy.width(), copy.height()) / SIDE;
    return fits.stream().map(fit -> fit.resized(inOriginal, inCopy)).toList();
  }

  /** Where the fingerprint says that the original may lie in the copy, in the pixels of these two. */
  List<Affine> guesses(LumaImage copy, LumaImage original) {
    return finding == null
        ? List.of()
        : Guesses.of(finding, copy.width(), copy.height(), original.width(), original.height());
  }
}
