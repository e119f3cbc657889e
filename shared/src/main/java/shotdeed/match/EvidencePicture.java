package shotdeed.match;

import java.util.ArrayList;
import java.util.List;
import shotdeed.wire.Geometry;

/**
 * The drawing that shows what a copy has in common with its original: both side by side, the common part outlined on
 * each, corresponding points joined; and the original laid over the copy. Console and side panel draw the same.
 *
 * <p>Each picture stands in a square cell of {@link #CELL} units, as large as fits and in the middle of the drawing's
 * height, so that a tall and a wide picture both can be seen.
 */
public final class EvidencePicture {
  /** Side of a picture's cell. */
  public static final int CELL = 1_000;

  /** Between the two cells. */
  public static final int GAP = 40;

  private static final int UNIT = 10_000;
  private static final int MOST_LINES = 24;
  private static final int MOST_CORNERS = 64;

  private final int[] original;
  private final int[] copy;
  private final int height;
  private final String originalOutline;
  private final String copyOutline;
  private final List<int[]> lines = new ArrayList<>();
  private final String overlay;

  private EvidencePicture(Geometry geometry, int[] originalSize, int[] copySize) {
    height = Math.max(originalSize[1], copySize[1]);
    original = new int[] {0, (height - originalSize[1]) / 2, originalSize[0], originalSize[1]};
    copy = new int[] {originalSize[0] + GAP, (height - copySize[1]) / 2, copySize[0], copySize[1]};
    originalOutline = outline(original, geometry.originalOutline());
    copyOutline = outline(copy, geometry.copyOutline());
    List<Integer> points = geometry.points();
    for (int i = 0; i + 3 < points.size() && lines.size() < MOST_LINES; i += 4) {
      lines.add(
          new int[] {
            x(original, points.get(i + 2)),
            y(original, points.get(i + 3)),
            x(copy, points.get(i)),
            y(copy, points.get(i + 1))
          });
    }
    Laid laid = Laid.of(geometry);
    overlay = laid == null ? "" : laid.matrix(copySize[0], copySize[1]);
  }

  /**
   * The drawing of two pictures, or {@code null} if there is nothing to draw.
   *
   * @param geometry may be {@code null}
   * @param originalWidth pixels, as displayed; of any size of the picture, only the shape matters
   */
  public static EvidencePicture of(
      Geometry geometry, int originalWidth, int originalHeight, int copyWidth, int copyHeight) {
    if (geometry == null
        || Math.min(Math.min(originalWidth, originalHeight), Math.min(copyWidth, copyHeight)) < 1
        || geometry.copyOutline().size() < 6
        || geometry.originalOutline().size() < 6) {
      return null;
    }
    return new EvidencePicture(geometry, fitted(originalWidth, originalHeight), fitted(copyWidth, copyHeight));
  }

  private static int[] fitted(int width, int height) {
    int longer = Math.max(width, height);
    return new int[] {Math.max(1, scaled(CELL, width, longer)), Math.max(1, scaled(CELL, height, longer))};
  }

  /** Whole numbers only, rounded; every picture's sides are below 65,536, so that nothing overflows. */
  private static int scaled(int units, int part, int whole) {
    return (int) ((double) units * part / whole + 0.5);
  }

  private static int x(int[] place, int share) {
    return place[0] + scaled(place[2], share, UNIT);
  }

  private static int y(int[] place, int share) {
    return place[1] + scaled(place[3], share, UNIT);
  }

  private static String outline(int[] place, List<Integer> corners) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < corners.size() && i < 2 * MOST_CORNERS; i += 2) {
      text.append(i == 0 ? "" : " ").append(x(place, corners.get(i))).append(',').append(y(place, corners.get(i + 1)));
    }
    return text.toString();
  }

  /** {@code viewBox} of both side by side. */
  public String viewBox() {
    return "0 0 " + (copy[0] + copy[2]) + " " + height;
  }

  /** Where the original stands: left, top, width, height. */
  public int[] original() {
    return original.clone();
  }

  /** Where the copy stands. */
  public int[] copy() {
    return copy.clone();
  }

  /** Corners of the common part on the original, as SVG writes {@code points}. */
  public String originalOutline() {
    return originalOutline;
  }

  /** Corners of the common part on the copy. */
  public String copyOutline() {
    return copyOutline;
  }

  /** Lines between corresponding points: from x, y on the original to x, y on the copy. */
  public List<int[]> lines() {
    return lines;
  }

  /** {@code viewBox} of the copy alone, over which the original is laid. */
  public String overlayViewBox() {
    return "0 0 " + copy[2] + " " + copy[3];
  }

  /**
   * {@code transform} that lays an original of {@link #side} by {@link #side} units onto the copy of {@link
   * #overlayViewBox}; the empty text if the two cannot be laid over each other.
   */
  public String overlay() {
    return overlay;
  }

  /** Side of the square that an overlaid original is drawn in before it is transformed. */
  public static int side() {
    return UNIT;
  }
}
