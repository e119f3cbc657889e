package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/**
 * PDQ, the 256-bit perceptual hash of Meta's ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm", 2019, part 1): luma, two passes of a box filter, 64 x 64 samples, a 16 x 16 corner of their
 * discrete cosine transform, one bit for each coefficient above the median.
 *
 * <p>The two filter passes commute between the axes, so each row is filtered twice and only its 64 samples are kept,
 * then 64 columns are filtered twice: the same values as the reference's row, column, row, column, without a second
 * picture in memory. The reference's tool first shrinks pictures above 512 x 512; this class hashes every pixel it is
 * given, which is why its sides are bounded. An instance keeps its scratch arrays: reuse it, but not from two threads at once.
 *
 * <p>Cost: linear in the number of pixels; the transform itself is constant.
 */
public final class Pdq {
  private static final int SAMPLES = SampleHasher.PDQ_SIDE;

  private final SampleHasher hasher = new SampleHasher(SAMPLES);

  /**
   * A hash in all eight forms.
   *
   * @param hashes eight hashes, indexed by {@link Dihedral#ordinal()}
   * @param quality 0 (featureless) to 100; it saturates early, so a high value promises little
   */
  public record Result(Hash256[] hashes, int quality) {
    /** The hash of the picture in one form. */
    public Hash256 hash(Dihedral form) {
      return hashes[form.ordinal()];
    }
  }

  /**
   * Hashes a whole picture, of at least one pixel.
   *
   * @throws IllegalArgumentException if a side is above {@link LumaImage#MAX_SIDE}: 64 samples are kept of each row, so
   *     a narrow picture would take many times its own memory. {@link LumaImage#reduced} brings it below
   */
  public Result hash(LumaImage picture) {
    if (Math.max(picture.width(), picture.height()) > LumaImage.MAX_SIDE) {
      throw new IllegalArgumentException(
          "reduce a picture of " + picture.width() + " x " + picture.height() + " pixels before it is hashed");
    }
    sample(picture);
    int quality = hasher.quality();
    hasher.transformSamples();
    Dihedral[] forms = Dihedral.values();
    Hash256[] hashes = new Hash256[forms.length];
    for (Dihedral form : forms) {
      hashes[form.ordinal()] = hasher.hash(form);
    }
    return new Result(hashes, quality);
  }

  private void sample(LumaImage picture) {
    int width = picture.width();
    int height = picture.height();
    int windowX = window(width);
    int windowY = window(height);
    int[] columns = samplePoints(width);
    int[] rows = samplePoints(height);
    double[] line = new double[Math.max(width, height)];
    double[] once = new double[line.length];
    double[] twice = new double[line.length];
    double[] kept = new double[height * SAMPLES];
    float[] values = picture.values();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        line[x] = values[y * width + x];
      }
      box(line, once, width, windowX);
      box(once, twice, width, windowX);
      for (int i = 0; i < SAMPLES; i++) {
        kept[i * height + y] = twice[columns[i]];
      }
    }
    for (int i = 0; i < SAMPLES; i++) {
      System.arraycopy(kept, i * height, line, 0, height);
      box(line, once, height, windowY);
      box(once, twice, height, windowY);
      for (int j = 0; j < SAMPLES; j++) {
        hasher.samples[j * SAMPLES + i] = twice[rows[j]];
      }
    }
  }

  /** The filter's window, in pixels: a 128th of the side, rounded up. */
  private static int window(int side) {
    return (side + 2 * SAMPLES - 1) / (2 * SAMPLES);
  }

  private static int[] samplePoints(int side) {
    int[] points = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      points[i] = (int) ((i + 0.5) * side / SAMPLES);
    }
    return points;
  }

  /**
   * The mean over a moving window. An even window looks one sample further ahead than back; at the ends the mean is
   * over the samples that exist.
   */
  private static void box(double[] in, double[] out, int length, int window) {
    if (window == 1) {
      System.arraycopy(in, 0, out, 0, length);
      return;
    }
    int ahead = (window + 2) / 2 - 1;
    int behind = window - 1 - ahead;
    double sum = 0;
    for (int i = 0; i < Math.min(ahead, length); i++) {
      sum += in[i];
    }
    for (int i = 0; i < length; i++) {
      int enters = i + ahead;
      int leaves = i - behind - 1;
      if (enters < length) {
        sum += in[enters];
      }
      if (leaves >= 0) {
        sum -= in[leaves];
      }
      out[i] = sum / (Math.min(enters, length - 1) - Math.max(leaves, -1));
    }
  }
}
