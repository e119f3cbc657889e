package shotdeed.server.ledger;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.platform.Times;

/** Which keys signed for a log, in order. */
final class KeyStore {
  private KeyStore() {}

  /** The key that signs now, or {@code null} if none did yet. */
  static NoteKey newest(Handle handle, int log) {
    return handle.createQuery("select verifier_key from log_key where log_id = :log order by id desc limit 1")
        .bind("log", log)
        .mapTo(String.class)
        .findOne()
        .map(KeyStore::key)
        .orElse(null);
  }

  private static NoteKey key(String text) {
    try {
      return NoteKey.parse(text);
    } catch (Malformed e) {
      throw new IllegalStateException("a stored key is damaged", e);
    }
  }

  /**
   * From now on a key signs.
   *
   * @param statement what the key before said of it, or {@code null}
   */
  static void insert(Handle handle, int log, NoteKey key, SignedNote statement, Instant now) {
    handle.execute(
        "insert into log_key (log_id, fingerprint, verifier_key, statement, used_from) values (?, ?, ?, ?, ?)",
        log,
        key.fingerprint(),
        key.text(),
        statement == null ? null : statement.format(),
        Times.text(now));
  }

  /** What keys of a log said of those after them, in order. */
  static List<String> statements(Handle handle, int log) {
    return handle.createQuery("select statement from log_key where log_id = :log and statement is not null order by id")
        .bind("log", log)
        .mapTo(String.class)
        .list();
  }
}
