package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/**
 * Finds where a box falls into two parts: at a gutter, a band of even lines, or at a seam, a line along which at least
 * half of the pixels jump. Tables of sums make each line of each box cost the same few steps.
 */
final class Seams {
  /** A pixel jumps if its two neighbours across the line differ by more levels than this. */
  private static final int JUMP = 10;

  /** A seam jumps along this share of its length. */
  private static final double SEAM = 0.5;

  /** A seam is the strongest within so many lines. */
  private static final int NEIGHBOURS = 3;

  /** A gutter has at least so many lines. */
  private static final int GUTTER = 4;

  /** A gutter's line jumps along no more than this share of its length. */
  private static final double EVEN_JUMPS = 0.02;

  /** A gutter's line varies by no more than this, in levels squared. */
  private static final double EVEN_VARIANCE = 64;

  /** No part is narrower than this share of the box, nor than so many pixels. */
  private static final double LEAST_SHARE = 0.08;

  private static final int LEAST_PIXELS = 20;

  /** A jump across, from left to right, counts so much in {@link #jumps}; a jump down counts 1. */
  private static final int ACROSS = 1 << 16;

  private static final int DOWN = ACROSS - 1;

  private final LumaImage picture;
  private final int stride;

  /**
   * Jumps above and left of each pixel's corner, both kinds in one number: it overflows, but what counts are differences,
   * and no line has as many jumps as it would take for those to.
   */
  private final int[] jumps;

  /**
   * The strongest cut of a box.
   *
   * @param rows whether it separates an upper from a lower part
   * @param from first line of the cut, counted from the box's top or left
   * @param to the line behind it
   * @param strength 0.5 to 1 for a seam, more for a gutter
   */
  record Cut(boolean rows, int from, int to, double strength) {}

  Seams(LumaImage picture) {
    this.picture = picture;
    int width = picture.width();
    int height = picture.height();
    float[] values = picture.values();
    int stride = width + 1;
    int[] jumps = new int[stride * (height + 1)];
    int last = width - 1;
    int at = 0;
    int to = stride + 1;
    for (int y = 0; y < height; y++, to++) {
      int row = 0;
      boolean inner = y > 0 && y < height - 1;
      for (int x = 0; x < width; x++, at++, to++) {
        if (x > 0 && x < last && Math.abs((double) values[at + 1] - values[at - 1]) > JUMP) {
          row += ACROSS;
        }
        if (inner && Math.abs((double) values[at + width] - values[at - width]) > JUMP) {
          row++;
        }
        jumps[to] = jumps[to - stride] + row;
      }
    }
    this.stride = stride;
    this.jumps = jumps;
  }

  /** The strongest cut of a box, or {@code null} if it is of one piece. */
  Cut strongest(Box box) {
    Cut rows = strongest(box, true);
    Cut columns = strongest(box, false);
    return rows == null || columns != null && columns.strength() > rows.strength() ? columns : rows;
  }

  private Cut strongest(Box box, boolean rows) {
    int left = (int) Math.floor(box.left() + 0.5);
    int top = (int) Math.floor(box.top() + 0.5);
    int right = (int) Math.floor(box.right() + 0.5);
    int bottom = (int) Math.floor(box.bottom() + 0.5);
    int lines = rows ? bottom - top : right - left;
    int length = rows ? right - left : bottom - top;
    int least = Math.max(LEAST_PIXELS, (int) (lines * LEAST_SHARE));
    if (lines < 2 * least + 2) {
      return null;
    }
    double[] share = new double[lines];
    boolean[] even = new boolean[lines];
    for (int k = 0; k < lines; k++) {
      int x = rows ? left : left + k;
      int y = rows ? top + k : top;
      int count = rows ? jumps(left, y, right, y + 1) : jumps(x, top, x + 1, bottom);
      int beside = rows ? count >>> 16 : count & DOWN;
      share[k] = (double) (rows ? count & DOWN : count >>> 16) / length;
      even[k] = beside <= EVEN_JUMPS * length && isEven(x, y, rows, length);
    }
    Cut gutter = widestGutter(even, least, rows);
    return gutter != null ? gutter : strongestSeam(share, least, rows);
  }

  private static Cut widestGutter(boolean[] even, int least, boolean rows) {
    Cut widest = null;
    int lines = even.length;
    for (int from = 0; from < lines; from++) {
      int to = from;
      while (to < lines && even[to]) {
        to++;
      }
      if (to - from >= GUTTER && from >= least && to <= lines - least) {
        double strength = 1 + Math.min(0.5, (double) (to - from) / lines);
        if (widest == null || strength > widest.strength()) {
          widest = new Cut(rows, from, to, strength);
        }
      }
      from = to;
    }
    return widest;
  }

  private static Cut strongestSeam(double[] jumps, int least, boolean rows) {
    Cut strongest = null;
    int lines = jumps.length;
    for (int k = least; k < lines - least; k++) {
      if (jumps[k] >= SEAM
          && (strongest == null || jumps[k] > strongest.strength())
          && isPeak(jumps, k)) {
        strongest = new Cut(rows, k, k + 1, jumps[k]);
      }
    }
    return strongest;
  }

  private static boolean isPeak(double[] jumps, int k) {
    for (int i = Math.max(0, k - NEIGHBOURS); i <= Math.min(jumps.length - 1, k + NEIGHBOURS); i++) {
      if (jumps[i] > jumps[k]) {
        return false;
      }
    }
    return true;
  }

  /** Of both kinds, see {@link #jumps}. */
  private int jumps(int left, int top, int right, int bottom) {
    int first = top * stride;
    int last = bottom * stride;
    return jumps[last + right] - jumps[first + right] - jumps[last + left] + jumps[first + left];
  }

  /** Whether the pixels of a line vary little. */
  private boolean isEven(int x, int y, boolean row, int length) {
    float[] values = picture.values();
    int step = row ? 1 : picture.width();
    int at = y * picture.width() + x;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < length; i++, at += step) {
      double value = values[at];
      sum += value;
      squares += value * value;
    }
    double mean = sum / length;
    return squares / length - mean * mean < EVEN_VARIANCE;
  }
}
