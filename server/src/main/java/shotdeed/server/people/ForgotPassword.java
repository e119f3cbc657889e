package shotdeed.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.PasswordLinks;
import shotdeed.server.account.SignInStore;
import shotdeed.server.audit.Audit;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Texts;

/**
 * Mails a link for a new password to whoever says that they forgot theirs. The answer never tells whether there is such a
 * person, neither in words nor in time. Mail that fails is tried again for as long as the link works; given up, that is
 * put on record, where an owner sees it.
 */
public final class ForgotPassword {
  /** How long a mailed link works. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final int PER_ADDRESS = 20;
  private static final int PER_PERSON = 3;

  private final Database database;
  private final Post post;
  private final Origin origin;
  private final InstantSource clock;
  private final RateLimit byAddress = new RateLimit(PER_ADDRESS, LIFE);
  private final RateLimit byPerson = new RateLimit(PER_PERSON, LIFE);

  public ForgotPassword(Database database, Post post, Origin origin, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.origin = origin;
    this.clock = clock;
  }

  /** Whether links are mailed at all; else an owner or admin makes one. */
  public boolean works() {
    return post.works();
  }

  /**
   * Mails a link, if there is such a person and they have a mail address.
   *
   * @param nameOrEmail as typed
   * @param address of the client, for the limit
   */
  public void run(String nameOrEmail, String address, Texts texts) {
    byAddress.failed(address);
    SignInStore.Known known = database.read(handle -> PasswordLinks.reachable(handle, nameOrEmail));
    byPerson.failed(known == null ? "?" + nameOrEmail : String.valueOf(known.account()));
    if (known != null && post.works()) {
      post.soon(() -> mail(known, texts)); // writing takes time, which would tell that there is somebody
    }
  }

  private void mail(SignInStore.Known known, Texts texts) {
    int account = known.account();
    database.write(handle -> {
      Instant now = clock.instant();
      Caller person = AccountStore.caller(handle, account, null, null);
      Audit.server(handle, now, person.seller(), "password.mail", "account", account, "");
      String link = PasswordLinks.link(origin.value(), PasswordLinks.create(handle, account, now, LIFE));
      Letter letter = new Letter(
          known.email(), texts.get("mail.password.subject"), texts.get("mail.password", known.name(), link));
      return post.put(handle, letter, MailKind.PASSWORD, account, now.plus(LIFE));
    });
    post.wake();
  }
}
