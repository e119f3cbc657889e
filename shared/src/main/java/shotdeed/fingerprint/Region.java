package shotdeed.fingerprint;

import java.util.List;

/**
 * A rectangle of a picture, in ten-thousandths of its width and height from the top left, so that it holds for every
 * size the picture is served in.
 *
 * @param left 0 to 9,999
 * @param top 0 to 9,999
 * @param right more than {@code left}, at most 10,000
 * @param bottom more than {@code top}, at most 10,000
 */
public record Region(int left, int top, int right, int bottom) {
  /** The unit: the whole width or height. */
  public static final int UNIT = 10_000;

  /** The whole picture. */
  public static final Region WHOLE = new Region(0, 0, UNIT, UNIT);

  /** Share of the width and of the height from which on a part is as good as all of it. */
  private static final int NEARLY = 9_000;

  public Region {
    if (left < 0 || top < 0 || right > UNIT || bottom > UNIT || left >= right || top >= bottom) {
      throw new IllegalArgumentException(
          "not a region of a picture: " + left + ", " + top + " to " + right + ", " + bottom);
    }
  }

  /**
   * The least region around an outline; the whole picture if it encloses nothing.
   *
   * @param outline x, y, x, y, in ten-thousandths; what lies beyond the picture counts as its edge
   */
  public static Region around(List<Integer> outline) {
    int left = UNIT;
    int top = UNIT;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i + 1 < outline.size(); i += 2) {
      int x = Math.max(0, Math.min(UNIT, outline.get(i)));
      int y = Math.max(0, Math.min(UNIT, outline.get(i + 1)));
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return left < right && top < bottom ? new Region(left, top, right, bottom) : WHOLE;
  }

  /** Whether it is the whole picture but for trimmed edges: nine tenths of its width and of its height, or more. */
  public boolean coversNearlyAll() {
    return right - left >= NEARLY && bottom - top >= NEARLY;
  }
}
