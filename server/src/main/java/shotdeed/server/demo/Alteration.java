package shotdeed.server.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import shotdeed.server.picture.Jpeg;

/** What shops do to a photograph before they show it. */
enum Alteration {
  /** Nothing: the same bytes. */
  SAME_FILE,
  /** Four fifths of the size, JPEG quality 60. */
  RECOMPRESSED,
  /** Left and right exchanged. */
  MIRRORED,
  /** A fifth brighter. */
  BRIGHTENED,
  /** The middle of the picture, as large as the whole. */
  CLOSE_UP,
  /** A fifth of the width and of the height cut off, most of it below and at the right. */
  CROPPED,
  /** Beside its own mirrored close-up, with a white gutter between. */
  COLLAGE,
  /** On a phone's screen, between the bars and buttons of a shop. */
  SCREENSHOT;

  private static final float HIGH_QUALITY = 0.9f;

  /** Pixels between the pictures of a collage. */
  private static final int GUTTER = 12;

  /** As the catalogue writes it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Alteration of(String text) {
    for (Alteration alteration : values()) {
      if (alteration.text().equals(text)) {
        return alteration;
      }
    }
    throw new IllegalStateException("the catalogue knows no alteration " + text);
  }

  /** The altered JPEG file of a JPEG file. */
  byte[] apply(byte[] file) throws IOException {
    if (this == SAME_FILE) {
      return file;
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int width = image.getWidth();
    int height = image.getHeight();
    return switch (this) {
      case RECOMPRESSED -> Jpeg.encoded(part(image, 0, 0, width, height, width * 4 / 5, height * 4 / 5), 0.6f);
      case MIRRORED -> Jpeg.encoded(part(image, width, 0, 0, height, width, height), HIGH_QUALITY);
      case BRIGHTENED -> Jpeg.encoded(new RescaleOp(1.2f, 0, null).filter(image, null), HIGH_QUALITY);
      case CLOSE_UP -> Jpeg.encoded(
          part(image, width / 4, height / 4, width * 3 / 4, height * 3 / 4, width, height), HIGH_QUALITY);
      case CROPPED -> Jpeg.encoded(
          part(image, width / 20, height / 20, width * 17 / 20, height * 17 / 20, width, height), HIGH_QUALITY);
      case COLLAGE -> Jpeg.encoded(collage(image), HIGH_QUALITY);
      case SCREENSHOT -> Jpeg.encoded(screen(image), HIGH_QUALITY);
      case SAME_FILE -> file;
    };
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(canvas, Color.WHITE, 0, 0, width, height);
    return canvas;
  }

  private static void fill(BufferedImage canvas, Color colour, int left, int top, int width, int height) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(left, top, width, height);
    graphics.dispose();
  }

  private static void paste(BufferedImage canvas, BufferedImage image, int left, int top) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
  }

  private static BufferedImage collage(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage closeUp = part(image, width * 3 / 4, height / 4, width / 4, height * 3 / 4, width, height);
    BufferedImage collage = blank(2 * width + GUTTER, height);
    paste(collage, image, 0, 0);
    paste(collage, closeUp, width + GUTTER, 0);
    return collage;
  }

  /** The picture as wide as the screen; a bar above, price, title and two buttons below. */
  private static BufferedImage screen(BufferedImage image) {
    int width = image.getWidth();
    int unit = width / 20;
    int below = 2 * unit + image.getHeight();
    BufferedImage screen = blank(width, below + 9 * unit);
    fill(screen, Color.DARK_GRAY, 0, 0, width, 2 * unit);
    fill(screen, Color.LIGHT_GRAY, 4 * unit, unit / 2, 12 * unit, unit);
    fill(screen, Color.RED, unit, below + unit, 5 * unit, unit);
    fill(screen, Color.BLACK, unit, below + 3 * unit, 15 * unit, unit / 2);
    fill(screen, Color.GRAY, unit, below + 4 * unit, 11 * unit, unit / 2);
    fill(screen, Color.ORANGE, 6 * unit, below + 6 * unit, 6 * unit, 2 * unit);
    fill(screen, Color.RED, 12 * unit, below + 6 * unit, 7 * unit, 2 * unit);
    paste(screen, image, 0, 2 * unit);
    return screen;
  }

  /** A smaller JPEG file of a JPEG file, as marketplaces make for thumbnails. */
  static byte[] scaled(byte[] file, int width) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int height = Math.max(1, image.getHeight() * width / image.getWidth());
    return Jpeg.encoded(part(image, 0, 0, image.getWidth(), image.getHeight(), width, height), HIGH_QUALITY);
  }

  /** The rectangle from one corner to the other, on a canvas of a size; exchanged corners mirror it. */
  private static BufferedImage part(
      BufferedImage image, int left, int top, int right, int bottom, int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, left, top, right, bottom, null);
    graphics.dispose();
    return canvas;
  }
}
