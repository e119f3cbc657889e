package shotdeed.server.ledger.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.ledger.SigningKey;

/** The key that a witness signs with; it is made when it is first needed, and signs nothing else. */
final class WitnessKey {
  private static final String FILE = "witness.pem";
  private static final int NAME = 16;
  private static final int TIME = 8;
  private static final int SIGNATURE = 64;

  private final SigningKey key;
  private final NoteKey named;

  private WitnessKey(SigningKey key) {
    this.key = key;
    named = new NoteKey(
        "shotdeed-witness/" + key.fingerprint().substring(0, NAME), NoteKey.WITNESS, key.publicKey());
  }

  /** Reads the key of a folder, or makes one there that its owner alone may read. */
  static WitnessKey in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      SigningKey.generate().write(file);
    }
    return new WitnessKey(SigningKey.read(file));
  }

  NoteKey named() {
    return named;
  }

  /** Signs a checkpoint's text at a time (c2sp.org/tlog-cosignature). */
  SignedNote.Signature signature(String text, long seconds) {
    byte[] signed = key.sign(SignedNote.witnessed(text, seconds));
    return new SignedNote.Signature(
        named.name(),
        named.id(),
        ByteBuffer.allocate(TIME + SIGNATURE).putLong(seconds).put(signed).array());
  }
}
