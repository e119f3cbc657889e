package shotdeed.match;

import java.util.Arrays;
import shotdeed.fingerprint.Hash256;

/**
 * Where a code within a radius of a query must be near it. Nested pigeonhole: were each of the eight words off by more
 * than its share of the radius, the whole would be off by more than the radius; so some word is within its share, and for
 * the same reason one of that word's halves, 16 bits, within its own. A code <em>qualifies</em> at a half when the half
 * and its word are both within their shares. At radius 47 a half's share is 2 bits, a word's 5.
 *
 * <p>After Norouzi, Punjani, Fleet: Fast Exact Search in Hamming Space with Multi-Index Hashing (PAMI 2014), section 3,
 * there with substrings of one level.
 */
final class Pigeonhole {
  /** Halves of a code. Half 0 is the upper half of word 0, half 1 its lower half, and so on. */
  static final int HALVES = 2 * Hash256.WORDS;

  /** Values of a half. */
  static final int KEYS = 1 << 16;

  /** The largest radius: beyond it some half's share is 3 bits, and with it come five times the values. */
  static final int MAX_RADIUS = 47;

  /** All flips of up to 0, 1 and 2 bits, ascending, each with its number of bits above the lower 16 bits. */
  private static final int[][] FLIPS = {flips(0), flips(1), flips(2)};

  private final int[] shares = new int[HALVES];

  /**
   * Shares of a radius. A share of -1, which a radius below 15 leaves to some halves, is one that nothing is within.
   *
   * @param radius 0 to {@link #MAX_RADIUS}
   */
  Pigeonhole(int radius) {
    for (int half = 0; half < HALVES; half++) {
      shares[half] = (radius + 1) / HALVES - 1 + (half < (radius + 1) % HALVES ? 1 : 0);
    }
  }

  /** The value of a half of a word whose number in the code is half the half's number. */
  static int key(int word, int half) {
    return (half & 1) == 0 ? word >>> 16 : word & KEYS - 1;
  }

  /** Whether any code can qualify at a half. */
  boolean probes(int half) {
    return shares[half] >= 0;
  }

  /** The flips within a half's share, ascending: 16 bits to flip, and above them how many they are. Not to be changed. */
  int[] flipsOf(int half) {
    return FLIPS[shares[half]];
  }

  /** Bits that a word may be off, given one of its halves. */
  int wordShare(int half) {
    return shares[half] + shares[half ^ 1] + 1;
  }

  /**
   * Whether a code qualifies at a half before the given one, or at that one by a flip smaller than the given one.
   *
   * @param block holds the code's eight words from {@code at}
   */
  boolean qualifiesBefore(int half, int flip, int[] block, int at, Hash256 query) {
    for (int earlier = 0; earlier <= half; earlier++) {
      int word = block[at + (earlier >> 1)] ^ query.word(earlier >> 1);
      int off = key(word, earlier);
      if (Integer.bitCount(off) <= shares[earlier]
          && Integer.bitCount(word) <= wordShare(earlier)
          && (earlier < half || off < flip)) {
        return true;
      }
    }
    return false;
  }

  private static int[] flips(int most) {
    int[] flips = new int[KEYS];
    int count = 0;
    for (int flip = 0; flip < KEYS; flip++) {
      if (Integer.bitCount(flip) <= most) {
        flips[count++] = Integer.bitCount(flip) << 16 | flip;
      }
    }
    return Arrays.copyOf(flips, count);
  }
}
