package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/**
 * Finds the even margins of a picture or of a part of it: bars, frames and the white around goods, which a thief adds and
 * a marketplace asks for.
 */
final class Margins {
  /** A line belongs to a margin if all but so many of a thousand of its pixels are near the outermost lines' grey. */
  private static final int STRANGERS_IN_THOUSAND = 15;

  /** Near: brightness levels from the median of the two outermost lines; JPEG's ringing stays below. */
  private static final int NEAR = 10;

  /** No side loses more of the picture than this. */
  private static final double MOST = 0.45;

  /** Smaller boxes are left alone, and what is left of one is never smaller than {@link #LEAST_LEFT}; in pixels. */
  private static final int LEAST = 24;

  private static final int LEAST_LEFT = 16;

  /** A box that differs by less than this share of its sides is the same. */
  static final double SAME = 0.02;

  private final LumaImage picture;
  private final int[] histogram = new int[256];

  Margins(LumaImage picture) {
    this.picture = picture;
  }

  /** The box without its margins; the box itself if it has none worth naming. */
  Box trimmed(Box box) {
    int left = (int) Math.floor(box.left() + 0.5);
    int top = (int) Math.floor(box.top() + 0.5);
    int right = (int) Math.floor(box.right() + 0.5);
    int bottom = (int) Math.floor(box.bottom() + 0.5);
    if (right - left < LEAST || bottom - top < LEAST) {
      return box;
    }
    int width = picture.width();
    int most = (int) ((bottom - top) * MOST);
    int above = lines(top * width + left, width, 1, right - left, most);
    int below = lines((bottom - 1) * width + left, -width, 1, right - left, most);
    top += above;
    bottom -= below;
    if (bottom - top < LEAST_LEFT) {
      return box;
    }
    most = (int) ((right - left) * MOST);
    int before = lines(top * width + left, 1, width, bottom - top, most);
    int behind = lines(top * width + right - 1, -1, width, bottom - top, most);
    left += before;
    right -= behind;
    if (right - left < LEAST_LEFT) {
      return box;
    }
    Box trimmed = new Box(left, top, right, bottom);
    return box.differsFrom(trimmed, SAME) ? trimmed : box;
  }

  /** How many lines, counted from the first one inwards, are of a margin. */
  private int lines(int first, int nextLine, int nextPixel, int length, int most) {
    float[] values = picture.values();
    double grey = median(first, nextLine, nextPixel, length);
    int strangersAllowed = length * STRANGERS_IN_THOUSAND / 1000;
    for (int line = 0; line < most; line++) {
      int strangers = 0;
      int at = first + line * nextLine;
      for (int i = 0; i < length; i++, at += nextPixel) {
        if (Math.abs(values[at] - grey) >= NEAR && ++strangers > strangersAllowed) {
          return line;
        }
      }
    }
    return most;
  }

  private double median(int first, int nextLine, int nextPixel, int length) {
    java.util.Arrays.fill(histogram, 0);
    for (int line = 0; line < 2; line++) {
      int at = first + line * nextLine;
      for (int i = 0; i < length; i++, at += nextPixel) {
        histogram[(int) picture.values()[at]]++;
      }
    }
    int level = 0;
    for (int count = histogram[0]; count < length; count += histogram[level]) {
      level++;
    }
    return level + 0.5;
  }
}
