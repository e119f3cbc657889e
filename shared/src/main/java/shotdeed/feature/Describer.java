package shotdeed.feature;

/**
 * Describes a square by comparing the means of parts of it: Levi and Hassner, "LATCH", WACV 2016; Suárez et al.,
 * "BEBLID", Pattern Recognition Letters 133 (2020). The square is upright: what is turned by more than some 15 degrees
 * is not found again, and nothing is lost to a direction that is told wrongly.
 *
 * <p>Places are rounded such that all sums are exact: a mirror image has the same.
 *
 * <p>Not for two threads at once.
 */
final class Describer {
  private static final int CELLS = Tests.CELLS;
  private static final int STRIDE = Tests.STRIDE;

  /** Parts of a pixel that places and the sides of cells are rounded to. */
  private static final double FRACTION = 64;

  private final BoxSums sums;
  private final double[] across = new double[STRIDE];
  private final double[] down = new double[STRIDE];
  private final double[] left = new double[CELLS];
  private final double[] top = new double[CELLS];

  /** Sums over the cells above and left of each corner. */
  private final double[] cells = new double[STRIDE * STRIDE];

  Describer(BoxSums sums) {
    this.sums = sums;
  }

  /** Writes a description's words to {@code words} from {@code to} on. */
  void describe(double x, double y, double side, int[] words, int to) {
    double cell = Math.max(1, rounded(side / CELLS));
    double reach = cell * CELLS / 2;
    double centreX = rounded(x);
    double centreY = rounded(y);
    if (centreX >= reach && centreY >= reach && centreX + reach <= sums.width && centreY + reach <= sums.height) {
      sampleWithin(centreX - reach, centreY - reach, cell);
    } else {
      sample(centreX - reach, centreY - reach, cell);
    }
    test(words, to);
  }

  private static double rounded(double pixels) {
    return Math.floor(pixels * FRACTION + 0.5) / FRACTION;
  }

  private void test(int[] words, int to) {
    double[] cells = this.cells;
    int[] corners = Tests.CORNERS;
    double[] thresholds = Tests.THRESHOLDS;
    double deviation = deviation(cells);
    int test = 0;
    int at = 0;
    for (int word = to; word < to + Features.WORDS; word++) {
      int bits = 0;
      for (int end = test + 32; test < end; test++) {
        double first = cells[corners[at]] - cells[corners[at + 1]] - cells[corners[at + 2]] + cells[corners[at + 3]];
        double second =
            cells[corners[at + 4]] - cells[corners[at + 5]] - cells[corners[at + 6]] + cells[corners[at + 7]];
        at += 8;
        bits = bits << 1 | (first - second > thresholds[test] * deviation ? 1 : 0);
      }
      words[word] = bits;
    }
  }

  /** How far a cell's sum is from the mean of all, in the mean. */
  private static double deviation(double[] cells) {
    int last = STRIDE * STRIDE - 1;
    double mean = (cells[last] - cells[last - CELLS] - cells[CELLS] + cells[0]) / (CELLS * CELLS);
    double total = 0;
    for (int row = 0; row < CELLS; row++) {
      int at = row * STRIDE;
      for (int end = at + CELLS; at < end; at++) {
        double cell = cells[at + STRIDE + 1] - cells[at + STRIDE] - cells[at + 1] + cells[at];
        total += cell > mean ? cell - mean : mean - cell;
      }
    }
    return total / (CELLS * CELLS);
  }

  /** A square within the picture. */
  private void sampleWithin(double fromX, double fromY, double cell) {
    double[] cells = this.cells;
    double[] across = this.across;
    for (int i = 0; i < STRIDE; i++) {
      across[i] = fromX + i * cell;
    }
    int[] table = sums.sums;
    int stride = sums.stride;
    int lastColumn = sums.width - 1;
    int lastRow = sums.height - 1;
    int to = 0;
    for (int row = 0; row < STRIDE; row++) {
      double y = fromY + row * cell;
      int whole = Math.min(lastRow, (int) y);
      double part = y - whole;
      int line = whole * stride;
      for (int column = 0; column < STRIDE; column++) {
        double x = across[column];
        int i = Math.min(lastColumn, (int) x);
        int at = line + i;
        double upper = table[at] + (table[at + 1] - table[at]) * (x - i);
        at += stride;
        double lower = table[at] + (table[at + 1] - table[at]) * (x - i);
        cells[to++] = upper + (lower - upper) * part;
      }
    }
  }

  /** A square that reaches beyond the picture: a cell there counts as the nearest one within. */
  private void sample(double fromX, double fromY, double cell) {
    double[] cells = this.cells;
    edges(fromX, sums.width, cell, left);
    edges(fromY, sums.height, cell, top);
    for (int i = 0; i < STRIDE; i++) {
      cells[i] = 0;
      cells[i * STRIDE] = 0;
    }
    for (int row = 0; row < CELLS; row++) {
      double sum = 0;
      int at = (row + 1) * STRIDE + 1;
      double high = top[row];
      double low = high + cell;
      for (int column = 0; column < CELLS; column++, at++) {
        double x = left[column];
        sum += sumTo(x + cell, low) - sumTo(x + cell, high) - sumTo(x, low) + sumTo(x, high);
        cells[at] = cells[at - STRIDE] + sum;
      }
    }
  }

  private static void edges(double from, int length, double cell, double[] edges) {
    for (int i = 0; i < CELLS; i++) {
      edges[i] = Math.max(0, Math.min(length - cell, from + i * cell));
    }
  }

  private double sumTo(double x, double y) {
    int i = Math.min(sums.width - 1, (int) x);
    int j = Math.min(sums.height - 1, (int) y);
    int[] table = sums.sums;
    int at = j * sums.stride + i;
    double upper = table[at] + (table[at + 1] - table[at]) * (x - i);
    at += sums.stride;
    double lower = table[at] + (table[at + 1] - table[at]) * (x - i);
    return upper + (lower - upper) * (y - j);
  }
}
