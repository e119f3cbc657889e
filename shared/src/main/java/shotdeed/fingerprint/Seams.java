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

  private final AreaSums sums;
  private final int stride;
  private final int[] jumpsAcross;
  private final int[] jumpsDown;
  private final double[] squares;

  /**
   * The strongest cut of a box.
   *
   * @param rows whether it separates an upper from a lower part
   * @param from first line of the cut, counted from the box's top or left
   * @param to the line behind it
   * @param strength 0.5 to 1 for a seam, more for a gutter
   */
  record Cut(boolean rows, int from, int to, double strength) {}

  Seams(LumaImage picture, AreaSums sums) {
    this.sums = sums;
    int width = picture.width();
    int height = picture.height();
    float[] values = picture.values();
    stride = width + 1;
    int stride = this.stride;
    int[] jumpsAcross = new int[stride * (height + 1)];
    int[] jumpsDown = new int[jumpsAcross.length];
    double[] squares = new double[jumpsAcross.length];
    this.jumpsAcross = jumpsAcross;
    this.jumpsDown = jumpsDown;
    this.squares = squares;
    int at = 0;
    int to = stride + 1;
    for (int y = 0; y < height; y++, to++) {
      int across = 0;
      int down = 0;
      double square = 0;
      boolean inner = y > 0 && y < height - 1;
      for (int x = 0; x < width; x++, at++, to++) {
        double value = values[at];
        square += value * value;
        if (x > 0 && x < width - 1 && Math.abs((double) values[at + 1] - values[at - 1]) > JUMP) {
          across++;
        }
        if (inner && Math.abs((double) values[at + width] - values[at - width]) > JUMP) {
          down++;
        }
        jumpsAcross[to] = jumpsAcross[to - stride] + across;
        jumpsDown[to] = jumpsDown[to - stride] + down;
        squares[to] = squares[to - stride] + square;
      }
    }
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
    double[] jumps = new double[lines];
    boolean[] even = new boolean[lines];
    for (int k = 0; k < lines; k++) {
      int x0 = rows ? left : left + k;
      int y0 = rows ? top + k : top;
      int x1 = rows ? right : x0 + 1;
      int y1 = rows ? y0 + 1 : bottom;
      jumps[k] = (double) count(rows ? jumpsDown : jumpsAcross, x0, y0, x1, y1) / length;
      double mean = sums.sum(x0, y0, x1, y1) / length;
      double variance = squares(x0, y0, x1, y1) / length - mean * mean;
      even[k] =
          variance < EVEN_VARIANCE
              && count(rows ? jumpsAcross : jumpsDown, x0, y0, x1, y1) <= EVEN_JUMPS * length;
    }
    Cut gutter = widestGutter(even, least, rows);
    return gutter != null ? gutter : strongestSeam(jumps, least, rows);
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

  private int count(int[] table, int left, int top, int right, int bottom) {
    int first = top * stride;
    int last = bottom * stride;
    return table[last + right] - table[first + right] - table[last + left] + table[first + left];
  }

  private double squares(int left, int top, int right, int bottom) {
    int first = top * stride;
    int last = bottom * stride;
    return squares[last + right] - squares[first + right] - squares[last + left] + squares[first + left];
  }
}
