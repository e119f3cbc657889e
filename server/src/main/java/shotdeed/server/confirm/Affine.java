package shotdeed.server.confirm;

/**
 * Where a place of one picture lies in another: moved, scaled, turned, mirrored, sheared. In this package from the
 * pixels of an original to those of a copy, if nothing else is said.
 *
 * <p>Places are measured from the picture's top left corner, so that the middle of the first pixel lies at 0.5, 0.5 and
 * the whole picture reaches from 0, 0 to its width and height.
 *
 * @param xx share of x in x
 * @param xy share of y in x
 * @param x0 x of the origin
 * @param yx share of x in y
 * @param yy share of y in y
 * @param y0 y of the origin
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
  /** Everything stays where it is. */
  public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

  /** Where x lies. */
  public double x(double x, double y) {
    return xx * x + xy * y + x0;
  }

  /** Where y lies. */
  public double y(double x, double y) {
    return yx * x + yy * y + y0;
  }

  /** By what an area grows; negative if the picture is mirrored. */
  public double determinant() {
    return xx * yy - xy * yx;
  }

  /** By what a length grows, on average over all directions. */
  public double scale() {
    return Math.sqrt(Math.abs(determinant()));
  }

  /** First another, then this one. */
  public Affine after(Affine first) {
    return new Affine(
        xx * first.xx + xy * first.yx,
        xx * first.xy + xy * first.yy,
        xx * first.x0 + xy * first.y0 + x0,
        yx * first.xx + yy * first.yx,
        yx * first.xy + yy * first.yy,
        yx * first.x0 + yy * first.y0 + y0);
  }

  /**
   * The way back.
   *
   * @throws ArithmeticException if there is none, because everything lies on one line
   */
  public Affine inverse() {
    double determinant = determinant();
    if (determinant == 0 || Double.isNaN(determinant)) {
      throw new ArithmeticException("an affine map of determinant " + determinant + " has no inverse");
    }
    double ixx = yy / determinant;
    double ixy = -xy / determinant;
    double iyx = -yx / determinant;
    double iyy = xx / determinant;
    return new Affine(ixx, ixy, -(ixx * x0 + ixy * y0), iyx, iyy, -(iyx * x0 + iyy * y0));
  }

  /**
   * The same between the same two pictures at other sizes.
   *
   * @param fromWider by what the first picture's width grows
   * @param fromHigher by what its height grows
   * @param toWider by what the second picture's width grows
   * @param toHigher by what its height grows
   */
  public Affine resized(double fromWider, double fromHigher, double toWider, double toHigher) {
    return new Affine(
        xx * toWider / fromWider,
        xy * toWider / fromHigher,
        x0 * toWider,
        yx * toHigher / fromWider,
        yy * toHigher / fromHigher,
        y0 * toHigher);
  }
}
