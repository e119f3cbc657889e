package shotdeed.feature;

/**
 * Describes a square by comparing the means of parts of it: Levi and Hassner, "LATCH", WACV 2016; Suárez et al.,
 * "BEBLID", Pattern Recognition Letters 133 (2020). The square is upright: what is turned by more than some 15 degrees is
 * not found again, and nothing is lost to a direction that is told wrongly.
 *
 * <p>Not for two threads at once.
 */
final class Describer {
  private static final int CELLS = Tests.CELLS;
  private static final int STRIDE = CELLS + 1;

  private final BoxSums sums;
  private final double[] left = new double[CELLS];
  private final double[] top = new double[CELLS];
  private final double[] cells = new double[STRIDE * STRIDE];

  Describer(BoxSums sums) {
    this.sums = sums;
  }

  /** Writes a description's words to {@code words} from {@code to} on. */
  void describe(double x, double y, double side, int[] words, int to) {
    sample(x, y, side);
    double[] cells = this.cells;
    int[] tests = Tests.TABLE;
    int bits = 0;
    for (int pair = 0, at = 0; pair < Tests.PAIRS; pair++, at += Tests.NUMBERS) {
      int firstSide = tests[at + 2];
      int secondSide = tests[at + 5];
      int firstArea = firstSide * firstSide;
      int secondArea = secondSide * secondSide;
      double first = part(cells, tests[at], tests[at + 1], firstSide) * secondArea;
      double second = part(cells, tests[at + 3], tests[at + 4], secondSide) * firstArea;
      double mirroredFirst = part(cells, CELLS - firstSide - tests[at], tests[at + 1], firstSide) * secondArea;
      double mirroredSecond = part(cells, CELLS - secondSide - tests[at + 3], tests[at + 4], secondSide) * firstArea;
      bits = bits << 2 | (mirroredFirst > mirroredSecond ? 2 : 0) | (first > second ? 1 : 0);
      if ((pair & 15) == 15) {
        words[to + (pair >> 4)] = bits;
        bits = 0;
      }
    }
  }

  private static double part(double[] cells, int left, int top, int side) {
    int from = top * STRIDE + left;
    int below = from + side * STRIDE;
    return cells[below + side] - cells[from + side] - cells[below] + cells[from];
  }

  /**
   * Sums over the cells above and left of each corner. A cell beyond the picture's edge counts as the nearest one within.
   * Rounded to whole numbers, so that the mirror image's are the same.
   */
  private void sample(double x, double y, double side) {
    double cell = side / CELLS;
    edges(x, sums.width, cell, left);
    edges(y, sums.height, cell, top);
    double scale = 256 / (cell * cell * BoxSums.STEPS);
    for (int row = 0; row < CELLS; row++) {
      double sum = 0;
      int at = (row + 1) * STRIDE + 1;
      for (int column = 0; column < CELLS; column++, at++) {
        double total =
            (sumTo(left[column] + cell, top[row] + cell) + sumTo(left[column], top[row]))
                - (sumTo(left[column], top[row] + cell) + sumTo(left[column] + cell, top[row]));
        sum += Math.floor(total * scale + 0.5);
        cells[at] = cells[at - STRIDE] + sum;
      }
    }
  }

  private static void edges(double centre, int length, double cell, double[] edges) {
    for (int i = 0; i < CELLS; i++) {
      edges[i] = Math.max(0, Math.min(length - cell, centre + (i - CELLS / 2) * cell));
    }
  }

  private double sumTo(double x, double y) {
    int i = Math.min(sums.width - 1, (int) x);
    int j = Math.min(sums.height - 1, (int) y);
    int[] table = sums.sums;
    int at = j * sums.stride + i;
    double across = x - i;
    double down = y - j;
    int corner = table[at];
    double right = table[at + 1] - corner;
    double below = table[at + sums.stride] - corner;
    double both = table[at + sums.stride + 1] - corner;
    return corner + right * across + below * down + (both - right - below) * across * down;
  }
}
