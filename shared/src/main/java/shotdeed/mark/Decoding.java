package shotdeed.mark;

/** From a spectrum to a number. Scratch; not for two threads at once. */
final class Decoding {
  /** Halvings of the step, from half a 128th of a tile on, with which the place is made exact. */
  private static final int HALVINGS = 4;

  private final Spectrum spectrum;
  private final MarkCode code = new MarkCode();
  private final int[] number = new int[1];

  /** Where the tiles start, made exact. */
  private double x;

  private double y;

  Decoding(Spectrum spectrum) {
    this.spectrum = spectrum;
  }

  /**
   * Tiles that start at a place or nearly.
   *
   * @param scale passed on
   * @return {@code null} if the check bits disagree
   */
  MarkReading read(double nearX, double nearY, double scale) {
    climb(nearX, nearY);
    float[] word = spectrum.word(x, y);
    if (!code.decode(word, number)) {
      return null;
    }
    byte[] written = MarkCode.encode(number[0]);
    double agrees = 0;
    double all = 0;
    for (int i = 0; i < word.length; i++) {
      agrees += Math.max(0, word[i] * written[i]);
      all += Math.abs(word[i]);
    }
    return new MarkReading(number[0], Math.max(0, 2 * agrees / all - 1), scale);
  }

  /** How far a number's word stands out from noise, in standard deviations, if the tiles start there or nearly. */
  double standsOut(double nearX, double nearY, int expected) {
    climb(nearX, nearY);
    float[] word = spectrum.word(x, y);
    byte[] written = MarkCode.encode(expected);
    double sum = 0;
    double square = 0;
    for (int i = 0; i < word.length; i++) {
      sum += word[i] * written[i];
      square += (double) word[i] * word[i];
    }
    return square == 0 ? 0 : sum / Math.sqrt(square);
  }

  private void climb(double nearX, double nearY) {
    x = nearX;
    y = nearY;
    double most = spectrum.standsOut(x, y);
    double step = 0.5 / Fourier.SIZE;
    for (int halving = 0; halving < HALVINGS; halving++, step /= 2) {
      double fromX = x;
      double fromY = y;
      for (int i = 0; i < 4; i++) {
        double tryX = fromX + (i == 0 ? step : i == 1 ? -step : 0);
        double tryY = fromY + (i == 2 ? step : i == 3 ? -step : 0);
        double score = spectrum.standsOut(tryX, tryY);
        if (score > most) {
          most = score;
          x = tryX;
          y = tryY;
        }
      }
    }
  }
}
