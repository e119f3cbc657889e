package shotdeed.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.digest.Hex;
import shotdeed.digest.Sha256;

/**
 * What was sealed when evidence was made: names and hashes of its parts. The log commits to the hash of this list.
 *
 * @param parts in order
 */
public record SealedList(List<Part> parts) {
  /** Parts of one list. */
  public static final int MAX = 5_000;

  /** Bytes of a list: no {@link #MAX} parts need more. */
  public static final int MAX_BYTES = 3 << 19;

  private static final String FIRST = "shotdeed-sealed@v1";

  /**
   * A part.
   *
   * @param sha256 64 hexadecimal digits
   * @param path see {@link StoredZip#isPath}
   */
  public record Part(String sha256, int bytes, String path) {
    /** As a line, without the line feed. */
    public String line() {
      return sha256 + " " + bytes + " " + path;
    }

    /** Reads a line. */
    public static Part parse(String line) throws Malformed {
      int first = line.indexOf(' ');
      int second = line.indexOf(' ', first + 1);
      if (first < 0 || second < 0) {
        throw new Malformed("a line should be a hash, a size and a path");
      }
      Part part = new Part(
          line.substring(0, first), Lines.number(line.substring(first + 1, second)), line.substring(second + 1));
      if (!Hex.isHash(part.sha256()) || !StoredZip.isPath(part.path())) {
        throw new Malformed("a line should be a hash, a size and a path");
      }
      return part;
    }

    /** Whether a content is this part's. */
    public boolean isOf(byte[] content) {
      return content.length == bytes && Sha256.hex(content).equals(sha256);
    }
  }

  /** The list as bytes. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(FIRST + "\n");
    for (Part part : parts) {
      out.append(part.line()).append('\n');
    }
    return Utf8.bytes(out.toString());
  }

  /** Reads what {@link #bytes} wrote. */
  public static SealedList parse(byte[] bytes) throws Malformed {
    if (bytes.length > MAX_BYTES) {
      throw new Malformed("the list is too long");
    }
    List<String> lines = Lines.of(Utf8.text(bytes), 1 + MAX);
    if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
      throw new Malformed("it is not a list of sealed parts");
    }
    List<Part> parts = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      Part part = Part.parse(line);
      if (!paths.add(part.path())) {
        throw new Malformed("a part is listed twice: " + part.path());
      }
      parts.add(part);
    }
    return new SealedList(List.copyOf(parts));
  }
}
