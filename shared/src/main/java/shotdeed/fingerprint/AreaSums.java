package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/**
 * Sums over any rectangle of a picture in constant time (summed-area tables: Crow, "Summed-area tables for texture
 * mapping", SIGGRAPH 1984). Memory: eight bytes a pixel.
 */
final class AreaSums {
  private static final int SAMPLES = SampleHasher.REGION_SIDE;

  final int width;
  final int height;
  private final int stride;
  private final double[] sums;
  private final int[] column = new int[SAMPLES + 1];
  private final double[] share = new double[SAMPLES + 1];
  private double[] above = new double[SAMPLES + 1];
  private double[] here = new double[SAMPLES + 1];

  AreaSums(LumaImage picture) {
    width = picture.width();
    height = picture.height();
    stride = width + 1;
    double[] sums = new double[stride * (height + 1)];
    this.sums = sums;
    int stride = this.stride;
    float[] values = picture.values();
    int from = 0;
    int to = stride + 1;
    for (int y = 0; y < height; y++, to++) {
      double row = 0;
      for (int x = 0; x < width; x++, to++) {
        row += values[from++];
        sums[to] = sums[to - stride] + row;
      }
    }
  }

  Box whole() {
    return new Box(0, 0, width, height);
  }

  /** The sum over whole pixels: columns {@code left} to {@code right}, rows {@code top} to {@code bottom}, ends excluded. */
  double sum(int left, int top, int right, int bottom) {
    int first = top * stride;
    int last = bottom * stride;
    return sums[last + right] - sums[first + right] - sums[last + left] + sums[first + left];
  }

  /**
   * By how much squares are brighter than the squares twice as wide about the same points, on a grid; sides rounded to
   * whole pixels. Where the outer square leaves the picture there is no response: not a number, which no comparison
   * holds for.
   *
   * @param side of the inner squares
   * @param cell the grid's step; its points are in the middle of its cells
   * @param responses {@code columns * rows}, filled
   */
  void contrast(double side, double cell, int columns, int rows, double[] responses) {
    int[] innerLeft = edges(columns, cell, -side / 2, width, side);
    int[] innerRight = edges(columns, cell, side / 2, width, side);
    int[] outerLeft = edges(columns, cell, -side, width, side);
    int[] outerRight = edges(columns, cell, side, width, side);
    int[] innerTop = edges(rows, cell, -side / 2, height, side);
    int[] innerBottom = edges(rows, cell, side / 2, height, side);
    int[] outerTop = edges(rows, cell, -side, height, side);
    int[] outerBottom = edges(rows, cell, side, height, side);
    double[] sums = this.sums;
    int at = 0;
    for (int row = 0; row < rows; row++) {
      int top = innerTop[row] * stride;
      int bottom = innerBottom[row] * stride;
      int high = outerTop[row] * stride;
      int low = outerBottom[row] * stride;
      int innerRows = innerBottom[row] - innerTop[row];
      int outerRows = outerBottom[row] - outerTop[row];
      for (int column = 0; column < columns; column++, at++) {
        int left = innerLeft[column];
        int right = innerRight[column];
        int first = outerLeft[column];
        int last = outerRight[column];
        if (innerTop[row] < 0 || left < 0) {
          responses[at] = Double.NaN;
        } else {
          double inner = sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
          double outer = sums[low + last] - sums[high + last] - sums[low + first] + sums[high + first];
          responses[at] =
              inner / ((double) innerRows * (right - left)) - outer / ((double) outerRows * (last - first));
        }
      }
    }
  }

  /** The pixel at which each point's square ends; negative where the outer square does not fit. */
  private static int[] edges(int points, double cell, double reach, int length, double most) {
    int[] edges = new int[points];
    for (int i = 0; i < points; i++) {
      double at = (i + 0.5) * cell;
      edges[i] = at >= most && at + most <= length ? (int) (at + reach + 0.5) : -1;
    }
    return edges;
  }

  /** The mean of a square about a point, within the picture; {@code reach} is half its side. */
  double mean(double x, double y, double reach) {
    double left = x - reach;
    double top = y - reach;
    double right = x + reach;
    double bottom = y + reach;
    double total = sumTo(right, bottom) - sumTo(left, bottom) - sumTo(right, top) + sumTo(left, top);
    return total / ((right - left) * (bottom - top));
  }

  /** The sum above and left of a point. */
  private double sumTo(double x, double y) {
    int i = Math.min(width - 1, (int) x);
    int j = Math.min(height - 1, (int) y);
    int at = j * stride + i;
    double across = x - i;
    double upper = sums[at] + (sums[at + 1] - sums[at]) * across;
    double lower = sums[at + stride] + (sums[at + stride + 1] - sums[at + stride]) * across;
    return upper + (lower - upper) * (y - j);
  }

  /** Fills 32 x 32 samples with the mean over the cell of the box that each stands for. */
  void sample(Box box, double[] samples) {
    int[] column = this.column;
    double[] share = this.share;
    double cellWidth = box.width() / SAMPLES;
    double cellHeight = box.height() / SAMPLES;
    double scale = 1 / (cellWidth * cellHeight);
    for (int i = 0; i <= SAMPLES; i++) {
      double x = Math.min(width, box.left() + cellWidth * i);
      column[i] = Math.min(width - 1, (int) x);
      share[i] = x - column[i];
    }
    for (int j = 0; j <= SAMPLES; j++) {
      double y = Math.min(height, box.top() + cellHeight * j);
      int row = Math.min(height - 1, (int) y);
      sumsAt(row * stride, y - row);
      if (j > 0) {
        int to = (j - 1) * SAMPLES;
        double[] above = this.above;
        double[] here = this.here;
        for (int i = 0; i < SAMPLES; i++) {
          samples[to + i] = (here[i + 1] - here[i] - above[i + 1] + above[i]) * scale;
        }
      }
      double[] swapped = above;
      above = here;
      here = swapped;
    }
  }

  /** The sums above and left of each cell's corner; within a pixel they grow evenly. */
  private void sumsAt(int row, double down) {
    double[] sums = this.sums;
    int[] column = this.column;
    double[] share = this.share;
    double[] here = this.here;
    int stride = this.stride;
    for (int i = 0; i <= SAMPLES; i++) {
      int at = row + column[i];
      double upper = sums[at] + (sums[at + 1] - sums[at]) * share[i];
      double lower = sums[at + stride] + (sums[at + stride + 1] - sums[at + stride]) * share[i];
      here[i] = upper + (lower - upper) * down;
    }
  }
}
