package shotdeed.feature;

/**
 * A square that is brighter or darker than what is around it.
 *
 * @param x pixels of the working picture from its left edge to the square's centre
 * @param y the same from the top
 * @param side of the square in pixels of the working picture
 * @param strength how pronounced it is, above 0
 */
record Blob(double x, double y, double side, double strength) {}
