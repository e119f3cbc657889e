package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A small picture in colour.
 *
 * @param width pixels a row
 * @param height rows
 * @param rgb {@code 0xRRGGBB}, row by row
 */
public record ColourRaster(int width, int height, int[] rgb) {
  /** Pixels of the longer side. */
  public static final int SIDE = 128;

  /** Every pixel is the mean of those that it stands for; a smaller picture stays as it is. */
  public static ColourRaster of(BufferedImage image) {
    int fullWidth = image.getWidth();
    int fullHeight = image.getHeight();
    int longer = Math.max(fullWidth, fullHeight);
    int width = longer <= SIDE ? fullWidth : Math.max(1, fullWidth * SIDE / longer);
    int height = longer <= SIDE ? fullHeight : Math.max(1, fullHeight * SIDE / longer);
    int[] full = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = mean(
            full,
            fullWidth,
            (int) ((long) x * fullWidth / width),
            (int) ((long) (x + 1) * fullWidth / width),
            (int) ((long) y * fullHeight / height),
            (int) ((long) (y + 1) * fullHeight / height));
      }
    }
    return new ColourRaster(width, height, rgb);
  }

  private static int mean(int[] full, int stride, int left, int right, int top, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = full[y * stride + x];
        red += pixel >> 16 & 0xFF;
        green += pixel >> 8 & 0xFF;
        blue += pixel & 0xFF;
      }
    }
    int count = (right - left) * (bottom - top);
    return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
  }

  /** One of red (0), green (1) and blue (2) of a pixel, 0 to 255. */
  public int channel(int x, int y, int channel) {
    return rgb[y * width + x] >> 16 - 8 * channel & 0xFF;
  }

  /** The brightness of a pixel, 0 to 255. */
  public double luma(int x, int y) {
    return 0.299 * channel(x, y, 0) + 0.587 * channel(x, y, 1) + 0.114 * channel(x, y, 2);
  }
}
