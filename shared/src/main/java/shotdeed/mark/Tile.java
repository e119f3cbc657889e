package shotdeed.mark;

/** One period of the mark of a number, both ways: values of mean 0 and mean square 1. */
final class Tile {
  /** Values a side. */
  static final int SIDE = 2 * Fourier.SIZE;

  private static final int FINE = SIDE / Fourier.SIZE;

  final float[] values = new float[SIDE * SIDE];

  Tile(int number) {
    Carriers all = Carriers.ALL;
    byte[] word = MarkCode.encode(number);
    double[] re = new double[all.count];
    double[] im = new double[all.count];
    for (int i = 0; i < all.count; i++) {
      double a = all.first[i] < 0 ? 1 : Math.sqrt(0.5) * word[all.first[i]];
      double b = all.first[i] < 0 ? 0 : Math.sqrt(0.5) * word[all.second[i]];
      re[i] = a * all.cosine[i] - b * all.sine[i];
      im[i] = a * all.sine[i] + b * all.cosine[i];
    }
    Fourier fourier = new Fourier();
    for (int offset = 0; offset < FINE * FINE; offset++) {
      fill(re, im, fourier, offset % FINE, offset / FINE);
    }
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(sum / values.length));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
  }

  /** Every {@link #FINE}th value both ways, from an offset on. */
  private void fill(double[] re, double[] im, Fourier fourier, int offsetX, int offsetY) {
    Carriers all = Carriers.ALL;
    int size = Fourier.SIZE;
    double[] gridRe = new double[size * size];
    double[] gridIm = new double[size * size];
    for (int i = 0; i < all.count; i++) {
      double turn = 2 * Math.PI * (all.across[i] * offsetX + all.down[i] * offsetY) / SIDE;
      int at = all.across[i] * size + (all.down[i] + size) % size;
      gridRe[at] = re[i] * Math.cos(turn) - im[i] * Math.sin(turn);
      gridIm[at] = re[i] * Math.sin(turn) + im[i] * Math.cos(turn);
    }
    for (int u = 0; u <= (int) Carriers.MOST; u++) {
      fourier.backward(gridRe, gridIm, u * size);
    }
    double[] lineRe = new double[size];
    double[] lineIm = new double[size];
    for (int y = 0; y < size; y++) {
      for (int u = 0; u < size; u++) {
        lineRe[u] = gridRe[u * size + y];
        lineIm[u] = gridIm[u * size + y];
      }
      fourier.backward(lineRe, lineIm, 0);
      for (int x = 0; x < size; x++) {
        values[(y * FINE + offsetY) * SIDE + x * FINE + offsetX] = (float) lineRe[x];
      }
    }
  }

  /** The values along a line across, as far down as that, in tiles; between values, linear. */
  void line(double down, float[] line) {
    double row = (down - Math.floor(down)) * SIDE;
    int top = (int) row & SIDE - 1;
    float low = (float) (row - (int) row);
    int lower = (top + 1 & SIDE - 1) * SIDE;
    for (int x = 0; x < SIDE; x++) {
      float above = values[top * SIDE + x];
      line[x] = above + low * (values[lower + x] - above);
    }
  }

  /** The value at a place, in tiles from the corner of one; between values, bilinear. */
  float at(double x, double y) {
    double column = (x - Math.floor(x)) * SIDE;
    double row = (y - Math.floor(y)) * SIDE;
    int left = (int) column & SIDE - 1;
    int top = (int) row & SIDE - 1;
    float right = (float) (column - left);
    float low = (float) (row - top);
    int next = left + 1 & SIDE - 1;
    int upper = top * SIDE;
    int lower = (top + 1 & SIDE - 1) * SIDE;
    float above = values[upper + left] + right * (values[upper + next] - values[upper + left]);
    float below = values[lower + left] + right * (values[lower + next] - values[lower + left]);
    return above + low * (below - above);
  }
}
