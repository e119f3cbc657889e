package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.List;

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
