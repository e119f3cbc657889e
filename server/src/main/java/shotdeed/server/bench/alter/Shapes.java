package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A few soft shapes on a gradient: what limbs, trousers, folds and backdrops look like once they are small. A region that
 * looks like one of these says little about which photograph it is of, however sharp its edges are.
 */
public final class Shapes {
  private static final int WIDTH = 320;
  private static final int MOST_SHAPES = 5;

  private final Scene scene;
  private final double width = WIDTH;
  private final double height;

  private Shapes(Scene scene) {
    this.scene = scene;
    height = scene.between(WIDTH, WIDTH * 3 / 2);
  }

  /** So many pictures; the same seed gives the same ones. */
  public static List<BufferedImage> make(int count, long seed) {
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(new Shapes(new Scene(seed, "shapes " + i, "shapes", List.of())).picture());
    }
    return pictures;
  }

  private BufferedImage picture() {
    BufferedImage canvas = Pictures.canvas(WIDTH, (int) height, Color.WHITE);
    Graphics2D graphics = Pictures.brush(canvas);
    graphics.setPaint(gradient());
    graphics.fillRect(0, 0, WIDTH, (int) height);
    int count = scene.between(1, MOST_SHAPES);
    for (int i = 0; i < count; i++) {
      graphics.setPaint(scene.coin() ? grey() : gradient());
      double turn = scene.between(0.0, 1.0) < 0.25 ? scene.between(0, Math.PI) : scene.gaussian() * 0.15;
      AffineTransform turned = AffineTransform.getRotateInstance(turn, width / 2, height / 2);
      for (Shape shape : shapes()) {
        graphics.fill(turned.createTransformedShape(shape));
      }
    }
    graphics.dispose();
    return Grain.blurred(scene.between(2.0, 10.0)).apply(canvas, scene);
  }

  private List<Shape> shapes() {
    double left = width * scene.between(-0.2, 0.8);
    double top = height * scene.between(-0.2, 0.8);
    double wide = width * scene.between(0.08, 0.58);
    double high = height * scene.between(0.15, 1.05);
    return switch (scene.between(0, 3)) {
      case 0 -> List.of(new Ellipse2D.Double(left, top, wide, high));
      case 1 -> List.of(limb(left, top, wide, high));
      case 2 -> List.of(
          limb(left, top, wide, high), limb(left + wide * scene.between(1.05, 1.55), top, wide, high));
      default -> List.of(fold(left, top, wide, high));
    };
  }

  private static Shape limb(double left, double top, double wide, double high) {
    return new RoundRectangle2D.Double(left, top, wide, high, wide / 2, wide / 2);
  }

  private Shape fold(double left, double top, double wide, double high) {
    Path2D path = new Path2D.Double();
    path.moveTo(left, top);
    path.curveTo(left + wide, top, left + wide * 1.5, top + high, left + wide, top + high);
    path.lineTo(left - wide * scene.between(0.0, 1.0), top + high);
    path.closePath();
    return path;
  }

  private Paint gradient() {
    return new GradientPaint(
        scene.between(0, WIDTH),
        scene.between(0, (int) height),
        grey(),
        scene.between(0, WIDTH),
        scene.between(0, (int) height),
        grey());
  }

  private Color grey() {
    int level = scene.between(0, 255);
    return new Color(level, level, level);
  }
}
