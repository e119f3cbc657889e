package shotdeed.fingerprint;

/**
 * From samples of a picture or a part of it to its hash: a 16 x 16 corner of their discrete cosine transform, one bit for
 * each coefficient above the median (hashing.pdf of ThreatExchange, sections 3.4 to 3.6), in any of its eight forms. Not
 * for two threads at once.
 */
final class SampleHasher {
  /** Samples a side of PDQ (section 3.3). */
  static final int PDQ_SIDE = 64;

  /**
   * Samples a side of a region: twice the highest frequency is enough, since each sample is a mean over its cell, and the
   * transform of some fifty regions costs a third.
   */
  static final int REGION_SIDE = 32;

  /** Coefficients a side: frequencies 1 to 16, without the mean. */
  private static final int FREQUENCIES = 16;

  /** Sums of gradients that count one point of quality; of fewer samples, which differ by more, less is asked for. */
  private static final int PDQ_GRADIENT = 90;

  private static final int REGION_GRADIENT = 36;

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

  /** Row by row from the top left; whoever wants a hash fills them first. */
  final double[] samples;

  private final int side;

  /** {@code transform[i * side + j] = sqrt(2 / side) cos(pi / (2 side) (i + 1)(2 j + 1))}. */
  private final double[] transform;

  private final double[] folded;
  private final double[] half;
  private final double[] coefficients = new double[FREQUENCIES * FREQUENCIES];
  private final double[] turned = new double[FREQUENCIES * FREQUENCIES];
  private final double[] partitioned = new double[FREQUENCIES * FREQUENCIES];

  /** For {@code side * side} samples; {@link #PDQ_SIDE} or {@link #REGION_SIDE}. */
  SampleHasher(int side) {
    this.side = side;
    samples = new double[side * side];
    folded = new double[side * side];
    half = new double[FREQUENCIES * side];
    transform = transform(side);
  }

  /** 0 (featureless) to 100 (section 3.2), of the samples as they stand. */
  int quality() {
    double[] samples = this.samples;
    int side = this.side;
    int gradients = 0;
    // It cannot become more than 100: of most photographs half of the samples tell.
    int point = side == PDQ_SIDE ? PDQ_GRADIENT : REGION_GRADIENT;
    int most = 100 * point;
    for (int y = 0; y < side && gradients < most; y++) {
      for (int x = 0; x < side; x++) {
        double here = samples[y * side + x];
        if (y + 1 < side) {
          gradients += Math.abs((int) ((here - samples[(y + 1) * side + x]) * 100 / 255));
        }
        if (x + 1 < side) {
          gradients += Math.abs((int) ((here - samples[y * side + x + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, gradients / point);
  }

  /**
   * Transforms the samples, once for all forms. Cosines are even or odd about the middle, so opposite samples are added
   * or subtracted first and only half of the products are left. Arrays are held in locals and four sums are made at a
   * time: in the browser a field costs as much as a product, and a sum waits for the one before.
   */
  void transformSamples() {
    double[] samples = this.samples;
    double[] folded = this.folded;
    int side = this.side;
    int middle = side / 2;
    int odd = middle * side;
    for (int y = 0; y < middle; y++) {
      int low = y * side;
      int high = (side - 1 - y) * side;
      for (int x = 0; x < side; x++) {
        folded[low + x] = samples[low + x] + samples[high + x];
        folded[odd + low + x] = samples[low + x] - samples[high + x];
      }
    }
    for (int i = 0; i < FREQUENCIES; i++) {
      transformColumns(i, (i & 1) == 0 ? odd : 0); // frequency i + 1
    }
    for (int i = 0; i < FREQUENCIES; i++) {
      transformRow(i);
    }
  }

  private void transformColumns(int frequency, int from) {
    double[] factors = transform;
    double[] folded = this.folded;
    double[] half = this.half;
    int side = this.side;
    int first = frequency * side;
    int end = first + side / 2;
    for (int x = 0; x < side; x += 4) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (int k = first, at = from + x; k < end; k++, at += side) {
        double factor = factors[k];
        a += factor * folded[at];
        b += factor * folded[at + 1];
        c += factor * folded[at + 2];
        d += factor * folded[at + 3];
      }
      half[first + x] = a;
      half[first + x + 1] = b;
      half[first + x + 2] = c;
      half[first + x + 3] = d;
    }
  }

  private void transformRow(int frequency) {
    double[] factors = transform;
    double[] folded = this.folded;
    double[] half = this.half;
    int side = this.side;
    int middle = side / 2;
    int row = frequency * side;
    for (int x = 0; x < middle; x++) {
      double low = half[row + x];
      double high = half[row + side - 1 - x];
      folded[x] = low + high;
      folded[middle + x] = low - high;
    }
    int step = 2 * side;
    for (int parity = 0; parity < 2; parity++) {
      int from = parity == 0 ? middle : 0;
      for (int j = parity; j < FREQUENCIES; j += 8) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int x = 0, at = j * side; x < middle; x++, at++) {
          double value = folded[from + x];
          a += value * factors[at];
          b += value * factors[at + step];
          c += value * factors[at + 2 * step];
          d += value * factors[at + 3 * step];
        }
        int to = frequency * FREQUENCIES + j;
        coefficients[to] = a;
        coefficients[to + 2] = b;
        coefficients[to + 4] = c;
        coefficients[to + 6] = d;
      }
    }
  }

  /** Mirroring changes the sign of the odd frequencies, turning transposes: no pixel is read again. */
  Hash256 hash(Dihedral form) {
    double[] coefficients = this.coefficients;
    double[] turned = this.turned;
    int stepDown = form.transposed ? 1 : FREQUENCIES;
    int stepAcross = form.transposed ? FREQUENCIES : 1;
    boolean negateOddColumns = form.negateOddColumns;
    int to = 0;
    for (int i = 0; i < FREQUENCIES; i++) {
      boolean negateRow = form.negateOddRows && (i & 1) == 0;
      int at = i * stepDown;
      for (int j = 0; j < FREQUENCIES; j++, at += stepAcross) {
        double c = coefficients[at];
        turned[to++] = (negateOddColumns && (j & 1) == 0) != negateRow ? -c : c;
      }
    }
    double median = median();
    int[] words = new int[Hash256.WORDS];
    for (int bit = 0; bit < turned.length; bit++) {
      if (turned[bit] > median) {
        words[7 - (bit >> 5)] |= 1 << (bit & 31);
      }
    }
    return Hash256.ofWords(words);
  }

  /** The lower of the two middle coefficients, by partitioning: a whole sort would be most of the work of a form. */
  private double median() {
    double[] v = partitioned;
    System.arraycopy(turned, 0, v, 0, v.length);
    int wanted = v.length / 2 - 1;
    int low = 0;
    int high = v.length - 1;
    while (low < high) {
      double pivot = v[wanted];
      int i = low;
      int j = high;
      while (i <= j) {
        while (v[i] < pivot) {
          i++;
        }
        while (pivot < v[j]) {
          j--;
        }
        if (i <= j) {
          double swapped = v[i];
          v[i++] = v[j];
          v[j--] = swapped;
        }
      }
      if (j < wanted) {
        low = i;
      }
      if (wanted < i) {
        high = j;
      }
    }
    return v[wanted];
  }

  private static double[] transform(int side) {
    double[] table = new double[FREQUENCIES * side];
    double scale = Math.sqrt(2.0 / side);
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < side; j++) {
        table[i * side + j] = scale * cosine((i + 1) * (2 * j + 1) * (PDQ_SIDE / side));
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
