package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Sessions of browsers on the console: 30 days from the last use. The cookie holds a secret, the store its hash. */
public final class Sessions {
  /** How long an unused session lives. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final Duration TOUCH = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;
  private final RateLimit failures = new RateLimit(20, Duration.ofMinutes(10));

  public Sessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a session with a sign-in link's code, which works once.
   *
   * @param address of the client, for the limit on guessing
   * @return the session's secret
   */
  public String signIn(String code, String address) {
    Instant now = clock.instant();
    String secret = database.write(handle -> {
      int account = OneTimeCodes.SIGN_IN.use(handle, code == null ? "" : code, now);
      if (account == 0) {
        return null;
      }
      String fresh = Secrets.random();
      handle.execute("delete from session where expires_at < ?", Times.text(now));
      handle.execute(
          "insert into session (hash, account_id, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?)",
          Secrets.hash(fresh),
          account,
          Times.text(now),
          Times.text(now),
          Times.text(now.plus(LIFE)));
      return fresh;
    });
    if (secret == null) {
      failures.failed(address);
      throw new Refused(Errors.LINK_INVALID);
    }
    return secret;
  }

  /**
   * Who a session belongs to.
   *
   * @param secret the cookie's value, or {@code null}
   * @throws Refused if there is no such session
   */
  public Caller caller(String secret) {
    Instant now = clock.instant();
    Found found = secret == null ? null : find(Secrets.hash(secret), now);
    if (found == null) {
      throw new Refused(Errors.NOT_SIGNED_IN);
    }
    if (found.lastUsed().isBefore(now.minus(TOUCH))) {
      database.note(handle ->
          handle.execute(
              "update session set last_used_at = ?, expires_at = ? where hash = ?",
              Times.text(now),
              Times.text(now.plus(LIFE)),
              Secrets.hash(secret)));
    }
    return database.read(handle -> AccountStore.caller(handle, found.account(), null, null));
  }

  private record Found(int account, Instant lastUsed) {}

  private Found find(String hash, Instant now) {
    return database.read(handle ->
        handle.createQuery("select account_id, last_used_at from session where hash = :hash and expires_at > :now")
            .bind("hash", hash)
            .bind("now", Times.text(now))
            .map((rs, ctx) -> new Found(rs.getInt(1), Times.of(rs.getString(2))))
            .findOne()
            .orElse(null));
  }

  /** Ends a session; one that does not exist is ended already. */
  public void signOut(String secret) {
    database.write(handle -> handle.execute("delete from session where hash = ?", Secrets.hash(secret)));
  }
}
