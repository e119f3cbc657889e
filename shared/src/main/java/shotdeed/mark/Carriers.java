package shotdeed.mark;

/**
 * The waves that a mark is made of: all plane waves that repeat with a square tile, of {@link #LEAST} to {@link #MOST}
 * periods a tile. A part of them, known beforehand, tells where the tiles lie; each of the others carries two bits of
 * the word, one in its cosine and one in its sine. All have their own starting angle, drawn once and for all.
 */
final class Carriers {
  /** Periods a tile of the slowest wave. */
  static final double LEAST = 5;

  /** Periods a tile of the fastest wave. */
  static final double MOST = 24;

  /** Whole periods, of which there are rings. */
  static final int RINGS = (int) MOST + 1;

  /** One wave in so many tells the place. */
  private static final int PLACE = 5;

  /** How many waves there are. */
  final int count;

  /** Periods a tile across, 0 or more. */
  final int[] across;

  /** Periods a tile down, of either sign. */
  final int[] down;

  /** Which whole number of periods a tile is nearest below. */
  final int[] ring;

  /** Where each ring starts, and the last one ends, if carriers are ordered by rings. */
  final int[] rings = new int[RINGS + 1];

  /** Each carrier's place in that order. */
  final int[] place;

  /** Cosine and sine of the starting angle. */
  final double[] cosine;

  final double[] sine;

  /** First of the two places in the word that a wave carries, or -1 for one that tells the place of the tiles. */
  final int[] first;

  final int[] second;

  /** Waves that tell the place. */
  final int placing;

  static final Carriers ALL = new Carriers();

  private int seed = 0x2F6E2B1;

  private Carriers() {
    int most = (int) MOST;
    int[][] found = new int[(2 * most + 1) * (most + 1)][];
    int n = 0;
    for (int u = 0; u <= most; u++) {
      for (int v = -most; v <= most; v++) {
        double periods = Math.sqrt(u * u + v * v);
        if (periods >= LEAST && periods <= MOST && (u > 0 || v > 0)) {
          found[n++] = new int[] {u, v, (int) periods};
        }
      }
    }
    count = n;
    across = new int[n];
    down = new int[n];
    ring = new int[n];
    cosine = new double[n];
    sine = new double[n];
    first = new int[n];
    second = new int[n];
    int slot = 0;
    int known = 0;
    for (int i = 0; i < n; i++) {
      across[i] = found[i][0];
      down[i] = found[i][1];
      ring[i] = found[i][2];
      double angle = 2 * Math.PI * (random() >>> 8) / (1 << 24);
      cosine[i] = Math.cos(angle);
      sine[i] = Math.sin(angle);
      if ((random() >>> 8) % PLACE == 0) {
        first[i] = -1;
        known++;
      } else {
        first[i] = slot++;
        second[i] = slot++;
      }
    }
    placing = known;
    place = new int[n];
    int placed = 0;
    for (int r = 0; r < RINGS; r++) {
      rings[r] = placed;
      for (int i = 0; i < n; i++) {
        if (ring[i] == r) {
          place[i] = placed++;
        }
      }
    }
    rings[RINGS] = placed;
    spread(slot);
  }

  /** Gives the places of the word, over and over, to the waves in an order drawn once and for all. */
  private void spread(int slots) {
    int[] order = new int[slots];
    for (int i = 0; i < slots; i++) {
      order[i] = i % MarkCode.BITS;
    }
    for (int i = slots - 1; i > 0; i--) {
      int j = (random() >>> 1) % (i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    for (int i = 0; i < count; i++) {
      if (first[i] >= 0) {
        first[i] = order[first[i]];
        second[i] = order[second[i]];
      }
    }
  }

  /** Marsaglia's xorshift, 2003. */
  private int random() {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return seed;
  }
}
