package shotdeed.feature;

import shotdeed.image.LumaImage;

/**
 * Sums over rectangles of a picture in constant time, in whole numbers, so that no sum depends on the order that it was
 * made in: a picture and its mirror image have the same (summed-area tables: Crow, "Summed-area tables for texture
 * mapping", SIGGRAPH 1984).
 *
 * <p>Memory: four bytes a pixel.
 */
final class BoxSums {
  /** Steps to a level of brightness. */
  static final int STEPS = 4;

  /** A sum over so many white pixels fits into 31 bits. */
  static final int MOST_PIXELS = Integer.MAX_VALUE / (255 * STEPS);

  final int width;
  final int height;

  /** From one row to the next. */
  final int stride;

  /** At {@code y * stride + x}: the sum over all pixels above and left of the corner (x, y). */
  final int[] sums;

  /** Sums over a picture of at most {@link #MOST_PIXELS}. */
  BoxSums(LumaImage picture) {
    width = picture.width();
    height = picture.height();
    stride = width + 1;
    int[] sums = new int[stride * (height + 1)];
    this.sums = sums;
    int width = this.width;
    int height = this.height;
    int stride = this.stride;
    float[] values = picture.values();
    int from = 0;
    int to = stride + 1;
    for (int y = 0; y < height; y++, to++) {
      int row = 0;
      for (int x = 0; x < width; x++, to++) {
        row += (int) (values[from++] * (double) STEPS + 0.5);
        sums[to] = sums[to - stride] + row;
      }
    }
  }
}
