package shotdeed.server.confirm;

/**
 * What edges there are in a square of a picture: its structure tensor (Förstner and Gülch, 1987), the mean over its
 * pixels of the products of the slopes of the brightness.
 *
 * @param xx of the slopes to the right, in squared levels a pixel
 * @param xy of both
 * @param yy of the slopes downwards
 */
record Edges(double xx, double xy, double yy) {
  /** The edges of the square whose first pixel lies there. */
  static Edges of(float[] values, int width, int left, int top, int side) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int y = top; y < top + side - 1; y++) {
      int at = y * width + left;
      for (int x = 1; x < side; x++, at++) {
        double falling = values[at + width + 1] - values[at];
        double rising = values[at + 1] - values[at + width];
        double across = (falling + rising) / 2;
        double down = (falling - rising) / 2;
        xx += across * across;
        xy += across * down;
        yy += down * down;
      }
    }
    int count = (side - 1) * (side - 1);
    return new Edges(xx / count, xy / count, yy / count);
  }

  /** How steep they are: the root of the mean square of the slope, in levels a pixel. */
  double steepness() {
    return Math.sqrt(xx + yy);
  }

  /** How much of a displacement goes across them: what goes along an edge cannot be told from none. */
  double across(double right, double below) {
    double all = xx + yy;
    double crossed = xx * right * right + 2 * xy * right * below + yy * below * below;
    return all > 0 ? Math.sqrt(Math.max(0, crossed / all)) : 0;
  }
}
