package shotdeed.server.bench;

/**
 * The largest distance that still makes few enough mistakes: at most one wrong pair in a million tried ones, in this very
 * run. Public hashes whose authors name no such radius are given the benefit of it: a radius chosen with the answers in
 * hand. Over fewer than a million pairs it allows none.
 */
final class ErrorRule {
  private static final long PAIRS_A_MISTAKE = 1_000_000;

  private ErrorRule() {}

  /**
   * The radius.
   *
   * @param wrong how many wrong pairs have each distance, from 0
   * @param pairs tried; at least as many as are wrong
   * @return -1 if even distance 0 makes too many mistakes
   */
  static int radius(long[] wrong, long pairs) {
    long mistakes = 0;
    for (int distance = 0; distance < wrong.length; distance++) {
      mistakes += wrong[distance];
      if (mistakes > pairs / PAIRS_A_MISTAKE) {
        return distance - 1;
      }
    }
    return wrong.length - 1;
  }
}
