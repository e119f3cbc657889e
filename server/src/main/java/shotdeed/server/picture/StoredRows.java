package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Reads a picture's rows as 8-bit 0xAARRGGBB with the numbers that the file holds. {@code getRGB()} would bend grey
 * values and those of other profiles through a colour space, which moves hashes by 8 to 14 bits.
 */
final class StoredRows {
  private final BufferedImage image;
  private final Raster raster;
  private final boolean components;
  private final int bands;
  private final int[] samples;
  private final int[] max;

  StoredRows(BufferedImage image) {
    this.image = image;
    raster = image.getRaster();
    ColorModel colours = image.getColorModel();
    bands = raster.getNumBands();
    components = colours instanceof ComponentColorModel && !colours.isAlphaPremultiplied() && bands <= 4;
    samples = new int[image.getWidth() * bands];
    max = new int[bands];
    for (int i = 0; i < bands; i++) {
      max[i] = (1 << Math.min(16, raster.getSampleModel().getSampleSize(i))) - 1;
    }
  }

  /** Fills {@code argb} with row {@code y}; it must hold the picture's width. */
  void read(int y, int[] argb) {
    int width = image.getWidth();
    if (!components) {
      image.getRGB(0, y, width, 1, argb, 0, width);
      return;
    }
    raster.getPixels(0, y, width, 1, samples);
    boolean grey = bands < 3;
    boolean alpha = bands == 2 || bands == 4;
    for (int x = 0, s = 0; x < width; x++, s += bands) {
      int red = level(s, 0);
      int green = grey ? red : level(s + 1, 1);
      int blue = grey ? red : level(s + 2, 2);
      int opacity = alpha ? level(s + bands - 1, bands - 1) : 255;
      argb[x] = opacity << 24 | red << 16 | green << 8 | blue;
    }
  }

  /** A sample in 8 bits: of 16 the upper ones, as browsers take them; of fewer than 8 stretched. */
  private int level(int at, int band) {
    return switch (max[band]) {
      case 255 -> samples[at];
      case 65_535 -> samples[at] >> 8;
      default -> (samples[at] * 255 + max[band] / 2) / max[band];
    };
  }
}
