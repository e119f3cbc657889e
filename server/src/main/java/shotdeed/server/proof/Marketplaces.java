package shotdeed.server.proof;

import java.util.List;
import java.util.Locale;
import shotdeed.server.platform.DataFile;

/**
 * What each marketplace asks for, as data: every rule names its source, the day it was read and how sure it is. The
 * program knows no rule of its own.
 *
 * @param version of the data, a day
 * @param editors parts of the names of programs that change pictures, in lower case
 */
record Marketplaces(String version, List<String> editors, List<Marketplace> marketplaces) {
  private static final String FILE = "marketplaces.json";

  /**
   * One marketplace.
   *
   * @param id stable, for messages
   * @param entry where complaints are lodged
   * @param known whether what it asks for could be found out; without it there are no rules
   */
  record Marketplace(
      String id, String entry, boolean known, List<Rule> rules, String source, String read) {}

  /**
   * What has to be in the folder.
   *
   * @param id names the words for it
   * @param kinds that count, by {@link ProofKind#text}
   * @param least how many of them
   * @param formats media types that are taken; any if empty
   * @param minBytes smallest file
   * @param maxBytes largest file; 0 without a bound
   * @param unedited whether it must be as the camera wrote it
   * @param unlikeOriginal whether it must differ from the camera original
   * @param when {@code always}, or {@code person}: if a person is in the picture
   * @param read the day that the source was read, ISO 8601
   * @param confidence R read at a source, I inferred, L said by others only
   */
  record Rule(
      String id,
      List<String> kinds,
      int least,
      List<String> formats,
      long minBytes,
      long maxBytes,
      boolean unedited,
      boolean unlikeOriginal,
      String when,
      String source,
      String read,
      String confidence) {
    Rule {
      kinds.forEach(ProofKind::of);
      boolean timed = List.of("always", "person").contains(when);
      if (least < 1 || minBytes < 0 || maxBytes < 0 || source.isBlank() || !timed) {
        throw new IllegalArgumentException("a rule cannot be so: " + id);
      }
    }
  }

  /** The data in the jar. */
  static Marketplaces bundled() {
    return DataFile.read(FILE, DataFile.bundled(Marketplaces.class, FILE), Marketplaces.class);
  }

  /** Whether a program of this name changes pictures. */
  boolean edits(String software) {
    String name = software == null ? "" : software.toLowerCase(Locale.ROOT);
    return editors.stream().anyMatch(name::contains);
  }
}
