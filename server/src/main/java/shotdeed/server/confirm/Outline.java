package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Region;

/**
 * The outline of a part of a picture: a convex polygon.
 *
 * @param corners in order along the outline, three or more; none if there is no such part
 */
public record Outline(List<Point> corners) {
  /** No part. */
  public static final Outline NONE = new Outline(List.of());

  public Outline {
    corners = List.copyOf(corners);
  }

  /** The smallest upright rectangle around it; at least one ten-thousandth a side. */
  public Region bounds() {
    int left = Region.UNIT - 1;
    int top = Region.UNIT - 1;
    int right = 1;
    int bottom = 1;
    for (Point corner : corners) {
      left = Math.min(left, corner.x());
      top = Math.min(top, corner.y());
      right = Math.max(right, corner.x());
      bottom = Math.max(bottom, corner.y());
    }
    return new Region(left, top, Math.max(right, left + 1), Math.max(bottom, top + 1));
  }

  /** The corners as they are sent: x, y, x, y, in ten-thousandths. */
  public List<Integer> flat() {
    List<Integer> flat = new ArrayList<>();
    for (Point corner : corners) {
      flat.add(corner.x());
      flat.add(corner.y());
    }
    return flat;
  }
}
