package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A listing's detail page: photographs under each other, with words between, cut into pictures at any height. */
final class Strips {
  private static final int PHOTOGRAPHS = 4;
  private static final int LEAST_SLICE = 500;
  private static final int MOST_SLICE = 1100;

  private Strips() {}

  /**
   * The slices, from the top; the stolen picture lies in one of them or across several.
   *
   * @param width of the page, in pixels
   * @param margin beside the photographs, in pixels
   * @param words whether blocks of text stand between them, rather than narrow gaps
   */
  static List<BufferedImage> slices(BufferedImage picture, Scene scene, int width, int margin, boolean words) {
    int own = scene.between(0, PHOTOGRAPHS - 1);
    List<BufferedImage> parts = new ArrayList<>();
    for (int i = 0; i < PHOTOGRAPHS; i++) {
      parts.add(words ? textBlock(width, scene) : gap(width, scene));
      BufferedImage photograph = i == own ? picture : scene.foreign();
      int inner = width - 2 * margin;
      double height = (double) inner * photograph.getHeight() / photograph.getWidth();
      BufferedImage row = Pictures.canvas(width, (int) Math.round(height), Color.WHITE);
      Padding.put(row, Resample.to(photograph, inner, height), margin, 0);
      parts.add(row);
    }
    return cut(stacked(parts, width), scene);
  }

  private static BufferedImage stacked(List<BufferedImage> parts, int width) {
    BufferedImage page =
        Pictures.canvas(width, parts.stream().mapToInt(BufferedImage::getHeight).sum(), Color.WHITE);
    int top = 0;
    for (BufferedImage part : parts) {
      Padding.put(page, part, 0, top);
      top += part.getHeight();
    }
    return page;
  }

  private static List<BufferedImage> cut(BufferedImage page, Scene scene) {
    List<BufferedImage> slices = new ArrayList<>();
    int top = 0;
    while (top < page.getHeight()) {
      int left = page.getHeight() - top;
      int height = scene.between(LEAST_SLICE, MOST_SLICE);
      // What would be too little for a slice of its own stays with the last one.
      height = left < height + LEAST_SLICE / 2 ? left : height;
      slices.add(Geometry.part(page, 0, top, page.getWidth(), height));
      top += height;
    }
    return slices;
  }

  private static BufferedImage gap(int width, Scene scene) {
    return Pictures.canvas(width, scene.between(0, 24), Color.WHITE);
  }

  private static BufferedImage textBlock(int width, Scene scene) {
    int lines = scene.between(1, 3);
    Color paper = scene.coin() ? Color.WHITE : new Color(0xF7, 0xF3, 0xEC);
    BufferedImage block = Pictures.canvas(width, 110 + 44 * lines, paper);
    Graphics2D graphics = Pictures.brush(block);
    Rectangle2D heading = new Rectangle2D.Double(width * 0.3, 26, width * 0.4, 42);
    Writing.fill(graphics, scene.pick(Writing.SLOGANS), heading, new Color(0x33, 0x33, 0x33), null);
    for (int i = 0; i < lines; i++) {
      Writing.line(graphics, scene.pick(Writing.FACTS), width * 0.14, 108 + 44 * i, 24, new Color(0x66, 0x66, 0x66));
    }
    graphics.dispose();
    return block;
  }
}
