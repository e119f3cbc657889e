package shotdeed.mark;

/**
 * The discrete Fourier transform of {@link #SIZE} complex values in place (Cooley and Tukey, 1965, radix 2). An
 * instance is only tables: share it freely.
 */
final class Fourier {
  /** Values a transform. */
  static final int SIZE = 128;

  private static final int LEVELS = 7;

  private final double[] cosine = new double[SIZE / 2];
  private final double[] sine = new double[SIZE / 2];
  private final int[] reversed = new int[SIZE];

  Fourier() {
    for (int i = 0; i < SIZE / 2; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / SIZE);
      sine[i] = Math.sin(2 * Math.PI * i / SIZE);
    }
    for (int i = 0; i < SIZE; i++) {
      reversed[i] = Integer.reverse(i) >>> Integer.SIZE - LEVELS;
    }
  }

  /**
   * Replaces values by the sums of value times e^(-2 pi i j k / SIZE).
   *
   * @param re real parts, those from {@code at} on
   * @param im imaginary parts, likewise
   */
  void forward(double[] re, double[] im, int at) {
    for (int i = 0; i < SIZE; i++) {
      int j = reversed[i];
      if (j > i) {
        double keptRe = re[at + i];
        double keptIm = im[at + i];
        re[at + i] = re[at + j];
        im[at + i] = im[at + j];
        re[at + j] = keptRe;
        im[at + j] = keptIm;
      }
    }
    for (int half = 1, step = SIZE / 2; half < SIZE; half <<= 1, step >>= 1) {
      for (int k = 0; k < half; k++) {
        double c = cosine[k * step];
        double s = sine[k * step];
        for (int low = at + k; low < at + SIZE; low += 2 * half) {
          int high = low + half;
          double turnedRe = re[high] * c + im[high] * s;
          double turnedIm = im[high] * c - re[high] * s;
          re[high] = re[low] - turnedRe;
          im[high] = im[low] - turnedIm;
          re[low] += turnedRe;
          im[low] += turnedIm;
        }
      }
    }
  }

  /** As {@link #forward}, with e^(+2 pi i j k / SIZE); nothing is divided. */
  void backward(double[] re, double[] im, int at) {
    forward(im, re, at);
  }
}
