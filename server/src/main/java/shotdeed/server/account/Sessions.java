package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Sessions of browsers on the console: 30 days from the last use. The cookie holds a secret, the store its hash. */
public final class Sessions {
  /** How long an unused session lives. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final int MAX_BROWSER = 60;

  /** Digits of a session's hash that name it on its owner's page; they open nothing. */
  private static final int NAME_LENGTH = 16;

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
    return signIn(code, address, null);
  }

  /** As {@link #signIn(String, String)}; {@code browser} is what the client calls itself, or {@code null}. */
  public String signIn(String code, String address, String browser) {
    Instant now = clock.instant();
    String secret = database.write(handle -> {
      int account = OneTimeCodes.SIGN_IN.use(handle, code == null ? "" : code, now);
      if (account == 0 || AccountStore.hasLeft(handle, account)) {
        return null;
      }
      String fresh = open(handle, account, browser, now);
      Caller caller = AccountStore.caller(handle, account, null, null);
      Audit.did(handle, now, caller, "session.open", "account", account, "");
      return fresh;
    });
    if (secret == null) {
      failures.failed(address);
      throw new Refused(Errors.LINK_INVALID);
    }
    return secret;
  }

  /** Opens a session for an account; returns its secret. */
  public String open(Handle handle, int account, String browser, Instant now) {
    String fresh = Secrets.random();
    handle.execute("delete from session where expires_at < ?", Times.text(now));
    handle.execute(
        "insert into session (hash, account_id, created_at, last_used_at, expires_at, browser)"
            + " values (?, ?, ?, ?, ?, ?)",
        Secrets.hash(fresh),
        account,
        Times.text(now),
        Times.text(now),
        Times.text(now.plus(LIFE)),
        PageText.line(BrowserName.of(browser), MAX_BROWSER));
    return fresh;
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
    Caller caller = caller(secret);
    database.write(handle -> {
      Audit.did(handle, clock.instant(), caller, "session.end", "account", caller.account(), "");
      return handle.execute("delete from session where hash = ?", Secrets.hash(secret));
    });
  }

  /**
   * One of a person's sessions, as they see it.
   *
   * @param name names it for {@link #end}; opens nothing
   * @param browser such as {@code Firefox, Windows}; empty if it was not said
   * @param lastUsedAt within an hour
   * @param current whether it is the one that asks
   */
  public record Session(String name, String browser, Instant createdAt, Instant lastUsedAt, boolean current) {}

  /** The caller's sessions that still work, last used first. */
  public List<Session> own(Caller caller, String secret) {
    String mine = secret == null ? "" : Secrets.hash(secret);
    return database.read(handle ->
        handle.createQuery(
                """
                select hash, browser, created_at, last_used_at from session
                where account_id = :account and expires_at > :now order by last_used_at desc, created_at desc""")
            .bind("account", caller.account())
            .bind("now", Times.text(clock.instant()))
            .map((rs, ctx) ->
                new Session(
                    rs.getString("hash").substring(0, NAME_LENGTH),
                    rs.getString("browser"),
                    Times.of(rs.getString("created_at")),
                    Times.of(rs.getString("last_used_at")),
                    rs.getString("hash").equals(mine)))
            .list());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws Refused if they have none of that name
   */
  public void end(Caller caller, String name) {
    if (!name.matches("[0-9a-f]{" + NAME_LENGTH + "}")) {
      throw new Refused(Errors.NOT_FOUND);
    }
    database.write(handle -> {
      int ended = handle.execute(
          "delete from session where account_id = ? and substr(hash, 1, " + NAME_LENGTH + ") = ?",
          caller.account(),
          name);
      if (ended == 0) {
        throw new Refused(Errors.NOT_FOUND);
      }
      Audit.did(handle, clock.instant(), caller, "session.end", "account", caller.account(), "");
      return null;
    });
  }

  /** Ends all of the caller's sessions, also the one that asks. */
  public void endAll(Caller caller) {
    database.write(handle -> {
      endOthers(handle, caller.account(), null);
      Audit.did(handle, clock.instant(), caller, "session.end-all", "account", caller.account(), "");
      return null;
    });
  }

  /**
   * Ends an account's sessions.
   *
   * @param keep secret of one that stays, or {@code null}
   */
  public void endOthers(Handle handle, int account, String keep) {
    handle.execute(
        "delete from session where account_id = ? and hash <> ?", account, keep == null ? "" : Secrets.hash(keep));
  }
}
