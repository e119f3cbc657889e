package shotdeed.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds squares that differ from the ring around them more than at any place and size nearby, and are round rather than
 * part of an edge. Extrema over place and scale: Lindeberg, "Feature detection with automatic scale selection", IJCV 30
 * (1998); boxes for Gaussians: Agrawal, Konolige and Blas, "CenSurE", ECCV 2008; places between pixels and the test
 * against edges: Lowe, IJCV 60 (2004), section 4.
 *
 * <p>Each octave looks at a grid twice as wide as the one before. Cost: some 100 look-ups for each pixel.
 */
final class Blobs {
  /** Levels by which a square differs from what is around it, at least. */
  private static final double CONTRAST = 1.5;

  /** The greater curvature over the smaller, at most. */
  private static final double EDGE = 8;

  /** Of the finest octave, in steps of its grid; even, since squares are about the corners of pixels. */
  private static final int[] FIRST_SIDES = {2, 4, 6, 8, 10};

  private static final int[] SIDES = {4, 6, 8, 10};

  private static final int OCTAVES = 5;

  private final BoxSums sums;
  private final List<Blob> found = new ArrayList<>();
  private int step;
  private int columns;
  private int rows;
  private int[] sides;
  private float[][] responses;

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
    sides = new int[relative.length];
    responses = new float[relative.length][];
    for (int i = 0; i < relative.length; i++) {
      sides[i] = relative[i] * step;
      responses[i] = new float[columns * rows];
      respond(sides[i], responses[i]);
    }
    for (int i = 1; i < sides.length - 1; i++) {
      extrema(i);
    }
  }

  /** The mean of each square less the mean of the square twice as wide about the same point; 0 near the border. */
  private void respond(int side, float[] response) {
    int[] table = sums.sums;
    int stride = sums.stride;
    int step = this.step;
    int half = side / 2;
    double scale = 1.0 / (4.0 * side * side * BoxSums.STEPS);
    int first = (side + step - 1) / step;
    int lastColumn = (sums.width - side) / step;
    int lastRow = (sums.height - side) / step;
    for (int row = first; row <= lastRow; row++) {
      int high = (row * step - side) * stride;
      int top = (row * step - half) * stride;
      int bottom = (row * step + half) * stride;
      int low = (row * step + side) * stride;
      int at = row * columns + first;
      for (int column = first, x = first * step; column <= lastColumn; column++, x += step) {
        int inner =
            table[bottom + x + half] - table[top + x + half] - table[bottom + x - half] + table[top + x - half];
        int outer = table[low + x + side] - table[high + x + side] - table[low + x - side] + table[high + x - side];
        response[at++] = (float) (((double) inner * 4 - outer) * scale);
      }
    }
  }

  private void extrema(int level) {
    float[] here = responses[level];
    int margin = sides[level + 1] / step + 1;
    int columns = this.columns;
    for (int row = margin; row < rows - margin; row++) {
      int end = row * columns + columns - margin;
      for (int at = row * columns + margin; at < end; at++) {
        double value = here[at];
        if (value >= CONTRAST ? isPeak(level, at, value, 1) : value <= -CONTRAST && isPeak(level, at, -value, -1)) {
          add(level, at, row, at - row * columns, value > 0 ? 1 : -1);
        }
      }
    }
  }

  private boolean isPeak(int level, int at, double height, int sign) {
    float[] here = responses[level];
    int columns = this.columns;
    if (here[at - 1] * sign >= height || here[at + 1] * sign >= height) {
      return false;
    }
    for (int d = at - columns - 1; d <= at - columns + 1; d++) {
      if (here[d] * sign >= height || here[d + 2 * columns] * sign >= height) {
        return false;
      }
    }
    float[] below = responses[level - 1];
    float[] above = responses[level + 1];
    for (int y = at - columns; y <= at + columns; y += columns) {
      for (int d = y - 1; d <= y + 1; d++) {
        if (below[d] * sign >= height || above[d] * sign >= height) {
          return false;
        }
      }
    }
    return true;
  }

  /** Sums are made so that a mirror image gives the same bits. */
  private void add(int level, int at, int row, int column, int sign) {
    float[] here = responses[level];
    int columns = this.columns;
    double value = here[at];
    double across = ((double) here[at - 1] + here[at + 1]) - 2 * value;
    double down = ((double) here[at - columns] + here[at + columns]) - 2 * value;
    double falling = (double) here[at - columns - 1] + here[at + columns + 1];
    double rising = (double) here[at - columns + 1] + here[at + columns - 1];
    double both = (falling - rising) / 4;
    double trace = across + down;
    double determinant = across * down - both * both;
    if (!(determinant > 0 && trace * trace * EDGE < (EDGE + 1) * (EDGE + 1) * determinant)) {
      return;
    }
    double below = responses[level - 1][at];
    double above = responses[level + 1][at];
    double dx = peak(here[at - 1], value, here[at + 1]);
    double dy = peak(here[at - columns], value, here[at + columns]);
    double ds = peak(below, value, above);
    double side = sides[level] + ds * (ds > 0 ? sides[level + 1] - sides[level] : sides[level] - sides[level - 1]);
    found.add(new Blob((column + dx) * step, (row + dy) * step, side, value * sign));
  }

  /** Where a parabola through three values at -1, 0 and 1 has its peak. */
  private static double peak(double before, double here, double after) {
    double bend = (before + after) - 2 * here;
    return bend == 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
  }
}
