package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SignInStore;
import shotdeed.server.account.Standing;
import shotdeed.server.people.Invite;
import shotdeed.server.people.Team;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** A seller's people: who they are, inviting more, and what owners do with them. */
public final class TeamPages implements RouteGroup {
  private static final String ADDRESS = "/team";

  private final Desk desk;
  private final Team team;
  private final Invite invite;
  private final Standings standings;

  /** Looks up what was decided about a seller. */
  public interface Standings {
    Standing of(int seller);
  }

  public TeamPages(Desk desk, Team team, Invite invite, Standings standings) {
    this.desk = desk;
    this.team = team;
    this.invite = invite;
    this.standings = standings;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, null, "", ""));
    routes.post("/team/invite", this::invite);
    routes.post("/invitations/{id}/again", this::again);
    routes.post("/invitations/{id}/revoke", this::revoke);
    routes.post("/people/{id}/owner", context -> owner(context, true));
    routes.post("/people/{id}/member", context -> owner(context, false));
    routes.post("/people/{id}/remove", this::remove);
    routes.post("/people/{id}/password", this::password);
  }

  private void show(Context context, Refused problem, String name, String email) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    boolean manages = caller.owns() || caller.administers();
    Map<String, Object> model = new HashMap<>();
    model.put("people", team.list(caller, caller.seller()));
    model.put("manages", manages);
    model.put("inviting", invite.mayInvite(caller, caller.seller()));
    model.put("invitations", manages ? invite.of(caller, caller.seller()) : List.of());
    model.put("standing", standings.of(caller.seller()));
    model.put("name", name);
    model.put("email", email);
    model.put("maxName", SignInStore.MAX_NAME);
    model.put("maxEmail", SignInStore.MAX_EMAIL);
    desk.show(context, "team", problem == null ? visit.page("team") : visit.page("team", ADDRESS, problem), model);
  }

  private void invite(Context context) {
    Visit visit = desk.form(context);
    String name = visit.field("name");
    String email = visit.field("email");
    try {
      boolean owner = visit.field("role").equals("owner");
      Invite.Invited invited =
          invite.member(visit.caller(), visit.caller().seller(), name, email, owner, visit.texts());
      showLink(desk, context, visit, invited, ADDRESS);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID && refused.error() != Errors.TOO_MANY_INVITATIONS) {
        throw refused;
      }
      show(context, refused, name, email);
    }
  }

  /** The link of an invitation, shown this once, and what became of its mail. */
  static void showLink(Desk desk, Context context, Visit visit, Invite.Invited invited, String next) {
    desk.show(
        context,
        "invited",
        visit.page("team"),
        Map.of("invitation", invited.invitation(), "link", invited.link(), "next", next));
  }

  private void again(Context context) {
    Visit visit = desk.form(context);
    Invite.Invited invited = invite.again(visit.caller(), Bearer.number(context, "id"), visit.texts());
    showLink(desk, context, visit, invited, visit.next(ADDRESS));
  }

  private void revoke(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    invite.revoke(visit.caller(), id);
    visit.done("invitation-revoked", id, visit.next(ADDRESS));
  }

  private void owner(Context context, boolean owner) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    team.setOwner(visit.caller(), id, owner);
    visit.done(owner ? "made-owner" : "made-member", id, visit.next(ADDRESS));
  }

  private void remove(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    team.remove(visit.caller(), id);
    if (id == visit.caller().account()) {
      visit.close();
    } else {
      visit.done("removed", id, visit.next(ADDRESS));
    }
  }

  private void password(Context context) {
    Visit visit = desk.form(context);
    String link = team.passwordLink(visit.caller(), Bearer.number(context, "id"));
    desk.show(
        context,
        "password-link",
        visit.page("team"),
        Map.of("link", link, "hours", Team.LINK_LIFE.toHours(), "next", visit.next(ADDRESS)));
  }
}
