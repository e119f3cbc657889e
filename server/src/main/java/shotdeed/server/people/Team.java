package shotdeed.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.EndAccount;
import shotdeed.server.account.PasswordLinks;
import shotdeed.server.account.Role;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** A seller's people, and what its owners do with them. */
public final class Team {
  /** How long a link for a new password works that somebody hands over. */
  public static final Duration LINK_LIFE = Duration.ofHours(24);

  private final Database database;
  private final Origin origin;
  private final InstantSource clock;

  public Team(Database database, Origin origin, InstantSource clock) {
    this.database = database;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Somebody of a team.
   *
   * @param email or {@code null}; shown to owners only
   * @param lastUsedAt of the console, within an hour, or {@code null} if no session is open
   * @param browsers paired and not revoked
   */
  public record Person(
      int account, String name, String email, Set<Role> roles, Instant lastUsedAt, int browsers, boolean password) {
    /** Whether they work for the server, so that only its admins manage them. */
    public boolean server() {
      return roles.contains(Role.ADMIN) || roles.contains(Role.REVIEWER);
    }
  }

  /** The people of the caller's own seller, or for an admin of any. */
  public List<Person> list(Caller caller, int seller) {
    if (caller.seller() != seller && !caller.administers()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    boolean manages = caller.administers() || caller.owns();
    return database.read(handle ->
        handle.createQuery(
                """
                select a.id, a.name, s.email, s.password is not null as has_password,
                  (select max(last_used_at) from session where account_id = a.id and expires_at > :now) as used,
                  (select count(*) from device where account_id = a.id and revoked_at is null) as browsers
                from account a left join account_sign_in s on s.account_id = a.id
                where a.seller_id = :seller and not exists (select 1 from account_end where account_id = a.id)
                order by a.id""")
            .bind("seller", seller)
            .bind("now", Times.text(clock.instant()))
            .map((rs, ctx) ->
                new Person(
                    rs.getInt("id"),
                    rs.getString("name"),
                    manages ? rs.getString("email") : null,
                    AccountStore.caller(handle, rs.getInt("id"), null, null).roles(),
                    Times.of(rs.getString("used")),
                    rs.getInt("browsers"),
                    rs.getBoolean("has_password")))
            .list());
  }

  /** Makes a member an owner, or an owner a member; the last owner stays one. */
  public void setOwner(Caller caller, int account, boolean owner) {
    database.write(handle -> {
      Caller person = managed(handle, caller, account);
      Role from = owner ? Role.MEMBER : Role.OWNER;
      Role to = owner ? Role.OWNER : Role.MEMBER;
      if (person.roles().contains(to)) {
        return null; // done already, perhaps in another tab
      }
      if (!person.roles().contains(from)) {
        throw new Refused(Errors.NOT_ALLOWED);
      }
      if (!owner) {
        requireAnotherOwner(handle, person);
      }
      handle.execute(
          "update account_role set role = ? where account_id = ? and role = ?", to.text(), account, from.text());
      String action = owner ? "person.make-owner" : "person.make-member";
      Audit.did(handle, clock.instant(), caller, person.seller(), action, "account", account, "");
      return null;
    });
  }

  /** Removes somebody from a team: no session, device or link of theirs works any more. What they did stays on record. */
  public void remove(Caller caller, int account) {
    database.write(handle -> {
      Caller person = account == caller.account() ? caller : managed(handle, caller, account);
      if (person.roles().contains(Role.OWNER)) {
        requireAnotherOwner(handle, person);
      }
      if (person.roles().contains(Role.ADMIN) && MayManage.count(handle, 0, Role.ADMIN) < 2) {
        throw new Refused(Errors.LAST_ADMIN);
      }
      Instant now = clock.instant();
      Audit.did(handle, now, caller, person.seller(), "person.remove", "account", account, "");
      EndAccount.run(handle, account, caller.account(), now);
      return null;
    });
  }

  private static void requireAnotherOwner(Handle handle, Caller person) {
    if (MayManage.count(handle, person.seller(), Role.OWNER) < 2) {
      throw new Refused(Errors.LAST_OWNER);
    }
  }

  /** Makes a link with which somebody sets a new password, to be handed over. */
  public String passwordLink(Caller caller, int account) {
    String code = database.write(handle -> {
      Caller person = managed(handle, caller, account);
      Instant now = clock.instant();
      Audit.did(handle, now, caller, person.seller(), "password.link", "account", account, "");
      return PasswordLinks.create(handle, account, now, LINK_LIFE);
    });
    return PasswordLinks.link(origin.value(), code);
  }

  private static Caller managed(Handle handle, Caller caller, int account) {
    if (!AccountStore.exists(handle, account) || AccountStore.hasLeft(handle, account)) {
      throw new Refused(Errors.NOT_FOUND);
    }
    Caller person = AccountStore.caller(handle, account, null, null);
    MayManage.require(caller, person.seller());
    MayManage.requireOver(caller, person.roles());
    return person;
  }
}
