package shotdeed.server.bench.alter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** A shop's page, photographed off the screen with the picture in it. */
final class Screenshots {
  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color PALE_INK = new Color(0x99, 0x99, 0x99);
  private static final Color PAPER = new Color(0xF4, 0xF4, 0xF4);
  private static final Color LINE = new Color(0xE4, 0xE4, 0xE4);
  private static final Color RED = new Color(0xFF, 0x50, 0x00);

  private Screenshots() {}

  /** A shopping app on a telephone: the picture over the whole width, cut to 4:3 if it is taller. */
  static Step phone(int width, int height) {
    return (picture, scene) -> {
      BufferedImage screen = Pictures.canvas(width, height, PAPER);
      double unit = width / 100.0;
      int bar = (int) Math.round(6 * unit);
      int shown = (int) Math.round(Math.min(width * 4.0 / 3, (double) width * picture.getHeight() / picture.getWidth()));
      Padding.put(screen, Resample.cover(picture, width, shown), 0, bar);
      Graphics2D graphics = Pictures.brush(screen);
      statusBar(graphics, width, unit, scene);
      overPicture(graphics, width, bar, shown, unit, scene);
      double below = bar + shown;
      graphics.setColor(Color.WHITE);
      graphics.fill(new Rectangle2D.Double(0, below, width, 44 * unit));
      Writing.line(graphics, Overlays.price(scene), 4 * unit, below + 7 * unit, 8 * unit, RED);
      Writing.line(graphics, "已售" + scene.between(100, 9000) + "+", 76 * unit, below + 7 * unit, 3.4 * unit, PALE_INK);
      String title = scene.pick(Writing.TITLES);
      Writing.line(graphics, title, 4 * unit, below + 18 * unit, 4.6 * unit, INK);
      Writing.line(graphics, scene.pick(Writing.SLOGANS) + " · 七天无理由退换", 4 * unit, below + 26 * unit, 3.6 * unit, RED);
      Writing.line(graphics, "宝贝评价(" + scene.between(50, 900) + ")", 4 * unit, below + 37 * unit, 4 * unit, INK);
      buyBar(graphics, width, height, unit);
      graphics.dispose();
      return screen;
    };
  }

  private static void statusBar(Graphics2D graphics, int width, double unit, Scene scene) {
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, width, 6 * unit));
    String time = scene.between(8, 22) + ":" + scene.between(10, 59);
    Writing.line(graphics, time, 4 * unit, 3 * unit, 3.4 * unit, INK);
    Writing.line(graphics, "5G  " + scene.between(20, 99) + "%", 82 * unit, 3 * unit, 3.2 * unit, INK);
  }

  private static void overPicture(Graphics2D graphics, int width, int top, int shown, double unit, Scene scene) {
    Color veil = new Color(0, 0, 0, 90);
    for (double x : new double[] {3 * unit, 78 * unit, 89 * unit}) {
      graphics.setColor(veil);
      graphics.fill(new Ellipse2D.Double(x, top + 2 * unit, 8 * unit, 8 * unit));
    }
    Writing.line(graphics, "<", 5.6 * unit, top + 6 * unit, 5 * unit, Color.WHITE);
    graphics.setColor(veil);
    double pill = top + shown - 9 * unit;
    graphics.fill(new RoundRectangle2D.Double(width - 15 * unit, pill, 11 * unit, 6 * unit, 6 * unit, 6 * unit));
    Writing.line(graphics, "1/" + scene.between(4, 9), width - 12.4 * unit, pill + 3 * unit, 3.4 * unit, Color.WHITE);
  }

  private static void buyBar(Graphics2D graphics, int width, int height, double unit) {
    double top = height - 14 * unit;
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, top, width, 14 * unit));
    String[] links = {"首页", "客服", "收藏"};
    for (int i = 0; i < links.length; i++) {
      Writing.line(graphics, links[i], (4 + 10 * i) * unit, top + 7 * unit, 3.2 * unit, INK);
    }
    button(graphics, "加入购物车", 36 * unit, top + 2.5 * unit, 30 * unit, 9 * unit, new Color(0xFF, 0xA9, 0x00));
    button(graphics, "立即购买", 67 * unit, top + 2.5 * unit, 30 * unit, 9 * unit, RED);
  }

  private static void button(
      Graphics2D graphics, String text, double left, double top, double width, double height, Color colour) {
    graphics.setColor(colour);
    graphics.fill(new RoundRectangle2D.Double(left, top, width, height, height, height));
    Rectangle2D words = new Rectangle2D.Double(left + width * 0.2, top + height * 0.3, width * 0.6, height * 0.4);
    Writing.fill(graphics, text, words, Color.WHITE, null);
  }

  /** A listing in a browser: the picture in a square box, a row of small pictures below, words beside. */
  static Step desktop(int width, int height) {
    return (picture, scene) -> {
      BufferedImage screen = Pictures.canvas(width, height, Color.WHITE);
      double unit = height / 100.0;
      Graphics2D graphics = Pictures.brush(screen);
      searchBar(graphics, width, unit);
      double box = 64 * unit;
      double left = 6 * unit;
      double top = 16 * unit;
      boxed(screen, graphics, picture, left, top, box);
      int own = scene.between(0, 4);
      double small = 11 * unit;
      for (int i = 0; i < 5; i++) {
        boxed(screen, graphics, i == own ? picture : scene.foreign(), left + i * 13 * unit, top + box + 2 * unit, small);
      }
      words(graphics, left + box + 6 * unit, top, unit, scene);
      graphics.dispose();
      return screen;
    };
  }

  private static void searchBar(Graphics2D graphics, int width, double unit) {
    graphics.setColor(PAPER);
    graphics.fill(new Rectangle2D.Double(0, 0, width, 4 * unit));
    graphics.setColor(RED);
    graphics.setStroke(new BasicStroke((float) (0.5 * unit)));
    graphics.draw(new RoundRectangle2D.Double(30 * unit, 6 * unit, 70 * unit, 6 * unit, 6 * unit, 6 * unit));
    button(graphics, "搜索", 88 * unit, 6 * unit, 12 * unit, 6 * unit, RED);
    Writing.line(graphics, "宝贝", 34 * unit, 9 * unit, 2.6 * unit, PALE_INK);
    graphics.setColor(LINE);
    graphics.fill(new Rectangle2D.Double(0, 14 * unit, width, 0.2 * unit));
  }

  /** The whole picture as large as a square allows, in its middle, with a thin line around the square. */
  private static void boxed(
      BufferedImage screen, Graphics2D graphics, BufferedImage picture, double left, double top, double side) {
    double scale = side / Math.max(picture.getWidth(), picture.getHeight());
    BufferedImage shown = Resample.by(picture, scale);
    int x = (int) Math.round(left + (side - shown.getWidth()) / 2);
    int y = (int) Math.round(top + (side - shown.getHeight()) / 2);
    Padding.put(screen, shown, x, y);
    graphics.setColor(LINE);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Rectangle2D.Double(left, top, side, side));
  }

  private static void words(Graphics2D graphics, double left, double top, double unit, Scene scene) {
    Writing.line(graphics, scene.pick(Writing.TITLES), left, top + 3 * unit, 3.4 * unit, INK);
    graphics.setColor(new Color(0xFF, 0xF2, 0xE8));
    graphics.fill(new Rectangle2D.Double(left, top + 8 * unit, 62 * unit, 14 * unit));
    Writing.line(graphics, "券后 " + Overlays.price(scene), left + 3 * unit, top + 15 * unit, 6 * unit, RED);
    for (int i = 0; i < 4; i++) {
      Writing.line(graphics, scene.pick(Writing.FACTS), left, top + (29 + 6 * i) * unit, 2.6 * unit, PALE_INK);
    }
    button(graphics, "立即购买", left, top + 56 * unit, 26 * unit, 8 * unit, RED);
    button(graphics, "加入购物车", left + 29 * unit, top + 56 * unit, 26 * unit, 8 * unit, new Color(0xFF, 0xA9, 0x00));
  }
}
