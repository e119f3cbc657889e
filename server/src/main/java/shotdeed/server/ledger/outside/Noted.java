package shotdeed.server.ledger.outside;

import java.util.Base64;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.Utf8;

/**
 * A checkpoint with its signatures.
 *
 * @param note its text is what is stamped and witnessed
 */
public record Noted(Checkpoint checkpoint, SignedNote note) {
  /** Reads a note that this program signed or checked. */
  public static Noted of(SignedNote note) {
    try {
      return new Noted(Checkpoint.parse(note.text()), note);
    } catch (Malformed e) {
      throw new IllegalStateException("a note is no checkpoint", e);
    }
  }

  static Noted of(String note) {
    try {
      return of(SignedNote.parse(note));
    } catch (Malformed e) {
      throw new IllegalStateException("a stored note is damaged", e);
    }
  }

  public String origin() {
    return checkpoint.origin();
  }

  /** Leaves. */
  public int size() {
    return checkpoint.size();
  }

  /** In base64, as it stands in the text. */
  public String root() {
    return Base64.getEncoder().encodeToString(checkpoint.root());
  }

  /** What is stamped: the bytes that go into {@code .checkpoint} files. */
  public byte[] bytes() {
    return Utf8.bytes(note.text());
  }
}
