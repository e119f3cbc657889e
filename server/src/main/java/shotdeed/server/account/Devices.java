package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** The tokens of paired browsers. */
public final class Devices {
  /** Last use is noted this exactly, so that reading does not write each time. */
  private static final Duration TOUCH = Duration.ofMinutes(5);

  private final Database database;
  private final InstantSource clock;
  private final RateLimit failures = new RateLimit(60, Duration.ofMinutes(10));

  public Devices(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A paired browser, as its owner sees it.
   *
   * @param lastUsedAt within five minutes, or {@code null} if never
   * @param revokedAt {@code null} while the token works
   * @param kernel version of the fingerprints it computes, or {@code null} if it never asked for any
   */
  public record Device(
      int id,
      String name,
      String accountName,
      Instant createdAt,
      Instant lastUsedAt,
      Instant revokedAt,
      Integer kernel) {
    /** Whether its extension is older than the server: it sees nothing that was certified since the update. */
    public boolean outdated() {
      return revokedAt == null && kernel != null && kernel < Kernel.VERSION;
    }
  }

  /**
   * Who a token belongs to.
   *
   * @param token as sent, or {@code null}
   * @param address of the client, for the limit on guessing
   * @throws Refused if no such token works
   */
  public Caller caller(String token, String address) {
    if (token == null) {
      throw new Refused(Errors.TOKEN_UNKNOWN);
    }
    Instant now = clock.instant();
    Found found = find(Secrets.hash(token));
    if (found == null) {
      failures.failed(address);
      throw new Refused(Errors.TOKEN_UNKNOWN);
    }
    if (found.lastUsed() == null || found.lastUsed().isBefore(now.minus(TOUCH))) {
      database.note(handle ->
          handle.execute("update device set last_used_at = ? where id = ?", Times.text(now), found.id()));
    }
    return database.read(handle -> AccountStore.caller(handle, found.account(), found.id(), found.name()));
  }

  private record Found(int id, int account, String name, Instant lastUsed) {}

  private Found find(String hash) {
    return database.read(handle ->
        handle.createQuery(
                "select id, account_id, name, last_used_at from device where token_hash = :hash and revoked_at is null")
            .bind("hash", hash)
            .map((rs, ctx) ->
                new Found(
                    rs.getInt("id"),
                    rs.getInt("account_id"),
                    rs.getString("name"),
                    Times.of(rs.getString("last_used_at"))))
            .findOne()
            .orElse(null));
  }

  /** The devices of the caller's seller, newest first. */
  public List<Device> list(Caller caller) {
    return database.read(handle ->
        handle.createQuery(
                """
                select d.id, d.name, a.name as account_name, d.created_at, d.last_used_at, d.revoked_at, d.kernel
                from device d join account a on a.id = d.account_id
                where a.seller_id = :seller order by d.id desc""")
            .bind("seller", caller.seller())
            .map((rs, ctx) ->
                new Device(
                    rs.getInt("id"),
                    rs.getString("name"),
                    rs.getString("account_name"),
                    Times.of(rs.getString("created_at")),
                    Times.of(rs.getString("last_used_at")),
                    Times.of(rs.getString("revoked_at")),
                    (Integer) rs.getObject("kernel")))
            .list());
  }

  /** Notes which version of the fingerprints the caller's device computes. */
  public void speaks(Caller caller, int kernel) {
    boolean known = database.read(handle ->
        handle.createQuery("select count(*) from device where id = :id and kernel = :kernel")
            .bind("id", caller.device())
            .bind("kernel", kernel)
            .mapTo(int.class)
            .one()) > 0;
    if (!known) {
      database.note(handle -> handle.execute("update device set kernel = ? where id = ?", kernel, caller.device()));
    }
  }

  /** Ends a token; what the device saw and sent stays. A second time changes nothing. */
  public void revoke(Caller caller, int device) {
    database.write(handle -> {
      Instant now = clock.instant();
      int found = handle.createUpdate(
              """
              update device set revoked_at = coalesce(revoked_at, :now)
              where id = :id and account_id in (select id from account where seller_id = :seller)""")
          .bind("now", Times.text(now))
          .bind("id", device)
          .bind("seller", caller.seller())
          .execute();
      if (found == 0) {
        throw new Refused(Errors.NOT_FOUND);
      }
      Audit.did(handle, now, caller, "browser.revoke", "browser", device, "");
      return found;
    });
  }
}
