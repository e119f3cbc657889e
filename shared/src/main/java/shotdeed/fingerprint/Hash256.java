package shotdeed.fingerprint;

import java.util.Arrays;

/**
 * A 256-bit perceptual hash. Written as 64 lower-case hexadecimal digits, highest bit first, as PDQ's reference does.
 *
 * <p>Eight {@code int} words rather than four {@code long}: in the browser a {@code long} is a BigInt, some forty times
 * slower.
 */
public final class Hash256 {
  /** Bits of a hash. */
  public static final int BITS = 256;

  /** {@code int} words of a hash. */
  public static final int WORDS = 8;

  /** Bytes of a hash. */
  public static final int BYTES = 32;

  private static final String DIGITS = "0123456789abcdef";

  private final int[] words;

  private Hash256(int[] words) {
    this.words = words;
  }

  /** A hash of eight words, the most significant first. The array is copied. */
  public static Hash256 ofWords(int[] words) {
    if (words.length != WORDS) {
      throw new IllegalArgumentException("a hash has 8 words, not " + words.length);
    }
    return new Hash256(words.clone());
  }

  /** Reads 64 hexadecimal digits, of either case. */
  public static Hash256 ofHex(String hex) {
    if (hex == null || hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("a hash is 64 hexadecimal digits");
    }
    int[] words = new int[WORDS];
    for (int i = 0; i < hex.length(); i++) {
      int digit = Character.digit(hex.charAt(i), 16);
      if (digit < 0 || hex.charAt(i) > 'f') {
        throw new IllegalArgumentException("a hash is 64 hexadecimal digits, but position " + (i + 1) + " holds another");
      }
      words[i >> 3] = words[i >> 3] << 4 | digit;
    }
    return new Hash256(words);
  }

  /** Reads 32 bytes from {@code at}, the most significant first. */
  public static Hash256 ofBytes(byte[] bytes, int at) {
    int[] words = new int[WORDS];
    for (int i = 0; i < BYTES; i++) {
      words[i >> 2] = words[i >> 2] << 8 | bytes[at + i] & 0xff;
    }
    return new Hash256(words);
  }

  /** The 32 bytes, the most significant first. */
  public byte[] toBytes() {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (words[i >> 2] >>> 24 - 8 * (i & 3));
    }
    return bytes;
  }

  /** Word {@code i} of eight; word 0 holds the highest 32 bits. */
  public int word(int i) {
    return words[i];
  }

  /** The number of differing bits, 0 to 256. */
  public int distance(Hash256 other) {
    int d = 0;
    for (int i = 0; i < WORDS; i++) {
      d += Integer.bitCount(words[i] ^ other.words[i]);
    }
    return d;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash256 hash && Arrays.equals(words, hash.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    char[] hex = new char[2 * BYTES];
    for (int i = 0; i < hex.length; i++) {
      hex[i] = DIGITS.charAt(words[i >> 3] >>> 28 - 4 * (i & 7) & 15);
    }
    return new String(hex);
  }
}
