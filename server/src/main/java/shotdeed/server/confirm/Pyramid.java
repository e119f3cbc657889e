package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * A picture at its own size and at halves of it, to be read at any scale without aliasing (Williams, Pyramidal
 * Parametrics, 1983, without the blend between levels).
 *
 * <p>Not for two threads at once: levels are made when they are first asked for.
 */
final class Pyramid {
  /**
   * Pixels of a level that one pixel read may stand for, at most: the geometric middle between a level and the next.
   */
  private static final double COARSEST = 1.42;

  private final List<LumaImage> levels = new ArrayList<>();

  Pyramid(LumaImage picture) {
    levels.add(picture);
  }

  int width() {
    return levels.get(0).width();
  }

  int height() {
    return levels.get(0).height();
  }

  /**
   * Reads a rectangle of pixels. What lies outside the picture has the value of the nearest pixel inside.
   *
   * @param from from the pixels of the result to the picture's pixels
   */
  float[] read(Affine from, int width, int height) {
    double scale = from.scale();
    int level = 0;
    double shrink = 1;
    while (scale * shrink > COARSEST && halved(level + 1)) {
      level++;
      shrink /= 2;
    }
    return read(levels.get(level), from.resized(1, 1, shrink, shrink), width, height);
  }

  /** Whether there is such a level; makes it if need be. */
  private boolean halved(int level) {
    if (level < levels.size()) {
      return true;
    }
    LumaImage last = levels.get(level - 1);
    if (last.width() < 4 || last.height() < 4) {
      return false;
    }
    levels.add(half(last));
    return true;
  }

  /** Means of two by two pixels; an odd last row or column is left out, so that places are halved exactly. */
  private static LumaImage half(LumaImage picture) {
    int columns = picture.width() / 2;
    int rows = picture.height() / 2;
    float[] from = picture.values();
    float[] to = new float[columns * rows];
    int at = 0;
    for (int y = 0; y < rows; y++) {
      int upper = 2 * y * picture.width();
      int lower = upper + picture.width();
      for (int x = 0; x < columns; x++, upper += 2, lower += 2) {
        to[at++] = (from[upper] + from[upper + 1] + from[lower] + from[lower + 1]) / 4;
      }
    }
    return new LumaImage(columns, rows, to);
  }

  private static float[] read(LumaImage picture, Affine from, int width, int height) {
    int columns = picture.width();
    int rows = picture.height();
    float[] values = picture.values();
    float[] read = new float[width * height];
    double mostX = columns - 1;
    double mostY = rows - 1;
    int at = 0;
    for (int y = 0; y < height; y++) {
      double placeX = from.x(0.5, y + 0.5) - 0.5;
      double placeY = from.y(0.5, y + 0.5) - 0.5;
      for (int x = 0; x < width; x++, placeX += from.xx(), placeY += from.yx()) {
        double inX = placeX < 0 ? 0 : placeX > mostX ? mostX : placeX;
        double inY = placeY < 0 ? 0 : placeY > mostY ? mostY : placeY;
        int left = (int) inX;
        int top = (int) inY;
        float across = (float) (inX - left);
        float down = (float) (inY - top);
        int corner = top * columns + left;
        int right = left + 1 < columns ? 1 : 0;
        int below = top + 1 < rows ? columns : 0;
        float upper = values[corner] + across * (values[corner + right] - values[corner]);
        float lower =
            values[corner + below] + across * (values[corner + below + right] - values[corner + below]);
        read[at++] = upper + down * (lower - upper);
      }
    }
    return read;
  }
}
