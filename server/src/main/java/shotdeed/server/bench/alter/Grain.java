package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/** Blurred, sharpened, noisy. */
final class Grain {
  /** Widths are in pixels of a picture whose longer side is this long, and grow with it. */
  private static final double SIDE = 800;

  private Grain() {}

  /** A Gaussian of that standard deviation. */
  static Step blurred(double sigma) {
    return (picture, scene) -> blur(picture, sigma * longest(picture) / SIDE);
  }

  /** An unsharp mask: what a blur takes away is added so many times. */
  static Step sharpened(double sigma, double amount) {
    return (picture, scene) -> {
      BufferedImage soft = blur(picture, sigma * longest(picture) / SIDE);
      int[] low = Pictures.pixels(soft);
      int[] in = Pictures.pixels(picture);
      for (int i = 0; i < in.length; i++) {
        low[i] =
            Pictures.rgb(
                sharper(in[i] >> 16 & 0xff, low[i] >> 16 & 0xff, amount),
                sharper(in[i] >> 8 & 0xff, low[i] >> 8 & 0xff, amount),
                sharper(in[i] & 0xff, low[i] & 0xff, amount));
      }
      return soft;
    };
  }

  private static double sharper(int value, int soft, double amount) {
    return value + amount * (value - soft);
  }

  /** Noise of that standard deviation, in brightness steps, on every channel. */
  static Step noisy(double sigma) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      int[] pixels = Pictures.pixels(result);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] =
            Pictures.rgb(
                (pixels[i] >> 16 & 0xff) + sigma * scene.gaussian(),
                (pixels[i] >> 8 & 0xff) + sigma * scene.gaussian(),
                (pixels[i] & 0xff) + sigma * scene.gaussian());
      }
      return result;
    };
  }

  private static int longest(BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight());
  }

  private static BufferedImage blur(BufferedImage picture, double sigma) {
    int reach = Math.max(1, (int) Math.ceil(3 * sigma));
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage across = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    BufferedImage both = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    along(Pictures.pixels(picture), Pictures.pixels(across), weights, height, width, width, 1);
    along(Pictures.pixels(across), Pictures.pixels(both), weights, width, height, 1, width);
    return both;
  }

  private static void along(
      int[] in, int[] out, double[] weights, int lines, int length, int lineStep, int step) {
    int reach = weights.length / 2;
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < length; i++) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int j = -reach; j <= reach; j++) {
          int pixel = in[line * lineStep + Math.min(length - 1, Math.max(0, i + j)) * step];
          double weight = weights[j + reach];
          red += weight * (pixel >> 16 & 0xff);
          green += weight * (pixel >> 8 & 0xff);
          blue += weight * (pixel & 0xff);
        }
        out[line * lineStep + i * step] = Pictures.rgb(red, green, blue);
      }
    }
  }
}
