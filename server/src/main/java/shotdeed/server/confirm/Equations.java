package shotdeed.server.confirm;

/** Small systems of linear equations. */
final class Equations {
  private Equations() {}

  /**
   * Solves by Gauss' elimination. The matrix is symmetric and positive definite, so that it needs no pivots.
   *
   * @param rows one a row, its right side last; used up
   */
  static double[] solved(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      for (int r = i + 1; r < n; r++) {
        double factor = rows[r][i] / rows[i][i];
        for (int c = i; c <= n; c++) {
          rows[r][c] -= factor * rows[i][c];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = rows[i][n];
      for (int c = i + 1; c < n; c++) {
        rest -= rows[i][c] * solution[c];
      }
      solution[i] = rest / rows[i][i];
    }
    return solution;
  }
}
