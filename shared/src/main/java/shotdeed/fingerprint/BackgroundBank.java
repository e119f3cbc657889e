package shotdeed.fingerprint;

/**
 * Hashes of regions of pictures that nobody certifies: what a hash that says little lies near. A fingerprint gets its
 * radius from its distance to the nearest of them (score normalisation by a background, as in speaker verification:
 * Auckenthaler et al., "Score normalization for text-independent speaker verification systems", 2000).
 *
 * <p>Memory: 32 bytes a hash. Safe for several threads.
 */
public final class BackgroundBank {
  /** No fingerprint of version 2 has a larger radius: above, the index needs five times the look-ups. */
  static final int MOST = 47;

  /** Bits that a radius stays below the nearest background hash. Measured; see the bench. */
  static final int CLEARANCE = 46;

  private final int[] words;

  private BackgroundBank(int[] words) {
    this.words = words;
  }

  /**
   * Reads a bank: hashes of 32 bytes one behind the other, the most significant byte first.
   *
   * @throws IllegalArgumentException if the bytes are no whole number of hashes, or none
   */
  public static BackgroundBank of(byte[] hashes) {
    if (hashes.length == 0 || hashes.length % Hash256.BYTES != 0) {
      throw new IllegalArgumentException(hashes.length + " bytes are no whole number of hashes");
    }
    int[] words = new int[hashes.length / 4];
    for (int i = 0; i < hashes.length; i++) {
      words[i >> 2] = words[i >> 2] << 8 | hashes[i] & 0xff;
    }
    return new BackgroundBank(words);
  }

  /** Hashes held. */
  public int size() {
    return words.length / Hash256.WORDS;
  }

  /**
   * Bits within which a region with this hash may be called the same: at most 47; negative if it looks like too much
   * else to be told apart.
   */
  public int radius(Hash256 hash) {
    int nearest = MOST + CLEARANCE;
    int q0 = hash.word(0);
    int q1 = hash.word(1);
    int q2 = hash.word(2);
    int q3 = hash.word(3);
    for (int at = 0; at < words.length; at += Hash256.WORDS) {
      int distance =
          Integer.bitCount(words[at] ^ q0)
              + Integer.bitCount(words[at + 1] ^ q1)
              + Integer.bitCount(words[at + 2] ^ q2)
              + Integer.bitCount(words[at + 3] ^ q3);
      if (distance < nearest) {
        for (int i = 4; i < Hash256.WORDS; i++) {
          distance += Integer.bitCount(words[at + i] ^ hash.word(i));
        }
        nearest = Math.min(nearest, distance);
      }
    }
    return nearest - CLEARANCE;
  }
}
