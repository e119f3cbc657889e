package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;

/** Sets a person's name, mail address and password: their own, or with a link's code. All other sessions end. */
public final class ChangePassword {
  private final Database database;
  private final Sessions sessions;
  private final InstantSource clock;
  private final RateLimit guesses = new RateLimit(20, Duration.ofMinutes(10));

  public ChangePassword(Database database, Sessions sessions, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * The caller's own sign-in.
   *
   * @param email or {@code null}
   * @param hasPassword whether there is one already
   */
  public record Own(String name, String email, boolean hasPassword) {}

  /** How the caller signs in. */
  public Own own(Caller caller) {
    SignInStore.Known known = database.read(handle -> SignInStore.of(handle, caller.account()));
    return known == null
        ? new Own(caller.accountName(), null, false)
        : new Own(known.name(), known.email(), known.password() != null);
  }

  /**
   * Changes the caller's name and mail address. A new address needs the password, if there is one: whoever has it can
   * have a new password mailed.
   */
  public void identify(Caller caller, String name, String email, String current) {
    String newName = SignInStore.name("name", name);
    String newEmail = SignInStore.email("email", email);
    SignInStore.Known known = database.read(handle -> SignInStore.of(handle, caller.account()));
    boolean sameEmail = known != null && java.util.Objects.equals(known.email(), newEmail);
    if (known != null && known.password() != null && !sameEmail) {
      requireCurrent(caller, current, known.password());
    }
    database.write(handle -> {
      SignInStore.identify(handle, caller.account(), newName, newEmail);
      Audit.did(handle, clock.instant(), caller, "account.identify", "account", caller.account(), "");
      return null;
    });
  }

  /**
   * Sets the caller's password.
   *
   * @param current the password so far; not looked at if there is none
   * @param keep secret of the session that stays open
   */
  public void own(Caller caller, String current, String fresh, String repeated, String keep) {
    SignInStore.Known known = database.read(handle -> SignInStore.of(handle, caller.account()));
    if (known != null && known.password() != null) {
      requireCurrent(caller, current, known.password());
    }
    requireSame(fresh, repeated);
    Passwords.require(fresh, names(caller, known));
    String hash = Passwords.hash(fresh);
    database.write(handle -> {
      if (known == null) {
        SignInStore.identify(handle, caller.account(), caller.accountName(), null);
      }
      set(handle, caller, hash, keep);
      return null;
    });
  }

  private void requireCurrent(Caller caller, String current, String stored) {
    guesses.require(String.valueOf(caller.account()));
    if (!Passwords.matches(current, stored)) {
      guesses.failed(String.valueOf(caller.account()));
      throw new Refused(Errors.PASSWORD_WRONG);
    }
  }

  /** Refuses a password that was typed differently the second time. */
  public static void requireSame(String fresh, String repeated) {
    if (fresh == null || !fresh.equals(repeated)) {
      throw new Refused(Errors.PASSWORDS_DIFFER);
    }
  }

  private static List<String> names(Caller caller, SignInStore.Known known) {
    List<String> names = new ArrayList<>(List.of(caller.accountName(), caller.sellerName()));
    if (known != null) {
      names.add(known.email());
    }
    return names;
  }

  private void set(Handle handle, Caller caller, String hash, String keep) {
    Instant now = clock.instant();
    SignInStore.setPassword(handle, caller.account(), hash, now);
    sessions.endOthers(handle, caller.account(), keep);
    OneTimeCodes.PASSWORD.forget(handle, caller.account());
    Audit.did(handle, now, caller, "password.set", "account", caller.account(), "");
  }

  /** Whose password a link's code sets: their name, or {@code null} if the code does not work. */
  public String nameOf(String code) {
    return database.read(handle -> {
      int account = OneTimeCodes.PASSWORD.look(handle, code, clock.instant());
      return account == 0 ? null : AccountStore.caller(handle, account, null, null).accountName();
    });
  }

  /**
   * Sets a password with a link's code, which works once; what is wrong with the password leaves the code good.
   *
   * @param address of the client, for the limit on guessing
   */
  public void withLink(String code, String fresh, String repeated, String address) {
    Caller caller = database.read(handle -> {
      int account = OneTimeCodes.PASSWORD.look(handle, code, clock.instant());
      return account == 0 ? null : AccountStore.caller(handle, account, null, null);
    });
    if (caller == null) {
      guesses.failed(address);
      throw new Refused(Errors.LINK_INVALID);
    }
    requireSame(fresh, repeated);
    SignInStore.Known known = database.read(handle -> SignInStore.of(handle, caller.account()));
    Passwords.require(fresh, names(caller, known));
    String hash = Passwords.hash(fresh);
    database.write(handle -> {
      if (OneTimeCodes.PASSWORD.use(handle, code, clock.instant()) != caller.account()) {
        throw new Refused(Errors.LINK_INVALID);
      }
      if (known == null) {
        SignInStore.identify(handle, caller.account(), caller.accountName(), null);
      }
      set(handle, caller, hash, null);
      return null;
    });
  }

  /** Hash of a new account's password, once it is good enough. */
  public static String hashOf(String fresh, String repeated, List<String> names) {
    requireSame(fresh, repeated);
    Passwords.require(fresh, names);
    return Passwords.hash(fresh);
  }
}
