package shotdeed.server.ledger.outside;

import java.nio.charset.StandardCharsets;

/**
 * A checkpoint of a log (c2sp.org/tlog-checkpoint).
 *
 * @param root in base64, as it stands in the text
 * @param text what is signed, with its last end of line
 * @param note the text, an empty line, and a line for each signature
 */
public record Noted(String origin, long size, String root, String text, String note) {
  /** Reads a note that this program signed or checked. */
  public static Noted of(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      throw new IllegalArgumentException("no signed note");
    }
    String[] lines = note.substring(0, end).split("\n", -1);
    return new Noted(lines[0], Long.parseLong(lines[1]), lines[2], note.substring(0, end + 1), note);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
