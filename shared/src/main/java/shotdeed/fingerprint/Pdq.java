package shotdeed.fingerprint;

import java.util.Arrays;
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
  /** Samples a side after filtering (hashing.pdf, section 3.3). */
  private static final int SAMPLES = 64;

  /** Coefficients a side: frequencies 1 to 16, without the mean. */
  private static final int FREQUENCIES = 16;

  /** A gradient sum of this much counts one point of quality. */
  private static final int GRADIENT_PER_QUALITY = 90;

  /**
   * cos(k pi / 128) for k = 0 to 64. Written out, because a cosine computed at start may differ in its last bit between
   * Java and JavaScript, and a bit near the median would follow.
   */
  private static final double[] COSINE = {
    1.0, 0.9996988186962042, 0.9987954562051724, 0.9972904566786902,
    0.9951847266721969, 0.99247953459871, 0.989176509964781, 0.9852776423889412,
    0.9807852804032304, 0.9757021300385286, 0.970031253194544, 0.9637760657954398,
    0.9569403357322088, 0.9495281805930367, 0.9415440651830208, 0.932992798834739,
    0.9238795325112867, 0.9142097557035307, 0.9039892931234433, 0.8932243011955153,
    0.881921264348355, 0.8700869911087115, 0.8577286100002721, 0.8448535652497071,
    0.8314696123025452, 0.8175848131515837, 0.8032075314806449, 0.7883464276266063,
    0.773010453362737, 0.7572088465064846, 0.7409511253549591, 0.724247082951467,
    0.7071067811865476, 0.6895405447370669, 0.6715589548470183, 0.6531728429537768,
    0.6343932841636455, 0.6152315905806268, 0.5956993044924335, 0.5758081914178453,
    0.5555702330196023, 0.5349976198870973, 0.5141027441932217, 0.4928981922297841,
    0.4713967368259978, 0.4496113296546066, 0.4275550934302822, 0.40524131400498986,
    0.38268343236508984, 0.3598950365349883, 0.33688985339222005, 0.3136817403988916,
    0.29028467725446233, 0.2667127574748984, 0.24298017990326398, 0.21910124015686977,
    0.19509032201612833, 0.17096188876030136, 0.14673047445536175, 0.12241067519921628,
    0.09801714032956077, 0.07356456359966745, 0.049067674327418126, 0.024541228522912264,
    0.0,
  };

  /** {@code TRANSFORM[i * 64 + j] = sqrt(2/64) cos(pi/128 (i + 1)(2 j + 1))}. */
  private static final double[] TRANSFORM = transform();

  private final double[] samples = new double[SAMPLES * SAMPLES];
  private final double[] half = new double[FREQUENCIES * SAMPLES];
  private final double[] coefficients = new double[FREQUENCIES * FREQUENCIES];
  private final double[] turned = new double[FREQUENCIES * FREQUENCIES];
  private final double[] sorted = new double[FREQUENCIES * FREQUENCIES];

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
    int quality = quality();
    cosineTransform();
    Dihedral[] forms = Dihedral.values();
    Hash256[] hashes = new Hash256[forms.length];
    for (Dihedral form : forms) {
      hashes[form.ordinal()] = aboveMedian(form);
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
        samples[j * SAMPLES + i] = twice[rows[j]];
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

  private int quality() {
    int gradients = 0;
    for (int y = 0; y < SAMPLES; y++) {
      for (int x = 0; x < SAMPLES; x++) {
        double here = samples[y * SAMPLES + x];
        if (y + 1 < SAMPLES) {
          gradients += Math.abs((int) ((here - samples[(y + 1) * SAMPLES + x]) * 100 / 255));
        }
        if (x + 1 < SAMPLES) {
          gradients += Math.abs((int) ((here - samples[y * SAMPLES + x + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, gradients / GRADIENT_PER_QUALITY);
  }

  private void cosineTransform() {
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int x = 0; x < SAMPLES; x++) {
        double sum = 0;
        for (int y = 0; y < SAMPLES; y++) {
          sum += TRANSFORM[i * SAMPLES + y] * samples[y * SAMPLES + x];
        }
        half[i * SAMPLES + x] = sum;
      }
    }
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < FREQUENCIES; j++) {
        double sum = 0;
        for (int x = 0; x < SAMPLES; x++) {
          sum += half[i * SAMPLES + x] * TRANSFORM[j * SAMPLES + x];
        }
        coefficients[i * FREQUENCIES + j] = sum;
      }
    }
  }

  /** Mirroring changes the sign of the odd frequencies, turning transposes: no pixel is read again. */
  private Hash256 aboveMedian(Dihedral form) {
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < FREQUENCIES; j++) {
        double c = coefficients[form.transposed ? j * FREQUENCIES + i : i * FREQUENCIES + j];
        boolean negative = (form.negateOddColumns && (j & 1) == 0) != (form.negateOddRows && (i & 1) == 0);
        turned[i * FREQUENCIES + j] = negative ? -c : c;
      }
    }
    System.arraycopy(turned, 0, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2 - 1];
    int[] words = new int[Hash256.WORDS];
    for (int bit = 0; bit < turned.length; bit++) {
      if (turned[bit] > median) {
        words[7 - (bit >> 5)] |= 1 << (bit & 31);
      }
    }
    return Hash256.ofWords(words);
  }

  private static double[] transform() {
    double[] table = new double[FREQUENCIES * SAMPLES];
    double scale = 0.17677669529663689; // sqrt(2 / 64)
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < SAMPLES; j++) {
        table[i * SAMPLES + j] = scale * cosine((i + 1) * (2 * j + 1));
      }
    }
    return table;
  }

  private static double cosine(int k) {
    int turn = k % 256;
    int folded = turn > 128 ? 256 - turn : turn;
    return folded > 64 ? -COSINE[128 - folded] : COSINE[folded];
  }
}
