package shotdeed.image;

/**
 * The brightness of a picture, one value a pixel, row by row from the top left, 0 (black) to 255 (white).
 *
 * <p>Luma is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), as PDQ defines it. Sums are made in {@code double} and stored
 * as {@code float}: that gives the same bits on the JVM and in JavaScript, where a {@code float} sum does not.
 *
 * @param width pixels a row, at least 1
 * @param height rows, at least 1
 * @param values {@code width * height} brightness values; not copied
 */
public record LumaImage(int width, int height, float[] values) {
  /**
   * Above this many pixels a picture is shrunk before it is fingerprinted. The browser would shrink with a resampler of
   * its own choosing, which moves hashes; {@link #reduced} is the same on both sides.
   */
  public static final int MAX_PIXELS = 4_000_000;

  /** Above this many pixels a side a picture is shrunk along that side, however narrow it is. */
  public static final int MAX_SIDE = 16_384;

  public LumaImage {
    if (width < 1 || height < 1 || (long) width * height != values.length) {
      throw new IllegalArgumentException(
          "a picture of " + width + " x " + height + " pixels cannot have " + values.length + " values");
    }
  }

  /**
   * Reads opaque pixels as a canvas hands them out, its bytes red, green, blue, alpha taken four at a time by a processor
   * of the usual byte order: two thirds of the time that single bytes take in a browser.
   *
   * @param abgr one pixel an element, 0xAABBGGRR; alpha is ignored: transparency is put on white before
   */
  public static LumaImage fromAbgr(int width, int height, int[] abgr) {
    requirePixels(width, height, abgr);
    float[] values = new float[abgr.length];
    for (int i = 0; i < values.length; i++) {
      int p = abgr[i];
      values[i] = luma(p & 0xff, p >> 8 & 0xff, p >> 16 & 0xff);
    }
    return new LumaImage(width, height, values);
  }

  private static void requirePixels(int width, int height, int[] pixels) {
    if ((long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels need " + (long) width * height + " values, not " + pixels.length);
    }
  }

  /**
   * Reads opaque pixels as Java's pictures hold them.
   *
   * @param rgb one pixel an element, 0xRRGGBB; the highest byte is ignored
   */
  public static LumaImage fromRgb(int width, int height, int[] rgb) {
    requirePixels(width, height, rgb);
    float[] values = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int p = rgb[i];
      values[i] = luma(p >> 16 & 0xff, p >> 8 & 0xff, p & 0xff);
    }
    return new LumaImage(width, height, values);
  }

  private static float luma(int red, int green, int blue) {
    return (float) (0.299 * red + 0.587 * green + 0.114 * blue);
  }

  /**
   * The picture itself, or, above {@link #MAX_PIXELS}, its mean over square blocks of the smallest whole side that
   * brings it below. A block is no longer than the picture is on that axis, and as long as {@link #MAX_SIDE} asks for.
   * Pixels that do not fill a last block are left out (fewer than a block's side on each axis).
   */
  public LumaImage reduced() {
    int block = 1;
    while ((long) Math.max(1, width / block) * Math.max(1, height / block) > MAX_PIXELS) {
      block++;
    }
    int blockWidth = side(width, block);
    int blockHeight = side(height, block);
    if (blockWidth == 1 && blockHeight == 1) {
      return this;
    }
    return blockMeans(blockWidth, blockHeight);
  }

  private LumaImage blockMeans(int blockWidth, int blockHeight) {
    float[] values = this.values;
    int width = this.width;
    int columns = width / blockWidth;
    int rows = height / blockHeight;
    float[] mean = new float[columns * rows];
    double scale = 1.0 / (blockWidth * blockHeight);
    int to = 0;
    for (int row = 0; row < rows; row++) {
      int from = row * blockHeight * width;
      for (int column = 0; column < columns; column++, from += blockWidth) {
        double sum = 0;
        for (int y = 0, at = from; y < blockHeight; y++, at += width) {
          for (int x = 0; x < blockWidth; x++) {
            sum += values[at + x];
          }
        }
        mean[to++] = (float) (sum * scale);
      }
    }
    return new LumaImage(columns, rows, mean);
  }

  /**
   * The picture at another size: each new pixel is the mean of the area that it covers, the pixels at that area's borders
   * counted by the share of them that it covers. Weights are whole numbers and sums are made in {@code double}, always in
   * the same order, so that the values are the same on the JVM and in JavaScript. The picture itself if it has the size.
   *
   * <p>Cost: linear in the pixels read and written; memory: two rows of the new width beside the result.
   *
   * @param columns pixels a row of the new picture, at least 1
   * @param rows its rows, at least 1
   */
  public LumaImage scaledTo(int columns, int rows) {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a picture cannot have " + columns + " x " + rows + " pixels");
    }
    if (columns == width && rows == height) {
      return this;
    }
    if (width % columns == 0 && height % rows == 0) {
      return blockMeans(width / columns, height / rows);
    }
    float[] mean = new float[columns * rows];
    double[] across = new double[columns];
    double[] sum = new double[columns];
    double scale = 1.0 / ((double) width * height);
    int missing = height; // of the new row, where an old row has as many parts as there are new rows
    int written = 0;
    for (int y = 0; y < height; y++) {
      sumAcross(y * width, across);
      for (int left = rows; left > 0; ) {
        int share = Math.min(left, missing);
        left -= share;
        missing -= share;
        for (int column = 0; column < columns; column++) {
          sum[column] += share * across[column];
        }
        if (missing == 0) {
          missing = height;
          for (int column = 0; column < columns; column++) {
            mean[written++] = (float) (sum[column] * scale);
            sum[column] = 0;
          }
        }
      }
    }
    return new LumaImage(columns, rows, mean);
  }

  /** Sums one row, which begins at {@code at}, into columns that are {@code width} old parts wide each. */
  private void sumAcross(int at, double[] across) {
    float[] values = this.values;
    int width = this.width;
    int parts = across.length; // of an old pixel: one for each new one
    int left = parts;
    for (int column = 0; column < parts; column++) {
      int missing = width;
      double sum = 0;
      if (left < parts && left <= missing) {
        sum = left * (double) values[at++];
        missing -= left;
        left = parts;
      }
      double whole = 0;
      for (; missing >= parts; missing -= parts) {
        whole += values[at++];
      }
      sum += parts * whole;
      if (missing > 0) {
        sum += missing * (double) values[at];
        left -= missing;
      }
      across[column] = sum;
    }
  }

  /** A block's side on an axis of this many pixels. */
  private static int side(int pixels, int block) {
    int least = pixels / MAX_SIDE + (pixels % MAX_SIDE == 0 ? 0 : 1);
    return Math.min(pixels, Math.max(block, least));
  }
}
