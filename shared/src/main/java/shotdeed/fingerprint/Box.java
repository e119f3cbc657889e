package shotdeed.fingerprint;

/**
 * A rectangle of a picture, in its pixels from the top left; sides may lie within pixels.
 *
 * @param left 0 or more
 * @param top 0 or more
 * @param right more than {@code left}, at most the picture's width
 * @param bottom more than {@code top}, at most the picture's height
 */
record Box(double left, double top, double right, double bottom) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /**
   * A part of this box.
   *
   * @param acrossShare share of the width, above 0, at most 1
   * @param downShare share of the height
   * @param across where the part lies: 0 at the left, 1 at the right
   * @param down 0 at the top, 1 at the bottom
   */
  Box part(double acrossShare, double downShare, double across, double down) {
    double partWidth = width() * acrossShare;
    double partHeight = height() * downShare;
    double x = left + (width() - partWidth) * across;
    double y = top + (height() - partHeight) * down;
    return new Box(x, y, Math.min(right, x + partWidth), Math.min(bottom, y + partHeight));
  }

  /** This box, so many pixels to the right and down. */
  Box moved(double across, double down) {
    return new Box(left + across, top + down, right + across, bottom + down);
  }

  /** The middle of this box, smaller on both axes. */
  Box shrunk(double share) {
    return part(share, share, 0.5, 0.5);
  }

  /** Whether another box has a side that lies elsewhere by more than this share of this box. */
  boolean differsFrom(Box other, double share) {
    double wide = share * width();
    double high = share * height();
    return Math.abs(left - other.left) > wide
        || Math.abs(right - other.right) > wide
        || Math.abs(top - other.top) > high
        || Math.abs(bottom - other.bottom) > high;
  }

  /** The same in ten-thousandths of a picture of this size; never empty. */
  Region in(int pictureWidth, int pictureHeight) {
    int x0 = Math.min(Region.UNIT - 1, unit(left, pictureWidth));
    int y0 = Math.min(Region.UNIT - 1, unit(top, pictureHeight));
    int x1 = Math.max(x0 + 1, unit(right, pictureWidth));
    int y1 = Math.max(y0 + 1, unit(bottom, pictureHeight));
    return new Region(x0, y0, x1, y1);
  }

  private static int unit(double at, int side) {
    int unit = (int) Math.floor(at * Region.UNIT / side + 0.5);
    return Math.max(0, Math.min(Region.UNIT, unit));
  }
}
