package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/**
 * Other sizes of a picture: cubic convolution (Keys, 1981, a = -1/2), its kernel widened when shrinking so that every
 * pixel counts, as shops' tools do it. Java's own shrinking leaves pixels out.
 */
final class Resample {
  private static final double SUPPORT = 2;

  private Resample() {}

  /** The weights of the samples that make each sample of a new axis. */
  private record Axis(int[] first, float[][] weights) {
    static Axis of(int from, int to) {
      double step = (double) from / to;
      double width = Math.max(1, step);
      int[] first = new int[to];
      float[][] weights = new float[to][];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * step;
        int low = Math.max(0, (int) Math.floor(centre - SUPPORT * width + 0.5));
        int high = Math.min(from, (int) Math.floor(centre + SUPPORT * width + 0.5));
        float[] own = new float[Math.max(1, high - low)];
        double sum = 0;
        for (int j = 0; j < own.length; j++) {
          own[j] = (float) cubic((low + j + 0.5 - centre) / width);
          sum += own[j];
        }
        for (int j = 0; j < own.length; j++) {
          own[j] /= (float) sum;
        }
        first[i] = low;
        weights[i] = own;
      }
      return new Axis(first, weights);
    }
  }

  static BufferedImage to(BufferedImage picture, double wantedWidth, double wantedHeight) {
    int width = Math.max(1, (int) Math.round(wantedWidth));
    int height = Math.max(1, (int) Math.round(wantedHeight));
    int fromWidth = picture.getWidth();
    int fromHeight = picture.getHeight();
    if (width == fromWidth && height == fromHeight) {
      return Pictures.copy(picture);
    }
    Axis columns = Axis.of(fromWidth, width);
    Axis rows = Axis.of(fromHeight, height);
    int[] in = Pictures.pixels(picture);
    float[] narrow = new float[fromHeight * width * 3];
    for (int y = 0, at = 0; y < fromHeight; y++) {
      for (int x = 0; x < width; x++, at += 3) {
        float[] weights = columns.weights[x];
        int from = y * fromWidth + columns.first[x];
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int i = 0; i < weights.length; i++) {
          int pixel = in[from + i];
          red += weights[i] * (pixel >> 16 & 0xff);
          green += weights[i] * (pixel >> 8 & 0xff);
          blue += weights[i] * (pixel & 0xff);
        }
        narrow[at] = red;
        narrow[at + 1] = green;
        narrow[at + 2] = blue;
      }
    }
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] out = Pictures.pixels(result);
    float[] line = new float[width * 3];
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(line, 0);
      float[] weights = rows.weights[y];
      for (int i = 0; i < weights.length; i++) {
        int from = (rows.first[y] + i) * line.length;
        float weight = weights[i];
        for (int x = 0; x < line.length; x++) {
          line[x] += weight * narrow[from + x];
        }
      }
      for (int x = 0; x < width; x++) {
        out[y * width + x] = Pictures.rgb(line[3 * x], line[3 * x + 1], line[3 * x + 2]);
      }
    }
    return result;
  }

  /** The whole picture at a share of its size. */
  static BufferedImage by(BufferedImage picture, double share) {
    return to(picture, picture.getWidth() * share, picture.getHeight() * share);
  }

  /** The largest centred part of a shape, at its size. */
  static BufferedImage cover(BufferedImage picture, int width, int height) {
    double scale = Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int partWidth = Math.min(picture.getWidth(), Math.max(1, (int) Math.round(width / scale)));
    int partHeight = Math.min(picture.getHeight(), Math.max(1, (int) Math.round(height / scale)));
    int left = (picture.getWidth() - partWidth) / 2;
    int top = (picture.getHeight() - partHeight) / 2;
    return to(Geometry.part(picture, left, top, partWidth, partHeight), width, height);
  }

  private static double cubic(double at) {
    double x = Math.abs(at);
    if (x < 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < SUPPORT ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }
}
