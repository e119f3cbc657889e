package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on listing pages and is no photograph: lines of text, size charts, banners; and what photographs have in
 * common: gradients, stripes, checks, a dark shape on white. No two certificates may be confused because of these.
 */
public final class Drawings {
  private static final int WIDTH = 480;

  private final Scene scene;
  private final BufferedImage canvas;
  private final Graphics2D graphics;
  private final int width;
  private final int height;

  private interface Kind {
    void draw(Drawings drawing);
  }

  private static final List<Kind> KINDS =
      List.of(
          Drawings::text,
          Drawings::chart,
          Drawings::banner,
          Drawings::gradient,
          Drawings::glow,
          Drawings::stripes,
          Drawings::checks,
          Drawings::dots,
          Drawings::shape,
          Drawings::horizon);

  private Drawings(Scene scene) {
    this.scene = scene;
    width = WIDTH;
    height = scene.between(WIDTH * 2 / 3, WIDTH * 3 / 2);
    canvas = Pictures.canvas(width, height, Color.WHITE);
    graphics = Pictures.brush(canvas);
  }

  /**
   * So many drawings of each of ten kinds; the same seed gives the same pictures.
   *
   * @throws IllegalStateException if no font of this machine shows Chinese
   */
  public static List<BufferedImage> make(int ofEachKind, long seed) {
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < ofEachKind; i++) {
      for (int kind = 0; kind < KINDS.size(); kind++) {
        Drawings drawing = new Drawings(new Scene(seed, "drawing " + i, "kind " + kind, List.of()));
        KINDS.get(kind).draw(drawing);
        drawing.graphics.dispose();
        pictures.add(drawing.canvas);
      }
    }
    return pictures;
  }

  private Color light() {
    return new Color(scene.between(200, 255), scene.between(200, 255), scene.between(200, 255));
  }

  private Color dark() {
    return new Color(scene.between(0, 110), scene.between(0, 110), scene.between(0, 110));
  }

  private void paint(Paint paint) {
    graphics.setPaint(paint);
    graphics.fillRect(0, 0, width, height);
  }

  private void text() {
    paint(scene.coin() ? Color.WHITE : light());
    double size = scene.between(12, 44);
    Color ink = dark();
    List<List<String>> sources = List.of(Writing.FACTS, Writing.TITLES, Writing.SLOGANS, Writing.SHOPS);
    double left = scene.between(8, 80);
    for (double y = size * 1.5; y < height - size; y += size * scene.between(1.4, 2.2)) {
      Writing.line(graphics, scene.pick(scene.pick(sources)), left, y, size, ink);
    }
  }

  private void chart() {
    paint(Color.WHITE);
    int columns = scene.between(3, 6);
    int rows = scene.between(4, 10);
    double cellWidth = (width - 40.0) / columns;
    double cellHeight = (height - 40.0) / rows;
    Color ink = dark();
    Color head = light();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Rectangle2D cell =
            new Rectangle2D.Double(20 + column * cellWidth, 20 + row * cellHeight, cellWidth, cellHeight);
        if (row == 0) {
          graphics.setColor(head);
          graphics.fill(cell);
        }
        graphics.setColor(ink);
        graphics.draw(cell);
        String words = row == 0 ? Writing.signs(scene, 2) : Integer.toString(scene.between(30, 130));
        Writing.line(graphics, words, cell.getX() + 8, cell.getCenterY(), Math.min(20, cellHeight / 2), ink);
      }
    }
  }

  private void banner() {
    paint(scene.coin() ? new Color(scene.between(180, 255), scene.between(0, 90), scene.between(0, 60)) : light());
    int lines = scene.between(1, 3);
    for (int i = 0; i < lines; i++) {
      double top = height * (i + 0.15) / lines;
      Rectangle2D box = new Rectangle2D.Double(width * 0.08, top, width * 0.84, height * 0.7 / lines);
      Writing.fill(graphics, scene.pick(Writing.SLOGANS), box, scene.coin() ? Color.WHITE : dark(), null);
    }
  }

  private void gradient() {
    paint(
        new GradientPaint(
            scene.between(0, width), scene.between(0, height), dark(), scene.between(0, width), height, light()));
  }

  private void glow() {
    Point2D middle = new Point2D.Double(scene.between(0.2, 0.8) * width, scene.between(0.2, 0.8) * height);
    Color[] colours = scene.coin() ? new Color[] {light(), dark()} : new Color[] {dark(), light()};
    paint(new RadialGradientPaint(middle, scene.between(120, 420), new float[] {0, 1}, colours));
  }

  private void stripes() {
    turn(scene.pick(List.of(0.0, 90.0, 45.0, 8.0, 82.0, 30.0)));
    double step = scene.between(10, 140);
    graphics.setColor(dark());
    for (double x = -2.0 * width; x < 3.0 * width; x += step) {
      graphics.fill(new Rectangle2D.Double(x, -2.0 * height, step / 2, 5.0 * height));
    }
  }

  private void checks() {
    turn(scene.pick(List.of(0.0, 45.0, 12.0)));
    double step = scene.between(16, 120);
    graphics.setColor(dark());
    int row = 0;
    for (double y = -2.0 * height; y < 3.0 * height; y += step) {
      for (double x = -2.0 * width + row % 2 * step; x < 3.0 * width; x += 2 * step) {
        graphics.fill(new Rectangle2D.Double(x, y, step, step));
      }
      row++;
    }
  }

  private void dots() {
    paint(light());
    double step = scene.between(20, 120);
    double share = scene.between(0.3, 0.8);
    graphics.setColor(dark());
    for (double y = 0; y < height; y += step) {
      for (double x = 0; x < width; x += step) {
        graphics.fill(new Ellipse2D.Double(x, y, step * share, step * share));
      }
    }
  }

  /** Goods without detail: a garment in one colour on white looks like many others. */
  private void shape() {
    paint(scene.coin() ? Color.WHITE : light());
    graphics.setColor(dark());
    double wide = width * scene.between(0.3, 0.8);
    double high = height * scene.between(0.4, 0.9);
    double left = (width - wide) / 2;
    double top = (height - high) / 2;
    graphics.fill(
        scene.coin()
            ? new Ellipse2D.Double(left, top, wide, high)
            : new Rectangle2D.Double(left, top, wide, high));
    if (scene.coin()) {
      double sleeve = wide * 0.3;
      graphics.fill(new Rectangle2D.Double(left - sleeve, top, wide + 2 * sleeve, high * scene.between(0.15, 0.35)));
    }
  }

  /** Floor and wall. */
  private void horizon() {
    paint(light());
    double y = height * scene.between(0.3, 0.85);
    graphics.setPaint(new GradientPaint(0, (float) y, dark(), 0, height, light()));
    graphics.fill(new Rectangle2D.Double(0, y, width, height - y));
  }

  private void turn(double degrees) {
    paint(light());
    graphics.transform(AffineTransform.getRotateInstance(Math.toRadians(degrees), width / 2.0, height / 2.0));
  }
}
