package shotdeed.wire;

import shotdeed.image.LumaImage;

/**
 * A small picture in grey.
 *
 * @param width pixels a row, 1 to {@link #MAX_SIDE}
 * @param height rows, 1 to {@link #MAX_SIDE}
 * @param grey {@code width * height} values, {@link #MAX_PIXELS} at most, row by row from the top left, each an unsigned
 *     byte from 0 (black) to 255 (white); not copied
 */
public record GreyRaster(int width, int height, byte[] grey) {
  /** Pixels of a side at most: a page's long picture has many photographs under each other. */
  public static final int MAX_SIDE = 4_096;

  /** Pixels of all at most. */
  public static final int MAX_PIXELS = 640_000;

  /** What is shrunk to fit stays so much below {@link #MAX_PIXELS} that rounding cannot lift it above. */
  private static final double FITTING = 0.99;

  public GreyRaster {
    if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a raster's sides are 1 to " + MAX_SIDE + " pixels, not " + width + " x " + height);
    }
    if (width * height > MAX_PIXELS) {
      throw new IllegalArgumentException(
          "a raster has " + MAX_PIXELS + " pixels at most, not " + width + " x " + height);
    }
    if (width * height != grey.length) {
      throw new IllegalArgumentException(
          "a raster of " + width + " x " + height + " pixels cannot have " + grey.length + " values");
    }
  }

  /**
   * A picture's brightness, shrunk so that neither side is longer than {@code side} pixels, and all are {@link
   * #MAX_PIXELS} at most; a smaller picture keeps its size. Values are rounded to whole ones.
   *
   * @param side 1 to {@link #MAX_SIDE}
   */
  public static GreyRaster of(LumaImage picture, int side) {
    int longer = Math.max(picture.width(), picture.height());
    int shorter = Math.min(picture.width(), picture.height());
    int most = (int) Math.min(side, Math.sqrt(FITTING * MAX_PIXELS * longer / shorter));
    LumaImage small = picture;
    if (longer > most) {
      small = picture.scaledTo(scaled(picture.width(), most, longer), scaled(picture.height(), most, longer));
    }
    float[] values = small.values();
    byte[] grey = new byte[values.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.max(0, Math.min(255, (int) (values[i] + 0.5)));
    }
    return new GreyRaster(small.width(), small.height(), grey);
  }

  private static int scaled(int length, int side, int longer) {
    return Math.max(1, (int) ((double) length * side / longer + 0.5));
  }

  /** Its brightness. */
  public LumaImage luma() {
    float[] values = new float[grey.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = grey[i] & 0xff;
    }
    return new LumaImage(width, height, values);
  }
}
