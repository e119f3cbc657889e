package shotdeed.mark;

import java.util.Random;
import shotdeed.image.LumaImage;

/**
 * Something like a photograph of a garment: a lit wall, a darker shape with folds and grain, and a few sharp things.
 */
final class Cloth {
  private Cloth() {}

  static LumaImage drawn(int width, int height, long seed) {
    Random random = new Random(seed);
    double[] phase = random.doubles(12, 0, 2 * Math.PI).toArray();
    double[] pace = random.doubles(12, 3, 30).toArray();
    float[] values = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (double) x / width;
        double v = (double) y / height;
        double value = 190 + 30 * u - 20 * v + random.nextGaussian() * 1.5;
        double middle = Math.hypot(u - 0.5, 0.8 * (v - 0.5));
        if (middle < 0.35) {
          value = 110 + random.nextGaussian() * 4;
          for (int i = 0; i < phase.length; i++) {
            value += 5 * Math.sin(pace[i] * (i % 2 == 0 ? u + 0.3 * v : v - 0.4 * u) * 4 + phase[i]);
          }
        }
        if ((int) (u * 40 + phase[0]) % 11 == 0 && (int) (v * 30) % 7 == 0) {
          value = 30;
        }
        values[y * width + x] = Math.round(Math.max(0, Math.min(255, value)));
      }
    }
    return new LumaImage(width, height, values);
  }
}
