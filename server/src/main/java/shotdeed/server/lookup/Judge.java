package shotdeed.server.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.confirm.Affine;
import shotdeed.server.confirm.Confirmation;
import shotdeed.server.confirm.Confirmer;
import shotdeed.wire.GreyRaster;

/**
 * Decides which certificates a picture shows: whatever fingerprints or features name is laid over the picture, and only
 * what agrees there counts.
 *
 * <p>Safe for use by several threads.
 */
public final class Judge {
  /** Pixels of the longer side of the copy as it is compared, unless it is long. */
  public static final int COPY_SIDE = 320;

  /** Pixels that a long picture keeps across: it may show many photographs under each other, or side by side. */
  private static final int COPY_ACROSS = 160;

  /** Pixels of the longer side of an original as it is compared: a third of it may be all that was copied. */
  public static final int ORIGINAL_SIDE = 640;

  /** Certificates named by features that one picture is compared with. */
  public static final int MOST_BY_FEATURES = 10;

  /** Certificates named by fingerprints that one picture is compared with. */
  static final int MOST_BY_FINGERPRINTS = 10;

  private final Confirmer confirmer = new Confirmer();

  /**
   * A verdict.
   *
   * @param finding by fingerprints, or {@code null} if features named the certificate
   * @param inliers features that agree on one map, at different places; 0 if there was nothing to compare
   * @param confirmation its verdict is copy or related; its map is one of the sizes compared
   * @param map from the original to the copy, as if each were 1 wide and 1 high: the same at any size
   */
  public record Judged(int certificate, Finding finding, int inliers, Confirmation confirmation, Affine map) {
    /** What named the certificate. */
    public Method method() {
      return finding == null ? Method.FEATURE : Method.FINGERPRINT;
    }
  }

  /** Pixels of the longer side of a picture's raster. */
  static int copySide(int width, int height) {
    double across = (double) COPY_ACROSS * Math.max(width, height) / Math.min(width, height);
    return (int) Math.min(GreyRaster.MAX_SIDE, Math.max(COPY_SIDE, Math.round(across)));
  }

  /**
   * What is worth confirming of all that was named; each certificate once.
   *
   * @param findings by fingerprints, the clearest first
   * @param named numbers of certificates by features, the likeliest first
   */
  List<Suspect> suspects(
      Features copy, List<Finding> findings, List<FeatureIndex.Candidate> named, Photographs photographs) {
    Map<Integer, Finding> all = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(findings.size(), MOST_BY_FINGERPRINTS); i++) {
      all.putIfAbsent(findings.get(i).certificate(), findings.get(i));
    }
    for (int i = 0; i < Math.min(named.size(), MOST_BY_FEATURES); i++) {
      all.putIfAbsent(named.get(i).certificate(), null);
    }
    List<Suspect> suspects = new ArrayList<>();
    all.forEach((certificate, finding) -> {
      Suspect suspect = Suspect.of(certificate, finding, copy, photographs.features(certificate));
      if (suspect.worthConfirming()) {
        suspects.add(suspect);
      }
    });
    return suspects;
  }

  /** Confirms or drops; copies first, and of equals the one that agrees best over most of the picture. */
  List<Judged> confirmed(LumaImage copy, List<Suspect> suspects, Photographs photographs) throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (Suspect suspect : suspects) {
      LumaImage original = photographs.luma(suspect.certificate());
      if (original != null) {
        Confirmation confirmation = confirmer.confirm(
            copy, original, suspect.fits(copy, original), suspect.guesses(copy, original));
        if (confirmation.verdict() != Verdict.NONE) {
          Affine map = confirmation.affine().resized(
              1.0 / original.width(), 1.0 / original.height(), 1.0 / copy.width(), 1.0 / copy.height());
          judged.add(new Judged(suspect.certificate(), suspect.finding(), suspect.inliers(), confirmation, map));
        }
      }
    }
    judged.sort(
        Comparator.<Judged, Verdict>comparing(one -> one.confirmation().verdict())
            .thenComparing(Comparator.comparingDouble(Judge::clarity).reversed())
            .thenComparingInt(Judged::certificate));
    return judged;
  }

  private static double clarity(Judged judged) {
    return judged.confirmation().agreement() * judged.confirmation().cells();
  }

  /**
   * Decides about a picture whose pixels are at hand; by the same raster that a browser would send.
   *
   * @param copy of any size
   */
  public List<Judged> judge(
      LumaImage copy,
      Features features,
      List<Finding> findings,
      List<FeatureIndex.Candidate> named,
      Photographs photographs)
      throws IOException {
    GreyRaster raster = GreyRaster.of(copy, copySide(copy.width(), copy.height()));
    return confirmed(raster.luma(), suspects(features, findings, named, photographs), photographs);
  }
}
