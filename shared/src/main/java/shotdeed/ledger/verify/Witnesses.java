package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/**
 * Who besides the log signed its checkpoints, and when. Their keys are in the bundle, so whoever reads a witness's name
 * compares the fingerprint with one from elsewhere.
 */
final class Witnesses {
  /** A line for each witness: its key as {@link NoteKey#text}. */
  static final String PATH = "proofs/witnesses.txt";

  private static final int MAX = 100;
  private static final int MAX_BYTES = 64 << 10;

  private final List<NoteKey> keys = new ArrayList<>();
  private final Crypto crypto;
  private final Checks checks;

  private Witnesses(Crypto crypto, Checks checks) {
    this.crypto = crypto;
    this.checks = checks;
  }

  static Witnesses read(Bundle bundle, Crypto crypto, Checks checks) {
    Witnesses witnesses = new Witnesses(crypto, checks);
    if (!bundle.has(PATH)) {
      return witnesses;
    }
    try {
      String text = bundle.text(PATH, MAX_BYTES);
      int from = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        NoteKey key = NoteKey.parse(text.substring(from, end));
        if (key.type() != NoteKey.WITNESS || witnesses.keys.size() >= MAX) {
          throw new Malformed("not the key of a witness, or too many");
        }
        witnesses.keys.add(key);
        from = end + 1;
      }
      if (from < text.length()) {
        throw new Malformed("the last line does not end");
      }
    } catch (Malformed e) {
      checks.bad(Check.WITNESS, PATH, "", "", e.getMessage());
    }
    return witnesses;
  }

  /** Who signed a checkpoint; a signature under a known key that does not hold is a fault of the part. */
  List<Logged.Attested> of(SignedNote checkpoint, String part) {
    List<Logged.Attested> found = new ArrayList<>();
    for (NoteKey key : keys) {
      if (!isNamed(key, checkpoint)) {
        continue;
      }
      String time = UtcTime.of(checkpoint.witnessedBy(key, crypto));
      if (checks.add(Check.WITNESS, part, !time.isEmpty(), key.name(), time, key.fingerprint())) {
        found.add(new Logged.Attested(Check.WITNESS, key.name(), key.fingerprint(), time));
      }
    }
    return found;
  }

  private static boolean isNamed(NoteKey key, SignedNote note) {
    for (SignedNote.Signature signature : note.signatures()) {
      if (signature.isBy(key)) {
        return true;
      }
    }
    return false;
  }
}
