package shotdeed.server.confirm;

/**
 * A place in a picture, in ten-thousandths of its width and height from the top left.
 *
 * @param x 0 to 10,000
 * @param y 0 to 10,000
 */
public record Point(int x, int y) {}
