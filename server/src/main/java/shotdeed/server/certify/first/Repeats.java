package shotdeed.server.certify.first;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Finds one faint drawing that stands again and again at the same distance over the whole picture, over goods and
 * background alike, as a tiled watermark does. Cloth has patterns too, but they bend, end with the cloth, and mostly
 * repeat at a short distance; what repeats at a short distance is taken for a pattern.
 */
final class Repeats {
  /** Pixels of the longer side that is looked at. */
  private static final int SIDE = 512;

  /** Pixels: a shorter distance is a pattern's, or nothing. */
  private static final int LEAST = 24;

  private static final int SHORT = 60;

  /** A pixel against the mean of those so near; strong edges are the photograph's own and count no more than this. */
  private static final int REACH = 4;

  private static final double MOST = 12;

  /** Half the side of the square in which all is made equally strong, and the noise that is let be, in levels squared. */
  private static final int EVEN_REACH = 24;

  private static final double NOISE = 4;

  /** Fields across and down that are each asked whether they repeat. */
  private static final int FIELDS = 8;

  private static final int LEAST_FIELDS = 12;
  private static final double LIKE = 0.08;

  /** By how many more of the fields the long distance has to be the better one. */
  private static final double CLEARLY = 0.1;

  /** Peaks that are looked at, of each kind. */
  private static final int CANDIDATES = 8;

  private final int width;
  private final int height;
  private final double[] values;

  /** An offset and how much its peak stands out. */
  private record Peak(int across, int down, double height) {
    boolean isShort() {
      return Math.hypot(across, down) < SHORT;
    }
  }

  private Repeats(LumaImage picture) {
    width = picture.width();
    height = picture.height();
    values = evened(picture);
  }

  /** The share of a picture's fields, 0 to 1, that look the same again at one and the same long distance. */
  static double share(LumaImage picture) {
    double scale = (double) SIDE / Math.max(picture.width(), picture.height());
    LumaImage small = scale >= 1
        ? picture
        : picture.scaledTo(
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)));
    return new Repeats(small).share();
  }

  private double share() {
    double patterned = 0;
    double repeated = 0;
    int shortPeaks = 0;
    int longPeaks = 0;
    for (Peak peak : peaks()) {
      if (peak.isShort() && shortPeaks++ < CANDIDATES) {
        patterned = Math.max(patterned, like(peak));
      } else if (!peak.isShort() && longPeaks++ < CANDIDATES) {
        repeated = Math.max(repeated, like(peak));
      }
    }
    return patterned + CLEARLY > repeated ? 0 : repeated;
  }

  private List<Peak> peaks() {
    double[] square = new double[SIDE * SIDE];
    for (int y = 0; y < height; y++) {
      System.arraycopy(toDoubles(y), 0, square, y * SIDE, width);
    }
    double[] like = new Spectrum(SIDE).autocorrelation(square);
    List<Peak> peaks = new ArrayList<>();
    for (int y = 0; y <= height / 2; y++) {
      for (int x = -width / 2; x <= width / 2; x++) {
        if ((y > 0 || x > 0) && Math.hypot(x, y) >= LEAST) {
          double stands = stands(like, x, y);
          if (stands > 0) {
            peaks.add(new Peak(x, y, stands));
          }
        }
      }
    }
    peaks.sort(Comparator.comparingDouble(Peak::height).reversed());
    return peaks;
  }

  private double[] toDoubles(int row) {
    return java.util.Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /** By how much an offset stands out of its surroundings; 0 if a neighbour is higher. */
  private static double stands(double[] like, int x, int y) {
    double own = at(like, x, y);
    double ring = 0;
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        double near = at(like, x + dx, y + dy);
        if (near > own) {
          return 0;
        }
        ring += Math.max(Math.abs(dx), Math.abs(dy)) == 2 ? near / 16 : 0;
      }
    }
    return own - ring;
  }

  private static double at(double[] like, int x, int y) {
    return like[(y & SIDE - 1) * SIDE + (x & SIDE - 1)];
  }

  /** The share of fields that look like what is at an offset from them. */
  private double like(Peak peak) {
    int fields = 0;
    int alike = 0;
    for (int row = 0; row < FIELDS; row++) {
      for (int column = 0; column < FIELDS; column++) {
        int left = Math.max(column * width / FIELDS, -peak.across());
        int right = Math.min((column + 1) * width / FIELDS, width - peak.across());
        int top = row * height / FIELDS;
        int bottom = Math.min((row + 1) * height / FIELDS, height - peak.down());
        int most = width / FIELDS * (height / FIELDS);
        if (right > left && bottom > top && (right - left) * (bottom - top) >= 0.6 * most) {
          fields++;
          alike += correlation(left, top, right, bottom, peak) > LIKE ? 1 : 0;
        }
      }
    }
    return fields < LEAST_FIELDS ? 0 : (double) alike / fields;
  }

  private double correlation(int left, int top, int right, int bottom, Peak peak) {
    double both = 0;
    double here = 0;
    double there = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double a = values[y * width + x];
        double b = values[(y + peak.down()) * width + x + peak.across()];
        both += a * b;
        here += a * a;
        there += b * b;
      }
    }
    return both / Math.sqrt(here * there + Double.MIN_NORMAL);
  }

  /** What is brighter or darker than its surroundings, about equally strong everywhere. */
  private static double[] evened(LumaImage picture) {
    int width = picture.width();
    int height = picture.height();
    double[] values = new double[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = picture.values()[i];
    }
    double[] mean = means(values, width, height, REACH);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-MOST, Math.min(MOST, values[i] - mean[i]));
      squares[i] = values[i] * values[i];
    }
    double[] strength = means(squares, width, height, EVEN_REACH);
    for (int i = 0; i < values.length; i++) {
      values[i] /= Math.sqrt(strength[i] + NOISE);
    }
    return values;
  }

  private static double[] means(double[] values, int width, int height, int reach) {
    int stride = width + 1;
    double[] sums = new double[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += values[y * width + x];
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    double[] means = new double[values.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach) * stride;
      int bottom = Math.min(height, y + reach + 1) * stride;
      int rows = (bottom - top) / stride;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        means[y * width + x] = (sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left])
            / ((double) rows * (right - left));
      }
    }
    return means;
  }
}
