package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The matched part in both pictures, corner by corner: x and y in turn, as shares (0 to 1) of each picture's width and
 * height, from the top left.
 *
 * @param copy in the picture on the page
 * @param original in the certified photograph, as many corners
 */
record Outlines(double[] copy, double[] original) {
  private static final double[] WHOLE = {0, 0, 1, 0, 1, 1, 0, 1};
  private static final int MAX_NUMBERS = 128;

  /** As sealed: by geometry, else by the two rectangles, else the whole pictures. */
  static Outlines of(Sealed sighting) {
    JsonNode geometry = sighting.value("geometry");
    double[] copy = corners(geometry.path("outlineInThePicturePercent"));
    double[] original = corners(geometry.path("outlineInTheOriginalPercent"));
    if (copy != null && original != null && copy.length == original.length) {
      return new Outlines(copy, original);
    }
    String part = sighting.row().has("matchedPartOfTheJoinedSlices")
        ? "matchedPartOfTheJoinedSlices" : "matchedPartOfThePicture";
    return new Outlines(rectangle(sighting.value(part)), rectangle(sighting.value("matchedPartOfTheOriginal")));
  }

  private static double[] corners(JsonNode percent) {
    if (!percent.isArray() || percent.size() < 6 || percent.size() % 2 != 0 || percent.size() > MAX_NUMBERS) {
      return null;
    }
    double[] corners = new double[percent.size()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = percent.get(i).asDouble() / 100;
    }
    return corners;
  }

  private static double[] rectangle(JsonNode part) {
    if (!part.isObject()) {
      return WHOLE;
    }
    double left = part.path("leftPercent").asDouble() / 100;
    double top = part.path("topPercent").asDouble() / 100;
    double right = part.path("rightPercent").asDouble() / 100;
    double bottom = part.path("bottomPercent").asDouble() / 100;
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  /** The least upright rectangle around an outline, within the picture; the whole picture if it encloses nothing. */
  static Rectangle2D.Double around(double[] corners) {
    double left = 1;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < corners.length; i += 2) {
      double x = Math.max(0, Math.min(1, corners[i]));
      double y = Math.max(0, Math.min(1, corners[i + 1]));
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return right - left > 0.001 && bottom - top > 0.001
        ? new Rectangle2D.Double(left, top, right - left, bottom - top)
        : new Rectangle2D.Double(0, 0, 1, 1);
  }

  /** An outline in a picture's pixels. */
  static Path2D path(double[] corners, double width, double height) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners.length; i += 2) {
      if (i == 0) {
        path.moveTo(corners[0] * width, corners[1] * height);
      } else {
        path.lineTo(corners[i] * width, corners[i + 1] * height);
      }
    }
    path.closePath();
    return path;
  }

  /**
   * How the original's pixels lie on the copy's: the affine map that leads its corners to the copy's with the least
   * squared error.
   *
   * @return {@code null} if the corners determine none
   */
  AffineTransform toCopy(int originalWidth, int originalHeight, int copyWidth, int copyHeight) {
    int n = copy.length / 2;
    double sx = 0;
    double sy = 0;
    double su = 0;
    double sv = 0;
    for (int i = 0; i < n; i++) {
      sx += original[2 * i] * originalWidth / n;
      sy += original[2 * i + 1] * originalHeight / n;
      su += copy[2 * i] * copyWidth / n;
      sv += copy[2 * i + 1] * copyHeight / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xu = 0;
    double yu = 0;
    double xv = 0;
    double yv = 0;
    for (int i = 0; i < n; i++) {
      double x = original[2 * i] * originalWidth - sx;
      double y = original[2 * i + 1] * originalHeight - sy;
      double u = copy[2 * i] * copyWidth - su;
      double v = copy[2 * i + 1] * copyHeight - sv;
      xx += x * x;
      xy += x * y;
      yy += y * y;
      xu += x * u;
      yu += y * u;
      xv += x * v;
      yv += y * v;
    }
    double determinant = xx * yy - xy * xy;
    if (!(determinant > 1e-6 * xx * yy)) {
      return null;
    }
    double a = (xu * yy - yu * xy) / determinant;
    double b = (yu * xx - xu * xy) / determinant;
    double c = (xv * yy - yv * xy) / determinant;
    double d = (yv * xx - xv * xy) / determinant;
    AffineTransform map = new AffineTransform(a, c, b, d, su - a * sx - b * sy, sv - c * sx - d * sy);
    return Math.abs(map.getDeterminant()) > 1e-9 ? map : null;
  }
}
