package shotdeed.server.confirm;

import shotdeed.server.picture.ColourRaster;

/**
 * Tells the same shot in another colour, as studios make of one garment, from a copy whose tone was changed. A tone is
 * changed all over a picture; where a garment was recoloured, skin, hair and ground keep their colours.
 *
 * <p>So most of what has a colour keeps it, and one part of the picture has another colour and the same lines: what was
 * covered by words or stickers has other lines, and lies here and there.
 *
 * <p>Of 44 recoloured studio shots it knows 40; the other four are shorts that fill a hundredth of the picture. Of 2,044
 * compressed, shrunk, mirrored, toned, blurred, widened and overwritten copies of 73 photographs it takes none for one.
 */
public final class Recolouring {
  /** Pixels of the original's raster that a cell is wide and high. */
  private static final int CELL = 4;

  /** Levels, of 255, that the mean of a kept cell may differ by in any channel: what compression leaves. */
  private static final double KEPT = 6;

  /** Levels that the mean of a recoloured cell differs by, at least, in some channel. */
  private static final double CHANGED = 16;

  /** Levels between the strongest and the weakest channel of a cell that has a colour; white under warm light has less. */
  private static final double COLOUR = 24;

  private static final double LEAST_CORRELATION = 0.5;

  /** Levels of deviation; less is what compression leaves of nothing. */
  private static final double FLAT = 4;

  /** Of the cells that both show: the coloured ones that keep their colour, and the recoloured part. */
  private static final double LEAST_KEPT = 0.05;

  private static final double LEAST_PART = 0.012;

  /** Of all recoloured cells, those that hang together. */
  private static final double TOGETHER = 0.8;

  /** Covered cells, and recoloured ones apart from each other, for each recoloured one. */
  private static final double MOST_COVERED = 0.25;

  /** Coloured cells that lost their colour elsewhere, for each that kept it. */
  private static final double MOST_LOST = 0.5;

  private final ColourRaster original;
  private final ColourRaster copy;
  private final Affine map;
  private int both;
  private int kept;
  private int lost;
  private int covered;

  private Recolouring(ColourRaster original, ColourRaster copy, Affine unit) {
    this.original = original;
    this.copy = copy;
    this.map = unit.resized(original.width(), original.height(), copy.width(), copy.height());
  }

  /**
   * Whether a part of a copy that is the whole photograph has another colour, and the rest has not.
   *
   * @param map from the original to the copy, as if each were 1 wide and 1 high
   */
  public static boolean of(ColourRaster original, ColourRaster copy, Affine map) {
    return new Recolouring(original, copy, map).found();
  }

  private boolean found() {
    int columns = original.width() / CELL;
    int rows = original.height() / CELL;
    CellGrid recoloured = new CellGrid(columns, rows);
    for (int cell = 0; cell < columns * rows; cell++) {
      if (isRecoloured(new CellColours(cell % columns, cell / columns))) {
        recoloured.mark(cell);
      }
    }
    int all = recoloured.marked();
    int part = recoloured.largestGroup().size();
    return kept >= LEAST_KEPT * both
        && part >= LEAST_PART * both
        && part >= TOGETHER * all
        && covered <= MOST_COVERED * all
        && lost - all <= MOST_LOST * kept;
  }

  private boolean isRecoloured(CellColours cell) {
    if (cell.pixels < CELL * CELL / 2) {
      return false;
    }
    both++;
    double off = cell.off();
    if (cell.colour() >= COLOUR) {
      kept += off <= KEPT ? 1 : 0;
      lost += off > KEPT ? 1 : 0;
    }
    if (off < Math.max(CHANGED, cell.deviation())) { // an edge that lies a little elsewhere changes its cell too
      return false;
    }
    boolean sameLines = cell.sameLines();
    covered += sameLines ? 0 : 1;
    return sameLines;
  }

  /** Sums over the pixels of a cell that both pictures show. */
  private final class CellColours {
    private final double[] first = new double[3];
    private final double[] second = new double[3];
    private int pixels;
    private double sum1;
    private double sum2;
    private double squares1;
    private double squares2;
    private double products;

    CellColours(int column, int row) {
      for (int y = row * CELL; y < (row + 1) * CELL; y++) {
        for (int x = column * CELL; x < (column + 1) * CELL; x++) {
          int copyX = (int) Math.floor(map.x(x + 0.5, y + 0.5));
          int copyY = (int) Math.floor(map.y(x + 0.5, y + 0.5));
          if (copyX >= 0 && copyY >= 0 && copyX < copy.width() && copyY < copy.height()) {
            add(x, y, copyX, copyY);
          }
        }
      }
    }

    private void add(int x, int y, int copyX, int copyY) {
      pixels++;
      for (int channel = 0; channel < 3; channel++) {
        first[channel] += original.channel(x, y, channel);
        second[channel] += copy.channel(copyX, copyY, channel);
      }
      double one = original.luma(x, y);
      double two = copy.luma(copyX, copyY);
      sum1 += one;
      sum2 += two;
      squares1 += one * one;
      squares2 += two * two;
      products += one * two;
    }

    double off() {
      double most = 0;
      for (int channel = 0; channel < 3; channel++) {
        most = Math.max(most, Math.abs(first[channel] - second[channel]) / pixels);
      }
      return most;
    }

    double colour() {
      double strongest = Math.max(first[0], Math.max(first[1], first[2]));
      double weakest = Math.min(first[0], Math.min(first[1], first[2]));
      return (strongest - weakest) / pixels;
    }

    private double variance1() {
      return Math.max(0, squares1 / pixels - sum1 / pixels * (sum1 / pixels));
    }

    private double variance2() {
      return Math.max(0, squares2 / pixels - sum2 / pixels * (sum2 / pixels));
    }

    double deviation() {
      return Math.sqrt(Math.max(variance1(), variance2()));
    }

    boolean sameLines() {
      if (deviation() < FLAT) {
        return true;
      }
      double covariance = products / pixels - sum1 / pixels * (sum2 / pixels);
      return covariance > LEAST_CORRELATION * Math.sqrt(variance1() * variance2());
    }
  }
}
