package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.digest.Hex;
import shotdeed.digest.Sha256;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.Utf8;

/** The parts of a bundle, each hashed once. */
final class Bundle {
  private final byte[] zip;
  private final List<StoredZip.Part> parts;
  private final Map<String, StoredZip.Part> byPath = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> pathByHash = new HashMap<>();

  Bundle(byte[] zip, List<StoredZip.Part> parts) {
    this.zip = zip;
    this.parts = parts;
    for (StoredZip.Part part : parts) {
      Sha256 hash = new Sha256();
      hash.add(zip, part.from(), part.bytes());
      String hex = Hex.of(hash.end());
      byPath.put(part.path(), part);
      hashes.put(part.path(), hex);
      pathByHash.putIfAbsent(hex, part.path());
    }
  }

  /** In the order of the archive. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (StoredZip.Part part : parts) {
      paths.add(part.path());
    }
    return paths;
  }

  StoredZip.Part part(String path) {
    return byPath.get(path);
  }

  boolean has(String path) {
    return byPath.containsKey(path);
  }

  /** SHA-256 of a part; empty if it is not there. */
  String hash(String path) {
    return hashes.getOrDefault(path, "");
  }

  /** The first part with a content, or the empty text. */
  String pathOf(String hash) {
    return pathByHash.getOrDefault(hash, "");
  }

  /** Whether a part starts with a line of ASCII characters. */
  boolean startsWith(String path, String line) {
    StoredZip.Part part = byPath.get(path);
    boolean same = part.bytes() > line.length() && zip[part.from() + line.length()] == '\n';
    for (int i = 0; same && i < line.length(); i++) {
      same = zip[part.from() + i] == line.charAt(i);
    }
    return same;
  }

  /** The bytes of a part, which are looked at only if they are not too many. */
  byte[] content(String path, int max) throws Malformed {
    StoredZip.Part part = byPath.get(path);
    if (part.bytes() > max) {
      throw new Malformed("it is too long");
    }
    return part.content(zip);
  }

  /**
   * A part as text.
   *
   * @param max bytes that are read at most
   */
  String text(String path, int max) throws Malformed {
    return Utf8.text(content(path, max));
  }
}
