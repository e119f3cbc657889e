package shotdeed.mark;

import shotdeed.image.LumaImage;

/**
 * Reads marks blindly: of pictures whose original nobody has looked for. The picture is shrunk and evened, so that no
 * edge or texture has more say than the mark that hides in it; then tiles of each likely size are laid on each other
 * until the waves that tell the place stand out; there the word is decoded. A whole picture is read mirrored as well.
 *
 * <p>Each word that is decoded passes its check by chance once in 2^32. Of a picture up to 2.25 times as high as wide
 * at most 24 are, so that an unmarked one is read as marked once in 178 million; of a long page at most 244, once in
 * 17 million.
 *
 * <p>An instance keeps scratch arrays: reuse it, but not from two threads at once. Cost: some 200 foldings of at most
 * 480 pixels a row where nothing is found, one where a whole picture is.
 */
public final class MarkReader {
  /** Places of a stretch that are decoded, at most. */
  private static final int CANDIDATES = 10;

  /** Width of the marked picture against that of the picture read: from one with margins to two thirds of one. */
  private static final double LEAST_SCALE = 0.6;

  private static final double MOST_SCALE = 1.5;

  /** Between two tries, waves slip by at most a quarter of a period at the picture's ends. */
  private static final double STEP = 1.005;

  /** Standard deviations from which on a place is worth decoding. */
  private static final double WORTH = 4.5;

  /** By what sides are changed, together and one by one, to fit better; each half as wide as the one before. */
  private static final double[] REFINEMENTS = {0.004, 0.002, 0.001};

  /** What is added to a picture's spread, in levels: in a good copy even areas carry the mark as well. */
  private static final double FINE = 0.8;

  /** In a heavily compressed one they hold nothing but blocks. */
  private static final double ROUGH = 4;

  /** Pixels of the shorter side of what can hold a mark that is left. */
  private static final int LEAST_SIDE = 32;

  /** A page is read in stretches so many times as high as wide, each half over the next; at most so many of them. */
  private static final double STRETCH = 1.5;

  private static final int MOST_STRETCHES = 12;

  private final Spectrum spectrum = new Spectrum();
  private final Decoding decoding = new Decoding(spectrum);

  /** Where tiles may lie; sides in pixels of the texture. */
  private record Candidate(double score, double x, double y, double side) {}

  /** {@code null} if no mark is found. Above 16,384 pixels a side, pass {@link LumaImage#reduced}. */
  public MarkReading read(LumaImage picture) {
    if (tooSmall(picture)) {
      return null;
    }
    Texture texture = new Texture(picture);
    float[] strength = Marker.strength(texture);
    float[][] upright = {
      texture.evened(texture.detail, strength, FINE), texture.evened(texture.detail, strength, ROUGH)
    };
    float[][] mirrored = {mirrored(upright[0], texture.width), mirrored(upright[1], texture.width)};
    float[][][] both = {upright, mirrored};
    // From what is quickest and likeliest to what is neither.
    for (float[][] way : new float[][][] {upright, mirrored}) {
      for (float[] even : way) {
        MarkReading reading = whole(even, texture.width, 0, texture.height);
        if (reading != null) {
          return reading;
        }
      }
    }
    MarkReading reading = read(upright[0], texture);
    return reading == null ? read(upright[1], texture) : reading;
  }

  private static float[] mirrored(float[] even, int width) {
    float[] mirrored = new float[even.length];
    for (int row = 0; row < even.length; row += width) {
      for (int x = 0; x < width; x++) {
        mirrored[row + x] = even[row + width - 1 - x];
      }
    }
    return mirrored;
  }

  private static boolean tooSmall(LumaImage picture) {
    return Math.min(picture.width(), picture.height()) < LEAST_SIDE;
  }

  private MarkReading read(float[] even, Texture texture) {
    int width = texture.width;
    int stretch = (int) (STRETCH * width);
    if (texture.height <= stretch + stretch / 2) {
      return read(even, width, 0, texture.height);
    }
    int stretches = Math.min(MOST_STRETCHES, (texture.height + stretch / 2 - 1) / (stretch / 2) - 1);
    for (int i = 0; i < stretches; i++) {
      int top = (int) ((long) i * (texture.height - stretch) / Math.max(1, stretches - 1));
      MarkReading reading = read(even, width, top, top + stretch);
      if (reading != null) {
        return reading;
      }
    }
    return null;
  }

  /**
   * As {@link #read}, but only the mark of a picture that is there as a whole, at whatever size: a tenth of the time.
   */
  public MarkReading readWhole(LumaImage picture) {
    return tooSmall(picture) ? null : whole(new Texture(picture));
  }

  MarkReading whole(Texture texture) {
    float[] even = texture.evened(texture.detail, Marker.strength(texture), FINE);
    return whole(even, texture.width, 0, texture.height);
  }

  private MarkReading whole(float[] even, int width, int top, int bottom) {
    double own = Marker.period(width, bottom - top);
    spectrum.fold(even, width, top, bottom, own, own);
    double score = spectrum.place();
    return score < WORTH
        ? null
        : follow(even, width, top, bottom, new Candidate(score, spectrum.offsetX, spectrum.offsetY, own));
  }

  private MarkReading read(float[] even, int width, int top, int bottom) {
    double usual = width / 4.0;
    double own = Marker.period(width, bottom - top);
    Candidate[] best = new Candidate[CANDIDATES];
    for (double scale = LEAST_SCALE; scale < MOST_SCALE; scale *= STEP) {
      consider(even, width, top, bottom, usual * scale, best);
    }
    if (own < usual) {
      for (double scale = LEAST_SCALE; scale < MOST_SCALE; scale *= STEP) {
        consider(even, width, top, bottom, own * scale, best);
      }
    }
    for (Candidate candidate : best) {
      MarkReading reading = candidate == null ? null : follow(even, width, top, bottom, candidate);
      if (reading != null) {
        return reading;
      }
    }
    return null;
  }

  /** Keeps the best candidates in order. */
  private void consider(float[] even, int width, int top, int bottom, double side, Candidate[] best) {
    spectrum.fold(even, width, top, bottom, side, side);
    double score = spectrum.place();
    int at = CANDIDATES;
    while (at > 0 && (best[at - 1] == null || best[at - 1].score < score)) {
      at--;
    }
    if (score >= WORTH && at < CANDIDATES) {
      System.arraycopy(best, at, best, at + 1, CANDIDATES - 1 - at);
      best[at] = new Candidate(score, spectrum.offsetX, spectrum.offsetY, side);
    }
  }

  private MarkReading follow(float[] even, int width, int top, int bottom, Candidate candidate) {
    double sideX = candidate.side;
    double sideY = candidate.side;
    double most = candidate.score;
    for (double change : REFINEMENTS) {
      for (int which = 0; which < 3; which++) {
        double fromX = sideX;
        double fromY = sideY;
        for (int sign = -1; sign <= 1; sign += 2) {
          double tryX = which == 2 ? fromX : fromX * (1 + sign * change);
          double tryY = which == 1 ? fromY : fromY * (1 + sign * change);
          spectrum.fold(even, width, top, bottom, tryX, tryY);
          double score = spectrum.place();
          if (score > most) {
            most = score;
            sideX = tryX;
            sideY = tryY;
          }
        }
      }
    }
    spectrum.fold(even, width, top, bottom, sideX, sideY);
    spectrum.place();
    return decoding.read(spectrum.offsetX, spectrum.offsetY, sideX * 4 / width);
  }
}
