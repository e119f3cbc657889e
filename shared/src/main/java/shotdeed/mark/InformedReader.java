package shotdeed.mark;

import shotdeed.image.LumaImage;

/**
 * Reads the mark of a copy whose original is known, and where it lies in the copy: the original is laid over the copy
 * and taken away, so that little more than the mark is left (informed detection: Cox, Kilian, Leighton and Shamoon,
 * 1997). An instance keeps scratch arrays: reuse it, but not from two threads at once.
 */
public final class InformedReader {
  private static final int PASSES = 5;

  /** Share of the width around a pixel over which the copy's contrast is fitted. */
  private static final double FITTED = 0.03;

  /** What a copy's own rounding leaves, in levels. */
  private static final double NOISE = 0.5;

  private final Spectrum spectrum = new Spectrum();
  private final Decoding decoding = new Decoding(spectrum);

  /**
   * Looks for a mark.
   *
   * @param original as it was before it was marked
   * @param copy what is shown now, a part or the whole of the original in it
   * @param toCopy from the original's pixels to the copy's: x' = [0] x + [1] y + [2], y' = [3] x + [4] y + [5],
   * measured     from the corner, so that the first pixel's middle is 0.5, 0.5; right to about a 200th of the
   * original's width: the     rest is found here
   * @return {@code null} if no number is found
   */
  public MarkReading read(LumaImage original, LumaImage copy, double[] toCopy) {
    foldDifference(original, copy, toCopy);
    return decoding.read(spectrum.offsetX, spectrum.offsetY, 0);
  }

  /**
   * How far the mark of one number stands out, in standard deviations of what copies without a mark, or with another
   * number, would show: above 6 once in a billion. It finds a known number where too little is left to read it.
   *
   * @param number the certificate's that the original belongs to
   */
  public double standsOut(LumaImage original, LumaImage copy, double[] toCopy, int number) {
    foldDifference(original, copy, toCopy);
    return decoding.standsOut(spectrum.offsetX, spectrum.offsetY, number);
  }

  /** Folds what the copy has that the original has not, and finds where the tiles start. */
  private void foldDifference(LumaImage original, LumaImage copy, double[] toCopy) {
    Texture under = new Texture(original);
    Registration registration = new Registration(under, original, copy, toCopy);
    float[] detail = registration.copyDetail();
    for (int pass = 0; pass < PASSES; pass++) {
      registration.improve(detail);
      detail = registration.copyDetail();
    }
    int width = under.width;
    int height = under.height;
    int near = Math.max(2, (int) Math.round(FITTED * width));
    float[] both = new float[detail.length];
    float[] own = new float[detail.length];
    boolean[] inside = registration.inside();
    for (int i = 0; i < detail.length; i++) {
      both[i] = inside[i] ? detail[i] * under.detail[i] : 0;
      own[i] = inside[i] ? under.detail[i] * under.detail[i] : 0;
    }
    both = Texture.blurred(both, width, height, near);
    own = Texture.blurred(own, width, height, near);
    float[] rest = new float[detail.length];
    float[] square = new float[detail.length];
    for (int i = 0; i < rest.length; i++) {
      if (inside[i]) {
        double contrast = Math.max(0, Math.min(2, (both[i] + 0.5) / (own[i] + 0.5)));
        rest[i] = (float) (detail[i] - contrast * under.detail[i]);
        square[i] = rest[i] * rest[i];
      }
    }
    int close = Math.max(2, (int) Math.round(Texture.NEAR * width));
    square = Texture.blurred(Texture.blurred(square, width, height, close), width, height, close);
    float[] strength = Marker.strength(under);
    for (int i = 0; i < rest.length; i++) {
      double noise = Math.sqrt(Math.max(0, square[i])) + NOISE;
      rest[i] = (float) (Math.max(-Texture.FIRM, Math.min(Texture.FIRM, rest[i] / noise)) * strength[i] / noise);
    }
    double period = Marker.period(original.width(), original.height());
    spectrum.fold(
        rest, width, 0, height, period * width / original.width(), period * height / original.height());
    spectrum.place();
  }
}
