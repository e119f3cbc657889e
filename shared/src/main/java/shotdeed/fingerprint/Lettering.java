package shotdeed.fingerprint;

import java.util.Arrays;
import shotdeed.image.LumaImage;

/**
 * Tells lettering from pictures: one or two even grounds with strokes on them, none of them thick. The same slogan, size
 * chart or return policy stands on the pages of thousands of shops, so a region of nothing else is evidence of nothing.
 */
public final class Lettering {
  /** At least this share of the pixels is of the grounds. */
  private static final double GROUND = 0.5;

  /** A second ground, such as a band or a table's head, has at least this share. */
  private static final double SECOND_GROUND = 0.04;

  /** Levels from a ground's own; most of a printed ground is within {@link #NEAREST}, unlike a wall or a cloth. */
  private static final int NEAR = 10;

  private static final int NEAREST = 3;
  private static final double PRINTED = 0.8;

  /** A stroke is at most so many pixels thick, or this share of the box's shorter side. */
  private static final double STROKE_PIXELS = 13;

  private static final double STROKE_SHARE = 0.05;

  /** With less ink than this share there is nothing to judge. */
  private static final double LEAST_INK = 0.01;

  /** Ink that is thicker than a stroke, at most this share of all. */
  private static final double THICK_INK = 0.12;

  /** A row through a line of words crosses so many strokes; one through a few plain things crosses their edges. */
  private static final double LEAST_STROKES = 10;

  private final LumaImage picture;
  private final int[] histogram = new int[256];
  private final boolean[] isGround = new boolean[256];

  Lettering(LumaImage picture) {
    this.picture = picture;
  }

  /** Print in flat tones: at least this share of all pixels, and of those beside the ground, is of the three tones. */
  private static final double FLAT = 0.84;

  private static final double FLAT_INK = 0.55;

  /**
   * Whether there is nothing but lettering, or print in a few flat tones, in a part of a picture.
   *
   * @param picture best of some hundred pixels a side: strokes are taken for thin up to 13 pixels
   * @param right first column behind the part
   * @param bottom first row below it
   */
  public static boolean fills(LumaImage picture, int left, int top, int right, int bottom) {
    return new Lettering(picture).fills(new Box(left, top, right, bottom));
  }

  /** Whether a part of a picture, as for {@link #fills(LumaImage, int, int, int, int)}, shows many thin strokes on even grounds. */
  public static boolean covers(LumaImage picture, int left, int top, int right, int bottom) {
    Lettering lettering = new Lettering(picture);
    return lettering.isStrokes(new Box(left, top, right, bottom), false)
        && lettering.strokesInBusyRows(left, top, right, bottom) >= LEAST_STROKES;
  }

  /** How many strokes a row crosses, of the rows the tenth that cross most: their mean. */
  private double strokesInBusyRows(int left, int top, int right, int bottom) {
    int[] strokes = new int[bottom - top];
    for (int y = top; y < bottom; y++) {
      for (int x = left + 1, at = y * picture.width() + x; x < right; x++, at++) {
        boolean begins = isGround[(int) picture.values()[at - 1]] && !isGround[(int) picture.values()[at]];
        strokes[y - top] += begins ? 1 : 0;
      }
    }
    Arrays.sort(strokes);
    int busy = Math.max(1, strokes.length / 10);
    double sum = 0;
    for (int i = strokes.length - busy; i < strokes.length; i++) {
      sum += strokes[i];
    }
    return sum / busy;
  }

  /** Whether there is nothing but lettering, or print in a few flat tones, in a box. */
  boolean fills(Box box) {
    return isStrokes(box, true);
  }

  /** @param orFlat whether print in flat tones will do */
  private boolean isStrokes(Box box, boolean orFlat) {
    int left = (int) box.left();
    int top = (int) box.top();
    int right = Math.min(picture.width(), (int) Math.ceil(box.right()));
    int bottom = Math.min(picture.height(), (int) Math.ceil(box.bottom()));
    int width = right - left;
    int height = bottom - top;
    int pixels = width * height;
    count(left, top, right, bottom);
    int enough = (int) (SECOND_GROUND * pixels);
    int first = markMost(1);
    int second = markMost(enough);
    int third = second == 0 ? 0 : markMost(enough);
    if (pixels - first < LEAST_INK * pixels) {
      return false;
    }
    if (orFlat && second + third >= FLAT_INK * (pixels - first) && first + second + third >= FLAT * pixels) {
      return true;
    }
    if (third > 0) {
      Arrays.fill(isGround, false);
      markMost(1);
      markMost(enough);
    }
    int ink = pixels - first - second;
    if (ink < LEAST_INK * pixels || ink > (1 - GROUND) * pixels) {
      return false;
    }
    int stroke = (int) Math.max(STROKE_PIXELS, STROKE_SHARE * Math.min(width, height));
    return thick(left, top, width, height, stroke) <= THICK_INK * ink;
  }

  /** Ink whose runs are longer than a stroke is thick, along its line as well as along its column. */
  private int thick(int left, int top, int width, int height, int stroke) {
    boolean[] wide = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      markLong(wide, left + (top + y) * picture.width(), 1, y * width, 1, width, stroke);
    }
    int thick = 0;
    boolean[] high = new boolean[width * height];
    for (int x = 0; x < width; x++) {
      markLong(high, left + x + top * picture.width(), picture.width(), x, width, height, stroke);
    }
    for (int i = 0; i < wide.length; i++) {
      thick += wide[i] && high[i] ? 1 : 0;
    }
    return thick;
  }

  private void markLong(boolean[] marks, int from, int step, int to, int toStep, int length, int stroke) {
    int run = 0;
    for (int i = 0; i <= length; i++) {
      if (i < length && !isGround[(int) picture.values()[from + i * step]]) {
        run++;
      } else {
        for (int k = run > stroke ? run : 0; k > 0; k--) {
          marks[to + (i - k) * toStep] = true;
        }
        run = 0;
      }
    }
  }

  private void count(int left, int top, int right, int bottom) {
    Arrays.fill(histogram, 0);
    Arrays.fill(isGround, false);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        histogram[(int) picture.values()[y * picture.width() + x]]++;
      }
    }
  }

  /** Marks the levels about the one that most pixels are near, of those not marked, if they are enough. */
  private int markMost(int enough) {
    int peak = 0;
    int level = 0;
    for (int i = 0; i < histogram.length; i++) {
      int near = near(i, NEAREST);
      if (near > peak) {
        peak = near;
        level = i;
      }
    }
    int most = near(level, NEAR);
    if (most < enough || peak < PRINTED * most) {
      return 0;
    }
    for (int k = Math.max(0, level - NEAR); k <= Math.min(histogram.length - 1, level + NEAR); k++) {
      isGround[k] = true;
    }
    return most;
  }

  private int near(int level, int reach) {
    int near = 0;
    for (int k = Math.max(0, level - reach); k <= Math.min(histogram.length - 1, level + reach); k++) {
      near += isGround[k] ? 0 : histogram[k];
    }
    return near;
  }
}
