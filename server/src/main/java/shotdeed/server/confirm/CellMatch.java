package shotdeed.server.confirm;

/**
 * Where each cell of a copy lies in the original that is laid over it: block matching by the zero-mean normalised
 * correlation, a few pixels around the place where the cell should lie.
 *
 * <p>Arrays have one element a cell, row by row; those of cells that are not covered hold zeros.
 */
final class CellMatch {
  /** Keeps noise in flat cells from correlating: added to the product of the two standard deviations. */
  private static final double NOISE = 4;

  /** Levels a pixel: cells of the original that are flatter do not tell where they lie. */
  static final double LEAST_STEEPNESS = 3;

  /** A cell that correlates so well looks alike, wherever in its reach it lies. */
  static final double ALIKE = 0.7;

  /** What correlates less does not vote. */
  private static final float LEAST_VOTE = 0.5f;

  private static final int CELL = Overlay.CELL;
  private static final int PIXELS = CELL * CELL;

  final int cells;

  /** The best correlation within the reach, -1 to 1. */
  final float[] best;

  /** How far to the right of its place in the original the cell correlates best, in pixels of the part. */
  final float[] right;

  /** How far below. */
  final float[] below;

  /** The original's cell in its place. */
  final Edges[] edges;

  /** Correlations summed over all cells for each displacement, squared. */
  final double[] votes;

  private final Overlay overlay;
  private final int reach;
  private final int stride;
  private final double[] sums;
  private final double[] squares;
  private final float[] around;
  private final float[] block = new float[PIXELS];

  /**
   * Compares.
   *
   * @param reach pixels to each side, at most the overlay's margin
   */
  CellMatch(Overlay overlay, int reach) {
    this.overlay = overlay;
    this.reach = reach;
    cells = overlay.columns() * overlay.rows();
    best = new float[cells];
    right = new float[cells];
    below = new float[cells];
    edges = new Edges[cells];
    stride = overlay.width() + 2 * overlay.margin() + 1;
    sums = new double[stride * (overlay.height() + 2 * overlay.margin() + 1)];
    squares = new double[sums.length];
    around = new float[(2 * reach + 1) * (2 * reach + 1)];
    votes = new double[around.length];
    sum(overlay.original());
    for (int cell = 0; cell < cells; cell++) {
      if (overlay.covered()[cell]) {
        compare(cell);
      }
    }
  }

  /** Share of the cells with something to see in the original that look alike somewhere within the reach. */
  double alike() {
    int marked = 0;
    int alike = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (overlay.covered()[cell] && edges[cell].steepness() > LEAST_STEEPNESS) {
        marked++;
        alike += best[cell] > ALIKE ? 1 : 0;
      }
    }
    return marked == 0 ? 0 : (double) alike / marked;
  }

  /** How far across its edges the cell lies from its place, in pixels of the part. */
  double off(int cell) {
    return edges[cell].across(right[cell], below[cell]);
  }

  /** Pixels to the right and below by which most cells are displaced alike. */
  int[] displacement() {
    int side = 2 * reach + 1;
    int peak = votes.length / 2;
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] > votes[peak]) {
        peak = i;
      }
    }
    return new int[] {peak % side - reach, peak / side - reach};
  }

  private void sum(float[] values) {
    int columns = stride - 1;
    int at = 0;
    for (int row = stride; row < sums.length; row += stride) {
      double sum = 0;
      double square = 0;
      for (int i = row + 1; i <= row + columns; i++) {
        double value = values[at++];
        sum += value;
        square += value * value;
        sums[i] = sums[i - stride] + sum;
        squares[i] = squares[i - stride] + square;
      }
    }
  }

  private void compare(int cell) {
    int left = cell % overlay.columns() * CELL;
    int top = cell / overlay.columns() * CELL;
    int margin = overlay.margin();
    int side = 2 * reach + 1;
    edges[cell] = Edges.of(overlay.original(), stride - 1, left + margin, top + margin, CELL);
    double deviation = block(left, top);
    int peak = 0;
    for (int i = 0; i < around.length; i++) {
      float z = correlation(deviation, left + margin - reach + i % side, top + margin - reach + i / side);
      around[i] = z;
      peak = z > around[peak] ? i : peak;
      if (z > LEAST_VOTE) {
        votes[i] += z * z;
      }
    }
    best[cell] = around[peak];
    int x = peak % side;
    int y = peak / side;
    right[cell] = (float) (x - reach + (x > 0 && x < side - 1 ? summit(peak, 1) : 0));
    below[cell] = (float) (y - reach + (y > 0 && y < side - 1 ? summit(peak, side) : 0));
  }

  /** Takes in the copy's cell less its mean; its standard deviation. */
  private double block(int left, int top) {
    float[] copy = overlay.copy();
    double sum = 0;
    for (int i = 0; i < PIXELS; i++) {
      float value = copy[(top + i / CELL) * overlay.width() + left + i % CELL];
      block[i] = value;
      sum += value;
    }
    float mean = (float) (sum / PIXELS);
    double square = 0;
    for (int i = 0; i < PIXELS; i++) {
      block[i] -= mean;
      square += block[i] * (double) block[i];
    }
    return Math.sqrt(square / PIXELS);
  }

  private double deviation(int x, int y) {
    int a = y * stride + x;
    int b = a + CELL * stride;
    double sum = sums[b + CELL] - sums[b] - sums[a + CELL] + sums[a];
    double square = squares[b + CELL] - squares[b] - squares[a + CELL] + squares[a];
    double mean = sum / PIXELS;
    return Math.sqrt(Math.max(0, square / PIXELS - mean * mean));
  }

  /** The block has a mean of 0, so that the other's mean falls out of the product. */
  private float correlation(double deviation, int x, int y) {
    float[] original = overlay.original();
    float[] block = this.block;
    int row = stride - 1;
    int at = y * row + x;
    float even = 0;
    float odd = 0;
    for (int i = 0; i < PIXELS; i += CELL, at += row) {
      even += block[i] * original[at] + block[i + 2] * original[at + 2];
      odd += block[i + 1] * original[at + 1] + block[i + 3] * original[at + 3];
      even += block[i + 4] * original[at + 4] + block[i + 6] * original[at + 6];
      odd += block[i + 5] * original[at + 5] + block[i + 7] * original[at + 7];
    }
    return (float) ((even + odd) / PIXELS / (deviation * deviation(x, y) + NOISE));
  }

  /** Where the parabola through a peak and its neighbours has its top: -0.5 to 0.5. */
  private double summit(int peak, int step) {
    double before = around[peak - step];
    double at = around[peak];
    double after = around[peak + step];
    double bend = before - 2 * at + after;
    return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend));
  }
}
