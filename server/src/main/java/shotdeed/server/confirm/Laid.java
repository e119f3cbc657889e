package shotdeed.server.confirm;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import shotdeed.fingerprint.Region;
import shotdeed.server.picture.Cropped;

/** An original as it would look laid over its copy, for whoever compares the two by means of their own. */
public final class Laid {
  private Laid() {}

  /**
   * The original's pixels where a part of the copy shows them, as many as {@link Cropped} cuts out of the copy for the
   * same part; white where the original does not reach.
   *
   * @param original of type {@link BufferedImage#TYPE_INT_RGB}; only read
   * @param affine from this original's pixels to the copy's
   * @param part of the copy
   * @param copyWidth in the pixels that the map leads to
   */
  public static BufferedImage over(
      BufferedImage original, Affine affine, Region part, int copyWidth, int copyHeight) {
    int left = Math.min(pixel(part.left(), copyWidth), copyWidth - 1);
    int top = Math.min(pixel(part.top(), copyHeight), copyHeight - 1);
    int width = Math.max(1, pixel(part.right(), copyWidth) - left);
    int height = Math.max(1, pixel(part.bottom(), copyHeight) - top);
    BufferedImage from = original;
    Affine to = affine;
    while (to.scale() < 0.5 && Math.min(from.getWidth(), from.getHeight()) > 1) {
      from = drawn(from, new Affine(0.5, 0, 0, 0, 0.5, 0), from.getWidth() / 2, from.getHeight() / 2);
      to = to.resized(0.5, 0.5, 1, 1);
    }
    return drawn(from, new Affine(1, 0, -left, 0, 1, -top).after(to), width, height);
  }

  /** Between pixels the mean of the nearest four: at half the size the mean of two by two. */
  private static BufferedImage drawn(BufferedImage picture, Affine to, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, new AffineTransform(to.xx(), to.yx(), to.xy(), to.yy(), to.x0(), to.y0()), null);
    graphics.dispose();
    return drawn;
  }

  private static int pixel(int place, int side) {
    return (int) Math.round((double) place * side / Region.UNIT);
  }
}
