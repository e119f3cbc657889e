package shotdeed.fingerprint;

/**
 * Hashes of regions of pictures that nobody certifies: what a hash that says little lies near. A fingerprint gets its
 * radius from its distance to the nearest of them (score normalisation by a background, as in speaker verification:
 * Auckenthaler et al., "Score normalization for text-independent speaker verification systems", 2000).
 *
 * <p>Memory: 32 bytes a hash, in {@code long} words: a third of the time that {@code int} words take, and only the server
 * certifies. Safe for several threads.
 */
public final class BackgroundBank {
  /** No fingerprint of version 2 has a larger radius: above, the index needs five times the look-ups. */
  static final int MOST = 47;

  /** Bits that a radius stays below the nearest background hash. Measured; see the bench. */
  static final int CLEARANCE = 46;

  /** {@code long} words of a hash. */
  private static final int WORDS = Hash256.BYTES / Long.BYTES;

  private final long[] words;

  private BackgroundBank(long[] words) {
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
    long[] words = new long[hashes.length / Long.BYTES];
    for (int i = 0; i < hashes.length; i++) {
      words[i >> 3] = words[i >> 3] << 8 | hashes[i] & 0xff;
    }
    return new BackgroundBank(words);
  }

  /** Hashes held. */
  public int size() {
    return words.length / WORDS;
  }

  /**
   * Bits within which a region with this hash may be called the same: at most 47; negative if it looks like too much
   * else to be told apart.
   */
  public int radius(Hash256 hash) {
    int nearest = MOST + CLEARANCE;
    long[] words = this.words;
    long q0 = word(hash, 0);
    long q1 = word(hash, 2);
    long q2 = word(hash, 4);
    long q3 = word(hash, 6);
    for (int at = 0; at < words.length; at += WORDS) {
      // Without a branch: half a distance tells too little to leave out the other half.
      int distance =
          Long.bitCount(words[at] ^ q0)
              + Long.bitCount(words[at + 1] ^ q1)
              + Long.bitCount(words[at + 2] ^ q2)
              + Long.bitCount(words[at + 3] ^ q3);
      nearest = Math.min(nearest, distance);
    }
    return nearest - CLEARANCE;
  }

  private static long word(Hash256 hash, int at) {
    return (long) hash.word(at) << 32 | hash.word(at + 1) & 0xffff_ffffL;
  }
}
