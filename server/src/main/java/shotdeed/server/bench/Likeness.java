package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import shotdeed.image.LumaImage;

/**
 * How like two pictures of one size are.
 *
 * @param psnr decibels, over red, green and blue; infinite for equal pictures
 * @param ssim structural similarity of the brightness, 0 to 1 (Wang, Bovik, Sheikh and Simoncelli, 2004: a Gaussian
 *     window of 11 x 11 pixels, sigma 1.5; no shrinking)
 */
record Likeness(double psnr, double ssim) {
  private static final int REACH = 5;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  /** Of two pictures of type {@link BufferedImage#TYPE_INT_RGB}. */
  static Likeness of(BufferedImage a, BufferedImage b) {
    int[] p = ((DataBufferInt) a.getRaster().getDataBuffer()).getData();
    int[] q = ((DataBufferInt) b.getRaster().getDataBuffer()).getData();
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = (p[i] >> shift & 0xff) - (q[i] >> shift & 0xff);
        sum += difference * difference;
      }
    }
    LumaImage first = LumaImage.fromRgb(a.getWidth(), a.getHeight(), p);
    LumaImage second = LumaImage.fromRgb(a.getWidth(), a.getHeight(), q);
    return new Likeness(10 * Math.log10(255.0 * 255 * 3 * p.length / sum), ssim(first, second));
  }

  private static double ssim(LumaImage a, LumaImage b) {
    float[] x = a.values();
    float[] y = b.values();
    int width = a.width();
    int height = a.height();
    double[][] means = new double[5][];
    for (int i = 0; i < means.length; i++) {
      double[] values = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        double one = i == 1 || i == 3 ? y[j] : x[j];
        values[j] = i < 2 ? one : one * (i == 2 ? x[j] : y[j]);
      }
      means[i] = smoothed(values, width, height);
    }
    double sum = 0;
    int windows = 0;
    for (int row = REACH; row < height - REACH; row++) {
      for (int column = REACH; column < width - REACH; column++, windows++) {
        int at = row * width + column;
        double mx = means[0][at];
        double my = means[1][at];
        double vx = means[2][at] - mx * mx;
        double vy = means[3][at] - my * my;
        double covariance = means[4][at] - mx * my;
        sum += (2 * mx * my + C1) * (2 * covariance + C2) / ((mx * mx + my * my + C1) * (vx + vy + C2));
      }
    }
    return windows == 0 ? 1 : sum / windows;
  }

  private static double[] smoothed(double[] values, int width, int height) {
    double[] weights = new double[2 * REACH + 1];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-(i - REACH) * (i - REACH) / (2 * SIGMA * SIGMA));
      all += weights[i];
    }
    double[] across = new double[values.length];
    double[] both = new double[values.length];
    for (int pass = 0; pass < 2; pass++) {
      double[] from = pass == 0 ? values : across;
      double[] to = pass == 0 ? across : both;
      int step = pass == 0 ? 1 : width;
      for (int row = pass * REACH; row < height - pass * REACH; row++) {
        for (int column = REACH; column < width - REACH; column++) {
          int at = row * width + column;
          double sum = 0;
          for (int i = -REACH; i <= REACH; i++) {
            sum += weights[i + REACH] * from[at + i * step];
          }
          to[at] = sum / all;
        }
      }
    }
    return both;
  }
}
