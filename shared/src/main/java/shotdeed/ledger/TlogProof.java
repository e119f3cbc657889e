package shotdeed.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A proof that something was logged (c2sp.org/tlog-proof): what stands at a leaf, the path from it to the root, and the
 * checkpoint of that root.
 *
 * @param extra the salt and the record behind it (see {@link LogRecord})
 * @param index of the leaf, from 0
 * @param path from the leaf's sibling up
 * @param checkpoint a signed note
 */
public record TlogProof(byte[] extra, int index, List<byte[]> path, SignedNote checkpoint) {
  /** Characters of a proof with its checkpoint. */
  public static final int MAX = 128 << 10;

  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final int MAX_PATH = 64;
  private static final int MAX_EXTRA = 16 << 10;

  /** The proof as text. */
  public String format() {
    StringBuilder out = new StringBuilder(FIRST + "\nextra ").append(Lines.base64(extra));
    out.append("\nindex ").append(index).append('\n');
    for (byte[] hash : path) {
      out.append(Lines.base64(hash)).append('\n');
    }
    return out.append('\n').append(checkpoint.format()).toString();
  }

  /** Reads what {@link #format} wrote. */
  public static TlogProof parse(String text) throws Malformed {
    if (text.length() > MAX) {
      throw new Malformed("the proof is too long");
    }
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("a proof ends with a checkpoint");
    }
    List<String> lines = Lines.of(text.substring(0, blank + 1), 3 + MAX_PATH);
    if (lines.size() < 3 || !lines.get(0).equals(FIRST)) {
      throw new Malformed("it is not a proof");
    }
    byte[] extra = Lines.base64(after("extra ", lines.get(1)));
    if (extra.length > MAX_EXTRA) {
      throw new Malformed("the proof's record is too long");
    }
    int index = Lines.number(after("index ", lines.get(2)));
    List<byte[]> path = new ArrayList<>();
    for (int i = 3; i < lines.size(); i++) {
      path.add(Lines.hash(lines.get(i)));
    }
    return new TlogProof(extra, index, List.copyOf(path), SignedNote.parse(text.substring(blank + 2)));
  }

  private static String after(String start, String line) throws Malformed {
    if (!line.startsWith(start)) {
      throw new Malformed("a line should start with " + start);
    }
    return line.substring(start.length());
  }

  /** What the proof claims to lead to; its signatures are still to be checked. */
  public Checkpoint claimed() throws Malformed {
    return Checkpoint.parse(checkpoint.text());
  }

  /** Whether the path leads from the record to the root that the checkpoint names. */
  public boolean leadsToItsRoot() throws Malformed {
    Checkpoint claimed = claimed();
    return Merkle.includes(
        Merkle.leaf(LogRecord.commitment(extra)), index, claimed.size(), path, claimed.root());
  }
}
