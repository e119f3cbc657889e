package shotdeed.server.confirm;

/**
 * The affine map that best explains how far the cells of an overlay lie from their places: least squares in which a
 * cell counts across its edges, not along them (Lucas and Kanade, 1981), and outliers fade out as the scale of what
 * counts as one narrows (graduated non-convexity, Blake and Zisserman, 1987).
 */
final class Drift {
  private static final int CELL = Overlay.CELL;
  private static final int UNKNOWNS = 6;
  private static final int ROUNDS = 9;
  private static final double NARROWS = 0.7;
  private static final double NARROWEST = 0.4;

  /** A correlation below this says nothing about where a cell lies. */
  private static final double LEAST_CORRELATION = 0.45;

  /** A correlation that much above it counts as one well matched cell. */
  private static final double STRONG = 0.3;

  /** Pulls towards no change, in well matched cells: a few cells that agree do not bend the whole picture. */
  private static final double INERTIA = 0.6;

  private Drift() {}

  /**
   * From the places of the cells to where they lie, in pixels of the part.
   *
   * @param reach the farthest that a cell can have been found
   */
  static Affine of(Overlay overlay, CellMatch match, int reach) {
    int columns = overlay.columns();
    double half = Math.max(overlay.width(), overlay.height()) / 2.0;
    double[][] cells = new double[match.cells][];
    int count = 0;
    for (int cell = 0; cell < match.cells; cell++) {
      double strength = match.best[cell] - LEAST_CORRELATION;
      if (overlay.covered()[cell] && strength > 0) {
        double x = ((cell % columns + 0.5) * CELL - overlay.width() / 2.0) / half;
        double y = ((cell / columns + 0.5) * CELL - overlay.height() / 2.0) / half;
        Edges edges = match.edges[cell];
        double all = edges.xx() + edges.yy();
        if (all > 0) {
          double weight = 2 * strength * strength / (STRONG * STRONG * all);
          cells[count++] = new double[] {
            x,
            y,
            match.right[cell],
            match.below[cell],
            weight * edges.xx(),
            weight * edges.xy(),
            weight * edges.yy()
          };
        }
      }
    }
    int[] start = match.displacement();
    double[] drift = {start[0], 0, 0, start[1], 0, 0};
    double sigma = Math.max(1.5, reach * 0.6);
    for (int round = 0; round < ROUNDS; round++) {
      drift = fitted(cells, count, drift, sigma);
      sigma = Math.max(NARROWEST, sigma * NARROWS);
    }
    double a = drift[1] / half;
    double b = drift[2] / half;
    double c = drift[4] / half;
    double d = drift[5] / half;
    double middleX = overlay.width() / 2.0;
    double middleY = overlay.height() / 2.0;
    return new Affine(
        1 + a, b, drift[0] - a * middleX - b * middleY, c, 1 + d, drift[3] - c * middleX - d * middleY);
  }

  private static double[] fitted(double[][] cells, int count, double[] last, double sigma) {
    double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
    for (int i = 0; i < UNKNOWNS; i++) {
      normal[i][i] = INERTIA;
      normal[i][UNKNOWNS] = i % 3 == 0 ? INERTIA * last[i] : 0;
    }
    double[] basis = new double[3];
    for (int i = 0; i < count; i++) {
      double[] cell = cells[i];
      basis[0] = 1;
      basis[1] = cell[0];
      basis[2] = cell[1];
      double offX = cell[2] - last[0] - last[1] * cell[0] - last[2] * cell[1];
      double offY = cell[3] - last[3] - last[4] * cell[0] - last[5] * cell[1];
      double off = (offX * offX + offY * offY) / (sigma * sigma);
      double fade = 1 / ((1 + off) * (1 + off));
      double xx = cell[4] * fade;
      double xy = cell[5] * fade;
      double yy = cell[6] * fade;
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          double product = basis[r] * basis[c];
          normal[r][c] += product * xx;
          normal[r][3 + c] += product * xy;
          normal[3 + r][c] += product * xy;
          normal[3 + r][3 + c] += product * yy;
        }
        normal[r][UNKNOWNS] += basis[r] * (xx * cell[2] + xy * cell[3]);
        normal[3 + r][UNKNOWNS] += basis[r] * (xy * cell[2] + yy * cell[3]);
      }
    }
    return Equations.solved(normal);
  }
}
