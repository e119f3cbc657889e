package shotdeed.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds squares that differ from the ring around them more than at any place and size nearby, and are round rather than
 * part of an edge. Extrema over place and scale: Lindeberg, "Feature detection with automatic scale selection", IJCV 30
 * (1998); boxes for Gaussians: Agrawal, Konolige and Blas, "CenSurE", ECCV 2008; places between pixels and the test
 * against edges: Lowe, IJCV 60 (2004), section 4.
 *
 * <p>A response is four times the sum over the square less the sum over the square twice as wide, a whole number. Each
 * octave looks at a grid twice as wide as the one before. Cost: some 40 look-ups for each pixel.
 */
final class Blobs {
  /** Levels by which a square's mean differs from the mean of the square twice as wide, at least. */
  private static final double CONTRAST = 0.8;

  /** The greater curvature over the smaller, at most. */
  private static final double EDGE = 14;

  /**
   * Sides of the squares in the finest octave, in steps of its grid; even, since squares are about the corners of
   * pixels. The first and the last are only there to be compared with.
   */
  private static final int[] FIRST_SIDES = {2, 4, 6, 8, 10};

  /** The same for all other octaves. */
  private static final int[] SIDES = {4, 6, 8, 10};

  private static final int OCTAVES = 5;

  private final BoxSums sums;
  private final List<Blob> found = new ArrayList<>();
  private int step;
  private int columns;
  private int rows;
  private int[] sides;
  private int[][] responses;

  private Blobs(BoxSums sums) {
    this.sums = sums;
  }

  /** All of them, in the order of octaves, sizes and rows. */
  static List<Blob> of(BoxSums sums) {
    Blobs blobs = new Blobs(sums);
    for (int octave = 0; octave < OCTAVES; octave++) {
      blobs.look(1 << octave, octave == 0 ? FIRST_SIDES : SIDES);
    }
    return blobs.found;
  }

  private void look(int step, int[] relative) {
    this.step = step;
    columns = sums.width / step + 1;
    rows = sums.height / step + 1;
    int last = relative.length - 1;
    sides = new int[relative.length];
    responses = new int[relative.length][];
    for (int i = 0; i <= last; i++) {
      sides[i] = relative[i] * step;
      if (i > 0 && i < last) {
        responses[i] = new int[columns * rows];
        respond(sides[i], responses[i]);
      }
    }
    for (int i = 1; i < last; i++) {
      extrema(i);
    }
  }

  /** Fills the grid, but for what is so near the border that the outer square does not fit. */
  private void respond(int side, int[] response) {
    int[] table = sums.sums;
    int stride = sums.stride;
    int step = this.step;
    int columns = this.columns;
    int half = side / 2;
    int first = (side + step - 1) / step;
    int lastColumn = (sums.width - side) / step;
    int lastRow = (sums.height - side) / step;
    for (int row = first; row <= lastRow; row++) {
      int at = row * columns + first;
      int end = row * columns + lastColumn;
      int x = first * step;
      int high = (row * step - side) * stride + x;
      int top = (row * step - half) * stride + x;
      int bottom = (row * step + half) * stride + x;
      int low = (row * step + side) * stride + x;
      if (step == 1) { // three quarters of all; without variable steps a compiler does several at once
        for (int i = 0; i <= end - at; i++) {
          int inner =
              table[bottom + half + i] - table[top + half + i] - table[bottom - half + i] + table[top - half + i];
          int outer = table[low + side + i] - table[high + side + i] - table[low - side + i] + table[high - side + i];
          response[at + i] = 4 * inner - outer;
        }
        continue;
      }
      for (; at <= end; at++) {
        int inner = table[bottom + half] - table[top + half] - table[bottom - half] + table[top - half];
        response[at] = 4 * inner - (table[low + side] - table[high + side] - table[low - side] + table[high - side]);
        high += step;
        top += step;
        bottom += step;
        low += step;
      }
    }
  }

  /** A response that no grid holds. */
  private int response(int row, int column, int side) {
    int[] table = sums.sums;
    int stride = sums.stride;
    int half = side / 2;
    int at = row * step * stride + column * step;
    int inside = half * stride;
    int around = side * stride;
    int inner =
        table[at + inside + half] - table[at - inside + half] - table[at + inside - half] + table[at - inside - half];
    int outer =
        table[at + around + side] - table[at - around + side] - table[at + around - side] + table[at - around - side];
    return 4 * inner - outer;
  }

  private void extrema(int level) {
    int[] here = responses[level];
    int side = sides[level];
    int least = (int) (CONTRAST * 4 * BoxSums.STEPS * side * side);
    int margin = sides[level + 1] / step + 1;
    int columns = this.columns;
    int[] stands = new int[columns];
    for (int row = margin; row < rows - margin; row++) {
      int from = row * columns;
      stand(here, from, margin, least, stands);
      for (int column = margin; column < columns - margin; column++) {
        if (stands[column] < 0) {
          int at = from + column;
          int value = here[at];
          boolean extreme = value > 0
              ? isHighest(here, at, value) && isPeak(level, row, column, value, 1)
              : isLowest(here, at, value) && isPeak(level, row, column, value, -1);
          if (extreme) {
            add(level, row, column);
          }
        }
      }
    }
  }

  /**
   * Where in a row a response is strong enough and above, or below, all four beside it: a negative number. By signs
   * instead of branches, which no processor could foretell; a response has no more than 27 bits.
   */
  private void stand(int[] here, int from, int margin, int least, int[] stands) {
    int up = from - columns;
    int down = from + columns;
    int end = columns - margin;
    for (int i = margin; i < end; i++) {
      int value = here[from + i];
      int left = here[from + i - 1] - value;
      int right = here[from + i + 1] - value;
      int above = here[up + i] - value;
      int below = here[down + i] - value;
      int high = left & right & above & below & least - 1 - value;
      int low = -left & -right & -above & -below & value + least - 1;
      stands[i] = high | low;
    }
  }

  private boolean isHighest(int[] here, int at, int value) {
    int up = at - columns;
    int down = at + columns;
    return here[at - 1] < value
        && here[at + 1] < value
        && here[up] < value
        && here[down] < value
        && here[up - 1] < value
        && here[up + 1] < value
        && here[down - 1] < value
        && here[down + 1] < value;
  }

  private boolean isLowest(int[] here, int at, int value) {
    int up = at - columns;
    int down = at + columns;
    return here[at - 1] > value
        && here[at + 1] > value
        && here[up] > value
        && here[down] > value
        && here[up - 1] > value
        && here[up + 1] > value
        && here[down - 1] > value
        && here[down + 1] > value;
  }

  /** Whether the nine responses of the next smaller and of the next larger square are below this one. */
  private boolean isPeak(int level, int row, int column, int value, int sign) {
    // What is on a grid already is asked first: most places fail there.
    int first = responses[level + 1] == null ? level - 1 : level + 1;
    return isAbove(level, first, row, column, value, sign)
        && isAbove(level, 2 * level - first, row, column, value, sign);
  }

  /** Means are compared by what they are multiples of, which is exact. */
  private boolean isAbove(int level, int other, int row, int column, int value, int sign) {
    double ownArea = (double) sides[level] * sides[level] * sign;
    double height = (double) value * sides[other] * sides[other] * sign;
    int[] grid = responses[other];
    int side = sides[other];
    for (int y = row - 1; y <= row + 1; y++) {
      for (int x = column - 1; x <= column + 1; x++) {
        int response = grid == null ? response(y, x, side) : grid[y * columns + x];
        if (response * ownArea >= height) {
          return false;
        }
      }
    }
    return true;
  }

  private double meanAt(int level, int row, int column) {
    int[] grid = responses[level];
    int response = grid == null ? response(row, column, sides[level]) : grid[row * columns + column];
    return mean(response, sides[level]);
  }

  /** In levels of brightness. */
  private static double mean(int response, int side) {
    return response / (4.0 * BoxSums.STEPS * side * side);
  }

  private void add(int level, int row, int column) {
    int[] here = responses[level];
    int at = row * columns + column;
    int up = at - columns;
    int down = at + columns;
    int value = here[at];
    double bendAcross = (double) here[at - 1] + here[at + 1] - 2.0 * value;
    double bendDown = (double) here[up] + here[down] - 2.0 * value;
    double twist = ((double) here[up - 1] + here[down + 1] - here[up + 1] - here[down - 1]) / 4;
    double trace = bendAcross + bendDown;
    double determinant = bendAcross * bendDown - twist * twist;
    if (!(determinant > 0 && trace * trace * EDGE < (EDGE + 1) * (EDGE + 1) * determinant)) {
      return;
    }
    double x = column + peak(here[at - 1], value, here[at + 1]);
    double y = row + peak(here[up], value, here[down]);
    double mean = mean(value, sides[level]);
    double grown = peak(meanAt(level - 1, row, column), mean, meanAt(level + 1, row, column));
    int next = sides[grown > 0 ? level + 1 : level - 1];
    double side = sides[level] + Math.abs(grown) * (next - sides[level]);
    found.add(new Blob(x * step, y * step, side, Math.abs(mean)));
  }

  /** Where a parabola through three values at -1, 0 and 1 has its peak. */
  private static double peak(double before, double here, double after) {
    double bend = before + after - 2 * here;
    return bend == 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
  }
}
