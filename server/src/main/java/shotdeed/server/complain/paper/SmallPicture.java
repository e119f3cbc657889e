package shotdeed.server.complain.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import shotdeed.server.picture.Jpeg;
import shotdeed.server.picture.Scaled;

/** Pictures made small enough for a page. */
final class SmallPicture {
  private static final float[] QUALITIES = {0.8f, 0.65f, 0.5f, 0.35f};
  private static final int LEAST_SIDE = 96;

  private SmallPicture() {}

  /**
   * A JPEG of at most so many bytes, as good as they allow.
   *
   * @param side pixels of the longer side, at most
   */
  static byte[] jpeg(BufferedImage image, int side, int bytes) throws IOException {
    BufferedImage now = Scaled.within(image, side);
    while (true) {
      for (float quality : QUALITIES) {
        byte[] jpeg = Jpeg.encoded(now, quality);
        if (jpeg.length <= bytes) {
          return jpeg;
        }
      }
      int longer = Math.max(now.getWidth(), now.getHeight());
      if (longer <= LEAST_SIDE) {
        return Jpeg.encoded(now, QUALITIES[QUALITIES.length - 1]);
      }
      now = Scaled.within(now, longer * 3 / 4);
    }
  }
}
