package shotdeed.mark;

import shotdeed.image.LumaImage;

/**
 * What a mark hides in and has to be told from: a picture shrunk to at most {@link #WIDTH} pixels a row, less what is
 * slower than the mark, and how strongly that varies around each pixel.
 */
final class Texture {
  /** Pixels a row at most: five for each period of the mark's fastest wave. */
  static final int WIDTH = 480;

  /** Share of the width that the mean taken away reaches on either side. */
  private static final double SLOW = 0.011;

  /** The same for the spread, which is smoothed twice. */
  static final double NEAR = 0.02;

  /** The same for the calmest surroundings. */
  private static final double REACH = 0.02;

  /** The same for the spread that these are looked up in. */
  private static final double CLOSE = 0.008;

  /** Standard deviation of normal noise to the square of the mean root of its size. */
  private static final float ROOTS = 1.48f;

  /** Details beyond so many times their surroundings count no more than that. */
  static final double FIRM = 2;

  final int width;
  final int height;

  /** The shrunken picture. */
  final float[] luma;

  /** Less the mean of its surroundings. */
  final float[] detail;

  /** Root of the mean square of the detail around, in levels. */
  final float[] spread;

  Texture(LumaImage picture) {
    int columns = Math.min(WIDTH, picture.width());
    int rows = Math.max(1, (int) Math.round((double) picture.height() * columns / picture.width()));
    LumaImage small = picture.scaledTo(columns, rows);
    width = columns;
    height = rows;
    luma = small.values();
    int near = Math.max(2, (int) Math.round(NEAR * width));
    float[] mean = blurred(luma, width, height, slow(width));
    detail = new float[luma.length];
    float[] square = new float[luma.length];
    for (int i = 0; i < luma.length; i++) {
      detail[i] = luma[i] - mean[i];
      square[i] = detail[i] * detail[i];
    }
    spread = root(blurred(blurred(square, width, height, near), width, height, near));
  }

  /**
   * Detail, each by how strong a mark would be there against what it hides in: a matched filter's weights, and no edge
   * has more say than the mark.
   *
   * @param detail this texture's, or with a mark added
   * @param strength of a mark, by pixel
   * @param floor what rounding and compression leave of nothing, in levels
   */
  float[] evened(float[] detail, float[] strength, double floor) {
    float[] even = new float[detail.length];
    for (int i = 0; i < even.length; i++) {
      double noise = spread[i] + floor;
      even[i] = (float) (Math.max(-FIRM, Math.min(FIRM, detail[i] / noise)) * strength[i] / noise);
    }
    return even;
  }

  /** Reach of the mean that is taken away, in pixels. */
  static int slow(int width) {
    return Math.max(1, (int) Math.round(SLOW * width));
  }

  /**
   * The least spread in a square around each pixel, smoothed. This spread goes by roots instead of squares: the outline
   * of a leg against white is no texture, and would show every bump.
   */
  float[] calmest() {
    int reach = Math.max(2, (int) Math.round(REACH * width));
    int close = Math.max(1, (int) Math.round(CLOSE * width));
    float[] spread = new float[detail.length];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = (float) Math.sqrt(Math.abs(detail[i]));
    }
    spread = blurred(blurred(spread, width, height, close), width, height, close);
    for (int i = 0; i < spread.length; i++) {
      spread[i] *= ROOTS * spread[i];
    }
    return blurred(least(least(spread, height, width, reach, true), height, width, reach, false), width, height, reach);
  }

  private static float[] root(float[] squares) {
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (float) Math.sqrt(Math.max(0, squares[i]));
    }
    return squares;
  }

  /** The least of the values at -reach, -reach / 2, 0, reach / 2 and reach, along rows or columns. */
  private static float[] least(float[] values, int height, int width, int reach, boolean across) {
    float[] least = values.clone();
    for (int part = -2; part <= 2; part++) {
      int off = part * reach / 2;
      for (int y = 0; y < height; y++) {
        int row = y * width;
        if (across) {
          for (int x = Math.max(0, -off); x < Math.min(width, width - off); x++) {
            least[row + x] = Math.min(least[row + x], values[row + x + off]);
          }
        } else {
          int other = Math.max(0, Math.min(height - 1, y + off)) * width;
          for (int x = 0; x < width; x++) {
            least[row + x] = Math.min(least[row + x], values[other + x]);
          }
        }
      }
    }
    return least;
  }

  /** The mean of the square of {@code 2 * reach + 1} values a side, of those of it that exist. */
  static float[] blurred(float[] values, int width, int height, int reach) {
    float[] rows = new float[values.length];
    for (int y = 0; y < height; y++) {
      int start = y * width;
      double sum = 0;
      for (int x = 0; x < Math.min(reach, width); x++) {
        sum += values[start + x];
      }
      for (int x = 0; x < width; x++) {
        if (x + reach < width) {
          sum += values[start + x + reach];
        }
        if (x - reach > 0) {
          sum -= values[start + x - reach - 1];
        }
        rows[start + x] = (float) (sum / (Math.min(x + reach, width - 1) - Math.max(x - reach, 0) + 1));
      }
    }
    float[] result = new float[values.length];
    double[] sum = new double[width];
    for (int y = 0; y < Math.min(reach, height); y++) {
      for (int x = 0; x < width; x++) {
        sum[x] += rows[y * width + x];
      }
    }
    for (int y = 0; y < height; y++) {
      int enters = y + reach;
      int leaves = y - reach - 1;
      double scale = 1.0 / (Math.min(enters, height - 1) - Math.max(y - reach, 0) + 1);
      for (int x = 0; x < width; x++) {
        if (enters < height) {
          sum[x] += rows[enters * width + x];
        }
        if (leaves >= 0) {
          sum[x] -= rows[leaves * width + x];
        }
        result[y * width + x] = (float) (sum[x] * scale);
      }
    }
    return result;
  }
}
