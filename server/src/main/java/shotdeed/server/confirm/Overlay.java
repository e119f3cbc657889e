package shotdeed.server.confirm;

/**
 * An original laid over the part of a copy that it covers, both read at one size.
 *
 * @param width pixels a row of the part, a multiple of {@link #CELL}
 * @param height rows, a multiple of {@link #CELL}
 * @param margin pixels by which the original is read beyond the part, on each side
 * @param copy brightness of the part of the copy
 * @param original brightness of the original where it lies over it, with the margin
 * @param toCopy from the part's pixels to the copy's
 * @param toOriginal from the part's pixels to the original's
 * @param covered for each cell whether both pictures cover all of it
 */
record Overlay(
    int width,
    int height,
    int margin,
    float[] copy,
    float[] original,
    Affine toCopy,
    Affine toOriginal,
    boolean[] covered) {
  /** Pixels a side of the cells that are compared. */
  static final int CELL = 8;

  /** A part must not be enlarged by more than this to have the size wanted: what is not there cannot be compared. */
  private static final double MOST_ENLARGED = 1.5;

  /** Pixels of either picture that the covered part must have on its shorter side. */
  private static final double LEAST_SIDE = 20;

  /** By how much more a map may stretch in one direction than in another. */
  private static final double MOST_STRETCHED = 2.2;

  private static final double SLACK = 0.75;

  int columns() {
    return width / CELL;
  }

  int rows() {
    return height / CELL;
  }

  /**
   * Lays a picture over another.
   *
   * @param side of a square that has as many pixels as the part will have
   * @return {@code null} if the map cannot be that of a copy, or if too little is covered
   */
  static Overlay of(Pyramid copy, Pyramid original, Affine affine, double side, int margin) {
    double scale = affine.scale();
    if (!(scale > 0.02 && scale < 50) || stretch(affine) > MOST_STRETCHED) {
      return null;
    }
    Polygon frame = Polygon.frame(original.width(), original.height());
    Polygon part = frame.mapped(affine).within(copy.width(), copy.height());
    if (part.corners().length < 3) {
      return null;
    }
    double left = part.least(0);
    double top = part.least(1);
    double across = part.most(0) - left;
    double down = part.most(1) - top;
    if (Math.min(across, down) * Math.min(1, 1 / scale) < LEAST_SIDE) {
      return null;
    }
    double share = Math.min(side / Math.sqrt(across * down), MOST_ENLARGED * Math.min(1, 1 / scale));
    int columns = Math.max(2, (int) Math.round(across * share / CELL));
    int rows = Math.max(2, (int) Math.round(down * share / CELL));
    int width = columns * CELL;
    int height = rows * CELL;
    Affine toCopy = new Affine(across / width, 0, left, 0, down / height, top);
    Affine toOriginal = affine.inverse().after(toCopy);
    Affine shifted = toOriginal.after(new Affine(1, 0, -margin, 0, 1, -margin));
    return new Overlay(
        width,
        height,
        margin,
        copy.read(toCopy, width, height),
        original.read(shifted, width + 2 * margin, height + 2 * margin),
        toCopy,
        toOriginal,
        covered(toOriginal, columns, rows, original));
  }

  private static boolean[] covered(Affine toOriginal, int columns, int rows, Pyramid original) {
    boolean[] covered = new boolean[columns * rows];
    double slack = SLACK * toOriginal.scale();
    for (int i = 0; i < covered.length; i++) {
      boolean inside = true;
      for (int corner = 0; corner < 4; corner++) {
        double x = (i % columns + corner % 2) * CELL;
        double y = (i / columns + corner / 2) * CELL;
        double overX = toOriginal.x(x, y);
        double overY = toOriginal.y(x, y);
        inside &= overX >= -slack
            && overY >= -slack
            && overX <= original.width() + slack
            && overY <= original.height() + slack;
      }
      covered[i] = inside;
    }
    return covered;
  }

  /** The longer by the shorter axis of what a circle becomes: the ratio of the singular values. */
  static double stretch(Affine a) {
    double sum = a.xx() * a.xx() + a.xy() * a.xy() + a.yx() * a.yx() + a.yy() * a.yy();
    double determinant = Math.abs(a.determinant());
    double root = Math.sqrt(Math.max(0, sum * sum / 4 - determinant * determinant));
    return Math.sqrt((sum / 2 + root) / Math.max(1e-12, sum / 2 - root));
  }
}
