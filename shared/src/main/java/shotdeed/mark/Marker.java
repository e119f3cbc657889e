package shotdeed.mark;

import shotdeed.image.LumaImage;

/**
 * What a number's mark changes in one picture: a brightness to add to each pixel's red, green and blue alike. The same
 * picture and number give the same change. Rows share scratch arrays: not for two threads at once.
 *
 * <p>Cost: some passes over a picture of 480 pixels a row, and then 15 operations a pixel of the picture itself.
 */
public final class Marker {
  /** Root of the mean square of a mark, in levels, at most, unless it has to be stronger: 43.5 dB. */
  private static final double TARGET = 1.7;

  /** Strength in an area of one colour. */
  private static final double FLOOR = 0.6;

  /** Of texture's spread to the power of... */
  private static final double POWER = 0.8;

  /** ... so much is added to it. */
  private static final double GAIN = 0.5;

  /** Strength anywhere, at most. */
  private static final double MOST = 6;

  /** Where that is reached. */
  private static final int MOST_SPREAD = 32;

  private static final int PARTS = 64;

  /** Strengths for each 64th of a level of spread: a power takes as long as all else that a pixel needs. */
  private static final float[] STRENGTHS = strengths();

  /** How clearly a number's word must stand out of the picture, 16 being all that it can. */
  private static final double ENOUGH = 14.2;

  /** What is added to the picture's spread there, in levels: even areas are the first that compression wipes. */
  private static final double ROUGH = 6;

  /** Strength up to which an area is not made stronger; from twice that on it is to the full. */
  private static final double EVEN = 1.3;

  /** By what a mark is made stronger for that, at most. */
  private static final double MOST_TIMES = 1.65;

  private final int width;
  private final int height;
  private final Tile tile;
  private final Texture texture;
  private final double period;
  private final float[] strength;
  private final float[] tileLine = new float[Tile.SIDE + 1];
  private final float[] strengthLine;
  private final int[] left;
  private final float[] right;
  private final int[] leftInTile;
  private final float[] rightInTile;
  private double clarity;
  private double offsetX;
  private double offsetY;

  /**
   * Plans the mark.
   *
   * @param picture as displayed
   * @param number any 32 bits
   */
  public Marker(LumaImage picture, int number) {
    width = picture.width();
    height = picture.height();
    tile = new Tile(number);
    texture = new Texture(picture);
    period = period(width, height);
    strength = enough(strength(texture), number);
    strengthLine = new float[texture.width + 1];
    left = new int[width];
    right = new float[width];
    leftInTile = new int[width];
    rightInTile = new float[width];
    placeColumns();
  }

  private static float[] strengths() {
    float[] strengths = new float[MOST_SPREAD * PARTS + 1];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = (float) Math.min(MOST, FLOOR + GAIN * Math.pow((i + 0.5) / PARTS, POWER));
    }
    return strengths;
  }

  /** The side of a tile in pixels. */
  static double period(int width, int height) {
    double period = width / 4.0;
    while (period > height / 2.0) {
      period /= 2;
    }
    return period;
  }

  /**
   * As strong as it takes to be read after what shops do, within bounds: in a picture full of texture, which drowns a
   * mark, it may be stronger, since it hides it as well. That the reader's own measure decides how strong a mark is
   * made is called informed embedding (Miller, Doerr and Cox, 2004).
   */
  private float[] enough(float[] usual, int number) {
    double rough = ROUGH * texture.width / width; // it is the picture's own pixels that are compressed
    Spectrum spectrum = new Spectrum();
    Decoding decoding = new Decoding(spectrum);
    fold(spectrum, texture.evened(texture.detail, usual, rough));
    // Tiles may start anywhere: where the picture itself looks most like one, it helps instead of hindering.
    spectrum.place();
    offsetX = spectrum.offsetX;
    offsetY = spectrum.offsetY;
    float[] wave = new float[usual.length];
    for (int y = 0, at = 0; y < texture.height; y++) {
      for (int x = 0; x < texture.width; x++, at++) {
        double across = (x + 0.5) * width / texture.width / period - offsetX;
        wave[at] = tile.at(across, (y + 0.5) * height / texture.height / period - offsetY);
      }
    }
    float[] detail = new float[usual.length];
    double times = 1;
    for (; times < MOST_TIMES; times += 0.1) {
      for (int i = 0; i < detail.length; i++) {
        detail[i] = (float) (texture.detail[i] + raised(usual[i], times) * wave[i]);
      }
      fold(spectrum, texture.evened(detail, usual, rough));
      clarity = decoding.standsOut(offsetX, offsetY, number);
      if (clarity >= ENOUGH) {
        break;
      }
    }
    for (int i = 0; i < usual.length; i++) {
      usual[i] = (float) raised(usual[i], times);
    }
    return usual;
  }

  /** A strength made larger, where there is texture; skin and even cloth, which would show it, keep theirs. */
  private static double raised(double strength, double times) {
    double texture = Math.max(0, Math.min(1, (strength - EVEN) / EVEN));
    return strength * (1 + (times - 1) * texture);
  }

  private void fold(Spectrum spectrum, float[] even) {
    spectrum.fold(
        even,
        texture.width,
        0,
        texture.height,
        period * texture.width / width,
        period * texture.height / height);
  }

  /**
   * How strong the mark is around each pixel of the texture: the root of its mean square there, in levels. The calmest
   * surroundings count, so that no strength spills from an edge to the even area beside it.
   */
  static float[] strength(Texture texture) {
    float[] calm = texture.calmest();
    float[] strength = new float[calm.length];
    double sum = 0;
    for (int i = 0; i < strength.length; i++) {
      double room = Math.min(255 - texture.luma[i], texture.luma[i]);
      double fade = Math.max(0, Math.min(1, (room - 1) / 6));
      double value = STRENGTHS[(int) (Math.max(0, Math.min(MOST_SPREAD, calm[i])) * PARTS)];
      strength[i] = (float) (fade * value);
      sum += fade * fade * value * value;
    }
    double mean = Math.sqrt(sum / strength.length);
    if (mean > TARGET) {
      for (int i = 0; i < strength.length; i++) {
        strength[i] *= (float) (TARGET / mean);
      }
    }
    return strength;
  }

  /**
   * How clearly the mark stands out, 0 (not at all) to 16, if even areas lose theirs to compression: from 12 on it is
   * read back in all but a few pictures.
   */
  public double clarity() {
    return clarity;
  }

  /**
   * The mark that the picture bears already; only of one that is there as a whole.
   *
   * @return {@code null} if there is none
   */
  public MarkReading found() {
    return new MarkReader().whole(texture);
  }

  /**
   * The change of one row.
   *
   * @param y 0 to the picture's height less one
   * @param change filled from 0 to the picture's width less one, in levels of either sign
   */
  public void row(int y, float[] change) {
    tile.line((y + 0.5) / period - offsetY, tileLine);
    double at = (y + 0.5) * texture.height / height - 0.5;
    int top = Math.max(0, Math.min(texture.height - 1, (int) Math.floor(at)));
    int bottom = Math.min(texture.height - 1, top + 1);
    float low = (float) Math.max(0, at - top);
    int columns = texture.width;
    for (int x = 0; x < columns; x++) {
      float above = strength[top * columns + x];
      strengthLine[x] = above + low * (strength[bottom * columns + x] - above);
    }
    strengthLine[columns] = strengthLine[columns - 1];
    tileLine[Tile.SIDE] = tileLine[0];
    for (int x = 0; x < width; x++) {
      float here = strengthLine[left[x]];
      here += right[x] * (strengthLine[left[x] + 1] - here);
      float wave = tileLine[leftInTile[x]];
      wave += rightInTile[x] * (tileLine[leftInTile[x] + 1] - wave);
      change[x] = here * wave;
    }
  }

  /** What is the same in each row. */
  private void placeColumns() {
    double step = (double) texture.width / width;
    double tileStep = Tile.SIDE / period;
    for (int x = 0; x < width; x++) {
      double place = Math.max(0, (x + 0.5) * step - 0.5);
      left[x] = (int) place;
      right[x] = (float) (place - left[x]);
      double inTile = (x + 0.5) * tileStep - offsetX * Tile.SIDE;
      inTile -= Tile.SIDE * Math.floor(inTile / Tile.SIDE);
      leftInTile[x] = (int) inTile & Tile.SIDE - 1;
      rightInTile[x] = (float) (inTile - (int) inTile);
    }
  }
}
