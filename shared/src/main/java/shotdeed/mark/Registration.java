package shotdeed.mark;

import shotdeed.image.LumaImage;

/**
 * Lays a copy on its original to a small part of a pixel: Gauss and Newton's steps for the six numbers of an affine map
 * (Lucas and Kanade, 1981), differences limited so that what was put over the copy has little say.
 */
final class Registration {
  private static final int UNKNOWN = 6;
  private static final double MOST_DIFFERENCE = 12;

  private final Texture under;
  private final LumaImage copy;

  /** From the texture's pixels to those of {@link #copy}. */
  private final double[] map = new double[UNKNOWN];

  private final boolean[] inside;

  Registration(Texture under, LumaImage original, LumaImage copy, double[] toCopy) {
    this.under = under;
    double wider = (double) original.width() / under.width;
    double higher = (double) original.height() / under.height;
    // A copy much finer than the texture is shrunk first: between its pixels, points would be picked.
    double finer =
        Math.sqrt(Math.abs(toCopy[0] * toCopy[4] - toCopy[1] * toCopy[3]) * wider * higher);
    int columns = finer > 1.2 ? Math.max(1, (int) Math.round(copy.width() / finer)) : copy.width();
    int rows = finer > 1.2 ? Math.max(1, (int) Math.round(copy.height() / finer)) : copy.height();
    this.copy = copy.scaledTo(columns, rows);
    double narrower = (double) columns / copy.width();
    double lower = (double) rows / copy.height();
    map[0] = toCopy[0] * wider * narrower;
    map[1] = toCopy[1] * higher * narrower;
    map[2] = toCopy[2] * narrower;
    map[3] = toCopy[3] * wider * lower;
    map[4] = toCopy[4] * higher * lower;
    map[5] = toCopy[5] * lower;
    inside = new boolean[under.luma.length];
  }

  /** Which of the texture's pixels the copy shows, as of the last {@link #copyDetail}. */
  boolean[] inside() {
    return inside;
  }

  /** The copy's detail at the texture's pixels, 0 outside it. */
  float[] copyDetail() {
    int width = under.width;
    int height = under.height;
    float[] luma = new float[inside.length];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        double across = map[0] * (x + 0.5) + map[1] * (y + 0.5) + map[2] - 0.5;
        double down = map[3] * (x + 0.5) + map[4] * (y + 0.5) + map[5] - 0.5;
        inside[at] = across > -0.5 && down > -0.5 && across < copy.width() - 0.5 && down < copy.height() - 0.5;
        luma[at] = inside[at] ? sample(across, down) : under.luma[at];
      }
    }
    float[] mean = Texture.blurred(luma, width, height, Texture.slow(width));
    for (int i = 0; i < luma.length; i++) {
      luma[i] = inside[i] ? luma[i] - mean[i] : 0;
    }
    return luma;
  }

  private float sample(double across, double down) {
    int left = Math.max(0, Math.min(copy.width() - 2, (int) Math.floor(across)));
    int top = Math.max(0, Math.min(copy.height() - 2, (int) Math.floor(down)));
    double right = Math.max(0, Math.min(1, across - left));
    double low = Math.max(0, Math.min(1, down - top));
    int nextColumn = copy.width() > 1 ? 1 : 0;
    int nextRow = copy.height() > 1 ? copy.width() : 0;
    float[] values = copy.values();
    int at = Math.max(0, top) * copy.width() + Math.max(0, left);
    double above = values[at] + right * (values[at + nextColumn] - values[at]);
    double below = values[at + nextRow] + right * (values[at + nextRow + nextColumn] - values[at + nextRow]);
    return (float) (above + low * (below - above));
  }

  /** One step towards the map that leaves the least difference. */
  void improve(float[] detail) {
    int width = under.width;
    int height = under.height;
    double[][] equations = new double[UNKNOWN][UNKNOWN + 1];
    double[] slope = new double[UNKNOWN];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (!inside[at]) {
          continue;
        }
        double across = (detail[at + 1] - detail[at - 1]) / 2.0;
        double down = (detail[at + width] - detail[at - width]) / 2.0;
        double difference = under.detail[at] - detail[at];
        double weight = 1 / (1 + difference * difference / (MOST_DIFFERENCE * MOST_DIFFERENCE));
        double u = (x + 0.5) / width - 0.5;
        double v = (y + 0.5) / height - 0.5;
        slope[0] = across * u;
        slope[1] = across * v;
        slope[2] = across;
        slope[3] = down * u;
        slope[4] = down * v;
        slope[5] = down;
        for (int i = 0; i < UNKNOWN; i++) {
          double weighted = weight * slope[i];
          for (int j = i; j < UNKNOWN; j++) {
            equations[i][j] += weighted * slope[j];
          }
          equations[i][UNKNOWN] += weighted * difference;
        }
      }
    }
    double[] step = solved(equations);
    if (step == null) {
      return;
    }
    // The step is in the texture's pixels: p goes to p + step(p) before the map.
    double[] m = {
      1 + step[0] / width, step[1] / height, step[2] - (step[0] + step[1]) / 2,
      step[3] / width, 1 + step[4] / height, step[5] - (step[3] + step[4]) / 2
    };
    for (int row = 0; row < UNKNOWN; row += 3) {
      double a = map[row];
      double b = map[row + 1];
      map[row] = a * m[0] + b * m[3];
      map[row + 1] = a * m[1] + b * m[4];
      map[row + 2] += a * m[2] + b * m[5];
    }
  }

  /** {@code null} if there is too little to go by, or the step is too long to believe. */
  private static double[] solved(double[][] equations) {
    for (int i = 0; i < UNKNOWN; i++) {
      for (int j = 0; j < i; j++) {
        equations[i][j] = equations[j][i];
      }
    }
    for (int i = 0; i < UNKNOWN; i++) {
      int pivot = i;
      for (int row = i + 1; row < UNKNOWN; row++) {
        if (Math.abs(equations[row][i]) > Math.abs(equations[pivot][i])) {
          pivot = row;
        }
      }
      double[] kept = equations[i];
      equations[i] = equations[pivot];
      equations[pivot] = kept;
      if (!(Math.abs(equations[i][i]) > 1e-6)) {
        return null;
      }
      for (int row = 0; row < UNKNOWN; row++) {
        if (row != i) {
          double factor = equations[row][i] / equations[i][i];
          for (int j = i; j <= UNKNOWN; j++) {
            equations[row][j] -= factor * equations[i][j];
          }
        }
      }
    }
    double[] step = new double[UNKNOWN];
    for (int i = 0; i < UNKNOWN; i++) {
      step[i] = equations[i][UNKNOWN] / equations[i][i];
      if (!(Math.abs(step[i]) < 8)) {
        return null;
      }
    }
    return step;
  }
}
