package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Several pictures in one, each in a cell of the stolen one's shape. */
final class Collages {
  private Collages() {}

  /**
   * So many cells, the stolen picture in one of them by chance.
   *
   * @param scale a cell's size by the picture's
   * @param gutter between cells, at most this share of a cell's shorter side; none by chance
   */
  static Step of(int columns, int rows, double scale, double gutter) {
    return (picture, scene) -> {
      int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
      int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
      int gap = scene.coin() ? 0 : (int) Math.round(Math.min(width, height) * scene.between(0.01, gutter));
      int own = scene.between(0, columns * rows - 1);
      BufferedImage canvas =
          Pictures.canvas(columns * width + (columns - 1) * gap, rows * height + (rows - 1) * gap, Color.WHITE);
      for (int i = 0; i < columns * rows; i++) {
        BufferedImage cell = Resample.cover(i == own ? picture : scene.foreign(), width, height);
        Padding.put(canvas, cell, i % columns * (width + gap), i / columns * (height + gap));
      }
      return canvas;
    };
  }
}
