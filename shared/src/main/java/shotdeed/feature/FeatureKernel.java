package shotdeed.feature;

import shotdeed.image.LumaImage;

/**
 * What this version of the software finds in a picture: of a page, or the photograph of a certificate. Features of
 * different versions are not compared.
 *
 * <p>Not for two threads at once. Cost: linear in the pixels of the working picture, then some thousand table look-ups
 * a feature.
 */
public final class FeatureKernel {
  /** Written beside all stored features and into every message that carries some. */
  public static final int VERSION = 1;

  /** Features of a page's picture, at most. */
  public static final int QUERY = 500;

  /** Features that a certificate keeps of its photograph, at most. */
  public static final int CERTIFICATE = 1_500;

  /** The described square is so many times as wide as the blob in its middle. */
  static final double SPAN = 5;

  /** A larger picture is shrunk to so many pixels; one a quarter as large or less is enlarged to twice its sides. */
  private static final double QUERY_PIXELS = 560 * 560;

  /** The same for photographs, of which thieves enlarge a detail: what is small in them counts. */
  private static final double CERTIFICATE_PIXELS = 1_280 * 1_280;

  /** Whole grids of all octaves fit into a working picture of a multiple of so many pixels, from either side. */
  private static final int GRID = 16;

  /** Of a picture from a page. */
  public Features query(LumaImage page) {
    return features(page, QUERY_PIXELS, QUERY);
  }

  /** Of a certificate's photograph. */
  public Features certificate(LumaImage photograph) {
    return features(photograph, CERTIFICATE_PIXELS, CERTIFICATE);
  }

  private Features features(LumaImage picture, double pixels, int most) {
    LumaImage working = working(picture, pixels);
    BoxSums sums = new BoxSums(working);
    Blob[] blobs = Spread.of(Blobs.of(sums), working.width(), working.height(), most);
    int count = blobs.length;
    short[] x = new short[count];
    short[] y = new short[count];
    byte[] size = new byte[count];
    int[] words = new int[Features.WORDS * count];
    Describer describer = new Describer(sums);
    double across = (double) picture.width() / working.width();
    double down = (double) picture.height() / working.height();
    double enlarged = Math.sqrt(across * down);
    for (int i = 0; i < count; i++) {
      Blob blob = blobs[i];
      x[i] = place(blob.x(), working.width());
      y[i] = place(blob.y(), working.height());
      size[i] = Features.sizeOf(blob.side() * SPAN * enlarged);
      describer.describe(blob.x(), blob.y(), blob.side() * SPAN, words, Features.WORDS * i);
    }
    return new Features(picture.width(), picture.height(), x, y, size, words);
  }

  private static short place(double at, int length) {
    double place = Math.floor(at / length * Features.PLACES);
    return (short) (int) Math.max(0, Math.min(Features.PLACES - 1, place));
  }

  private static LumaImage working(LumaImage picture, double pixels) {
    double own = (double) picture.width() * picture.height();
    double scale = own > pixels ? Math.sqrt(pixels / own) : 4 * own <= pixels ? 2 : 1;
    return picture.scaledTo(rounded(picture.width() * scale), rounded(picture.height() * scale));
  }

  private static int rounded(double pixels) {
    return Math.max(1, (int) Math.floor(pixels / GRID + 0.5)) * GRID;
  }
}
