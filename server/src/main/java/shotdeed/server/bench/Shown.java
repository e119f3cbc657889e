package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import shotdeed.image.LumaImage;
import shotdeed.server.picture.DecodedPicture;

/**
 * A picture as a matcher gets it.
 *
 * @param image of type {@link BufferedImage#TYPE_INT_RGB}; only read
 * @param luma its brightness, reduced as the browser would
 */
record Shown(BufferedImage image, LumaImage luma) {
  static Shown of(DecodedPicture picture) {
    return new Shown(picture.image(), picture.luma().reduced());
  }
}
