package shotdeed.server.picture.vp8;

import java.util.Arrays;

/** Guesses samples from their neighbours above and to the left (RFC 6386, section 12), before they are filtered. */
final class Prediction {
  /** Modes of whole macroblocks. */
  static final int DC = 0;

  static final int VERTICAL = 1;
  static final int HORIZONTAL = 2;
  static final int GRADIENT = 3;

  /** Modes of subblocks, as the RFC numbers them. */
  static final int SUB_DC = 0;

  static final int SUB_GRADIENT = 1;
  static final int SUB_VERTICAL = 2;
  static final int SUB_HORIZONTAL = 3;
  private static final int SUB_LEFT_DOWN = 4;
  private static final int SUB_RIGHT_DOWN = 5;
  private static final int SUB_VERTICAL_RIGHT = 6;
  private static final int SUB_VERTICAL_LEFT = 7;
  private static final int SUB_HORIZONTAL_DOWN = 8;

  /** Neighbours of a subblock: 0 to 3 to the left from the bottom, 4 the corner, 5 to 12 above from the left. */
  private final int[] e = new int[13];

  /** Fills a square of 16 or 8 samples a side, the macroblock at {@code column}, {@code row}. */
  void square(Plane plane, int column, int row, int side, int mode) {
    int at = plane.at(column * side, row * side);
    switch (mode) {
      case DC -> fill(plane, at, side, mean(plane, at, side, column > 0, row > 0));
      case VERTICAL -> {
        for (int y = 0; y < side; y++) {
          System.arraycopy(plane.samples, at - plane.stride, plane.samples, at + y * plane.stride, side);
        }
      }
      case HORIZONTAL -> {
        for (int y = 0; y < side; y++) {
          int line = at + y * plane.stride;
          Arrays.fill(plane.samples, line, line + side, plane.samples[line - 1]);
        }
      }
      default -> gradient(plane, at, side);
    }
  }

  private static int mean(Plane plane, int at, int side, boolean left, boolean above) {
    if (!left && !above) {
      return 128;
    }
    int sum = 0;
    for (int i = 0; i < side; i++) {
      sum += above ? plane.get(at - plane.stride + i) : 0;
      sum += left ? plane.get(at + i * plane.stride - 1) : 0;
    }
    int count = left && above ? 2 * side : side;
    return (sum + count / 2) / count;
  }

  private static void fill(Plane plane, int at, int side, int value) {
    for (int y = 0; y < side; y++) {
      Arrays.fill(plane.samples, at + y * plane.stride, at + y * plane.stride + side, (byte) value);
    }
  }

  private static void gradient(Plane plane, int at, int side) {
    int corner = plane.get(at - plane.stride - 1);
    for (int y = 0; y < side; y++) {
      int line = at + y * plane.stride;
      int base = plane.get(line - 1) - corner;
      for (int x = 0; x < side; x++) {
        plane.set(line + x, base + plane.get(at - plane.stride + x));
      }
    }
  }

  /**
   * Fills 4 x 4 samples.
   *
   * @param topRight the four samples above and to the right, one a byte, the first highest
   */
  void subblock(Plane plane, int at, int mode, int topRight) {
    for (int i = 0; i < 4; i++) {
      e[3 - i] = plane.get(at + i * plane.stride - 1);
      e[5 + i] = plane.get(at - plane.stride + i);
      e[9 + i] = topRight >>> 24 - 8 * i & 0xff;
    }
    e[4] = plane.get(at - plane.stride - 1);
    switch (mode) {
      case SUB_DC -> fill(plane, at, 4, e[0] + e[1] + e[2] + e[3] + e[5] + e[6] + e[7] + e[8] + 4 >> 3);
      case SUB_GRADIENT -> gradient(plane, at, 4);
      case SUB_VERTICAL -> {
        for (int x = 0; x < 4; x++) {
          for (int y = 0; y < 4; y++) {
            put(plane, at, x, y, smooth(5 + x));
          }
        }
      }
      case SUB_HORIZONTAL -> {
        for (int x = 0; x < 4; x++) {
          for (int y = 0; y < 3; y++) {
            put(plane, at, x, y, smooth(3 - y));
          }
          put(plane, at, x, 3, e[1] + 3 * e[0] + 2 >> 2);
        }
      }
      case SUB_LEFT_DOWN -> {
        for (int y = 0; y < 4; y++) {
          for (int x = 0; x < 4; x++) {
            put(plane, at, x, y, x + y < 6 ? smooth(6 + x + y) : e[11] + 3 * e[12] + 2 >> 2);
          }
        }
      }
      case SUB_RIGHT_DOWN -> {
        for (int y = 0; y < 4; y++) {
          for (int x = 0; x < 4; x++) {
            put(plane, at, x, y, smooth(4 + x - y));
          }
        }
      }
      case SUB_VERTICAL_RIGHT -> verticalRight(plane, at);
      case SUB_VERTICAL_LEFT -> verticalLeft(plane, at);
      case SUB_HORIZONTAL_DOWN -> horizontalDown(plane, at);
      default -> horizontalUp(plane, at);
    }
  }

  private void verticalRight(Plane plane, int at) {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int i = 2 * x - y;
        int value = i < 0 ? smooth(i == -1 ? 4 : 5 - y) : i % 2 == 0 ? mean(4 + i / 2) : smooth(4 + (i + 1) / 2);
        put(plane, at, x, y, value);
      }
    }
  }

  private void verticalLeft(Plane plane, int at) {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int i = 5 + x + y / 2;
        put(plane, at, x, y, y % 2 == 0 ? mean(i) : smooth(i + 1));
      }
    }
    // The two the RFC breaks the pattern for.
    put(plane, at, 3, 2, smooth(10));
    put(plane, at, 3, 3, smooth(11));
  }

  private void horizontalDown(Plane plane, int at) {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int i = 2 * y - x;
        int value = i < 0 ? smooth(i == -1 ? 4 : 3 + x) : i % 2 == 0 ? mean(3 - i / 2) : smooth(4 - (i + 1) / 2);
        put(plane, at, x, y, value);
      }
    }
  }

  private void horizontalUp(Plane plane, int at) {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int i = x + 2 * y;
        int value =
            i > 5 ? e[0] : i == 5 ? e[1] + 3 * e[0] + 2 >> 2 : i % 2 == 0 ? mean(2 - i / 2) : smooth(2 - i / 2);
        put(plane, at, x, y, value);
      }
    }
  }

  private int mean(int i) {
    return e[i] + e[i + 1] + 1 >> 1;
  }

  private int smooth(int i) {
    return e[i - 1] + 2 * e[i] + e[i + 1] + 2 >> 2;
  }

  private static void put(Plane plane, int at, int x, int y, int value) {
    plane.samples[at + y * plane.stride + x] = (byte) value;
  }
}
