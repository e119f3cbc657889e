package shotdeed.server.ledger;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;
import shotdeed.server.platform.Times;

/** Logs and their leaves. */
public final class LogStore {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME = 8;
  private static final String LEAF = "select log_id, number, kind, commitment, extra, appended_at from log_leaf ";

  private LogStore() {}

  /** Appends one entry; see {@link #append(Handle, Instant, List)}. */
  public static void append(Handle handle, Instant now, LogEntry entry) {
    append(handle, now, List.of(entry));
  }

  /**
   * Appends entries to the log in use, in the transaction of the step that they are about: with it they stand or do not.
   * The time that the records carry is {@code now}, or that of the leaf before if the clock was set back: a time of the
   * log never decreases.
   */
  public static void append(Handle handle, Instant now, List<LogEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    LogRow log = inUse(handle, now);
    Instant at = now.isBefore(log.lastAt()) ? log.lastAt() : now;
    PreparedBatch rows = handle.prepareBatch(
        "insert into log_leaf (log_id, number, kind, seller_id, certificate_id, complaint_id, commitment, extra,"
            + " appended_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    List<byte[]> leaves = new ArrayList<>();
    for (LogEntry entry : entries) {
      byte[] extra = extra(entry, at);
      byte[] commitment = LogRecord.commitment(extra);
      rows.add(
          log.id(),
          log.size() + leaves.size(),
          entry.kind(),
          entry.seller(),
          entry.certificate(),
          entry.complaint(),
          commitment,
          extra,
          Times.text(at));
      leaves.add(Merkle.leaf(commitment));
    }
    rows.execute();
    new Tiles(handle, log.id()).append(log.size(), leaves);
    handle.execute(
        "update log set size = ?, last_at = ? where id = ?", log.size() + leaves.size(), Times.text(at), log.id());
  }

  private static byte[] extra(LogEntry entry, Instant at) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", entry.kind());
    fields.put("time", Times.text(at));
    fields.putAll(entry.fields());
    byte[] salt = new byte[LogRecord.SALT];
    RANDOM.nextBytes(salt);
    return new LogRecord(fields).extra(salt);
  }

  /** The log in use; if there is none yet, a new one under a name of chance. */
  static LogRow inUse(Handle handle, Instant now) {
    LogRow log = newest(handle);
    return log == null ? start(handle, now) : log;
  }

  /** The newest log, or {@code null}. */
  static LogRow newest(Handle handle) {
    return handle.createQuery("select * from log order by id desc limit 1")
        .map((rs, ctx) -> row(rs))
        .findOne()
        .orElse(null);
  }

  /** A log by what it is called, or {@code null}. */
  static LogRow ofOrigin(Handle handle, String origin) {
    return handle.createQuery("select * from log where origin = :origin")
        .bind("origin", origin)
        .map((rs, ctx) -> row(rs))
        .findOne()
        .orElse(null);
  }

  static LogRow of(Handle handle, int id) {
    return handle.createQuery("select * from log where id = :id").bind("id", id).map((rs, ctx) -> row(rs)).one();
  }

  /** Starts a log; from now on it is the one in use. */
  static LogRow start(Handle handle, Instant now) {
    byte[] name = new byte[NAME];
    RANDOM.nextBytes(name);
    handle.execute(
        "insert into log (origin, size, last_at, started_at) values (?, 0, ?, ?)",
        "shotdeed/" + HexFormat.of().formatHex(name),
        Times.text(now),
        Times.text(now));
    return newest(handle);
  }

  private static LogRow row(ResultSet rs) throws SQLException {
    return new LogRow(rs.getInt("id"), rs.getString("origin"), rs.getInt("size"), Times.of(rs.getString("last_at")));
  }

  /** What was logged about a certificate, in order; what was erased is not among it. */
  public static List<Leaf> ofCertificate(Handle handle, int certificate) {
    return handle.createQuery(
            LEAF + "where certificate_id = :certificate and extra is not null order by log_id, number")
        .bind("certificate", certificate)
        .map((rs, ctx) -> leaf(rs))
        .list();
  }

  /** What was logged about a complaint, in order. */
  public static List<Leaf> ofComplaint(Handle handle, int complaint) {
    return handle.createQuery(LEAF + "where complaint_id = :complaint and extra is not null order by log_id, number")
        .bind("complaint", complaint)
        .map((rs, ctx) -> leaf(rs))
        .list();
  }

  /** Leaves of a log from one number up to before another. */
  static List<Leaf> range(Handle handle, int log, int from, int to) {
    return handle.createQuery(LEAF + "where log_id = :log and number >= :from and number < :to order by number")
        .bind("log", log)
        .bind("from", from)
        .bind("to", to)
        .map((rs, ctx) -> leaf(rs))
        .list();
  }

  private static Leaf leaf(ResultSet rs) throws SQLException {
    return new Leaf(
        rs.getInt("log_id"),
        rs.getInt("number"),
        rs.getString("kind"),
        rs.getBytes("commitment"),
        rs.getBytes("extra"),
        Times.of(rs.getString("appended_at")));
  }

  /** Erases what a seller's leaves commit to, with the salts: the leaves stay, and say nothing any more. */
  static int erase(Handle handle, int seller) {
    return handle.execute("update log_leaf set extra = null where seller_id = ? and extra is not null", seller);
  }
}
