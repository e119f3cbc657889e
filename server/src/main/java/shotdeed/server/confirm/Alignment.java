package shotdeed.server.confirm;

/**
 * A guess made exact.
 *
 * @param original which was laid over the copy
 * @param affine from the original's pixels to the copy's
 * @param overlay of the two pictures by that map
 * @param match of the overlay's cells, in place
 */
record Alignment(Pyramid original, Affine affine, Overlay overlay, CellMatch match) {
  /** Side of a square with as many pixels as are compared, from coarse to fine. */
  private static final double[] SIDES = {64, 64, 112, 192};

  /**
   * Share of the cells that must look alike at each of these sizes for the next to be worth its time. Of copies that
   * were cut out and put on another scene 0.2 do, of unrelated pictures half have less than 0.1.
   */
  private static final double[] LEAST_ALIKE = {0, 0, 0.12, 0.15};

  /** Pixels around a cell's place where it is looked for. */
  private static final int[] REACHES = {5, 3, 3, 2};

  private static final double SIDE = 192;
  private static final int REACH = 2;

  /** To tell better guesses from worse ones, a very small picture is enough. */
  private static final double RANKING_SIDE = 48;

  private static final int RANKING_REACH = 3;

  /** How well a guess fits as it is, to rank it among others: cells that look alike. */
  static double promise(Pyramid copy, Pyramid original, Affine guess) {
    Overlay overlay = Overlay.of(copy, original, guess, RANKING_SIDE, RANKING_REACH);
    if (overlay == null) {
      return -1;
    }
    CellMatch match = new CellMatch(overlay, RANKING_REACH);
    double promise = 0;
    for (double vote : match.votes) {
      promise = Math.max(promise, vote);
    }
    return promise;
  }

  /** {@code null} if the guess leads nowhere. */
  static Alignment of(Pyramid copy, Pyramid original, Affine guess) {
    Affine affine = guess;
    for (int i = 0; i < SIDES.length; i++) {
      Overlay overlay = Overlay.of(copy, original, affine, SIDES[i], REACHES[i]);
      if (overlay == null) {
        return null;
      }
      CellMatch match = new CellMatch(overlay, REACHES[i]);
      if (match.alike() < LEAST_ALIKE[i]) {
        return null;
      }
      Affine drift = Drift.of(overlay, match, REACHES[i]);
      if (!(Math.abs(drift.determinant()) > 0.3)) {
        return null;
      }
      // What of the copy lies at toCopy(p) lies in the original at toOriginal(drift(p)).
      affine = overlay.toCopy().after(overlay.toOriginal().after(drift).inverse());
    }
    return asItIs(copy, original, affine);
  }

  /** Without making the guess exact; {@code null} if it cannot be that of a copy. */
  static Alignment asItIs(Pyramid copy, Pyramid original, Affine guess) {
    Overlay overlay = Overlay.of(copy, original, guess, SIDE, REACH);
    return overlay == null ? null : new Alignment(original, guess, overlay, new CellMatch(overlay, REACH));
  }
}
