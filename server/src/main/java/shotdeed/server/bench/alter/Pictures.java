package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Canvases, and the pixels of one. */
final class Pictures {
  private Pictures() {}

  /** A canvas of one colour, of at least one pixel. */
  static BufferedImage canvas(int width, int height, Color colour) {
    BufferedImage canvas = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.dispose();
    return canvas;
  }

  static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    System.arraycopy(pixels(picture), 0, pixels(copy), 0, picture.getWidth() * picture.getHeight());
    return copy;
  }

  /** For drawing with smooth edges; the caller disposes of it. */
  static Graphics2D brush(BufferedImage canvas) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  /** Row by row, 0xRRGGBB; writing to it changes the picture. */
  static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  /** A colour of three channels of any value, each brought into 0 to 255. */
  static int rgb(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  static int channel(double value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
  }
}
