package shotdeed.fingerprint;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;

/** Which parts of a page's picture are looked up, the whole first. */
final class QueryRegions {
  /** The smallest square of a landmark, as a share of the picture's shorter side, and how many sizes from there. */
  static final double SMALLEST_LANDMARK = 0.08;

  private static final int LANDMARK_SIZES = 10;
  private static final int LANDMARKS = 32;

  /** A strip has {@link #LANDMARKS} for each square of its width, up to so many squares. */
  private static final int STRIP_SQUARES = 4;

  private static final double[] SHRINKS = {0.9, 0.8, 0.7};

  private QueryRegions() {}

  /**
   * A part to look up.
   *
   * @param turned whether in all eight forms; otherwise as it is and mirrored left to right
   */
  record Part(Box box, boolean turned) {}

  /** The parts of a picture, given at its working size. */
  static List<Part> of(LumaImage picture, AreaSums sums) {
    Margins margins = new Margins(picture);
    Box whole = sums.whole();
    Box trimmed = margins.trimmed(whole);
    List<Part> parts = new ArrayList<>();
    add(parts, whole, true);
    add(parts, trimmed, true);
    for (Box panel : Panels.of(picture, margins)) {
      add(parts, panel, false);
    }
    for (double share : SHRINKS) {
      add(parts, whole.shrunk(share), false);
    }
    for (int half = 0; half < 2; half++) {
      add(parts, trimmed.part(1, 0.5, 0, half), false);
      add(parts, trimmed.part(0.5, 1, half, 0), false);
      add(parts, trimmed.part(0.5, 0.5, 0, half), false);
      add(parts, trimmed.part(0.5, 0.5, 1, half), false);
    }
    for (Box landmark : Landmarks.of(sums, SMALLEST_LANDMARK, LANDMARK_SIZES, landmarks(sums))) {
      add(parts, landmark, false);
    }
    return parts;
  }

  private static int landmarks(AreaSums sums) {
    double longSide = Math.max(sums.width, sums.height);
    double shortSide = Math.min(sums.width, sums.height);
    return WorkingPicture.isLong(longSide, shortSide)
        ? (int) (LANDMARKS * Math.min(STRIP_SQUARES, longSide / shortSide))
        : LANDMARKS;
  }

  private static void add(List<Part> parts, Box box, boolean turned) {
    for (Part part : parts) {
      if (!box.differsFrom(part.box(), Margins.SAME)) {
        return;
      }
    }
    parts.add(new Part(box, turned));
  }
}
