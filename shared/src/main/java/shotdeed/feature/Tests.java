package shotdeed.feature;

/**
 * The tests that describe a feature: whether one part of its square is brighter than another by more than a threshold.
 * Test 2k + 1 is test 2k seen in a mirror, so that the description of a mirror image is a permutation.
 */
final class Tests {
  /** Cells along each side of the described square. */
  static final int CELLS = 16;

  /** Pairs of mirrored tests. */
  static final int PAIRS = Features.BITS / 2;

  /** Numbers a test: left, top, side of the first part in cells, the same of the second. */
  static final int NUMBERS = 6;

  static final int[] TABLE = table();

  private Tests() {}

  private static int[] table() {
    int[] table = new int[NUMBERS * PAIRS];
    int seed = 12345;
    for (int i = 0; i < table.length; i += 3) {
      int[] draw = new int[3];
      for (int k = 0; k < 3; k++) {
        seed = seed * 1103515245 + 12345;
        draw[k] = seed >>> 16 & 0x7fff;
      }
      int side = 2 + draw[2] % 3;
      table[i] = draw[0] % (CELLS - side + 1);
      table[i + 1] = draw[1] % (CELLS - side + 1);
      table[i + 2] = side;
    }
    return table;
  }
}
