package shotdeed.server.bench.alter;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What is written over a picture: stickers, slogans, watermarks, bands. */
final class Overlays {
  static final Color SALE_RED = new Color(0xE1, 0x1D, 0x2E);
  private static final Color SALE_ORANGE = new Color(0xFF, 0x6A, 0x00);
  private static final Color YELLOW = new Color(0xFF, 0xE9, 0x6B);
  private static final List<Color> INKS =
      List.of(Color.WHITE, SALE_RED, YELLOW, new Color(0x22, 0x22, 0x22), new Color(0x1F, 0x6F, 0xEB));

  private Overlays() {}

  /** A round price in a corner, its width a share of the shorter side. */
  static Step priceSticker(double least, double most) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      double side = Math.min(result.getWidth(), result.getHeight()) * scene.between(least, most);
      double margin = side * 0.12;
      double left = scene.coin() ? margin : result.getWidth() - side - margin;
      double top = scene.coin() ? margin : result.getHeight() - side - margin;
      Graphics2D graphics = Pictures.brush(result);
      graphics.setColor(scene.coin() ? SALE_RED : SALE_ORANGE);
      graphics.fill(new Ellipse2D.Double(left, top, side, side));
      Rectangle2D words = new Rectangle2D.Double(left + side * 0.28, top + side * 0.2, side * 0.44, side * 0.17);
      Writing.fill(graphics, "到手价", words, Color.WHITE, null);
      Rectangle2D price = new Rectangle2D.Double(left + side * 0.12, top + side * 0.43, side * 0.76, side * 0.3);
      Writing.fill(graphics, price(scene), price, YELLOW, null);
      graphics.dispose();
      return result;
    };
  }

  static String price(Scene scene) {
    return "¥" + scene.between(19, 299) + ".9";
  }

  /** Lines of bold signs whose boxes cover a share of the picture, outlined or, by chance, on a plate. */
  static Step text(double share, int lines, double width) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      double lineWidth = result.getWidth() * width;
      double lineHeight = result.getHeight() * share / (lines * width);
      int signs = Math.max(2, (int) Math.round(lineWidth / lineHeight));
      double gap = (result.getHeight() - lines * lineHeight) / (lines + 1);
      boolean apart = scene.coin();
      double top = apart ? gap : scene.between(0.05, 0.95) * (result.getHeight() - lines * lineHeight);
      boolean plate = scene.coin();
      Color ink = scene.pick(INKS);
      Color behind = ink == Color.WHITE || ink == YELLOW ? SALE_RED : Color.WHITE;
      Graphics2D graphics = Pictures.brush(result);
      for (int i = 0; i < lines; i++, top += lineHeight + (apart ? gap : 0)) {
        double left = scene.between(0.0, 1.0) * (result.getWidth() - lineWidth);
        Rectangle2D box = new Rectangle2D.Double(left, top, lineWidth, lineHeight);
        if (plate) {
          graphics.setColor(behind);
          graphics.fill(box);
        }
        double inset = lineHeight * 0.03;
        Rectangle2D inner =
            new Rectangle2D.Double(left + inset, top + inset, lineWidth - 2 * inset, lineHeight - 2 * inset);
        Writing.fill(graphics, Writing.signs(scene, signs), inner, ink, plate ? null : behind);
      }
      graphics.dispose();
      return result;
    };
  }

  /** A shop's name again and again, slanting, seen through by that much. */
  static Step watermark(double leastOpacity, double mostOpacity) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      double size = Math.min(result.getWidth(), result.getHeight()) * scene.between(0.045, 0.065);
      String text = scene.pick(Writing.SHOPS);
      Graphics2D graphics = Pictures.brush(result);
      float opacity = (float) scene.between(leastOpacity, mostOpacity);
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
      graphics.setColor(scene.coin() ? Color.WHITE : new Color(0x55, 0x55, 0x55));
      graphics.setFont(Writing.font(size, true));
      FontMetrics metrics = graphics.getFontMetrics();
      double across = metrics.stringWidth(text) + 2.5 * size;
      double down = 4 * size;
      double reach = Math.hypot(result.getWidth(), result.getHeight());
      graphics.translate(result.getWidth() / 2.0, result.getHeight() / 2.0);
      graphics.rotate(Math.toRadians(-scene.between(20, 35)));
      int row = 0;
      for (double y = -reach / 2; y < reach / 2; y += down, row++) {
        for (double x = -reach / 2 - row % 2 * across / 2; x < reach / 2; x += across) {
          graphics.drawString(text, (float) x, (float) y);
        }
      }
      graphics.dispose();
      return result;
    };
  }

  /** A shop's name in an upper corner, and a band with a promise along the lower edge. */
  static Step logoAndBand(double band) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      double width = result.getWidth() * 0.3;
      double height = width * 0.26;
      double margin = result.getWidth() * 0.03;
      double left = scene.coin() ? margin : result.getWidth() - width - margin;
      Graphics2D graphics = Pictures.brush(result);
      graphics.setColor(scene.coin() ? new Color(0x22, 0x22, 0x22) : SALE_RED);
      graphics.fill(new RoundRectangle2D.Double(left, margin, width, height, height / 2, height / 2));
      Rectangle2D name =
          new Rectangle2D.Double(left + width * 0.08, margin + height * 0.25, width * 0.84, height * 0.5);
      Writing.fill(graphics, scene.pick(Writing.SHOPS), name, Color.WHITE, null);
      band(graphics, result, band, scene);
      graphics.dispose();
      return result;
    };
  }

  /** A band with price and promise along the lower edge, its height a share of the picture's. */
  static Step priceBand(double least, double most) {
    return (picture, scene) -> {
      BufferedImage result = Pictures.copy(picture);
      Graphics2D graphics = Pictures.brush(result);
      band(graphics, result, scene.between(least, most), scene);
      graphics.dispose();
      return result;
    };
  }

  private static void band(Graphics2D graphics, BufferedImage picture, double share, Scene scene) {
    double width = picture.getWidth();
    double height = picture.getHeight() * share;
    double top = picture.getHeight() - height;
    graphics.setPaint(new GradientPaint(0, 0, SALE_ORANGE, (float) width, 0, SALE_RED));
    graphics.fill(new Rectangle2D.Double(0, top, width, height));
    Rectangle2D promise = new Rectangle2D.Double(width * 0.04, top + height * 0.25, width * 0.5, height * 0.5);
    Writing.fill(graphics, scene.pick(Writing.SLOGANS) + " " + scene.pick(Writing.SLOGANS), promise, Color.WHITE, null);
    Rectangle2D price = new Rectangle2D.Double(width * 0.62, top + height * 0.15, width * 0.34, height * 0.7);
    Writing.fill(graphics, "券后" + price(scene), price, YELLOW, null);
  }
}
