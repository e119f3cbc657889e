package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A convex polygon in a picture, in pixels.
 *
 * @param corners x and y of each, in order along the outline
 */
record Polygon(double[][] corners) {
  /** A whole picture. */
  static Polygon frame(double width, double height) {
    return new Polygon(new double[][] {{0, 0}, {width, 0}, {width, height}, {0, height}});
  }

  Polygon mapped(Affine affine) {
    double[][] mapped = new double[corners.length][];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = new double[] {
        affine.x(corners[i][0], corners[i][1]), affine.y(corners[i][0], corners[i][1])
      };
    }
    return new Polygon(mapped);
  }

  double area() {
    double twice = 0;
    for (int i = 0; i < corners.length; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % corners.length];
      twice += a[0] * b[1] - b[0] * a[1];
    }
    return Math.abs(twice) / 2;
  }

  /** Whether a place lies in it or on its outline. */
  boolean holds(double x, double y) {
    boolean left = false;
    boolean right = false;
    for (int i = 0; i < corners.length; i++) {
      double side = turn(corners[i], corners[(i + 1) % corners.length], new double[] {x, y});
      left |= side > 0;
      right |= side < 0;
    }
    return !(left && right);
  }

  double least(int axis) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] corner : corners) {
      least = Math.min(least, corner[axis]);
    }
    return least;
  }

  double most(int axis) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] corner : corners) {
      most = Math.max(most, corner[axis]);
    }
    return most;
  }

  /** What of it lies in a picture of that size (Sutherland and Hodgman, 1974); without corners if nothing does. */
  Polygon within(double width, double height) {
    List<double[]> left = Arrays.asList(corners);
    left = beyond(left, 0, 1, 0);
    left = beyond(left, 0, -1, -width);
    left = beyond(left, 1, 1, 0);
    left = beyond(left, 1, -1, -height);
    return new Polygon(left.toArray(new double[0][]));
  }

  /** Keeps where sign times the coordinate is at least the bound. */
  private static List<double[]> beyond(List<double[]> corners, int axis, int sign, double bound) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      double[] a = corners.get(i);
      double[] b = corners.get((i + 1) % corners.size());
      double over = sign * a[axis] - bound;
      double next = sign * b[axis] - bound;
      if (over >= 0) {
        kept.add(a);
      }
      if (over >= 0 != next >= 0) {
        double share = over / (over - next);
        kept.add(new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])});
      }
    }
    return kept;
  }

  /** The smallest convex polygon around places (Andrew's monotone chain, 1979). */
  static Polygon around(List<double[]> places) {
    List<double[]> sorted = new ArrayList<>(places);
    sorted.sort((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1]));
    List<double[]> hull = new ArrayList<>();
    for (int way = 0; way < 2; way++) {
      int start = hull.size();
      for (int i = 0; i < sorted.size(); i++) {
        double[] place = sorted.get(way == 0 ? i : sorted.size() - 1 - i);
        while (hull.size() >= start + 2
            && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), place) <= 0) {
          hull.remove(hull.size() - 1);
        }
        hull.add(place);
      }
      hull.remove(hull.size() - 1);
    }
    return new Polygon(hull.toArray(new double[0][]));
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }
}
