package shotdeed.server.complain.fields;

import shotdeed.server.paper.Letters;

/** Cuts text to what a field takes, where a word ends. */
final class Shortened {
  private static final String ELLIPSIS = "…";

  /** So much of it is kept at least, even if a word is cut for it. */
  private static final int HALF = 2;

  private Shortened() {}

  /**
   * The text, or as much of it as fits with an ellipsis at its end.
   *
   * @param max UTF-16 units, 1 or more: as browsers count for {@code maxlength}
   */
  static String to(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int most = max - ELLIPSIS.length();
    int end = most;
    while (end > most / HALF && !endsWord(text, end)) {
      end--;
    }
    if (end <= most / HALF) {
      end = most;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static boolean endsWord(String text, int end) {
    int before = text.codePointBefore(end);
    int after = text.codePointAt(end);
    return Character.isWhitespace(after) || Letters.isHan(before) || Letters.isHan(after);
  }
}
