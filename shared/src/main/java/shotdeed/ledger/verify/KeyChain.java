package shotdeed.ledger.verify;

import java.util.List;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/** The key of a bundle, and those that it followed on. */
final class KeyChain {
  private final NoteKey key;
  private final Crypto crypto;

  private KeyChain(NoteKey key, Crypto crypto) {
    this.key = key;
    this.crypto = crypto;
  }

  static KeyChain read(Bundle bundle, NoteKey key, Crypto crypto, Checks checks) {
    return new KeyChain(key, crypto);
  }

  /** The newest first. */
  List<String> fingerprints() {
    return List.of(key.fingerprint());
  }

  /** Whether the log signed a note. */
  boolean signed(SignedNote note) {
    return note.isSignedBy(key, crypto);
  }
}
