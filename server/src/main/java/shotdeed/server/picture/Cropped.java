package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import shotdeed.fingerprint.Region;

/** Cuts parts out of pictures. */
public final class Cropped {
  private Cropped() {}

  /**
   * A part of a picture, to the nearest pixel and at least one pixel a side.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}; returned itself for {@link Region#WHOLE}
   */
  public static BufferedImage to(Region region, BufferedImage image) {
    if (region.equals(Region.WHOLE)) {
      return image;
    }
    int left = Math.min(pixel(region.left(), image.getWidth()), image.getWidth() - 1);
    int top = Math.min(pixel(region.top(), image.getHeight()), image.getHeight() - 1);
    int width = Math.max(1, pixel(region.right(), image.getWidth()) - left);
    int height = Math.max(1, pixel(region.bottom(), image.getHeight()) - top);
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] to = ((DataBufferInt) part.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      System.arraycopy(from, (top + y) * image.getWidth() + left, to, y * width, width);
    }
    return part;
  }

  private static int pixel(int place, int side) {
    return (int) Math.round((double) place * side / Region.UNIT);
  }
}
