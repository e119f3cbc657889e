package shotdeed.server.complain.forms;

import java.util.List;
import shotdeed.wire.Geometry;

/**
 * What a comparison sheet shows: original and copy beside each other, row after row, with what is to be said of each.
 *
 * @param title in large letters
 * @param about lines below it
 * @param foot the last line
 */
record Sheet(String title, List<String> about, List<Row> rows, String foot) {
  /**
   * An original and a copy.
   *
   * @param original SHA-256 of the stored photograph
   * @param copy SHA-256 of the stored picture of the listing, or of what the browser made of it
   * @param geometry outlines to be drawn; {@code null} for none
   * @param underOriginal below the original
   * @param underCopy below the copy
   */
  record Row(
      String original, String copy, Geometry geometry, String underOriginal, String underCopy, List<Fact> facts) {}

  /** A line of what is said: its name in small letters, its value below. */
  record Fact(String name, String value) {}
}
