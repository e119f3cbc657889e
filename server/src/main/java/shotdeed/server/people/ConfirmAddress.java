package shotdeed.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.AddressStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SignInStore;
import shotdeed.server.audit.Audit;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

/** Finds out by a mailed link whether a person reads the mail address they stated: only then are they mailed news. */
public final class ConfirmAddress {
  /** How long a mailed link works. */
  public static final Duration LIFE = Duration.ofDays(1);

  private static final int PER_PERSON = 5;
  private static final int GUESSES = 20;

  private final Database database;
  private final Post post;
  private final Origin origin;
  private final InstantSource clock;
  private final RateLimit asked = new RateLimit(PER_PERSON, Duration.ofHours(1));
  private final RateLimit guesses = new RateLimit(GUESSES, Duration.ofMinutes(10));

  public ConfirmAddress(Database database, Post post, Origin origin, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.origin = origin;
    this.clock = clock;
  }

  /** What is to be said about a person's address. */
  public enum Standing {
    /** There is none, or this server sends no mail. */
    NONE,
    /** It was not confirmed yet. */
    OPEN,
    /** It was. */
    CONFIRMED
  }

  /** How the caller's own address stands. */
  public Standing of(Caller caller) {
    return database.read(handle -> {
      SignInStore.Known known = SignInStore.of(handle, caller.account());
      if (known == null || known.email() == null || !post.works()) {
        return Standing.NONE;
      }
      return AddressStore.isConfirmed(handle, caller.account()) ? Standing.CONFIRMED : Standing.OPEN;
    });
  }

  /** Mails a link to the caller's own address. */
  public void ask(Caller caller, Texts texts) {
    asked.failed(String.valueOf(caller.account()));
    database.write(handle -> {
      SignInStore.Known known = SignInStore.of(handle, caller.account());
      if (known == null || known.email() == null || !post.works()) {
        throw new Refused(Errors.NOT_FOUND);
      }
      Instant now = clock.instant();
      Instant ends = now.plus(LIFE);
      String link = origin.value() + "/confirm-address?code="
          + AddressStore.link(handle, caller.account(), known.email(), ends);
      Letter letter = new Letter(
          known.email(), texts.get("mail.confirm.subject"), texts.get("mail.confirm", known.name(), link));
      Audit.did(handle, now, caller, "address.ask", "account", caller.account(), "");
      return post.put(handle, letter, MailKind.CONFIRM, caller.account(), ends);
    });
    post.wake();
  }

  /**
   * Refuses a code that does not work.
   *
   * @param address of the client, for the limit on guessing
   */
  public void look(String code, String address) {
    if (!database.read(handle -> AddressStore.works(handle, code, clock.instant()))) {
      guesses.failed(address);
      throw new Refused(Errors.LINK_INVALID);
    }
  }

  /** Confirms the address that a code was mailed to; the code works once. */
  public void run(String code, String address) {
    look(code, address);
    database.write(handle -> {
      Instant now = clock.instant();
      int account = AddressStore.use(handle, code, now);
      if (account == 0) {
        throw new Refused(Errors.LINK_INVALID);
      }
      Caller person = AccountStore.caller(handle, account, null, null);
      Audit.did(handle, now, person, "address.confirm", "account", account, "");
      return null;
    });
  }
}
