package shotdeed.feature;

/**
 * The tests that describe a feature: whether one part of its square is brighter than another of the same size. Test 2k + 1
 * is test 2k seen in a mirror, so that the description of a mirror image is a permutation.
 */
final class Tests {
  /** Cells along each side of the described square. */
  static final int CELLS = 16;

  /** Corners of cells along each side. */
  static final int STRIDE = CELLS + 1;

  /**
   * Eight numbers a test, in the order of bits: of the first part, then of the second, the lower right, upper right, lower
   * left and upper left corner, as {@code row * STRIDE + column}.
   */
  static final int[] CORNERS = new int[8 * Features.BITS];

  static {
    int at = 0;
    int seed = 12345;
    for (int pair = 0; pair < Features.BITS / 2; pair++) {
      int[] draw = new int[5];
      for (int k = 0; k < 5; k++) {
        seed = seed * 1103515245 + 12345;
        draw[k] = seed >>> 16 & 0x7fff;
      }
      int side = 2 + draw[4] % 3;
      int room = CELLS - side + 1;
      int[] x = {draw[0] % room, draw[2] % room};
      int[] y = {draw[1] % room, draw[3] % room};
      for (int k = 0; k < 4; k++) {
        int left = k < 2 ? x[k] : CELLS - side - x[k - 2];
        corners(left, y[k & 1], side, at);
        at += 4;
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
