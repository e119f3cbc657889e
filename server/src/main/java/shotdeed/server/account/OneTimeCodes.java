package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Codes that work once and for a while. Only their hashes are stored. */
enum OneTimeCodes {
  SIGN_IN("sign_in_link"),
  PAIRING("pairing_code"),
  PASSWORD("password_link");

  private final String table;

  OneTimeCodes(String table) {
    this.table = table;
  }

  /** Makes a code for an account, and forgets codes that ran out unused. */
  String create(Handle handle, int account, Instant now, Duration life) {
    String code = Secrets.random();
    handle.execute("delete from " + table + " where expires_at < ? and used_at is null", Times.text(now));
    handle.execute(
        "insert into " + table + " (hash, account_id, created_at, expires_at) values (?, ?, ?, ?)",
        Secrets.hash(code),
        account,
        Times.text(now),
        Times.text(now.plus(life)));
    return code;
  }

  /** The account of a code that works, or 0; the code stays good. */
  int look(Handle handle, String code, Instant now) {
    return handle.createQuery(
            "select account_id from " + table + " where hash = :hash and used_at is null and expires_at > :now")
        .bind("now", Times.text(now))
        .bind("hash", Secrets.hash(code == null ? "" : code))
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** Makes an account's unused codes worthless. */
  void forget(Handle handle, int account) {
    handle.execute("delete from " + table + " where account_id = ? and used_at is null", account);
  }

  /** Whether any code was ever used: used ones stay. */
  boolean everUsed(Handle handle) {
    return handle.createQuery("select count(*) from " + table + " where used_at is not null").mapTo(int.class).one() > 0;
  }

  /** Uses a code up; returns its account, or 0 if the code is unknown, used or too old. */
  int use(Handle handle, String code, Instant now) {
    return handle.createQuery(
            "update " + table + " set used_at = :now where hash = :hash and used_at is null and expires_at > :now"
                + " returning account_id")
        .bind("now", Times.text(now))
        .bind("hash", Secrets.hash(code))
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }
}
