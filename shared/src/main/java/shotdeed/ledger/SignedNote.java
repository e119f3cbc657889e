package shotdeed.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signatures (c2sp.org/signed-note).
 *
 * @param text not empty, ends with a line feed
 * @param signatures in the order of their lines
 */
public record SignedNote(String text, List<Signature> signatures) {
  /** Characters of a note with all its signatures: a bundle's contents of 5,000 parts need less. */
  public static final int MAX = 2 << 20;

  /** As many as c2sp.org/signed-note asks readers to take. */
  private static final int MAX_SIGNATURES = 16;

  /** Characters of a line of a signature: room for a name, and for schemes with longer signatures than Ed25519. */
  private static final int MAX_LINE = 8 << 10;
  private static final String START = "\u2014 ";
  private static final int ID = 4;
  private static final int TIME = 8;
  private static final int SIGNATURE = 64;

  /**
   * Who signed, and what: of a {@link NoteKey#LOG} 64 bytes; of a {@link NoteKey#WITNESS} the time in 8 bytes before them.
   *
   * @param id of the key, 4 bytes
   */
  public record Signature(String name, byte[] id, byte[] bytes) {
    /** Whether it says that it is by a key; whether it holds is another question. */
    public boolean isBy(NoteKey key) {
      return name.equals(key.name()) && key.hasId(id);
    }
  }

  /** The note as text. */
  public String format() {
    StringBuilder out = new StringBuilder(text).append('\n');
    for (Signature signature : signatures) {
      byte[] bytes = Arrays.copyOf(signature.id(), ID + signature.bytes().length);
      System.arraycopy(signature.bytes(), 0, bytes, ID, signature.bytes().length);
      out.append(START).append(signature.name()).append(' ').append(Lines.base64(bytes)).append('\n');
    }
    return out.toString();
  }

  /** Reads what {@link #format} wrote. */
  public static SignedNote parse(String note) throws Malformed {
    if (note.length() > MAX) {
      throw new Malformed("the note is too long");
    }
    Lines.requirePlain(note);
    int blank = note.lastIndexOf("\n\n");
    if (blank <= 0) {
      throw new Malformed("the note has no signature");
    }
    List<String> lines = Lines.of(note.substring(blank + 2), MAX_SIGNATURES);
    if (lines.isEmpty()) {
      throw new Malformed("the note has no signature");
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(signature(line));
    }
    return new SignedNote(note.substring(0, blank + 1), List.copyOf(signatures));
  }

  /** Reads one line of a signature, without its line feed. */
  public static Signature signature(String line) throws Malformed {
    if (line.length() > MAX_LINE) {
      throw new Malformed("a signature is too long");
    }
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(START) || space < START.length() || !NoteKey.isName(line.substring(START.length(), space))) {
      throw new Malformed("a line is no signature");
    }
    byte[] bytes = Lines.base64(line.substring(space + 1));
    if (bytes.length <= ID) {
      throw new Malformed("a signature is too short");
    }
    return new Signature(
        line.substring(START.length(), space), Arrays.copyOf(bytes, ID), Arrays.copyOfRange(bytes, ID, bytes.length));
  }

  /** The same text with one more signature. */
  public SignedNote with(Signature signature) {
    List<Signature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, List.copyOf(more));
  }

  /** Whether a log's key signed the text, and each of its signatures holds. */
  public boolean isSignedBy(NoteKey key, Crypto crypto) {
    boolean signed = false;
    for (Signature signature : signatures) {
      if (signature.isBy(key)) {
        if (!key.verifies(crypto, Utf8.bytes(text), signature.bytes())) {
          return false;
        }
        signed = true;
      }
    }
    return signed;
  }

  /**
   * When a witness signed the text, in seconds since 1970; -1 if it did not, or a signature of it does not hold.
   */
  public long witnessedBy(NoteKey key, Crypto crypto) {
    long time = -1;
    for (Signature signature : signatures) {
      if (signature.isBy(key)) {
        byte[] bytes = signature.bytes();
        if (bytes.length != TIME + SIGNATURE) {
          return -1;
        }
        long seconds = 0;
        for (int i = 0; i < TIME; i++) {
          seconds = seconds << Byte.SIZE | bytes[i] & 0xff;
        }
        byte[] rest = Arrays.copyOfRange(bytes, TIME, bytes.length);
        if (seconds < 0 || !key.verifies(crypto, witnessed(text, seconds), rest)) {
          return -1;
        }
        time = seconds;
      }
    }
    return time;
  }

  /** What a witness signs at a time. */
  public static byte[] witnessed(String text, long seconds) {
    return Utf8.bytes("cosignature/v1\ntime " + seconds + "\n" + text);
  }
}
