package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.ChangePassword;
import shotdeed.server.account.Passwords;
import shotdeed.server.account.Sessions;
import shotdeed.server.account.SignInStore;
import shotdeed.server.people.ConfirmAddress;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** A person's own account: name, mail address, password, and where they are signed in. */
public final class AccountPages implements RouteGroup {
  private static final String ADDRESS = "/account";

  private final Desk desk;
  private final ChangePassword change;
  private final Sessions sessions;
  private final ConfirmAddress confirm;

  public AccountPages(Desk desk, ChangePassword change, Sessions sessions, ConfirmAddress confirm) {
    this.desk = desk;
    this.change = change;
    this.sessions = sessions;
    this.confirm = confirm;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post("/account/name", this::name);
    routes.post("/account/password", this::password);
    routes.post("/account/confirm-address", this::confirm);
    routes.post("/sessions/end-all", this::endAll);
    routes.post("/sessions/{id}/end", this::end);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    show(context, visit, visit.page("account"), change.own(visit.caller()));
  }

  private void show(Context context, Visit visit, Page page, ChangePassword.Own own) {
    desk.show(
        context,
        "account",
        page,
        Map.of(
            "own",
            own,
            "sessions",
            sessions.own(visit.caller(), visit.secret()),
            "confirmed",
            confirm.of(visit.caller()),
            "least",
            Passwords.MIN,
            "maxName",
            SignInStore.MAX_NAME,
            "maxEmail",
            SignInStore.MAX_EMAIL));
  }

  private void name(Context context) {
    Visit visit = desk.form(context);
    String name = visit.field("name");
    String email = visit.field("email");
    try {
      change.identify(visit.caller(), name, email, context.formParam("current"));
      visit.done("account", 0, ADDRESS);
    } catch (Refused refused) {
      boolean has = change.own(visit.caller()).hasPassword();
      again(context, visit, refused, new ChangePassword.Own(name, email, has));
    }
  }

  private void password(Context context) {
    Visit visit = desk.form(context);
    try {
      change.own(
          visit.caller(),
          context.formParam("current"),
          context.formParam("password"),
          context.formParam("repeated"),
          visit.secret());
      visit.done("password", 0, ADDRESS);
    } catch (Refused refused) {
      again(context, visit, refused, change.own(visit.caller()));
    }
  }

  private void confirm(Context context) {
    Visit visit = desk.form(context);
    confirm.ask(visit.caller(), visit.texts());
    visit.done("address-asked", 0, ADDRESS);
  }

  private void again(Context context, Visit visit, Refused refused, ChangePassword.Own own) {
    if (refused.error() == Errors.INTERNAL) {
      throw refused;
    }
    show(context, visit, visit.page("account", ADDRESS, refused), own);
  }

  private void end(Context context) {
    Visit visit = desk.form(context);
    sessions.end(visit.caller(), context.pathParam("id"));
    visit.done("session-ended", 0, ADDRESS);
  }

  private void endAll(Context context) {
    Visit visit = desk.form(context);
    sessions.endAll(visit.caller());
    visit.close();
  }
}
