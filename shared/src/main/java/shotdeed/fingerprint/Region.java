package shotdeed.fingerprint;

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

  /** Whether it is the whole picture but for trimmed edges: nine tenths of its width and of its height, or more. */
  public boolean coversNearlyAll() {
    return right - left >= NEARLY && bottom - top >= NEARLY;
  }
}
