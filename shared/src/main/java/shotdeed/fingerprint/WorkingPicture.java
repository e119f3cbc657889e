package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/**
 * The size that regions are looked for and hashed at: large enough for 64 samples of a small part, small enough for a
 * browser. Pictures are never enlarged.
 */
final class WorkingPicture {
  /** Pixels of the longer side. */
  private static final int LONG_SIDE = 400;

  /** Long pictures, the slices of a detail page and what they are joined to, keep so many pixels of the shorter side. */
  private static final int SHORT_SIDE = 256;

  /** Pixels in all, for the longest of pictures. */
  private static final double MOST = 2_000_000;

  /** From this ratio of its sides on a picture is a strip. */
  private static final double STRIP = 2.2;

  private WorkingPicture() {}

  static boolean isLong(double width, double height) {
    return Math.max(width, height) > STRIP * Math.min(width, height);
  }

  static LumaImage of(LumaImage picture) {
    double width = picture.width();
    double height = picture.height();
    double scale = LONG_SIDE / Math.max(width, height);
    scale = Math.max(scale, SHORT_SIDE / Math.min(width, height));
    scale = Math.min(scale, Math.sqrt(MOST / (width * height)));
    return scale >= 1
        ? picture
        : picture.scaledTo(
            Math.max(1, (int) Math.floor(width * scale + 0.5)), Math.max(1, (int) Math.floor(height * scale + 0.5)));
  }
}
