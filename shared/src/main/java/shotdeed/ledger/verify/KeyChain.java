package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.KeyChange;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/** The key of a bundle, and those that it followed on: each said which one comes after it. */
final class KeyChain {
  /** Notes of {@link KeyChange}s, the oldest first, one behind the other or with a blank line between. */
  static final String PATH = "proofs/keys.note";

  /** Changes of one chain. */
  private static final int MAX = 50;

  private static final int MAX_BYTES = 256 << 10;

  /** The newest first. */
  private final List<NoteKey> keys = new ArrayList<>();

  private final Map<String, List<NoteKey>> byOrigin = new HashMap<>();
  private final Crypto crypto;

  private KeyChain(NoteKey key, Crypto crypto) {
    this.crypto = crypto;
    keys.add(key);
  }

  /** Reads the changes, each of which has to be signed by both its keys and to lead to the next. */
  static KeyChain read(Bundle bundle, NoteKey key, Crypto crypto, Checks checks) {
    KeyChain chain = new KeyChain(key, crypto);
    if (!bundle.has(PATH)) {
      return chain;
    }
    try {
      List<SignedNote> notes = notes(bundle.text(PATH, MAX_BYTES));
      for (int i = notes.size() - 1; i >= 0; i--) {
        KeyChange change = KeyChange.parse(notes.get(i).text());
        NoteKey last = chain.keys.get(chain.keys.size() - 1);
        boolean right = change.to().fingerprint().equals(last.fingerprint()) && KeyChange.isSigned(notes.get(i), crypto);
        if (!checks.add(Check.KEYS, PATH, right, change.from().fingerprint(), change.to().fingerprint())) {
          return chain;
        }
        chain.keys.add(change.from());
      }
    } catch (Malformed e) {
      checks.bad(Check.KEYS, PATH, "", "", e.getMessage());
    }
    return chain;
  }

  private static List<SignedNote> notes(String text) throws Malformed {
    List<SignedNote> notes = new ArrayList<>();
    String first = KeyChange.FIRST + "\n";
    int from = 0;
    while (from < text.length()) {
      int next = text.indexOf("\n" + first, from);
      int end = next < 0 ? text.length() : next + 1;
      String note = text.substring(from, end);
      // One blank line may stand between two.
      boolean apart = next >= 0 && note.endsWith("\n\n");
      if (notes.size() == MAX) {
        throw new Malformed("too many changes of keys");
      }
      notes.add(SignedNote.parse(apart ? note.substring(0, note.length() - 1) : note));
      from = end;
    }
    return notes;
  }

  /** The newest first. */
  List<String> fingerprints() {
    List<String> fingerprints = new ArrayList<>();
    for (NoteKey key : keys) {
      fingerprints.add(key.fingerprint());
    }
    return List.copyOf(fingerprints);
  }

  /** Whether one of the keys signed a note for a log: of logs that follow each other the key stays the same. */
  boolean signed(SignedNote note, String origin) {
    for (NoteKey key : named(origin)) {
      if (note.isSignedBy(key, crypto)) {
        return true;
      }
    }
    return false;
  }

  /** The keys under the name of a log, made once: that of the bundle, or the one before. */
  private List<NoteKey> named(String origin) {
    List<NoteKey> named = byOrigin.get(origin);
    if (named == null) {
      named = new ArrayList<>();
      for (NoteKey key : keys) {
        named.add(new NoteKey(origin, NoteKey.LOG, key.publicKey()));
      }
      byOrigin.put(origin, named);
    }
    return named;
  }
}
