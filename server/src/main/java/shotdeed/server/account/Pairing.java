package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;
import shotdeed.wire.PairRequest;
import shotdeed.wire.PairResponse;

/** Makes pairing links, and trades their codes for device tokens. */
public final class Pairing {
  /** How long a link works. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MAX_NAME = 80;

  private final Database database;
  private final InstantSource clock;
  private final RateLimit failures = new RateLimit(20, Duration.ofMinutes(10));

  public Pairing(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns a code for a device of the caller. */
  public String createCode(Caller caller) {
    return database.write(handle -> {
      Instant now = clock.instant();
      Audit.did(handle, now, caller, "browser.link", "account", caller.account(), "");
      return OneTimeCodes.PAIRING.create(handle, caller.account(), now, LIFE);
    });
  }

  /** The link of a code. The code stands behind #, which browsers do not send: no server's log has it. */
  public static String link(String origin, String code) {
    return origin + "/pair#" + code;
  }

  /**
   * Trades a code for a token.
   *
   * @param address of the client, for the limit on guessing
   */
  public PairResponse pair(PairRequest request, String address) {
    String name = PageText.line(request.device(), MAX_NAME);
    if (name.isEmpty()) {
      throw new Refused(Errors.FIELD_INVALID, "device", "a name of 1 to 80 characters").with("field", "device");
    }
    Instant now = clock.instant();
    String token = Secrets.random();
    Caller caller = database.write(handle -> {
      int account = OneTimeCodes.PAIRING.use(handle, request.code() == null ? "" : request.code(), now);
      if (account == 0) {
        return null;
      }
      int device = handle.createQuery(
              "insert into device (account_id, token_hash, name, created_at) values (:account, :hash, :name, :now)"
                  + " returning id")
          .bind("account", account)
          .bind("hash", Secrets.hash(token))
          .bind("name", name)
          .bind("now", Times.text(now))
          .mapTo(int.class)
          .one();
      Caller person = AccountStore.caller(handle, account, null, name);
      Audit.did(handle, now, person, "browser.pair", "device", device, "");
      return person;
    });
    if (caller == null) {
      failures.failed(address);
      throw new Refused(Errors.LINK_INVALID);
    }
    return new PairResponse(token, caller.sellerName(), caller.accountName(), name, caller.library());
  }
}
