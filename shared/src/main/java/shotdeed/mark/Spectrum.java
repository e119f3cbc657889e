package shotdeed.mark;

import java.util.Arrays;

/**
 * What a picture's tiles have in common: the strength and angle of each carrier. Scratch; not for two threads at once.
 */
final class Spectrum {
  private static final int SIZE = Fourier.SIZE;
  private static final Carriers ALL = Carriers.ALL;

  /** Median of the squares of complex noise of mean square 1: the natural logarithm of 2. */
  private static final double MEDIAN = 0.6931471805599453;

  /** A wave's strength at most, in units of its ring's. */
  private static final double LOUDEST = 1.7;

  private final Fourier fourier = new Fourier();
  private final double[] sum = new double[SIZE * SIZE];
  private final double[] re = new double[SIZE * SIZE];
  private final double[] im = new double[SIZE * SIZE];
  private final double[] power = new double[ALL.count];
  private final double[] usual = new double[Carriers.RINGS];
  private int[] columns = new int[0];
  private float[] line = new float[0];

  /** Of each carrier, its starting angle taken away, in units of its ring's root mean square. */
  final double[] carrierRe = new double[ALL.count];

  final double[] carrierIm = new double[ALL.count];

  /** Where the tiles start, as {@link #place} found it, in tiles. */
  double offsetX;

  double offsetY;

  /**
   * Lays all tiles of a part of a picture on each other and takes the carriers out.
   *
   * @param values the picture's
   * @param periodX the tile's sides, in pixels
   */
  void fold(float[] values, int width, int top, int bottom, double periodX, double periodY) {
    if (columns.length < width) {
      columns = new int[width];
      line = new float[SIZE * width];
    }
    double scaleX = SIZE / periodX;
    double scaleY = SIZE / periodY;
    for (int x = 0; x < width; x++) {
      columns[x] = (int) ((x + 0.5) * scaleX) & SIZE - 1;
    }
    // Whole rows first: that is most of the work, and the same step for each pixel of a row.
    Arrays.fill(line, 0, SIZE * width, 0);
    for (int y = top; y < bottom; y++) {
      int to = ((int) ((y + 0.5) * scaleY) & SIZE - 1) * width;
      int from = y * width;
      for (int x = 0; x < width; x++) {
        line[to + x] += values[from + x];
      }
    }
    Arrays.fill(sum, 0);
    for (int row = 0; row < SIZE; row++) {
      int from = row * width;
      int to = row * SIZE;
      for (int x = 0; x < width; x++) {
        sum[to + columns[x]] += line[from + x];
      }
    }
    transform();
  }

  /** Two rows at a time, as real and imaginary part; then the columns that carriers lie in. */
  private void transform() {
    int most = (int) Carriers.MOST;
    double[] lineRe = new double[SIZE];
    double[] lineIm = new double[SIZE];
    for (int y = 0; y < SIZE; y += 2) {
      System.arraycopy(sum, y * SIZE, lineRe, 0, SIZE);
      System.arraycopy(sum, (y + 1) * SIZE, lineIm, 0, SIZE);
      fourier.forward(lineRe, lineIm, 0);
      for (int u = 0; u <= most; u++) {
        int mirror = SIZE - u & SIZE - 1;
        int at = u * SIZE + y;
        re[at] = (lineRe[u] + lineRe[mirror]) / 2;
        im[at] = (lineIm[u] - lineIm[mirror]) / 2;
        re[at + 1] = (lineIm[u] + lineIm[mirror]) / 2;
        im[at + 1] = (lineRe[mirror] - lineRe[u]) / 2;
      }
    }
    for (int u = 0; u <= most; u++) {
      fourier.forward(re, im, u * SIZE);
    }
    for (int i = 0; i < ALL.count; i++) {
      int at = ALL.across[i] * SIZE + (ALL.down[i] & SIZE - 1);
      double a = re[at];
      double b = im[at];
      carrierRe[i] = a * ALL.cosine[i] + b * ALL.sine[i];
      carrierIm[i] = b * ALL.cosine[i] - a * ALL.sine[i];
      power[ALL.place[i]] = a * a + b * b;
    }
    level();
  }

  /**
   * Brings each carrier to its ring's usual strength, and those far above it, where the picture's own stripes or weave
   * lie, down to {@link #LOUDEST} times that.
   */
  private void level() {
    for (int ring = 0; ring < Carriers.RINGS; ring++) {
      int from = ALL.rings[ring];
      int to = ALL.rings[ring + 1];
      if (from < to) {
        Arrays.sort(power, from, to);
        usual[ring] = Math.sqrt(power[(from + to) / 2] / MEDIAN);
      }
    }
    for (int i = 0; i < ALL.count; i++) {
      double size = Math.sqrt(carrierRe[i] * carrierRe[i] + carrierIm[i] * carrierIm[i]);
      double scale = size == 0 ? 0 : Math.min(1 / usual[ALL.ring[i]], LOUDEST / size);
      carrierRe[i] *= scale;
      carrierIm[i] *= scale;
    }
  }

  /**
   * Finds where the tiles start, to a 128th of a tile.
   *
   * @return how far the best place stands out, in standard deviations of a picture without a mark
   */
  double place() {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    int most = (int) Carriers.MOST;
    for (int i = 0; i < ALL.count; i++) {
      if (ALL.first[i] < 0) {
        int at = ALL.across[i] * SIZE + (ALL.down[i] & SIZE - 1);
        re[at] = carrierRe[i];
        im[at] = carrierIm[i];
      }
    }
    for (int u = 0; u <= most; u++) {
      fourier.backward(re, im, u * SIZE);
    }
    double[] lineRe = new double[SIZE];
    double[] lineIm = new double[SIZE];
    double best = 0;
    for (int y = 0; y < SIZE; y += 2) {
      // Of two rows at a time only the real parts count: the second is turned to stand in the imaginary one.
      Arrays.fill(lineRe, 0);
      Arrays.fill(lineIm, 0);
      for (int u = 0; u <= most; u++) {
        int at = u * SIZE + y;
        halve(lineRe, lineIm, u, re[at], im[at], re[at + 1], im[at + 1]);
      }
      fourier.backward(lineRe, lineIm, 0);
      for (int x = 0; x < SIZE; x++) {
        if (lineRe[x] > best) {
          best = lineRe[x];
          offsetX = (double) x / SIZE;
          offsetY = (double) y / SIZE;
        }
        if (lineIm[x] > best) {
          best = lineIm[x];
          offsetX = (double) x / SIZE;
          offsetY = (double) (y + 1) / SIZE;
        }
      }
    }
    return best / Math.sqrt(ALL.placing / 2.0);
  }

  /** Adds the Hermitian halves of a and of i times b, so that a real row and another come out of one transform. */
  private static void halve(double[] re, double[] im, int u, double aRe, double aIm, double bRe, double bIm) {
    int mirror = SIZE - u & SIZE - 1;
    re[u] += (aRe - bIm) / 2;
    im[u] += (aIm + bRe) / 2;
    re[mirror] += (aRe + bIm) / 2;
    im[mirror] += (-aIm + bRe) / 2;
  }

  /** How far a place stands out, as {@link #place} counts it. */
  double standsOut(double x, double y) {
    double sum = 0;
    for (int i = 0; i < ALL.count; i++) {
      if (ALL.first[i] < 0) {
        double turn = 2 * Math.PI * (ALL.across[i] * x + ALL.down[i] * y);
        sum += carrierRe[i] * Math.cos(turn) - carrierIm[i] * Math.sin(turn);
      }
    }
    return sum / Math.sqrt(ALL.placing / 2.0);
  }

  /** Rings whose strength is judged together. */
  private static final int GROUP = 3;

  /** The word's soft bits, if the tiles start there; each carrier weighted by what its neighbours in frequency show. */
  float[] word(double x, double y) {
    double[] turnedRe = new double[ALL.count];
    double[] turnedIm = new double[ALL.count];
    double[] found = new double[Carriers.RINGS / GROUP + 1];
    int[] members = new int[found.length];
    for (int i = 0; i < ALL.count; i++) {
      double turn = 2 * Math.PI * (ALL.across[i] * x + ALL.down[i] * y);
      double c = Math.cos(turn);
      double s = Math.sin(turn);
      turnedRe[i] = carrierRe[i] * c - carrierIm[i] * s;
      turnedIm[i] = carrierRe[i] * s + carrierIm[i] * c;
      if (ALL.first[i] < 0) {
        found[ALL.ring[i] / GROUP] += turnedRe[i];
        members[ALL.ring[i] / GROUP]++;
      }
    }
    float[] word = new float[MarkCode.BITS];
    for (int i = 0; i < ALL.count; i++) {
      if (ALL.first[i] >= 0) {
        int group = ALL.ring[i] / GROUP;
        double weight = Math.max(0.05, found[group] / Math.max(1, members[group]));
        word[ALL.first[i]] += (float) (weight * turnedRe[i]);
        word[ALL.second[i]] += (float) (weight * turnedIm[i]);
      }
    }
    return word;
  }
}
