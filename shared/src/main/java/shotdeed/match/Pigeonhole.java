package shotdeed.match;

import java.util.Arrays;
import shotdeed.fingerprint.Hash256;

/**
 * Where a code within a radius of a query must be near it. Nested pigeonhole: were each of the eight words off by more
 * than its share of the radius, the whole would be off by more than the radius; so some word is within its share, and
 * for the same reason one of that word's halves, 16 bits, within its own. A code <em>qualifies</em> at a half when the
 * half and its word are both within their shares. At radius 47 a half's share is 2 bits, a word's 5.
 *
 * <p>After Norouzi, Punjani, Fleet: Fast Exact Search in Hamming Space with Multi-Index Hashing (PAMI 2014),
 * there with substrings of one level.
 */
final class Pigeonhole {
  /** Halves of a code. Half 0 is the upper half of word 0, half 1 its lower half, and so on. */
  static final int HALVES = 2 * Hash256.WORDS;

  /** The largest radius: beyond it some half's share is 3 bits, and with it come five times the values. */
  static final int MAX_RADIUS = 47;

  /** Bits of a half. */
  static final int HALF_BITS = 16;

  /** The bits of a half that stands in the lower part of a word. */
  static final int HALF_MASK = (1 << HALF_BITS) - 1;

  private final int[] shares = new int[HALVES];

  /** For each half, the flips within its share; {@code null} if there are none. */
  private final int[][] flips = new int[HALVES][];

  /** Lower bits of a half that its key goes without. */
  private final int shift;

  /**
   * Shares of a radius. A share of -1, which a radius below 15 leaves to some halves, is one that nothing is within.
   *
   * @param radius 0 to {@link #MAX_RADIUS}
   * @param keyBits how many of a half's upper bits, 1 to 16, are looked at
   */
  Pigeonhole(int radius, int keyBits) {
    shift = HALF_BITS - keyBits;
    int[][] all = {flips(keyBits, 0), flips(keyBits, 1), flips(keyBits, 2)};
    for (int half = 0; half < HALVES; half++) {
      shares[half] = (radius + 1) / HALVES - 1 + (half < (radius + 1) % HALVES ? 1 : 0);
      flips[half] = shares[half] < 0 ? null : all[shares[half]];
    }
  }

  /** The key of one of the two halves of a word: its upper bits. */
  int key(int word, int half) {
    return half(word, half) >>> shift;
  }

  /** One of the two halves of a word, by its number in the code. */
  static int half(int word, int half) {
    return (half & 1) == 0 ? word >>> HALF_BITS : word & HALF_MASK;
  }

  /** Whether any code can qualify at a half. */
  boolean probes(int half) {
    return flips[half] != null;
  }

  /**
   * The flips within a half's share, ascending: 16 bits to flip, and above them how many they are. Not to be
   * changed.
   */
  int[] flipsOf(int half) {
    return flips[half];
  }

  /** The most flips that a half has. */
  int mostFlips() {
    int most = 0;
    for (int[] some : flips) {
      most = Math.max(most, some == null ? 0 : some.length);
    }
    return most;
  }

  /** Bits that a word may be off, given one of its halves. */
  int wordShare(int half) {
    return shares[half] + shares[half ^ 1] + 1;
  }

  /**
   * Whether a code whose key is within a half's share qualifies there and at no half before.
   *
   * @param block holds the code's eight words from {@code at}
   */
  boolean qualifiesFirst(int half, int[] block, int at, Hash256 query) {
    // A posting tells of the key and the other half; the bits that the key goes without count for the word, too.
    return Integer.bitCount(block[at + (half >> 1)] ^ query.word(half >> 1)) <= wordShare(half)
        && !qualifiesBefore(half, 0, block, at, query);
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

  private static int[] flips(int bits, int most) {
    int[] flips = new int[1 << bits];
    int count = 0;
    for (int flip = 0; flip < 1 << bits; flip++) {
      if (Integer.bitCount(flip) <= most) {
        flips[count++] = Integer.bitCount(flip) << HALF_BITS | flip;
      }
    }
    return Arrays.copyOf(flips, count);
  }
}
