package shotdeed.match;

import java.util.List;
import shotdeed.wire.Geometry;

/**
 * How an original lies on its copy: the affine map from shares of the original to shares of the copy, in ten-thousandths
 * of width and height, that fits corresponding places best (least squares by the normal equations).
 */
final class Laid {
  private static final int UNIT = 10_000;

  /** Ten-thousandths by which corners may be off that are corners of the same part; else they are numbered apart. */
  private static final double NEAR = 150;

  /** Below this the places lie on one line, or nearly: shares of the squared side. */
  private static final double FLAT = 1e-7;

  private static final int DIGITS = 10_000_000;

  private final double[] across;
  private final double[] down;

  private Laid(double[] across, double[] down) {
    this.across = across;
    this.down = down;
  }

  /** The map, or {@code null} if neither outlines nor points say enough. */
  static Laid of(Geometry geometry) {
    List<Integer> from = geometry.originalOutline();
    List<Integer> to = geometry.copyOutline();
    if (from.size() == to.size()) {
      Places corners = new Places();
      for (int i = 0; i + 1 < from.size(); i += 2) {
        corners.add(from.get(i), from.get(i + 1), to.get(i), to.get(i + 1));
      }
      Laid laid = corners.fit();
      if (laid != null && laid.misses(from, to) <= NEAR) {
        return laid;
      }
    }
    Places points = new Places();
    List<Integer> flat = geometry.points();
    for (int i = 0; i + 3 < flat.size(); i += 4) {
      points.add(flat.get(i + 2), flat.get(i + 3), flat.get(i), flat.get(i + 1));
    }
    return points.fit();
  }

  private double misses(List<Integer> from, List<Integer> to) {
    double most = 0;
    for (int i = 0; i + 1 < from.size(); i += 2) {
      double x = across[0] * from.get(i) + across[1] * from.get(i + 1) + across[2] - to.get(i);
      double y = down[0] * from.get(i) + down[1] * from.get(i + 1) + down[2] - to.get(i + 1);
      most = Math.max(most, Math.max(Math.abs(x), Math.abs(y)));
    }
    return most;
  }

  /** The map as SVG writes it, onto a copy of so many units. */
  String matrix(int width, int height) {
    double u = (double) width / UNIT;
    double v = (double) height / UNIT;
    return "matrix("
        + text(across[0] * u) + " " + text(down[0] * v) + " "
        + text(across[1] * u) + " " + text(down[1] * v) + " "
        + text(across[2] * u) + " " + text(down[2] * v) + ")";
  }

  /** Seven digits behind the point; the browser's compiler makes a large program of the library's own way. */
  private static String text(double value) {
    double size = Math.min(Math.abs(value), 1e8);
    int whole = (int) size;
    int rest = (int) ((size - whole) * DIGITS + 0.5);
    if (rest == DIGITS) {
      whole++;
      rest = 0;
    }
    String digits = String.valueOf(DIGITS + rest).substring(1);
    return (value < 0 ? "-" : "") + whole + "." + digits;
  }

  /** Sums over corresponding places. */
  private static final class Places {
    private double n;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;
    private final double[] to = new double[6];

    void add(double fromX, double fromY, double toX, double toY) {
      double u = fromX / UNIT;
      double v = fromY / UNIT;
      n++;
      x += u;
      y += v;
      xx += u * u;
      xy += u * v;
      yy += v * v;
      to[0] += toX * u;
      to[1] += toX * v;
      to[2] += toX;
      to[3] += toY * u;
      to[4] += toY * v;
      to[5] += toY;
    }

    Laid fit() {
      double a = yy * n - y * y;
      double b = x * y - xy * n;
      double c = xy * y - x * yy;
      double determinant = xx * a + xy * b + x * c;
      if (n < 3 || determinant < FLAT) {
        return null;
      }
      double d = xx * n - x * x;
      double e = xy * x - xx * y;
      double f = xx * yy - xy * xy;
      double[][] inverse = {{a, b, c}, {b, d, e}, {c, e, f}};
      return new Laid(solve(inverse, determinant, 0), solve(inverse, determinant, 3));
    }

    private double[] solve(double[][] inverse, double determinant, int first) {
      double[] solved = new double[3];
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int column = 0; column < 3; column++) {
          sum += inverse[row][column] * to[first + column];
        }
        solved[row] = sum / determinant / (row < 2 ? UNIT : 1);
      }
      return solved;
    }
  }
}
