package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SignInStore;
import shotdeed.server.people.Invite;
import shotdeed.server.people.ListStaff;
import shotdeed.server.people.Sellers;
import shotdeed.server.people.Team;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The admin's pages: the sellers of this server, one of them, and the server's own people. */
public final class SellerPages implements RouteGroup {
  private static final String LIST = "/sellers";
  private static final String STAFF = "/staff";

  private final Desk desk;
  private final Sellers sellers;
  private final Team team;
  private final Invite invite;
  private final ListStaff staff;

  public SellerPages(Desk desk, Sellers sellers, Team team, Invite invite, ListStaff staff) {
    this.desk = desk;
    this.sellers = sellers;
    this.team = team;
    this.invite = invite;
    this.staff = staff;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, context -> list(context, null));
    routes.post("/sellers/invite", this::invite);
    routes.get("/sellers/{id}", context -> show(context, null));
    routes.post("/sellers/{id}/invite", this::inviteInto);
    routes.post("/sellers/{id}/limits", this::limits);
    routes.post("/sellers/{id}/suspend", this::suspend);
    routes.post("/sellers/{id}/lift", this::lift);
    routes.get(STAFF, context -> staff(context, null));
    routes.post("/staff/invite", this::inviteStaff);
  }

  private void list(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    Sellers.Page found = sellers.list(visit.caller(), Paging.asked(context));
    Map<String, Object> model = typed(visit, problem);
    model.put("sellers", found.sellers());
    model.put("invitations", invite.ofSellers(visit.caller()));
    model.put("paging", Paging.of(found.page(), Sellers.PAGE, found.total(), LIST));
    desk.show(context, "sellers", page(visit, LIST, problem), model);
  }

  private static Page page(Visit visit, String here, Refused problem) {
    return problem == null ? visit.page("sellers") : visit.page("sellers", here, problem);
  }

  /** What was typed stays in a form that was not taken. */
  private static Map<String, Object> typed(Visit visit, Refused problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", problem == null ? "" : visit.field("name"));
    model.put("email", problem == null ? "" : visit.field("email"));
    model.put("maxName", SignInStore.MAX_NAME);
    model.put("maxEmail", SignInStore.MAX_EMAIL);
    return model;
  }

  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    int id = Bearer.number(context, "id");
    Map<String, Object> model = typed(visit, problem);
    model.put("seller", sellers.one(caller, id));
    model.put("people", team.list(caller, id));
    model.put("invitations", invite.of(caller, id));
    desk.show(context, "seller", page(visit, address(id), problem), model);
  }

  private static String address(int id) {
    return LIST + "/" + id;
  }

  private void invite(Context context) {
    Visit visit = desk.form(context);
    try {
      Invite.Invited invited =
          invite.seller(visit.caller(), visit.field("name"), visit.field("email"), visit.texts());
      TeamPages.showLink(desk, context, visit, invited, LIST);
    } catch (Refused refused) {
      list(context, mended(refused));
    }
  }

  private void inviteInto(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      boolean owner = visit.field("role").equals("owner");
      Invite.Invited invited =
          invite.member(visit.caller(), id, visit.field("name"), visit.field("email"), owner, visit.texts());
      TeamPages.showLink(desk, context, visit, invited, address(id));
    } catch (Refused refused) {
      show(context, mended(refused));
    }
  }

  private void limits(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      sellers.limit(visit.caller(), id, number(visit, "certificates"), number(visit, "megabytes"));
      visit.done("limited", id, address(id));
    } catch (Refused refused) {
      show(context, mended(refused));
    }
  }

  /** Nothing typed is no limit. */
  private static Integer number(Visit visit, String field) {
    String text = visit.field(field);
    try {
      return text.isEmpty() ? null : (Integer) Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Fields.invalid(field, "a whole number");
    }
  }

  private void suspend(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      sellers.suspend(visit.caller(), id, visit.field("suspension"));
      visit.done("suspended", id, address(id));
    } catch (Refused refused) {
      show(context, mended(refused));
    }
  }

  private void lift(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    sellers.lift(visit.caller(), id);
    visit.done("lifted", id, address(id));
  }

  private void staff(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    ListStaff.Found found = staff.run(visit.caller());
    Map<String, Object> model = typed(visit, problem);
    model.put("people", found.people());
    model.put("invitations", found.invitations());
    desk.show(context, "staff", problem == null ? visit.page("staff") : visit.page("staff", STAFF, problem), model);
  }

  private void inviteStaff(Context context) {
    Visit visit = desk.form(context);
    try {
      boolean admin = visit.field("role").equals("admin");
      Invite.Invited invited =
          invite.staff(visit.caller(), visit.field("name"), visit.field("email"), admin, visit.texts());
      TeamPages.showLink(desk, context, visit, invited, STAFF);
    } catch (Refused refused) {
      staff(context, mended(refused));
    }
  }

  /** What the person can put right on the page that they come from; the rest is shown on a page of its own. */
  private static Refused mended(Refused refused) {
    if (!List.of(Errors.FIELD_INVALID, Errors.TOO_MANY_INVITATIONS).contains(refused.error())) {
      throw refused;
    }
    return refused;
  }
}
