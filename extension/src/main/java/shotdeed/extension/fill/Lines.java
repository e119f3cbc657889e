package shotdeed.extension.fill;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text. */
final class Lines {
  private Lines() {}

  /** Without empty ones, each without blanks at its ends. */
  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      String line = text.substring(from, to).trim();
      if (!line.isEmpty()) {
        lines.add(line);
      }
      from = to + 1;
    }
    return lines;
  }
}
