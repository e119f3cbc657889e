package shotdeed.server.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures in other sizes, for looking at; what they are made of stays as it is. */
public final class Scaled {
  private Scaled() {}

  /**
   * At most so many pixels on the longer side. Halves until the last step is less than a half: bilinear sampling alone
   * would skip pixels.
   */
  public static BufferedImage within(BufferedImage image, int side) {
    BufferedImage now = image;
    while (Math.max(now.getWidth(), now.getHeight()) > side) {
      double factor = Math.max(0.5, (double) side / Math.max(now.getWidth(), now.getHeight()));
      now = exactly(
          now,
          Math.max(1, (int) Math.round(now.getWidth() * factor)),
          Math.max(1, (int) Math.round(now.getHeight() * factor)));
    }
    return now;
  }

  /** Exactly this size. */
  public static BufferedImage exactly(BufferedImage image, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }
}
