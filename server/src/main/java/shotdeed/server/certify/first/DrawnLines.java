package shotdeed.server.certify.first;

import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Finds where a picture was put together: lines along a row or a column, from one side of a box to the other, that no
 * lens draws. The edge of a table, a door or a floor is never quite straight nor quite level: over the width of a picture
 * it wanders by a part of a pixel at least, and that can be measured, because hundreds of rows each say where it lies.
 *
 * <p>Measured on the 150 photographs, 105 studio pictures and 300 others at hand: the straightest natural edge has a slope
 * or bow of 0.33 pixels; lines drawn by a program have 0.15 at most, even where both sides are full of detail.
 */
final class DrawnLines {
  /** No line is looked for nearer to a side of the box than so many pixels. */
  static final int LEAST = 6;

  /** A step across a line, in levels, and by how much it is higher than what is beside it. */
  private static final double STEP = 8;

  private static final double STANDS_OUT = 2;

  /** Share of the line's length that steps, more than of the lines around it. */
  private static final double LEAST_SHARE = 0.4;

  /** Pixels by which a drawn line wanders at most, from its middle to its ends: straight, and bent. */
  private static final double SLOPE = 0.15;

  private static final double BOW = 0.18;

  /** Pixels, the standard deviation of where the rows see it. */
  private static final double SPREAD = 0.24;

  /** Rows or columns that have to see it. */
  private static final int LEAST_SEEN = 40;

  /** Lines beside a line that tell what is usual there: from the fourth to the twelfth on both sides. */
  private static final int NEAR = 4;

  private static final int FAR = 12;

  /** Share of the height of words by which a plate behind them is larger. */
  private static final double PLATE = 0.2;

  private final LumaImage picture;
  private final List<Words.Line> words;

  /**
   * A line between two parts.
   *
   * @param row whether it separates an upper from a lower part
   * @param at the first pixel row or column behind it
   * @param share of its length that stands out, 0 to 1
   */
  record Line(boolean row, int at, double share) {}

  /** @param words whose signs stand on common lines: those are no lines between two parts */
  DrawnLines(LumaImage picture, List<Words.Line> words) {
    this.picture = picture;
    this.words = words;
  }

  /** The strongest line of a box, or {@code null}; the box in pixels, ends excluded. */
  Line strongest(int left, int top, int right, int bottom) {
    Line row = strongest(left, top, right, bottom, true);
    Line column = strongest(left, top, right, bottom, false);
    return row == null || column != null && column.share() > row.share() ? column : row;
  }

  private Line strongest(int left, int top, int right, int bottom, boolean row) {
    int lines = row ? bottom - top : right - left;
    int length = row ? right - left : bottom - top;
    if (lines < 2 * LEAST + 2 || length < LEAST_SEEN) {
      return null;
    }
    double[] share = shares(left, top, right, bottom, row);
    double[] excess = new double[lines];
    for (int k = LEAST; k < lines - LEAST; k++) {
      excess[k] = share[k] - around(share, k);
    }
    Line strongest = null;
    for (int k = LEAST; k < lines - LEAST; k++) {
      if (excess[k] >= LEAST_SHARE
          && (strongest == null || excess[k] > strongest.share())
          && isStraight(left, top, length, row, k)
          && !isOfWords(row, (row ? top : left) + k)) {
        strongest = new Line(row, (row ? top : left) + k, excess[k]);
      }
    }
    return strongest;
  }

  /** Whether a line of words begins or ends there, or the plate behind it. */
  private boolean isOfWords(boolean row, int at) {
    for (Words.Line line : words) {
      double near = PLATE * (line.bottom() - line.top()) + 3;
      int first = row ? line.top() : line.left();
      int last = row ? line.bottom() : line.right();
      if (at >= first - near && at <= last + near && (row || last - first < 2 * near)
          || Math.abs(at - first) <= near
          || Math.abs(at - last) <= near) {
        return true;
      }
    }
    return false;
  }

  private static double around(double[] share, int line) {
    double sum = 0;
    int count = 0;
    for (int distance = NEAR; distance <= FAR; distance++) {
      if (line - distance >= 0) {
        sum += share[line - distance];
        count++;
      }
      if (line + distance < share.length) {
        sum += share[line + distance];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Of each line the share of its pixels that step across it and stand out. */
  private double[] shares(int left, int top, int right, int bottom, boolean row) {
    int lines = row ? bottom - top : right - left;
    int length = row ? right - left : bottom - top;
    int[] steps = new int[lines];
    float[] values = picture.values();
    int across = row ? picture.width() : 1;
    for (int y = row ? top + 3 : top; y < (row ? bottom - 3 : bottom); y++) {
      int at = y * picture.width() + (row ? left : left + 3);
      for (int x = row ? left : left + 3; x < (row ? right : right - 3); x++, at++) {
        if (steps(values, at, across)) {
          steps[row ? y - top : x - left]++;
        }
      }
    }
    double[] share = new double[lines];
    for (int k = 0; k < lines; k++) {
      share[k] = (double) steps[k] / length;
    }
    return share;
  }

  private static boolean steps(float[] values, int at, int across) {
    double step = Math.abs((double) values[at + across] - values[at - across]);
    return step > STEP
        && step > STANDS_OUT * Math.abs((double) values[at - across] - values[at - 3 * across])
        && step > STANDS_OUT * Math.abs((double) values[at + 3 * across] - values[at + across]);
  }

  /** Fits a parabola to where each row or column sees the step, to a part of a pixel. */
  private boolean isStraight(int left, int top, int length, boolean row, int line) {
    float[] values = picture.values();
    int across = row ? picture.width() : 1;
    int along = row ? 1 : picture.width();
    int at = row ? (top + line) * picture.width() + left : top * picture.width() + left + line;
    double[] powers = new double[5];
    double[] seen = new double[3];
    double squares = 0;
    for (int i = 0; i < length; i++, at += along) {
      if (steps(values, at, across)) {
        double place = place(values, at, across);
        double t = 2.0 * i / (length - 1) - 1;
        double power = 1;
        for (int p = 0; p < powers.length; p++, power *= t) {
          powers[p] += power;
          if (p < seen.length) {
            seen[p] += power * place;
          }
        }
        squares += place * place;
      }
    }
    double count = powers[0];
    if (count < LEAST_SEEN) {
      return false;
    }
    double mean = seen[0] / count;
    double[] fit = fit(powers, seen);
    return Math.abs(fit[1]) <= SLOPE
        && Math.abs(fit[2]) <= BOW
        && squares / count - mean * mean <= SPREAD * SPREAD;
  }

  /** Where a step lies, in pixels about the line: the middle of the differences that make it, large ones counting more. */
  private static double place(float[] values, int at, int across) {
    double sign = Math.signum((double) values[at + across] - values[at - across]);
    double sum = 0;
    double weights = 0;
    for (int j = -3; j < 3; j++) {
      double rise = Math.max(0, sign * ((double) values[at + (j + 1) * across] - values[at + j * across]));
      weights += rise * rise;
      sum += rise * rise * (j + 0.5);
    }
    return sum / weights;
  }

  /** Least squares: the coefficients of 1, t and t². */
  private static double[] fit(double[] powers, double[] seen) {
    double[][] rows = {
      {powers[0], powers[1], powers[2], seen[0]},
      {powers[1], powers[2], powers[3], seen[1]},
      {powers[2], powers[3], powers[4], seen[2]}
    };
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        double factor = rows[j][i] / rows[i][i];
        for (int k = i; k < 4; k++) {
          rows[j][k] -= factor * rows[i][k];
        }
      }
    }
    double bent = rows[2][3] / rows[2][2];
    double sloped = (rows[1][3] - rows[1][2] * bent) / rows[1][1];
    return new double[] {(rows[0][3] - rows[0][1] * sloped - rows[0][2] * bent) / rows[0][0], sloped, bent};
  }
}
