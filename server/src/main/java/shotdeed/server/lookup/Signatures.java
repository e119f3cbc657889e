package shotdeed.server.lookup;

import shotdeed.feature.Features;

/**
 * What an index keeps of features: 128 of the 256 bits of each, four {@code int} words; the tables' keys are parts of
 * these words, so that a table can be built anew from them alone.
 */
final class Signatures {
  /** {@code int} words of a signature; as many tables an index has, each keyed by a part of one word. */
  static final int WORDS = 4;

  private static final int HALF = 0xffff;

  private Signatures() {}

  /** The signatures of a picture's first features, at most {@code most}. */
  static int[] of(Features features, int most) {
    int count = Math.min(most, features.count());
    int[] words = features.words();
    int[] signatures = new int[WORDS * count];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < WORDS; k++) {
        int at = Features.WORDS * i + 2 * k;
        signatures[WORDS * i + k] = words[at] & HALF | words[at + 1] << 16;
      }
    }
    return signatures;
  }

  /** Bits in which two signatures differ, 0 to 128. */
  static int distance(int[] a, int i, int[] b, int j) {
    return Integer.bitCount(a[i] ^ b[j])
        + Integer.bitCount(a[i + 1] ^ b[j + 1])
        + Integer.bitCount(a[i + 2] ^ b[j + 2])
        + Integer.bitCount(a[i + 3] ^ b[j + 3]);
  }

  /** The key of a signature's word: its lowest bits. */
  static int key(int word, int bits) {
    return word & (1 << bits) - 1;
  }}
