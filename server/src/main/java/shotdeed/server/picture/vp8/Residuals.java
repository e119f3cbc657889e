package shotdeed.server.picture.vp8;

import java.util.Arrays;

/** The coefficients of one macroblock after another (RFC 6386, sections 13 and 14). */
final class Residuals {
  private static final int AFTER_MEANS = 0;
  private static final int MEANS = 1;
  private static final int COLOUR = 2;
  private static final int WITH_MEAN = 3;

  private static final int NODES = 11;
  private static final int CONTEXTS = 3;
  private static final int BANDS = 8;
  private static final int[] BAND = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
  private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
  private static final int[][] LARGE = {
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  /** Blocks of a macroblock: 16 of brightness, 4 each of two colours; 16 coefficients each, row by row. */
  final int[] blocks = new int[24 * 16];

  private final Header header;
  private final int[] means = new int[16];

  /** Whether the block above has coefficients: 4 of brightness, 2 and 2 of colour, 1 of means; by macroblock. */
  private final int[][] above;

  private final int[] left = new int[9];

  Residuals(Header header, int columns) {
    this.header = header;
    above = new int[columns][9];
  }

  void startRow() {
    Arrays.fill(left, 0);
  }

  /** A macroblock without coefficients. */
  void skip(int column, boolean subblocks) {
    Arrays.fill(left, 0, 8, 0);
    Arrays.fill(above[column], 0, 8, 0);
    if (!subblocks) {
      left[8] = 0;
      above[column][8] = 0;
    }
  }

  /** Reads a macroblock into {@link #blocks}, and returns whether any coefficient is not zero. */
  boolean read(BoolReader in, int column, boolean subblocks, int[] steps) {
    Arrays.fill(blocks, 0);
    int[] top = above[column];
    int type = WITH_MEAN;
    int first = 0;
    if (!subblocks) {
      Arrays.fill(means, 0);
      int last = block(in, MEANS, top[8] + left[8], steps[2], steps[3], 0, means, 0);
      top[8] = left[8] = last > 0 ? 1 : 0;
      spreadMeans();
      type = AFTER_MEANS;
      first = 1;
    }
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int last = block(in, type, top[x] + left[y], steps[0], steps[1], first, blocks, (y * 4 + x) * 16);
        top[x] = left[y] = last > first ? 1 : 0;
      }
    }
    for (int plane = 0; plane < 2; plane++) {
      int c = 4 + 2 * plane;
      for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 2; x++) {
          int at = (16 + plane * 4 + y * 2 + x) * 16;
          int last = block(in, COLOUR, top[c + x] + left[c + y], steps[4], steps[5], 0, blocks, at);
          top[c + x] = left[c + y] = last > 0 ? 1 : 0;
        }
      }
    }
    for (int value : blocks) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** Reads one block; returns the place behind its last coefficient. */
  private int block(BoolReader in, int type, int context, int dc, int ac, int first, int[] out, int at) {
    int n = first;
    int p = node(type, n, context);
    int[] probabilities = header.coefficients;
    while (n < 16) {
      if (in.bit(probabilities[p]) == 0) {
        return n;
      }
      while (in.bit(probabilities[p + 1]) == 0) {
        p = node(type, ++n, 0);
        if (n == 16) {
          return 16;
        }
      }
      int value = 1;
      int next = 1;
      if (in.bit(probabilities[p + 2]) == 1) {
        value = large(in, probabilities, p);
        next = 2;
      }
      int signed = in.flag() ? -value : value;
      out[at + ZIGZAG[n]] = signed * (n > 0 ? ac : dc);
      p = node(type, ++n, next);
    }
    return 16;
  }

  private static int node(int type, int n, int context) {
    return ((type * BANDS + BAND[n]) * CONTEXTS + context) * NODES;
  }

  private static int large(BoolReader in, int[] probabilities, int p) {
    if (in.bit(probabilities[p + 3]) == 0) {
      return in.bit(probabilities[p + 4]) == 0 ? 2 : 3 + in.bit(probabilities[p + 5]);
    }
    if (in.bit(probabilities[p + 6]) == 0) {
      if (in.bit(probabilities[p + 7]) == 0) {
        return 5 + in.bit(159);
      }
      int high = in.bit(165);
      return 7 + 2 * high + in.bit(145);
    }
    int high = in.bit(probabilities[p + 8]);
    int category = 2 * high + in.bit(probabilities[p + 9 + high]);
    int value = 0;
    for (int probability : LARGE[category]) {
      value = value << 1 | in.bit(probability);
    }
    return value + 3 + (8 << category);
  }

  /** The inverse Walsh-Hadamard transform (14.3), into the first coefficient of each block of brightness. */
  private void spreadMeans() {
    int[] half = new int[16];
    for (int i = 0; i < 4; i++) {
      int a = means[i] + means[12 + i];
      int b = means[4 + i] + means[8 + i];
      int c = means[4 + i] - means[8 + i];
      int d = means[i] - means[12 + i];
      half[i] = a + b;
      half[4 + i] = d + c;
      half[8 + i] = a - b;
      half[12 + i] = d - c;
    }
    for (int i = 0; i < 16; i += 4) {
      int a = half[i] + 3 + half[i + 3];
      int b = half[i + 1] + half[i + 2];
      int c = half[i + 1] - half[i + 2];
      int d = half[i] + 3 - half[i + 3];
      blocks[i * 16] = a + b >> 3;
      blocks[(i + 1) * 16] = d + c >> 3;
      blocks[(i + 2) * 16] = a - b >> 3;
      blocks[(i + 3) * 16] = d - c >> 3;
    }
  }
}
