package shotdeed.server.ledger;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SignedNote;
import shotdeed.server.platform.Times;

/** Checkpoints that were signed. */
final class CheckpointStore {
  private CheckpointStore() {}

  /** That of a size, or {@code null}. */
  static SignedNote of(Handle handle, int log, int size) {
    return one(handle, "and size = :size", log, size);
  }

  /** The newest, or {@code null}. */
  static SignedNote newest(Handle handle, int log) {
    return one(handle, "and size >= :size order by size desc limit 1", log, 0);
  }

  private static SignedNote one(Handle handle, String which, int log, int size) {
    return handle.createQuery("select note from log_checkpoint where log_id = :log " + which)
        .bind("log", log)
        .bind("size", size)
        .mapTo(String.class)
        .findOne()
        .map(CheckpointStore::note)
        .orElse(null);
  }

  private static SignedNote note(String text) {
    try {
      return SignedNote.parse(text);
    } catch (Malformed e) {
      throw new IllegalStateException("a stored checkpoint is damaged", e);
    }
  }

  /** What a stored note says. */
  static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.parse(note.text());
    } catch (Malformed e) {
      throw new IllegalStateException("a stored checkpoint is damaged", e);
    }
  }

  static void insert(Handle handle, int log, Checkpoint checkpoint, SignedNote note, Instant now) {
    handle.execute(
        "insert into log_checkpoint (log_id, size, root, note, signed_at) values (?, ?, ?, ?, ?)",
        log,
        checkpoint.size(),
        checkpoint.root(),
        note.format(),
        Times.text(now));
  }
}
