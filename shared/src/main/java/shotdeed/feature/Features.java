package shotdeed.feature;

/**
 * Places of a picture that are found again in its copies, each with a description of what is around it. Features of
 * different {@linkplain FeatureKernel#VERSION versions} are not compared.
 *
 * <p>A feature is a square, upright as the picture is. A place is an unsigned number of 16 bits along each side of the
 * picture, a size an eighth of a doubling, so that both say the same at whatever size the picture is shown.
 *
 * @param width pixels of the picture's side, as it was decoded, 1 to 65,535
 * @param height the same for the other side
 * @param x position of each feature: {@code (v + 0.5) / 65536} of the width from the left, v unsigned
 * @param y the same from the top, of the height
 * @param size of each described square, unsigned: its side is 2<sup>size / 8</sup> pixels of the picture
 * @param words {@link #WORDS} a feature: the outcomes of {@link #BITS} tests; arrays are not copied
 */
public record Features(int width, int height, short[] x, short[] y, byte[] size, int[] words) {
  /** Bits of a description. */
  public static final int BITS = 256;

  /** {@code int} words of a description. */
  public static final int WORDS = BITS / 32;

  /** The longest side that a picture may have. */
  public static final int MAX_SIDE = 65_535;

  /** Steps along a side of the picture. */
  static final int PLACES = 65_536;

  private static final double[] SIDES = sides();

  public Features {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("a picture cannot have " + width + " x " + height + " pixels");
    }
    int count = x.length;
    if (y.length != count || size.length != count || words.length != WORDS * count) {
      throw new IllegalArgumentException(
          count + " features need as many places, sizes and descriptions, not " + y.length + ", " + size.length
              + " and " + words.length + " words");
    }
  }

  /** How many there are. */
  public int count() {
    return x.length;
  }

  /** Pixels from the picture's left edge to the feature's centre. */
  public double x(int feature) {
    return ((x[feature] & 0xffff) + 0.5) / PLACES * width;
  }

  /** Pixels from the picture's upper edge to the feature's centre. */
  public double y(int feature) {
    return ((y[feature] & 0xffff) + 0.5) / PLACES * height;
  }

  /** Side of the described square in pixels of the picture, 1 or more. */
  public double side(int feature) {
    return SIDES[size[feature] & 0xff];
  }

  /** The number of bits in which two descriptions differ, 0 to 256. */
  public int distance(int feature, Features other, int othersFeature) {
    int[] a = words;
    int[] b = other.words;
    int i = WORDS * feature;
    int j = WORDS * othersFeature;
    int distance = 0;
    for (int k = 0; k < WORDS; k++) {
      distance += Integer.bitCount(a[i + k] ^ b[j + k]);
    }
    return distance;
  }

  /**
   * The features that this picture's mirror image has, left for right, in the same order. Each test stands beside its
   * own mirror image: {@link Tests}.
   */
  public Features mirrored() {
    short[] mirroredX = new short[x.length];
    for (int i = 0; i < x.length; i++) {
      mirroredX[i] = (short) ~x[i]; // 65535 - v
    }
    int[] mirroredWords = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      int word = words[i];
      mirroredWords[i] = (word & 0x55555555) << 1 | word >>> 1 & 0x55555555;
    }
    return new Features(width, height, mirroredX, y, size, mirroredWords);
  }

  /** The size that stands for a side of so many pixels; sides out of range get the nearest there is. */
  static byte sizeOf(double side) {
    int size = 0;
    while (size < SIDES.length - 1 && SIDES[size] * SIDES[size + 1] < side * side) {
      size++;
    }
    return (byte) size;
  }

  private static double[] sides() {
    double root = Math.sqrt(Math.sqrt(Math.sqrt(2)));
    double[] sides = new double[256];
    double octave = 1;
    for (int i = 0; i < sides.length; i += 8) {
      double side = octave;
      for (int j = 0; j < 8; j++) {
        sides[i + j] = side;
        side *= root;
      }
      octave *= 2;
    }
    return sides;
  }
}
