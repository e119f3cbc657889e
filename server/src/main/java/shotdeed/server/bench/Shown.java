package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import shotdeed.image.LumaImage;
import shotdeed.server.picture.DecodedPicture;

/**
 * A picture as a matcher gets it.
 *
 * @param image of type {@link BufferedImage#TYPE_INT_RGB}; only read
 * @param luma its brightness, reduced as the browser would; slices of pages are never so large that this changes them
 * @param bytes of its file
 */
record Shown(BufferedImage image, LumaImage luma, int bytes) {
  static Shown of(DecodedPicture picture, int bytes) {
    return new Shown(picture.image(), picture.luma().reduced(), bytes);
  }
}
