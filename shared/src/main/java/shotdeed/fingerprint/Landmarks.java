package shotdeed.fingerprint;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds boxes that belong to what a picture shows, not to its edges: where a square is brighter or darker than the square
 * twice as wide around it, more than at any place and size nearby. A part that was cut out, pasted into a screenshot or
 * framed has the same boxes in it, wherever its edges are; that is what no list of anticipated crops can offer.
 *
 * <p>Extrema over place and scale: Lindeberg, "Feature detection with automatic scale selection", IJCV 30 (1998); boxes
 * for Gaussians: Bay et al., "SURF", CVIU 110 (2008). A box of {@link #SPAN} times the square's side is taken, and only
 * if it lies within the picture.
 *
 * <p>Cost: some 100,000 table look-ups a picture; grows with its area only for strips.
 */
final class Landmarks {
  /** A box's side over the side of the square that it surrounds. */
  private static final double SPAN = 3.2;

  /** Sizes a doubling. */
  private static final double STEP = 1.189207115002721; // 2^(1/4)

  /** The grid on which extrema are looked for has so many cells along the shorter side. */
  private static final int CELLS = 100;

  /** Levels by which the square differs from what is around it, at least. */
  private static final double CONTRAST = 3;

  /** The place and the size are refined so many times, each time at half the step. */
  private static final int REFINEMENTS = 3;

  /** Two boxes whose centres are nearer than this share of a side, and whose sides differ by less, are one. */
  private static final double SAME_PLACE = 0.12;

  private static final double SAME_SIZE = 1.2;

  private final AreaSums sums;
  private final double cell;
  private final int columns;
  private final int rows;
  private final double[][] responses;
  private final double[] sides;

  private static final class Extremum {
    double x;
    double y;
    double side;
    double response;
  }

  private Landmarks(AreaSums sums, double smallest, int sizes) {
    this.sums = sums;
    double shortSide = Math.min(sums.width, sums.height);
    cell = Math.max(1, Math.floor(shortSide / CELLS + 0.5));
    columns = (int) (sums.width / cell);
    rows = (int) (sums.height / cell);
    sides = new double[sizes];
    responses = new double[sizes][];
    double side = smallest * shortSide;
    for (int i = 0; i < sizes; i++) {
      sides[i] = side;
      responses[i] = responses(side);
      side *= STEP;
    }
  }

  /**
   * The boxes, the most pronounced first.
   *
   * @param smallest side of the smallest square looked for, as a share of the picture's shorter side
   * @param sizes how many sizes are looked for, each a fourth of a doubling above the one before
   * @param most boxes at most
   */
  static List<Box> of(AreaSums sums, double smallest, int sizes, int most) {
    return new Landmarks(sums, smallest, sizes).boxes(most);
  }

  private List<Box> boxes(int most) {
    List<Extremum> found = new ArrayList<>();
    for (int size = 1; size < sides.length - 1; size++) {
      double[] level = responses[size];
      for (int row = 1; row < rows - 1; row++) {
        for (int column = 1, at = row * columns + 1; column < columns - 1; column++, at++) {
          if (Math.abs(level[at]) >= CONTRAST && isExtremum(size, at)) {
            found.add(refined(size, row, column));
          }
        }
      }
    }
    found.sort((a, b) -> Double.compare(strength(b), strength(a)));
    List<Extremum> kept = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (Extremum extremum : found) {
      double reach = extremum.side * SPAN / 2;
      Box box = new Box(extremum.x - reach, extremum.y - reach, extremum.x + reach, extremum.y + reach);
      if (boxes.size() < most && isWithin(box) && isNew(extremum, kept)) {
        kept.add(extremum);
        boxes.add(box);
      }
    }
    return boxes;
  }

  private boolean isWithin(Box box) {
    return box.left() >= 0 && box.top() >= 0 && box.right() <= sums.width && box.bottom() <= sums.height;
  }

  private static boolean isNew(Extremum extremum, List<Extremum> kept) {
    for (Extremum known : kept) {
      double apart = SAME_PLACE * known.side * SPAN;
      double dx = extremum.x - known.x;
      double dy = extremum.y - known.y;
      if (dx * dx + dy * dy < apart * apart
          && extremum.side < SAME_SIZE * known.side
          && known.side < SAME_SIZE * extremum.side) {
        return false;
      }
    }
    return true;
  }

  /** Large boxes say more than small ones of the same contrast. */
  private static double strength(Extremum extremum) {
    return Math.abs(extremum.response) * Math.sqrt(extremum.side);
  }

  private double[] responses(double side) {
    double[] values = new double[columns * rows];
    sums.contrast(side, cell, columns, rows, values);
    return values;
  }

  private boolean fits(double x, double y, double side) {
    return x >= side && y >= side && x + side <= sums.width && y + side <= sums.height;
  }

  private boolean isExtremum(int size, int at) {
    int columns = this.columns;
    double value = responses[size][at];
    double sign = value > 0 ? 1 : -1;
    double height = value * sign;
    for (int s = size - 1; s <= size + 1; s++) {
      double[] level = responses[s];
      for (int dy = -columns; dy <= columns; dy += columns) {
        if (level[at + dy - 1] * sign > height || level[at + dy] * sign > height || level[at + dy + 1] * sign > height) {
          return false;
        }
      }
    }
    return true;
  }

  /** Climbs from the grid's place and size to the nearest peak, between pixels. */
  private Extremum refined(int size, int row, int column) {
    Extremum best = new Extremum();
    best.x = (column + 0.5) * cell;
    best.y = (row + 0.5) * cell;
    best.side = sides[size];
    best.response = responses[size][row * columns + column];
    double sign = best.response > 0 ? 1 : -1;
    double step = cell / 2;
    double growth = Math.sqrt(STEP);
    for (int i = 0; i < REFINEMENTS; i++) {
      if (climb(best, sign, step, growth)) {
        climb(best, sign, step, growth);
      }
      step /= 2;
      growth = Math.sqrt(growth);
    }
    return best;
  }

  private boolean climb(Extremum best, double sign, double step, double growth) {
    boolean moved = climb(best, sign, best.x + step, best.y, best.side);
    moved |= climb(best, sign, best.x - step, best.y, best.side);
    moved |= climb(best, sign, best.x, best.y + step, best.side);
    moved |= climb(best, sign, best.x, best.y - step, best.side);
    moved |= climb(best, sign, best.x, best.y, best.side * growth);
    moved |= climb(best, sign, best.x, best.y, best.side / growth);
    return moved;
  }

  private boolean climb(Extremum best, double sign, double x, double y, double side) {
    if (!fits(x, y, side)) {
      return false;
    }
    double response = sums.mean(x, y, side / 2) - sums.mean(x, y, side);
    if (response * sign <= best.response * sign) {
      return false;
    }
    best.x = x;
    best.y = y;
    best.side = side;
    best.response = response;
    return true;
  }
}
