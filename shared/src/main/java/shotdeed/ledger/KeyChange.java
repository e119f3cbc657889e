package shotdeed.ledger;

import java.util.List;

/**
 * A log's key says which key signs from now on. The text of a note signed by both, so that whoever knows the old one can
 * trust the new one.
 *
 * @param from the key before
 * @param to the key after, of the same name
 * @param time when, by the clock of the log's operator; ISO 8601 in UTC
 */
public record KeyChange(NoteKey from, NoteKey to, String time) {
  /** Its first line. */
  public static final String FIRST = "shotdeed-key@v1";

  private static final int LINES = 4;

  /** The text to be signed. */
  public String text() {
    return FIRST + "\nfrom " + from.text() + "\nto " + to.text() + "\ntime " + time + "\n";
  }

  /** Reads what {@link #text} wrote. */
  public static KeyChange parse(String text) throws Malformed {
    List<String> lines = Lines.of(text, LINES);
    boolean whole = lines.size() == LINES
        && lines.get(0).equals(FIRST)
        && lines.get(1).startsWith("from ")
        && lines.get(2).startsWith("to ")
        && lines.get(3).startsWith("time ");
    if (!whole) {
      throw new Malformed("it is not a change of keys");
    }
    KeyChange change = new KeyChange(
        NoteKey.parse(lines.get(1).substring("from ".length())),
        NoteKey.parse(lines.get(2).substring("to ".length())),
        lines.get(3).substring("time ".length()));
    boolean oneLog = change.from.name().equals(change.to.name());
    if (!oneLog || change.from.type() != NoteKey.LOG || change.to.type() != NoteKey.LOG) {
      throw new Malformed("keys of different logs");
    }
    return change;
  }

  /** Whether a note is this change and both keys signed it. */
  public static boolean isSigned(SignedNote note, Crypto crypto) throws Malformed {
    KeyChange change = parse(note.text());
    return note.isSignedBy(change.from, crypto) && note.isSignedBy(change.to, crypto);
  }
}
