package shotdeed.server.confirm;

/** The same thing in both pictures. */
public record PointPair(Point copy, Point original) {}
