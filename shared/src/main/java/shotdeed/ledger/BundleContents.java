package shotdeed.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is in a bundle, the text of its first file, {@link #PATH}; the log's key signs it.
 *
 * @param origin of the log
 * @param key that signs this list: whoever checks a bundle has its fingerprint, which is only the key's hash
 * @param complaint number of the complaint
 * @param language such as {@code zh-CN}
 * @param packed when, by the operator's clock; ISO 8601 in UTC
 * @param files in the order of the zip, without this one
 * @param withheld sealed parts that are not in the bundle
 */
public record BundleContents(
    String origin,
    NoteKey key,
    int complaint,
    String language,
    String packed,
    List<SealedList.Part> files,
    List<SealedList.Part> withheld) {
  /** Where it stands in the zip. */
  public static final String PATH = "contents.note";

  /** Its first line. */
  public static final String FIRST = "shotdeed-bundle@v1";

  private static final String FILE = "file ";
  private static final String WITHHELD = "withheld ";
  private static final int HEAD = 6;

  /** The text to be signed. */
  public String text() {
    StringBuilder out = new StringBuilder(FIRST + "\norigin ")
        .append(origin)
        .append("\nkey ")
        .append(key.text())
        .append("\ncomplaint ")
        .append(complaint)
        .append("\nlanguage ")
        .append(language)
        .append("\npacked ")
        .append(packed)
        .append('\n');
    for (SealedList.Part file : files) {
      out.append(FILE).append(file.line()).append('\n');
    }
    for (SealedList.Part part : withheld) {
      out.append(WITHHELD).append(part.line()).append('\n');
    }
    return out.toString();
  }

  /** Reads what {@link #text} wrote. */
  public static BundleContents parse(String text) throws Malformed {
    List<String> lines = Lines.of(text, HEAD + StoredZip.MAX_PARTS + SealedList.MAX);
    if (lines.size() < HEAD || !lines.get(0).equals(FIRST)) {
      throw new Malformed("it is not a list of a bundle's contents");
    }
    List<SealedList.Part> files = new ArrayList<>();
    List<SealedList.Part> withheld = new ArrayList<>();
    Set<String> paths = new HashSet<>(Set.of(PATH));
    for (String line : lines.subList(HEAD, lines.size())) {
      boolean file = line.startsWith(FILE) && withheld.isEmpty();
      if (!file && !line.startsWith(WITHHELD)) {
        throw new Malformed("a line names neither a file nor a withheld part");
      }
      SealedList.Part part = SealedList.Part.parse(line.substring((file ? FILE : WITHHELD).length()));
      if (!paths.add(part.path())) {
        throw new Malformed("a part is listed twice: " + part.path());
      }
      (file ? files : withheld).add(part);
    }
    return new BundleContents(
        field("origin", lines.get(1)),
        NoteKey.parse(field("key", lines.get(2))),
        Lines.number(field("complaint", lines.get(3))),
        field("language", lines.get(4)),
        field("packed", lines.get(5)),
        List.copyOf(files),
        List.copyOf(withheld));
  }

  private static String field(String name, String line) throws Malformed {
    if (!line.startsWith(name + " ") || line.length() == name.length() + 1) {
      throw new Malformed("the line of " + name + " is missing");
    }
    return line.substring(name.length() + 1);
  }
}
