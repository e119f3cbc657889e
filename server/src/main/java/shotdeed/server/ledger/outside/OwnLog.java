package shotdeed.server.ledger.outside;

import java.util.List;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/** This server's own log, as far as a witness is concerned with it. */
public interface OwnLog {
  /** The newest checkpoint. */
  SignedNote checkpoint();

  /** The key that signs. */
  NoteKey key();

  /** The keys that signed and lead to the one that signs now. */
  default List<NoteKey> keys() {
    return List.of(key());
  }

  /** That a tree grew from an earlier one. */
  List<byte[]> consistency(String origin, int before, int size);

  /** A checkpoint that the log's key signed once and the log may not hold: then a successor starts. */
  void signedOutside(Checkpoint signed);
}
