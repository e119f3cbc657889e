package shotdeed.server.certify.first;

import java.util.Arrays;

/**
 * How much a square picture is like itself, moved by any offset: its autocorrelation, by way of the power spectrum
 * (Wiener and Khinchin), with the fast Fourier transform of Cooley and Tukey (1965).
 *
 * <p>A picture is real, and so is its power spectrum: two lines are transformed as one complex line, and of what is
 * symmetric half is computed (Press et al., "Numerical Recipes", 2007, section 12.3). Columns lie one after the other in
 * memory meanwhile.
 *
 * <p>Cost: one and a half passes of n² log n; some 10 ms at a side of 512.
 */
final class Spectrum {
  private final int side;
  private final int half;

  /** From one column to the next; not a power of two, which few places of a cache could hold. */
  private final int stride;

  private final int[] reversed;

  /** Of each stage's turns one after the other, the stage of {@code length} from {@code length / 2} on. */
  private final double[] cosines;

  private final double[] sines;
  private final double[] re;
  private final double[] im;

  /** @param side a power of two, at least 4 */
  Spectrum(int side) {
    this.side = side;
    half = side / 2;
    stride = side + 8;
    reversed = new int[side];
    cosines = new double[side];
    sines = new double[side];
    re = new double[side];
    im = new double[side];
    int shift = Integer.numberOfLeadingZeros(side) + 1;
    for (int i = 0; i < side; i++) {
      reversed[i] = Integer.reverse(i) >>> shift;
    }
    for (int length = 2; length <= side; length <<= 1) {
      for (int k = 0; k < length / 2; k++) {
        cosines[length / 2 + k] = Math.cos(2 * Math.PI * k / length);
        sines[length / 2 + k] = Math.sin(2 * Math.PI * k / length);
      }
    }
  }

  /**
   * The autocorrelation by offset, 1 at none; offsets wrap around.
   *
   * @param values row by row; overwritten and returned
   */
  double[] autocorrelation(double[] values) {
    double[] real = new double[(half + 1) * stride];
    double[] imaginary = new double[(half + 1) * stride];
    rows(values, real, imaginary);
    for (int column = 0; column <= half; column++) {
      power(real, imaginary, column * stride);
    }
    // A power spectrum is symmetric: transforming it once more is transforming it back, but for a factor.
    for (int column = 0; column <= half; column += 2) {
      columns(real, imaginary, column);
    }
    for (int row = 0; row <= half; row += 2) {
      likeness(real, imaginary, row, values);
    }
    for (int row = half + 1; row < side; row++) {
      for (int x = 0; x < side; x++) {
        values[row * side + x] = values[(side - row) * side + (side - x & side - 1)];
      }
    }
    double none = Math.max(values[0], Double.MIN_NORMAL);
    for (int i = 0; i < values.length; i++) {
      values[i] /= none;
    }
    return values;
  }

  /** Transforms all rows, two as one; of each the first half of the outcome, written to columns. */
  private void rows(double[] values, double[] real, double[] imaginary) {
    for (int row = 0; row < side; row += 2) {
      System.arraycopy(values, row * side, re, 0, side);
      System.arraycopy(values, (row + 1) * side, im, 0, side);
      transform();
      for (int k = 0, at = row; k <= half; k++, at += stride) {
        int other = side - k & side - 1;
        real[at] = (re[k] + re[other]) / 2;
        imaginary[at] = (im[k] - im[other]) / 2;
        real[at + 1] = (im[k] + im[other]) / 2;
        imaginary[at + 1] = (re[other] - re[k]) / 2;
      }
    }
  }

  /** Transforms a column and takes its power. */
  private void power(double[] real, double[] imaginary, int from) {
    System.arraycopy(real, from, re, 0, side);
    System.arraycopy(imaginary, from, im, 0, side);
    transform();
    for (int i = 0; i < side; i++) {
      real[from + i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  /** Transforms the powers of two columns as one; the last column has no other. */
  private void columns(double[] real, double[] imaginary, int column) {
    int from = column * stride;
    System.arraycopy(real, from, re, 0, side);
    if (column < half) {
      System.arraycopy(real, from + stride, im, 0, side);
    } else {
      Arrays.fill(im, 0);
    }
    transform();
    for (int k = 0; k < side; k++) {
      int other = side - k & side - 1;
      real[from + k] = (re[k] + re[other]) / 2;
      imaginary[from + k] = (im[k] - im[other]) / 2;
      if (column < half) {
        real[from + stride + k] = (im[k] + im[other]) / 2;
        imaginary[from + stride + k] = (re[other] - re[k]) / 2;
      }
    }
  }

  /** Transforms two rows of columns back as one. A row's second half is its first half's mirror image, conjugate. */
  private void likeness(double[] real, double[] imaginary, int row, double[] values) {
    for (int k = 0, at = row; k <= half; k++, at += stride) {
      int other = side - k & side - 1;
      re[k] = real[at] - imaginary[at + 1];
      im[k] = imaginary[at] + real[at + 1];
      re[other] = real[at] + imaginary[at + 1];
      im[other] = real[at + 1] - imaginary[at];
    }
    transform();
    System.arraycopy(re, 0, values, row * side, side);
    System.arraycopy(im, 0, values, (row + 1) * side, side);
  }

  private void transform() {
    double[] re = this.re;
    double[] im = this.im;
    for (int i = 0; i < side; i++) {
      int to = reversed[i];
      if (to > i) {
        double real = re[i];
        re[i] = re[to];
        re[to] = real;
        double imaginary = im[i];
        im[i] = im[to];
        im[to] = imaginary;
      }
    }
    for (int half = 1; half < side; half <<= 1) {
      for (int start = 0; start < side; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          double cos = cosines[half + k];
          double sin = sines[half + k];
          int even = start + k;
          int odd = even + half;
          double a = re[odd] * cos - im[odd] * sin;
          double b = re[odd] * sin + im[odd] * cos;
          re[odd] = re[even] - a;
          im[odd] = im[even] - b;
          re[even] += a;
          im[even] += b;
        }
      }
    }
  }
}
