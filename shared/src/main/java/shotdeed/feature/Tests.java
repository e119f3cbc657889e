package shotdeed.feature;

/**
 * The tests that describe a feature: whether one part of its square is brighter than another of the same size, by more
 * than a share of how much the square's cells differ on the whole. Test 2k + 1 is test 2k seen in a mirror, so that the
 * description of a mirror image is a permutation.
 *
 * <p>Which tests: learnt from places of photographs that were found again in altered copies, against the places of
 * other photographs that look most like them; how is told in {@code shotdeed/feature/README.md} of the resources.
 * Another table is another {@linkplain FeatureKernel#VERSION version}.
 */
final class Tests {
  /** Cells along each side of the described square. */
  static final int CELLS = 16;

  /** Corners of cells along each side. */
  static final int STRIDE = CELLS + 1;

  /**
   * Eight numbers a test, in the order of bits: of the first part, then of the second, the lower right, upper right,
   * lower left and upper left corner, as {@code row * STRIDE + column}.
   */
  static final int[] CORNERS = new int[8 * Features.BITS];

  /** By how many times the cells' mean deviation the sum over the first part must exceed that over the second. */
  static final double[] THRESHOLDS = new double[Features.BITS];

  /**
   * Six numbers for each two tests: column and row of the first part, of the second, the side of both in cells, and the
   * threshold, in hundredths of the cells' mean deviation.
   */
  private static final int[] LEARNT = {
    9, 4, 10, 1, 2, -25, 14, 7, 11, 7, 2, 0, 4, 3, 2, 0, 2, 0, 7, 4, 5, 1, 2, 0, 0, 11, 3, 11, 3, 0,
    10, 14, 8, 11, 2, 0, 7, 4, 9, 6, 2, 12, 13, 5, 10, 5, 3, 0, 6, 1, 6, 3, 2, 0, 11, 8, 14, 11, 2, 12,
    11, 10, 11, 8, 1, -12, 7, 11, 6, 14, 2, 0, 11, 5, 10, 5, 3, 0, 10, 3, 10, 0, 3, 0, 1, 13, 4, 12, 2, 12,
    8, 5, 8, 7, 2, -12, 3, 2, 0, 0, 2, 0, 4, 7, 3, 5, 1, 0, 3, 9, 4, 11, 2, 0, 6, 1, 5, 1, 3, 0, 5, 11, 4, 15, 1, 12,
    1, 12, 0, 8, 2, -12, 9, 4, 12, 3, 2, 0, 8, 8, 9, 7, 3, -12, 10, 10, 8, 11, 1, -12, 11, 0, 8, 1, 2, 12,
    13, 9, 14, 13, 2, 0, 2, 10, 4, 8, 2, -12, 6, 11, 8, 10, 2, -12, 6, 2, 5, 0, 2, 0, 9, 3, 4, 3, 2, 0,
    13, 7, 14, 11, 2, 25, 1, 14, 6, 14, 2, 0, 7, 8, 9, 8, 2, 0, 0, 0, 5, 1, 3, 12, 5, 6, 5, 10, 2, 0,
    5, 5, 5, 2, 1, 0, 14, 7, 15, 2, 1, 0, 12, 12, 13, 14, 2, 0, 5, 3, 6, 6, 1, 0, 3, 13, 6, 12, 3, 0,
    0, 3, 2, 6, 3, 12, 5, 7, 8, 6, 1, 12, 1, 3, 0, 5, 2, 0, 12, 12, 14, 10, 2, 0, 10, 2, 11, 0, 2, 0,
    9, 10, 12, 14, 2, -50, 6, 6, 6, 8, 2, 0, 5, 1, 2, 1, 3, 0, 7, 15, 5, 15, 1, 0, 15, 7, 14, 7, 1, 0,
    5, 1, 9, 1, 3, -12, 5, 6, 6, 10, 4, -12, 11, 10, 10, 11, 1, -25, 3, 8, 4, 7, 2, -12, 6, 5, 7, 7, 2, 0,
    6, 3, 11, 2, 2, 12, 3, 14, 3, 10, 2, 0, 2, 8, 0, 8, 2, -25, 13, 3, 12, 0, 1, 25, 5, 13, 0, 14, 2, 50,
    6, 6, 11, 8, 1, -100, 2, 4, 2, 2, 2, 0, 1, 10, 2, 6, 2, 25, 5, 15, 8, 13, 1, 0, 0, 10, 1, 11, 1, 12,
    6, 7, 7, 7, 1, 0, 3, 14, 3, 13, 1, 0, 8, 3, 12, 2, 3, 12, 7, 9, 8, 14, 2, -50, 14, 5, 13, 0, 2, 0,
    10, 8, 7, 11, 2, -25, 5, 2, 8, 0, 2, -50, 9, 2, 10, 6, 2, 0, 13, 11, 13, 14, 1, -12, 11, 2, 5, 0, 2, 100,
    12, 13, 8, 15, 1, 50, 12, 11, 10, 13, 1, -25, 3, 0, 9, 6, 4, 100, 12, 10, 4, 11, 1, -25, 2, 3, 4, 5, 2, -25,
    6, 0, 4, 0, 3, 25, 11, 10, 7, 11, 4, -100, 11, 14, 15, 15, 1, 0, 2, 1, 5, 2, 2, 0, 9, 13, 6, 13, 2, 12,
    5, 11, 3, 15, 1, 0, 14, 1, 14, 6, 2, -12, 6, 2, 12, 1, 4, -100, 9, 15, 11, 10, 1, -12, 0, 8, 0, 9, 1, 0,
    12, 14, 10, 0, 1, -100, 2, 2, 4, 1, 1, 0, 15, 14, 15, 8, 1, -12, 2, 1, 9, 1, 4, 25, 6, 1, 7, 4, 1, 0,
    11, 15, 14, 7, 1, -25, 8, 4, 3, 5, 4, 50, 10, 13, 7, 12, 2, 0, 1, 5, 6, 0, 5, -100, 7, 1, 10, 3, 1, 12,
    8, 6, 5, 5, 5, -100, 1, 6, 0, 10, 3, -50, 2, 2, 7, 5, 5, 100, 6, 2, 4, 1, 2, 12, 14, 15, 15, 13, 1, 0,
    2, 3, 3, 6, 3, 0, 1, 8, 3, 15, 1, 0, 9, 7, 3, 8, 4, -25, 12, 15, 9, 13, 1, -25, 12, 6, 7, 6, 4, 12,
    8, 15, 12, 11, 1, 25, 13, 15, 4, 15, 1, 0, 8, 9, 9, 7, 4, -25, 5, 2, 1, 3, 2, 0, 3, 0, 6, 0, 1, -25,
    5, 11, 11, 14, 2, 100, 10, 11, 10, 8, 2, 0, 9, 3, 4, 1, 3, 0, 1, 5, 0, 3, 2, 0, 3, 8, 10, 8, 2, 100,
    11, 9, 12, 0, 4, 0, 6, 7, 10, 8, 2, -50, 6, 2, 12, 15, 1, -12, 15, 2, 14, 5, 1, 100, 10, 14, 7, 13, 1, 25,
    6, 0, 8, 3, 5, 100, 2, 11, 1, 10, 5, 12
  };

  static {
    for (int pair = 0; pair < Features.BITS / 2; pair++) {
      int at = 6 * pair;
      int side = LEARNT[at + 4];
      int furthest = CELLS - side;
      for (int test = 2 * pair; test <= 2 * pair + 1; test++) {
        boolean mirrored = test % 2 == 1;
        int first = mirrored ? furthest - LEARNT[at] : LEARNT[at];
        int second = mirrored ? furthest - LEARNT[at + 2] : LEARNT[at + 2];
        corners(first, LEARNT[at + 1], side, 8 * test);
        corners(second, LEARNT[at + 3], side, 8 * test + 4);
        THRESHOLDS[test] = LEARNT[at + 5] * side * side / 100.0;
      }
    }
  }

  private Tests() {}

  private static void corners(int left, int top, int side, int at) {
    CORNERS[at] = (top + side) * STRIDE + left + side;
    CORNERS[at + 1] = top * STRIDE + left + side;
    CORNERS[at + 2] = (top + side) * STRIDE + left;
    CORNERS[at + 3] = top * STRIDE + left;
  }
}
