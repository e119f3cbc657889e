package shotdeed.server.picture.vp8;

/** Smooths the edges of blocks once all samples are there (RFC 6386, section 15). */
final class LoopFilter {
  private final Plane plane;
  private final int edge;
  private final int inside;
  private final int variance;

  /**
   * A filter of one macroblock's plane.
   *
   * @param edge how far samples on either side of an edge may differ to be smoothed
   * @param inside how far neighbours on one side may; -1 for the simple filter, which does not look
   * @param variance above this difference of neighbours only the two samples at the edge are changed
   */
  LoopFilter(Plane plane, int edge, int inside, int variance) {
    this.plane = plane;
    this.edge = edge;
    this.inside = inside;
    this.variance = variance;
  }

  /** Filters the samples along an edge: {@code along} leads to the next, {@code across} over the edge. */
  void line(int at, int along, int across, int length, boolean ofMacroblock) {
    int limit = 2 * (ofMacroblock ? edge + 4 : edge) + 1;
    for (int i = 0, q0 = at; i < length; i++, q0 += along) {
      if (inside < 0) {
        if (isSmall(q0, across, limit)) {
          two(q0, across);
        }
      } else if (isSmall(q0, across, limit) && isFlat(q0, across)) {
        if (isVaried(q0, across)) {
          two(q0, across);
        } else if (ofMacroblock) {
          six(q0, across);
        } else {
          four(q0, across);
        }
      }
    }
  }

  private boolean isSmall(int q0, int step, int limit) {
    return 4 * apart(q0 - step, q0) + apart(q0 - 2 * step, q0 + step) <= limit;
  }

  private boolean isFlat(int q0, int step) {
    return apart(q0 - 4 * step, q0 - 3 * step) <= inside
        && apart(q0 - 3 * step, q0 - 2 * step) <= inside
        && apart(q0 - 2 * step, q0 - step) <= inside
        && apart(q0 + 3 * step, q0 + 2 * step) <= inside
        && apart(q0 + 2 * step, q0 + step) <= inside
        && apart(q0 + step, q0) <= inside;
  }

  private boolean isVaried(int q0, int step) {
    return apart(q0 - 2 * step, q0 - step) > variance || apart(q0 + step, q0) > variance;
  }

  private void two(int q0, int step) {
    int a = 3 * (plane.get(q0) - plane.get(q0 - step)) + signed(plane.get(q0 - 2 * step) - plane.get(q0 + step));
    plane.set(q0 - step, plane.get(q0 - step) + (signed(a + 3) >> 3));
    plane.set(q0, plane.get(q0) - (signed(a + 4) >> 3));
  }

  private void four(int q0, int step) {
    int a = 3 * (plane.get(q0) - plane.get(q0 - step));
    int after = signed(a + 4) >> 3;
    int before = signed(a + 3) >> 3;
    int outer = after + 1 >> 1;
    plane.set(q0 - 2 * step, plane.get(q0 - 2 * step) + outer);
    plane.set(q0 - step, plane.get(q0 - step) + before);
    plane.set(q0, plane.get(q0) - after);
    plane.set(q0 + step, plane.get(q0 + step) - outer);
  }

  private void six(int q0, int step) {
    int a =
        signed(3 * (plane.get(q0) - plane.get(q0 - step)) + signed(plane.get(q0 - 2 * step) - plane.get(q0 + step)));
    for (int i = 0; i < 3; i++) {
      int change = (27 - 9 * i) * a + 63 >> 7;
      int before = q0 - (i + 1) * step;
      int after = q0 + i * step;
      plane.set(before, plane.get(before) + change);
      plane.set(after, plane.get(after) - change);
    }
  }

  private int apart(int a, int b) {
    return Math.abs(plane.get(a) - plane.get(b));
  }

  private static int signed(int value) {
    return Math.max(-128, Math.min(127, value));
  }
}
