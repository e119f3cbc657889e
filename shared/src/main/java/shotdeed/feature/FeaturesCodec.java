package shotdeed.feature;

/**
 * The compact binary form of {@link Features}. All numbers are unsigned and big-endian.
 *
 * <pre>
 * bytes 0–1    kernel version
 * 2–3          width
 * 4–5          height
 * 6–7          number of features, n
 * 8–           n features of 37 bytes: x (2), y (2), size (1), description (32)
 * </pre>
 *
 * <p>500 features take 18,508 bytes. There is no check: what carries them has one.
 */
public final class FeaturesCodec {
  /** More are neither written nor read. */
  public static final int MOST = 2_000;

  private static final int HEADER = 8;
  private static final int FEATURE = 5 + 4 * Features.WORDS;

  private FeaturesCodec() {}

  /**
   * Writes features; the same features give the same bytes.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST}
   */
  public static byte[] encode(Features features) {
    int count = features.count();
    if (count > MOST) {
      throw new IllegalArgumentException("a picture has " + MOST + " features at most, not " + count);
    }
    byte[] out = new byte[HEADER + FEATURE * count];
    putShort(out, 0, FeatureKernel.VERSION);
    putShort(out, 2, features.width());
    putShort(out, 4, features.height());
    putShort(out, 6, count);
    int at = HEADER;
    for (int i = 0; i < count; i++) {
      putShort(out, at, features.x()[i]);
      putShort(out, at + 2, features.y()[i]);
      out[at + 4] = features.size()[i];
      at += 5;
      for (int k = 0; k < Features.WORDS; k++, at += 4) {
        int word = features.words()[Features.WORDS * i + k];
        putShort(out, at, word >>> 16);
        putShort(out, at + 2, word);
      }
    }
    return out;
  }

  /**
   * Reads features. Memory is proportional to the bytes given, whatever they claim.
   *
   * @throws IllegalArgumentException if the bytes are not the whole of a picture's features of this version, saying
   * what
   *     is wrong
   */
  public static Features decode(byte[] bytes) {
    if (bytes.length < HEADER) {
      throw new IllegalArgumentException("these bytes are no features");
    }
    int version = shortAt(bytes, 0);
    if (version != FeatureKernel.VERSION) {
      throw new IllegalArgumentException(
          "these features have version " + version + "; version " + FeatureKernel.VERSION + " is read here");
    }
    int count = shortAt(bytes, 6);
    if (count > MOST) {
      throw new IllegalArgumentException("a picture has " + MOST + " features at most, not " + count);
    }
    if (bytes.length != HEADER + FEATURE * count) {
      throw new IllegalArgumentException(
          "these features are not whole: " + bytes.length + " bytes are not what " + count + " features take");
    }
    short[] x = new short[count];
    short[] y = new short[count];
    byte[] size = new byte[count];
    int[] words = new int[Features.WORDS * count];
    int at = HEADER;
    for (int i = 0; i < count; i++) {
      x[i] = (short) shortAt(bytes, at);
      y[i] = (short) shortAt(bytes, at + 2);
      size[i] = bytes[at + 4];
      at += 5;
      for (int k = 0; k < Features.WORDS; k++, at += 4) {
        words[Features.WORDS * i + k] = shortAt(bytes, at) << 16 | shortAt(bytes, at + 2);
      }
    }
    return new Features(shortAt(bytes, 2), shortAt(bytes, 4), x, y, size, words);
  }

  private static void putShort(byte[] out, int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }

  private static int shortAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
