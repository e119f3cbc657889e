package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;

/**
 * Signs a person in with name or mail address and password. Guessing is limited by account and by address, counted
 * before a password is looked at, so that even the right one waits. One-time links are not stopped by it.
 */
public final class PasswordSignIn {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int PER_ACCOUNT = 10;

  /** An office behind one address mistypes more often than one person. */
  private static final int PER_ADDRESS = 60;

  private final Database database;
  private final Sessions sessions;
  private final InstantSource clock;
  private final RateLimit byAccount = new RateLimit(PER_ACCOUNT, WINDOW);
  private final RateLimit byAddress = new RateLimit(PER_ADDRESS, WINDOW);

  public PasswordSignIn(Database database, Sessions sessions, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @param name name or mail address, as typed
   * @param address of the client, for the limit on guessing
   * @param browser what the client calls itself, or {@code null}
   * @return the session's secret
   * @throws Refused with {@link Errors#SIGN_IN_WRONG}, which does not say whether the name or the password was wrong
   */
  public String run(String name, String password, String address, String browser) {
    // A name that nobody has is counted like one that somebody has.
    String who = SignInStore.key(name);
    byAddress.require(address);
    byAccount.require(who);
    SignInStore.Known known = database.read(handle -> SignInStore.named(handle, who));
    if (!Passwords.matches(password, known == null ? null : known.password())) {
      byAddress.failed(address);
      byAccount.failed(who);
      throw new Refused(Errors.SIGN_IN_WRONG);
    }
    Instant now = clock.instant();
    String renewed = Passwords.outdated(known.password()) ? Passwords.hash(password) : null;
    return database.write(handle -> {
      SignInStore.Known still = SignInStore.of(handle, known.account());
      if (still == null || !known.password().equals(still.password())) {
        throw new Refused(Errors.SIGN_IN_WRONG); // removed, or another password, in between
      }
      if (renewed != null) {
        SignInStore.setPassword(handle, known.account(), renewed, now);
      }
      String secret = sessions.open(handle, known.account(), browser, now);
      Caller caller = AccountStore.caller(handle, known.account(), null, null);
      Audit.did(handle, now, caller, "session.open", "account", known.account(), "");
      return secret;
    });
  }
}
