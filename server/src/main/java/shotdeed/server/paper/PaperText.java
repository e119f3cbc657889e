package shotdeed.server.paper;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.platform.PageText;

/** Text made ready for a page: plain, bounded, and broken into lines. */
public final class PaperText {
  private static final String NOT_FIRST = "、。，．：；？！）］｝」』】》〉…”’%％,.;:?!)]}·～ー々";
  private static final String NOT_LAST = "（［｛「『【《〈“‘([{";
  private static final String BREAKS_AFTER = "/?&=-_.";

  private PaperText() {}

  /**
   * One line of plain text: no control characters, nothing that reorders the text around it or has no shape of its own.
   *
   * @param max characters that are kept
   */
  public static String plain(String text, int max) {
    String line = PageText.line(text, max);
    return isPlain(line) ? line : Normalizer.normalize(withoutShapeless(line), Normalizer.Form.NFC);
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= 0x300 && !Letters.isHan(line.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A picture character put together from several shows once. */
  private static String withoutShapeless(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    boolean joined = false;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      boolean joins = c == 0x200d || c >= 0x1f3fb && c <= 0x1f3ff;
      boolean shown = !joins && !(joined && c >= 0x10000) && Character.getType(c) != Character.FORMAT
          && !(c >= 0xfe00 && c <= 0xfe0f) && !(c >= 0xe0000 && c <= 0xe0fff);
      if (shown) {
        plain.appendCodePoint(c);
      }
      joined = c == 0x200d;
    }
    return plain.toString();
  }

  /**
   * Lines that are not wider than a column, in the order in which their characters are drawn.
   *
   * @param width of the column, in points
   * @param size of the letters, in points
   */
  public static List<String> lines(String text, PaperFonts fonts, float width, float size) throws IOException {
    long room = (long) (width * 1000 / size);
    List<String> lines = new ArrayList<>(2);
    int start = 0;
    int fit = 0;
    long taken = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      taken += fonts.width(c);
      if (taken > room && i > start && c != ' ') {
        int end = fit > start ? fit : i;
        lines.add(Letters.visual(text.substring(start, end).strip()));
        start = end;
        fit = end;
        taken = 0;
        i = end;
        continue;
      }
      if (next < text.length() && mayEnd(c, text.codePointAt(next))) {
        fit = next;
      }
      i = next;
    }
    lines.add(Letters.visual(text.substring(start).strip()));
    return lines;
  }

  private static boolean mayEnd(int c, int next) {
    if (NOT_FIRST.indexOf(next) >= 0 || NOT_LAST.indexOf(c) >= 0 || next == ' ') {
      return false;
    }
    return c == ' ' || Letters.isHan(c) || Letters.isHan(next) || BREAKS_AFTER.indexOf(c) >= 0;
  }
}
