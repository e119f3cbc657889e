package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureFormat;

/**
 * A picture as a browser shows it: turned as its EXIF says, on white where it is transparent, its values as the file
 * holds them: an embedded colour profile is not applied.
 *
 * @param format of the file
 * @param width pixels a row, as displayed
 * @param height rows, as displayed
 * @param image of type {@link BufferedImage#TYPE_INT_RGB}
 */
public record DecodedPicture(PictureFormat format, int width, int height, BufferedImage image) {
  /** The brightness of every pixel; four bytes a pixel, made anew by each call. */
  public LumaImage luma() {
    return LumaImage.fromRgb(width, height, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }
}
