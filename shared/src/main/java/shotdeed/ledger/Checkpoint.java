package shotdeed.ledger;

import java.util.List;

/**
 * What a log commits to (c2sp.org/tlog-checkpoint, without extension lines).
 *
 * @param origin names the log, as its key does
 * @param size leaves
 * @param root 32 bytes
 */
public record Checkpoint(String origin, int size, byte[] root) {
  private static final int LINES = 3;

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + Lines.base64(root) + "\n";
  }

  /** Reads the text that is signed. */
  public static Checkpoint parse(String text) throws Malformed {
    List<String> lines = Lines.of(text, LINES);
    if (lines.size() != LINES || !NoteKey.isName(lines.get(0))) {
      throw new Malformed("a checkpoint is an origin, a size and a root");
    }
    return new Checkpoint(lines.get(0), Lines.number(lines.get(1)), Lines.hash(lines.get(2)));
  }

  /** Whether both say the same. */
  public boolean isSame(Checkpoint other) {
    return text().equals(other.text());
  }
}
