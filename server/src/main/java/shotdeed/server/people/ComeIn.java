package shotdeed.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.AddressStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.ChangePassword;
import shotdeed.server.account.Role;
import shotdeed.server.account.Sessions;
import shotdeed.server.account.SignInStore;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;

/** Makes an account for somebody who has an invitation's link, or who signs up where anybody may. */
public final class ComeIn {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int GUESSES = 20;
  private static final int NEW_SELLERS = 5;

  private final Database database;
  private final Sessions sessions;
  private final PeopleSettings.SignUp signUp;
  private final InstantSource clock;
  private final RateLimit guesses = new RateLimit(GUESSES, Duration.ofMinutes(10));
  private final RateLimit tries = new RateLimit(GUESSES, HOUR);
  private final RateLimit made = new RateLimit(NEW_SELLERS, HOUR);

  public ComeIn(Database database, Sessions sessions, PeopleSettings.SignUp signUp, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.signUp = signUp;
    this.clock = clock;
  }

  /**
   * What a newcomer types.
   *
   * @param shop name of a new seller; not looked at where the link leads to an existing one
   * @param email may be empty
   */
  public record Form(String shop, String name, String email, String password, String repeated) {}

  /** Whether anybody may sign up. */
  public boolean open() {
    return signUp == PeopleSettings.SignUp.OPEN;
  }

  /**
   * The invitation behind a link's code.
   *
   * @param address of the client, for the limit on guessing
   * @throws Refused if the link does not work, or no longer
   */
  public Invitation look(String code, String address) {
    Invitation found = database.read(handle -> InvitationStore.ofCode(handle, code));
    if (found == null || !found.open(clock.instant())) {
      guesses.failed(address);
      throw new Refused(Errors.INVITATION_INVALID);
    }
    return found;
  }

  /**
   * Makes the account of an invitation and signs in; what is wrong with the form leaves the link good.
   *
   * @param browser what the client calls itself, or {@code null}
   * @return the session's secret
   */
  public String invited(String code, Form form, String address, String browser) {
    Invitation invitation = look(code, address);
    String shop = invitation.newSeller() ? SignInStore.name("shop", form.shop()) : invitation.sellerName();
    Checked checked = check(form, shop);
    return database.write(handle -> {
      Invitation still = InvitationStore.ofCode(handle, code);
      if (still == null || !still.open(clock.instant())) {
        throw new Refused(Errors.INVITATION_INVALID); // another browser was quicker
      }
      Instant now = clock.instant();
      int seller = still.newSeller() ? Sellers.insert(handle, shop, now) : still.seller();
      Sellers.requireOpen(handle, seller);
      Caller caller = account(handle, seller, EnumSet.of(still.role()), checked, now);
      InvitationStore.use(handle, still.id(), caller.account(), now);
      if (still.mail().equals("sent") && checked.email() != null && SignInStore.same(checked.email(), still.email())) {
        AddressStore.confirm(handle, caller.account(), checked.email(), now);
      }
      Audit.did(handle, now, caller, "account.join", "account", caller.account(), still.role().text());
      return sessions.open(handle, caller.account(), browser, now);
    });
  }

  /**
   * Makes a new seller and its owner, and signs in.
   *
   * @return the session's secret
   * @throws Refused with {@link Errors#SIGN_UP_CLOSED} where not anybody may
   */
  public String signUp(Form form, String address, String browser) {
    if (!open()) {
      throw new Refused(Errors.SIGN_UP_CLOSED);
    }
    made.require(address);
    tries.failed(address); // each try tells whether a name is taken
    String shop = SignInStore.name("shop", form.shop());
    Checked checked = check(form, shop);
    String secret = database.write(handle -> {
      Instant now = clock.instant();
      int seller = Sellers.insert(handle, shop, now);
      Caller caller = account(handle, seller, EnumSet.of(Role.OWNER), checked, now);
      Audit.did(handle, now, caller, "account.sign-up", "account", caller.account(), "");
      return sessions.open(handle, caller.account(), browser, now);
    });
    made.failed(address);
    return secret;
  }

  private record Checked(String name, String email, String password) {}

  private static Checked check(Form form, String shop) {
    String name = SignInStore.name("name", form.name());
    String email = SignInStore.email("email", form.email());
    List<String> names = new ArrayList<>(List.of(name, shop));
    names.add(email);
    return new Checked(name, email, ChangePassword.hashOf(form.password(), form.repeated(), names));
  }

  private static Caller account(Handle handle, int seller, EnumSet<Role> roles, Checked checked, Instant now) {
    int account = AccountStore.insertAccount(handle, seller, checked.name(), roles, now);
    SignInStore.identify(handle, account, checked.name(), checked.email());
    SignInStore.setFirstPassword(handle, account, checked.password(), now);
    return AccountStore.caller(handle, account, null, null);
  }
}
