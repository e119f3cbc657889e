package shotdeed.server.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** A key that signed, and what the one before said of it, or {@code null}. */
  private record Signed(int log, NoteKey key, String statement) {}

  /** What keys said of those after them, up to the key that signs for a log now, in order. */
  static List<String> statements(Handle handle, int log) {
    return trusted(handle, log).stream().map(Signed::statement).filter(Objects::nonNull).toList();
  }

  /** The keys that signed for a log and lead to the one that signs now: whoever trusts one trusts that. */
  static List<NoteKey> keys(Handle handle, int log) {
    return trusted(handle, log).stream().filter(signed -> signed.log() == log).map(Signed::key).toList();
  }

  /**
   * From the last key on of which none before it said anything. A log that follows another goes on with the key of that:
   * the same key then begins again without a statement.
   */
  private static List<Signed> trusted(Handle handle, int log) {
    List<Signed> chain = new ArrayList<>();
    String last = "";
    List<Signed> all = handle.createQuery(
            "select log_id, verifier_key, statement from log_key where log_id <= :log order by log_id, id")
        .bind("log", log)
        .map((rs, ctx) -> new Signed(rs.getInt("log_id"), key(rs.getString("verifier_key")), rs.getString("statement")))
        .list();
    for (Signed signed : all) {
      if (signed.statement() == null && !signed.key().fingerprint().equals(last)) {
        chain.clear();
      }
      chain.add(signed);
      last = signed.key().fingerprint();
    }
    return chain;
  }
}
