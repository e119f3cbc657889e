package shotdeed.server.platform;

/**
 * Text that came from a web page or a form: kept as plain text of bounded length. It is not made safe for HTML here;
 * whoever writes it into a page escapes it there.
 */
public final class PageText {
  private PageText() {}

  /**
   * The text on one line, without control characters and characters that reorder the text around them, cut with an
   * ellipsis after {@code max} characters. {@code null} becomes empty.
   */
  public static String line(String text, int max) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(Math.min(text.length(), max) + 1);
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = clean.length() > 0;
      } else if (isVisible(c)) {
        int needed = (space ? 1 : 0) + Character.charCount(c);
        if (clean.length() + needed > max) {
          return ellipsis(clean, max);
        }
        if (space) {
          clean.append(' ');
          space = false;
        }
        clean.appendCodePoint(c);
      }
    }
    return clean.toString();
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    boolean reorders = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f;
    return type != Character.CONTROL && type != Character.SURROGATE && c != 0xfeff && !reorders;
  }

  private static String ellipsis(StringBuilder clean, int max) {
    int end = Math.min(clean.length(), max - 1);
    if (end > 0 && Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return clean.substring(0, end) + "…";
  }
}
