package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cells of an alignment show the same in both pictures, and which of them hang together.
 *
 * <p>In a copy, what is not covered by anything lies exactly where the affine map says. In another shot of the same
 * person, garment or room, patches look alike as well, but each lies a little elsewhere: somebody breathed. So a cell
 * agrees if it looks alike <em>and</em> lies in its place to a fraction of a pixel.
 */
final class Agreement {
  private static final double LEAST_CORRELATION = 0.5;

  /** Pixels of the part that a cell may lie off across its edges. */
  private static final double MOST_OFF = 0.35;

  /** The middle of the original: from a quarter to three quarters of its width and height. */
  private static final double MIDDLE = 0.25;

  /** Levels a pixel: less is what compression leaves of nothing. */
  private static final double FLAT = 1;

  /** Cells of the original with something to see that the copy covers. */
  final int marked;

  /** Those of them that agree. */
  final int agreeing;

  /** Marked cells that look alike, in their places or not. */
  final int alike;

  /**
   * Marked cells in the middle of the original, where what is for sale is; without those where the copy is flat,
   * because a black that swallowed everything contradicts nothing.
   */
  final int middle;

  /** Those of them that agree. */
  final int agreeingMiddle;

  /** Marked cells in the outline of the largest group of agreeing cells that touch. */
  final int inside;

  /** Those of them that agree. */
  final int agreeingInside;

  private final Alignment alignment;
  private final boolean[] marks;
  private final CellGrid agrees;
  private final Polygon outline;

  Agreement(Alignment alignment) {
    this.alignment = alignment;
    CellMatch match = alignment.match();
    marks = new boolean[match.cells];
    agrees = new CellGrid(alignment.overlay().columns(), alignment.overlay().rows());
    int marked = 0;
    int agreeing = 0;
    int alike = 0;
    int middle = 0;
    int agreeingMiddle = 0;
    for (int cell = 0; cell < match.cells; cell++) {
      marks[cell] = alignment.overlay().covered()[cell] && match.edges[cell].steepness() > CellMatch.LEAST_STEEPNESS;
      if (marks[cell] && match.best[cell] > LEAST_CORRELATION && match.off(cell) < MOST_OFF) {
        agrees.mark(cell);
      }
      marked += marks[cell] ? 1 : 0;
      agreeing += agrees.isMarked(cell) ? 1 : 0;
      alike += marks[cell] && match.best[cell] > CellMatch.ALIKE ? 1 : 0;
      if (marks[cell] && inMiddle(cell) && showsSomething(cell)) {
        middle++;
        agreeingMiddle += agrees.isMarked(cell) ? 1 : 0;
      }
    }
    this.alike = alike;
    this.middle = middle;
    this.agreeingMiddle = agreeingMiddle;
    this.marked = marked;
    this.agreeing = agreeing;
    outline = agreeing == 0 ? null : around(agrees.largestGroup());
    int inside = 0;
    int agreeingInside = 0;
    for (int cell = 0; outline != null && cell < match.cells; cell++) {
      if (marks[cell] && outline.holds(column(cell) + 0.5, row(cell) + 0.5)) {
        inside++;
        agreeingInside += agrees.isMarked(cell) ? 1 : 0;
      }
    }
    this.inside = inside;
    this.agreeingInside = agreeingInside;
  }

  private boolean showsSomething(int cell) {
    Overlay overlay = alignment.overlay();
    int left = column(cell) * Overlay.CELL;
    int top = row(cell) * Overlay.CELL;
    return Edges.of(overlay.copy(), overlay.width(), left, top, Overlay.CELL).steepness() > FLAT;
  }

  private boolean inMiddle(int cell) {
    double x = (column(cell) + 0.5) * Overlay.CELL;
    double y = (row(cell) + 0.5) * Overlay.CELL;
    Affine toOriginal = alignment.overlay().toOriginal();
    double right = toOriginal.x(x, y) / alignment.original().width() - 0.5;
    double below = toOriginal.y(x, y) / alignment.original().height() - 0.5;
    return Math.abs(right) < MIDDLE && Math.abs(below) < MIDDLE;
  }

  /** Of the marked cells, 0 to 1. */
  double share() {
    return marked == 0 ? 0 : (double) agreeing / marked;
  }

  /** Of the marked cells in the middle of the original, 0 to 1. */
  double middleShare() {
    return middle == 0 ? 0 : (double) agreeingMiddle / middle;
  }

  /** Of the marked cells in the outline of the largest group, 0 to 1. */
  double density() {
    return inside == 0 ? 0 : (double) agreeingInside / inside;
  }

  /** Width or height of the largest group, the lesser, as a share of the original's: 0 to 1. */
  double extent() {
    if (outline == null) {
      return 0;
    }
    Polygon inOriginal = outline().mapped(alignment.overlay().toOriginal());
    double width = inOriginal.most(0) - inOriginal.least(0);
    double height = inOriginal.most(1) - inOriginal.least(1);
    return Math.min(width / alignment.original().width(), height / alignment.original().height());
  }

  /** Around the largest group, in pixels of the part; {@code null} if nothing agrees. */
  Polygon outline() {
    double cell = Overlay.CELL;
    return outline == null ? null : outline.mapped(new Affine(cell, 0, 0, 0, cell, 0));
  }

  /** The best agreeing cell in each of so many fields across and down, the sharpest first; cells' numbers. */
  List<Integer> landmarks(int across, int down) {
    CellMatch match = alignment.match();
    int[] best = new int[across * down];
    Arrays.fill(best, -1);
    Polygon around = outline == null ? null : outline;
    for (int cell = 0; around != null && cell < match.cells; cell++) {
      if (agrees.isMarked(cell) && around.holds(column(cell) + 0.5, row(cell) + 0.5)) {
        int fieldX = field(column(cell) + 0.5, around.least(0), around.most(0), across);
        int fieldY = field(row(cell) + 0.5, around.least(1), around.most(1), down);
        int field = fieldY * across + fieldX;
        if (best[field] < 0 || match.best[cell] > match.best[best[field]]) {
          best[field] = cell;
        }
      }
    }
    List<Integer> cells = new ArrayList<>();
    for (int cell : best) {
      if (cell >= 0) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static int field(double at, double least, double most, int fields) {
    return Math.max(0, Math.min(fields - 1, (int) ((at - least) / (most - least) * fields)));
  }

  private int column(int cell) {
    return cell % alignment.overlay().columns();
  }

  private int row(int cell) {
    return cell / alignment.overlay().columns();
  }

  /** Cells that touch at a side or a corner belong together. */
  /** In cells. */
  private Polygon around(List<Integer> group) {
    List<double[]> corners = new ArrayList<>();
    for (int cell : group) {
      for (int corner = 0; corner < 4; corner++) {
        corners.add(new double[] {column(cell) + corner % 2, row(cell) + corner / 2});
      }
    }
    return Polygon.around(corners);
  }
}
