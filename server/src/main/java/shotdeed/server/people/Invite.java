package shotdeed.server.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.account.SignInStore;
import shotdeed.server.audit.Audit;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/**
 * Invites people: an admin new sellers and the server's own people, an owner the seller's own. The link is mailed if mail
 * works and an address is given, and it is shown to the inviter once in any case, so that mail that fails loses nothing.
 */
public final class Invite {
  /** Open invitations of one seller, or of new sellers. */
  static final int MAX_OPEN = 500;

  private final Database database;
  private final Post post;
  private final Origin origin;
  private final PeopleSettings.SignUp signUp;
  private final InstantSource clock;

  public Invite(
      Database database, Post post, Origin origin, PeopleSettings.SignUp signUp, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.origin = origin;
    this.signUp = signUp;
    this.clock = clock;
  }

  /**
   * What became of an invitation.
   *
   * @param link shown this once
   */
  public record Invited(Invitation invitation, String link) {}

  /** Whether the caller may invite into a seller's team. */
  public boolean mayInvite(Caller caller, int seller) {
    return caller.administers()
        || caller.owns() && caller.seller() == seller && signUp != PeopleSettings.SignUp.ADMIN;
  }

  /** Invites somebody to open a shop of their own. */
  public Invited seller(Caller caller, String shop, String email, Texts texts) {
    MayManage.requireAdmin(caller);
    return invite(caller, null, Role.OWNER, SignInStore.name("name", shop), email, texts);
  }

  /** Invites somebody into a seller's team, as owner or member. */
  public Invited member(Caller caller, int seller, String name, String email, boolean owner, Texts texts) {
    MayManage.require(caller, seller);
    if (!mayInvite(caller, seller)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    database.read(handle -> {
      Sellers.requireSelling(handle, seller);
      return null;
    });
    return invite(caller, seller, owner ? Role.OWNER : Role.MEMBER, SignInStore.name("name", name), email, texts);
  }

  /** Invites somebody to work for the server. */
  public Invited staff(Caller caller, String name, String email, boolean admin, Texts texts) {
    MayManage.requireAdmin(caller);
    int seller = database.write(handle -> Staff.sellerOrNew(handle, clock.instant()));
    return invite(
        caller, seller, admin ? Role.ADMIN : Role.REVIEWER, SignInStore.name("name", name), email, texts);
  }

  private Invited invite(Caller caller, Integer seller, Role role, String name, String email, Texts texts) {
    String to = SignInStore.email("email", email);
    String code = Secrets.random();
    int id = database.write(handle -> {
      if (open(handle, seller).size() >= MAX_OPEN) {
        throw new Refused(Errors.TOO_MANY_INVITATIONS, MAX_OPEN);
      }
      Instant now = clock.instant();
      int number = InvitationStore.insert(handle, code, seller, role, name, to, caller.account(), now);
      Audit.did(handle, now, caller, seller == null ? 0 : seller, "invitation.make", "invitation", number, role.text());
      return number;
    });
    return mailed(caller, id, code, texts);
  }

  private static List<Invitation> open(Handle handle, Integer seller) {
    return seller == null ? InvitationStore.openOfSellers(handle) : InvitationStore.openOf(handle, seller);
  }

  private Invited mailed(Caller caller, int id, String code, Texts texts) {
    Invitation invitation = database.read(handle -> InvitationStore.find(handle, id));
    String link = Invitation.link(origin.value(), code);
    if (invitation.email() != null && post.works()) {
      String shop = invitation.newSeller() ? invitation.name() : invitation.sellerName();
      boolean sent = post.send(new Letter(
          invitation.email(),
          texts.get("mail.invitation.subject", shop),
          texts.get("mail.invitation", caller.accountName(), shop, link, Invitation.LIFE.toDays())));
      database.write(handle -> {
        InvitationStore.mailed(handle, id, sent);
        return null;
      });
      invitation = database.read(handle -> InvitationStore.find(handle, id));
    }
    return new Invited(invitation, link);
  }

  /** Makes another link for an invitation that nobody has used, and mails it; the link before ends. */
  public Invited again(Caller caller, int id, Texts texts) {
    String code = Secrets.random();
    database.write(handle -> {
      Invitation invitation = managed(handle, caller, id);
      if (!invitation.newSeller() && !mayInvite(caller, invitation.seller())) {
        throw new Refused(Errors.NOT_ALLOWED);
      }
      InvitationStore.renew(handle, id, code, clock.instant());
      Audit.did(
          handle,
          clock.instant(),
          caller,
          invitation.newSeller() ? 0 : invitation.seller(),
          "invitation.renew",
          "invitation",
          id,
          "");
      return null;
    });
    return mailed(caller, id, code, texts);
  }

  /** Takes an invitation back: its link no longer works. */
  public void revoke(Caller caller, int id) {
    database.write(handle -> {
      Invitation invitation = managed(handle, caller, id);
      Instant now = clock.instant();
      InvitationStore.revoke(handle, id, now);
      int seller = invitation.newSeller() ? 0 : invitation.seller();
      Audit.did(handle, now, caller, seller, "invitation.revoke", "invitation", id, "");
      return null;
    });
  }

  private static Invitation managed(Handle handle, Caller caller, int id) {
    Invitation invitation = InvitationStore.find(handle, id);
    if (invitation == null || invitation.newSeller() && !caller.administers()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    if (!invitation.newSeller()) {
      MayManage.require(caller, invitation.seller());
    }
    if (invitation.usedAt() != null || invitation.revokedAt() != null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return invitation;
  }

  /** A seller's open invitations, expired ones too: they can be renewed. */
  public List<Invitation> of(Caller caller, int seller) {
    MayManage.require(caller, seller);
    return database.read(handle -> InvitationStore.openOf(handle, seller));
  }

  /** Open invitations to new sellers. */
  public List<Invitation> ofSellers(Caller caller) {
    MayManage.requireAdmin(caller);
    return database.read(InvitationStore::openOfSellers);
  }
}
