package shotdeed.server.ledger.outside;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.stamp.TimeStamp;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;

/** What others said, and how far asking them has come. */
final class OutsideStore {
  private static final int MAX_DETAIL = 200;

  private OutsideStore() {}

  /** Keeps a stamp; one of the same authority about the same checkpoint stays. */
  static void keep(Handle handle, Noted checkpoint, StampClient.Given given, String url, Instant now) {
    TimeStamp stamp = given.stamp();
    handle.execute(
        "insert into time_stamp (origin, size, root, note, token, stated_time, authority, fingerprint, url,"
            + " received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (origin, size, root, fingerprint) do nothing",
        checkpoint.origin(),
        checkpoint.size(),
        checkpoint.root(),
        checkpoint.note().format(),
        given.tsr(),
        stamp.time(),
        stamp.authority(),
        stamp.fingerprint(),
        url,
        Times.text(now));
  }

  /** Keeps what a witness signed; the first signature under a checkpoint stays. */
  static void keep(
      Handle handle, Noted checkpoint, SignedNote.Signature signature, Instant stated, Instant now) {
    String signed = new SignedNote(checkpoint.note().text(), List.of(signature)).format();
    handle.execute(
        "insert into cosignature (origin, size, root, note, line, witness, stated_time, received_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (origin, size, root, witness) do nothing",
        checkpoint.origin(),
        checkpoint.size(),
        checkpoint.root(),
        checkpoint.note().format(),
        signed.substring(checkpoint.note().text().length() + 1, signed.length() - 1),
        signature.name(),
        DateTimeFormatter.ISO_INSTANT.format(stated),
        Times.text(now));
  }

  /** The largest size of a log that a witness signed, or 0. */
  static int witnessed(Handle handle, String origin, String witness) {
    return handle.createQuery(
            "select coalesce(max(size), 0) from cosignature where origin = :origin and witness = :witness")
        .bind("origin", origin)
        .bind("witness", witness)
        .mapTo(int.class)
        .one();
  }

  /** Whether a log has evidence from a leaf on. */
  static boolean evidenceSince(Handle handle, String origin, int leaf) {
    return handle.createQuery(
            "select 1 from log_leaf t join log l on l.id = t.log_id"
                + " where l.origin = :origin and t.number >= :leaf and t.kind = 'evidence' limit 1")
        .bind("origin", origin)
        .bind("leaf", leaf)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /** How far it is, if anything was tried since the address was set. */
  static Optional<OutsideState> state(Handle handle, String name, String url) {
    return handle.createQuery(
            "select tries, tried_at, next_at, fault, detail, done_at, done_origin, done_size from outside_errand"
                + " where name = :name and url = :url")
        .bind("name", name)
        .bind("url", url)
        .map((rs, ctx) -> new OutsideState(
            rs.getInt("tries"),
            Times.of(rs.getString("tried_at")),
            Times.of(rs.getString("next_at")),
            rs.getString("fault"),
            rs.getString("detail"),
            Times.of(rs.getString("done_at")),
            rs.getString("done_origin"),
            rs.getInt("done_size")))
        .findOne();
  }

  /** A try was answered well. */
  static void done(Handle handle, String name, String url, Noted checkpoint, Instant now) {
    handle.execute(
        """
        insert into outside_errand (name, url, tries, tried_at, done_at, done_origin, done_size)
        values (?, ?, 0, ?, ?, ?, ?)
        on conflict (name) do update set url = excluded.url, tries = 0, tried_at = excluded.tried_at, next_at = null,
          fault = null, detail = null, done_at = excluded.done_at, done_origin = excluded.done_origin,
          done_size = excluded.done_size""",
        name,
        url,
        Times.text(now),
        Times.text(now),
        checkpoint.origin(),
        checkpoint.size());
  }

  /** A try failed. What was done under another address before is forgotten with it; its stamps stay. */
  static void failed(
      Handle handle, String name, String url, int tries, NotGiven why, Instant now, Instant next) {
    boolean same = state(handle, name, url).isPresent();
    if (!same) {
      handle.execute("delete from outside_errand where name = ?", name);
    }
    handle.execute(
        """
        insert into outside_errand (name, url, tries, tried_at, next_at, fault, detail) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (name) do update set tries = excluded.tries, tried_at = excluded.tried_at,
          next_at = excluded.next_at, fault = excluded.fault, detail = excluded.detail""",
        name,
        url,
        tries,
        Times.text(now),
        Times.text(next),
        why.fault().text(),
        PageText.line(why.detail(), MAX_DETAIL));
  }
}
