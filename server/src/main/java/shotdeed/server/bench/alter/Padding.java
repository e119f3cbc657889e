package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A picture with something around it. */
final class Padding {
  private static final List<Color> FRAMES =
      List.of(
          Overlays.SALE_RED, new Color(0xF7, 0xC6, 0xD0), new Color(0x1D, 0x3B, 0x6F), new Color(0xF5, 0xE6, 0xC8),
          new Color(0x2F, 0x7D, 0x5B), new Color(0x22, 0x22, 0x22));
  private static final List<Color> BORDERS =
      List.of(Color.WHITE, new Color(0xF2, 0xF2, 0xF2), new Color(0xFB, 0xEE, 0xE6), Color.BLACK);

  private Padding() {}

  private static BufferedImage around(
      BufferedImage picture, double left, double top, double right, double bottom, Color colour) {
    int width = (int) Math.round(picture.getWidth() + left + right);
    int height = (int) Math.round(picture.getHeight() + top + bottom);
    BufferedImage canvas = Pictures.canvas(width, height, colour);
    put(canvas, picture, (int) Math.round(left), (int) Math.round(top));
    return canvas;
  }

  static void put(BufferedImage canvas, BufferedImage picture, int left, int top) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(picture, left, top, null);
    graphics.dispose();
  }

  /** White bars that make it a square; a picture that is (nearly) one gets bars of a share on both sides. */
  static Step whiteToSquare(double otherwise) {
    return (picture, scene) -> {
      double width = picture.getWidth();
      double height = picture.getHeight();
      double across = Math.max(0, height - width) / 2;
      double down = Math.max(0, width - height) / 2;
      if (Math.max(across, down) < 0.02 * Math.max(width, height)) {
        across = width * otherwise;
      }
      return around(picture, across, down, across, down, Color.WHITE);
    };
  }

  /** Black bars above and below, each a share of the height. */
  static Step blackBars(double least, double most) {
    return (picture, scene) -> {
      double bar = picture.getHeight() * scene.between(least, most);
      return around(picture, 0, bar, 0, bar, Color.BLACK);
    };
  }

  /** White all around, a share of the shorter side. */
  static Step whiteFrame(double least, double most) {
    return (picture, scene) -> {
      double edge = Math.min(picture.getWidth(), picture.getHeight()) * scene.between(least, most);
      return around(picture, edge, edge, edge, edge, Color.WHITE);
    };
  }

  /** The picture on its own enlarged blur, as video covers show it; the canvas is 9:16, for wide pictures 16:9. */
  static Step onOwnBlur() {
    return (picture, scene) -> {
      boolean wide = picture.getWidth() > picture.getHeight() * 1.2;
      double ratio = wide ? 16.0 / 9 : 9.0 / 16;
      int width = (int) Math.round(Math.max(picture.getWidth(), picture.getHeight() * ratio));
      int height = (int) Math.round(width / ratio);
      BufferedImage tiny = Resample.cover(picture, wide ? 32 : 18, wide ? 18 : 32);
      BufferedImage canvas = Tone.brightness(0.8).apply(Resample.to(tiny, width, height), scene);
      put(canvas, picture, (width - picture.getWidth()) / 2, (height - picture.getHeight()) / 2);
      return canvas;
    };
  }

  /** A coloured frame, and above or below a broader band with words. Shares of the shorter side. */
  static Step frameWithText(double leastEdge, double mostEdge, double leastBand, double mostBand) {
    return (picture, scene) -> {
      double side = Math.min(picture.getWidth(), picture.getHeight());
      double edge = side * scene.between(leastEdge, mostEdge);
      double band = side * scene.between(leastBand, mostBand);
      boolean above = scene.coin();
      Color colour = scene.pick(FRAMES);
      BufferedImage canvas = around(picture, edge, above ? band : edge, edge, above ? edge : band, colour);
      double top = above ? 0 : canvas.getHeight() - band;
      Graphics2D graphics = Pictures.brush(canvas);
      boolean light = colour.getRed() + colour.getGreen() + colour.getBlue() > 500;
      Rectangle2D box =
          new Rectangle2D.Double(canvas.getWidth() * 0.08, top + band * 0.25, canvas.getWidth() * 0.84, band * 0.5);
      String words = scene.pick(Writing.SLOGANS) + "  " + scene.pick(Writing.SHOPS);
      Writing.fill(graphics, words, box, light ? Overlays.SALE_RED : Color.WHITE, null);
      graphics.dispose();
      return canvas;
    };
  }

  /** A border of a different breadth on each side, shares of the shorter side, of one colour. */
  static Step unevenBorder(double least, double most) {
    return (picture, scene) -> {
      double side = Math.min(picture.getWidth(), picture.getHeight());
      return around(
          picture,
          side * scene.between(least, most),
          side * scene.between(least, most),
          side * scene.between(least, most),
          side * scene.between(least, most),
          scene.pick(BORDERS));
    };
  }
}
