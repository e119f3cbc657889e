package shotdeed.server.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/**
 * Looks at the log before it is used. Where anything says that more, or something else, was signed than what the store
 * holds, the log is never continued: a size would be signed twice. A successor starts then, whose first leaf names the log
 * before and the highest checkpoint of it that is known outside.
 */
final class OpenLog {
  private static final Logger LOG = LoggerFactory.getLogger(OpenLog.class);
  private static final int CARRIED = 1_000;

  /** Why a successor starts; as the record says it. */
  enum Reason {
    /** More was signed than the store holds: an old backup came back. */
    OLDER_THAN_SIGNED("older-than-signed"),
    /** What was signed is not what the store holds. */
    DIFFERS("differs-from-what-was-signed"),
    /** What was remembered outside cannot be read. */
    MEMORY_DAMAGED("memory-damaged"),
    /** Leaves and tree of the store do not belong together. */
    DAMAGED("damaged"),
    /** The key's file is gone. */
    KEY_LOST("key-lost"),
    /** Somebody who runs the server said so. */
    ASKED("asked");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final LogKeys keys;
  private final LogMemory memory;

  OpenLog(LogKeys keys, LogMemory memory) {
    this.keys = keys;
    this.memory = memory;
  }

  /** Makes the log ready, or starts another. */
  void run(Handle handle, Instant now) {
    LogRow log = LogStore.newest(handle);
    Checkpoint remembered = null;
    Reason reason = null;
    try {
      remembered = memory.read();
    } catch (Malformed e) {
      reason = log == null ? null : Reason.MEMORY_DAMAGED;
    }
    if (log == null) {
      log = start(handle, now);
      if (remembered != null) {
        append(handle, now, remembered.origin(), remembered, Reason.OLDER_THAN_SIGNED);
      }
      return;
    }
    if (reason == null) {
      reason = reason(handle, log, remembered);
    }
    if (reason != null) {
      succeed(handle, now, log, remembered, reason);
    } else if (KeyStore.newest(handle, log.id()) == null) {
      KeyStore.insert(handle, log.id(), newKey().named(log.origin()), null, now);
    }
  }

  private Reason reason(Handle handle, LogRow log, Checkpoint remembered) {
    SignedNote signed = CheckpointStore.newest(handle, log.id());
    Checkpoint stored = signed == null ? null : CheckpointStore.checkpoint(signed);
    if (!isWhole(handle, log) || stored != null && !holds(handle, log, stored)) {
      return Reason.DAMAGED;
    }
    if (remembered != null && remembered.origin().equals(log.origin())) {
      if (remembered.size() > log.size()) {
        return Reason.OLDER_THAN_SIGNED;
      }
      if (!holds(handle, log, remembered)) {
        return Reason.DIFFERS;
      }
    } else if (remembered != null && LogStore.ofOrigin(handle, remembered.origin()) == null) {
      return Reason.OLDER_THAN_SIGNED; // of a log that followed on this one: a log before it is only not yet forgotten
    }
    NoteKey key = KeyStore.newest(handle, log.id());
    return key != null && keys.of(key.fingerprint()) == null ? Reason.KEY_LOST : null;
  }

  /** Whether what was signed once is what the log held at that size. */
  static boolean holds(Handle handle, LogRow log, Checkpoint checkpoint) {
    if (checkpoint.size() > log.size()) {
      return false;
    }
    try {
      byte[] root = new Tiles(handle, log.id()).root(checkpoint.size());
      return checkpoint.isSame(new Checkpoint(checkpoint.origin(), checkpoint.size(), root));
    } catch (Tiles.Damaged e) {
      return false;
    }
  }

  /** Whether the last leaves are those that the tree has. */
  private static boolean isWhole(Handle handle, LogRow log) {
    int rows = handle.createQuery("select coalesce(max(number) + 1, 0) from log_leaf where log_id = :log")
        .bind("log", log.id())
        .mapTo(int.class)
        .one();
    if (rows != log.size()) {
      return false;
    }
    Tiles tiles = new Tiles(handle, log.id());
    int from = Math.max(0, (log.size() - 1) / Tiles.WIDTH * Tiles.WIDTH);
    List<Leaf> last = LogStore.range(handle, log.id(), from, log.size());
    byte[] tile = tiles.tile(0, from / Tiles.WIDTH);
    for (int i = 0; i < last.size(); i++) {
      byte[] hash = Merkle.leaf(last.get(i).commitment());
      int at = i * hash.length;
      if (at + hash.length > tile.length || !Arrays.equals(hash, 0, hash.length, tile, at, at + hash.length)) {
        return false;
      }
    }
    return last.size() == log.size() - from;
  }

  private LogRow start(Handle handle, Instant now) {
    LogRow log = LogStore.start(handle, now);
    KeyStore.insert(handle, log.id(), newKey().named(log.origin()), null, now);
    return log;
  }

  private SigningKey newKey() {
    SigningKey key = SigningKey.generate();
    keys.put(key);
    return key;
  }

  /**
   * Starts a successor.
   *
   * @param known the highest checkpoint that is known outside, or {@code null}
   */
  void succeed(Handle handle, Instant now, LogRow before, Checkpoint known, Reason reason) {
    NoteKey last = KeyStore.newest(handle, before.id());
    SigningKey key = last == null ? null : keys.of(last.fingerprint());
    // Its times go on from where those of the log before ended, whatever the clock says.
    LogRow log = LogStore.start(handle, now.isBefore(before.lastAt()) ? before.lastAt() : now);
    KeyStore.insert(handle, log.id(), (key == null ? newKey() : key).named(log.origin()), null, now);
    SignedNote signed = CheckpointStore.newest(handle, before.id());
    Checkpoint stored = signed == null ? null : CheckpointStore.checkpoint(signed);
    boolean outside = known != null
        && (stored == null || !known.origin().equals(before.origin()) || known.size() >= stored.size());
    append(handle, now, before.origin(), outside ? known : stored, reason);
    carryOver(handle, now, before, stored == null ? 0 : stored.size());
    LOG.warn(
        "the log {} ends and {} starts ({}): a size that was signed is never signed again",
        before.origin(),
        log.origin(),
        reason.text);
  }

  /** @param last {@code null} if the log before was never signed */
  private static void append(Handle handle, Instant now, String origin, Checkpoint last, Reason reason) {
    String[] lines = (last == null ? new Checkpoint(origin, 0, Merkle.empty()) : last).text().split("\n");
    LogStore.append(
        handle,
        now,
        LogEntry.ofLog("predecessor", "origin", lines[0], "size", lines[1], "root", lines[2], "reason", reason.text));
  }

  /** What the log before holds unsigned would never have a proof: it is logged again, under the time of now. */
  private static void carryOver(Handle handle, Instant now, LogRow before, int signed) {
    for (int from = signed; from < before.size(); from += CARRIED) {
      List<LogEntry> again = new ArrayList<>();
      for (Leaf leaf : LogStore.range(handle, before.id(), from, Math.min(before.size(), from + CARRIED))) {
        if (leaf.extra() != null) {
          again.add(entry(handle, before, leaf));
        }
      }
      LogStore.append(handle, now, again);
    }
  }

  private static LogEntry entry(Handle handle, LogRow log, Leaf leaf) {
    LogRecord said = leaf.entry();
    Map<String, String> fields = new LinkedHashMap<>(said.fields());
    fields.remove("kind");
    fields.remove("time");
    return handle.createQuery(
            "select seller_id, certificate_id, complaint_id from log_leaf where log_id = :log and number = :number")
        .bind("log", log.id())
        .bind("number", leaf.number())
        .map((rs, ctx) ->
            new LogEntry(
                leaf.kind(),
                (Integer) rs.getObject("seller_id"),
                (Integer) rs.getObject("certificate_id"),
                (Integer) rs.getObject("complaint_id"),
                fields))
        .one();
  }
}
