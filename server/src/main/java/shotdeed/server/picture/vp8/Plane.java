package shotdeed.server.picture.vp8;

import java.util.Arrays;

/**
 * Brightness or one colour, in whole macroblocks, with what prediction finds outside: a row of 127 above, a column of
 * 129 to the left (RFC 6386, section 12.2).
 */
final class Plane {
  private static final int MARGIN = 1;

  /** Room to the right of the first row for the subblocks' look to the top right. */
  private static final int RIGHT = 4;

  final byte[] samples;
  final int stride;

  Plane(int width, int height) {
    stride = MARGIN + width + RIGHT;
    samples = new byte[stride * (MARGIN + height)];
    Arrays.fill(samples, 0, stride, (byte) 127);
    for (int y = 1; y <= height; y++) {
      samples[y * stride] = (byte) 129;
    }
  }

  /** Where a sample stands. */
  int at(int x, int y) {
    return (y + MARGIN) * stride + x + MARGIN;
  }

  int get(int at) {
    return samples[at] & 0xff;
  }

  void set(int at, int value) {
    samples[at] = (byte) (value < 0 ? 0 : Math.min(value, 255));
  }

  /** Adds the inverse cosine transform (14.4) of 16 coefficients to 4 x 4 samples. */
  void add(int at, int[] block, int from) {
    int[] half = new int[16];
    boolean empty = true;
    for (int i = 0; i < 16 && empty; i++) {
      empty = block[from + i] == 0;
    }
    if (empty) {
      return;
    }
    for (int i = 0; i < 4; i++) {
      int in = from + i;
      int a = block[in] + block[in + 8];
      int b = block[in] - block[in + 8];
      int c = sine(block[in + 4]) - cosine(block[in + 12]);
      int d = cosine(block[in + 4]) + sine(block[in + 12]);
      half[i] = a + d;
      half[i + 4] = b + c;
      half[i + 8] = b - c;
      half[i + 12] = a - d;
    }
    for (int y = 0; y < 4; y++) {
      int in = y * 4;
      int mean = half[in] + 4;
      int a = mean + half[in + 2];
      int b = mean - half[in + 2];
      int c = sine(half[in + 1]) - cosine(half[in + 3]);
      int d = cosine(half[in + 1]) + sine(half[in + 3]);
      int to = at + y * stride;
      set(to, get(to) + (a + d >> 3));
      set(to + 1, get(to + 1) + (b + c >> 3));
      set(to + 2, get(to + 2) + (b - c >> 3));
      set(to + 3, get(to + 3) + (a - d >> 3));
    }
  }

  /** Times the square root of 2 times the cosine of an eighth of pi, in 1/65536. */
  private static int cosine(int value) {
    return value + (value * 20_091 >> 16);
  }

  private static int sine(int value) {
    return value * 35_468 >> 16;
  }
}
