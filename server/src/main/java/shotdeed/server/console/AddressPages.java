package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import shotdeed.server.people.ConfirmAddress;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** The page behind a mailed link that confirms an address. A button does it: mail programs open links by themselves. */
public final class AddressPages implements RouteGroup {
  private static final String ADDRESS = "/confirm-address";

  private final Desk desk;
  private final ConfirmAddress confirm;
  private final StrangerBodies strangers;

  public AddressPages(Desk desk, ConfirmAddress confirm, StrangerBodies strangers) {
    this.desk = desk;
    this.confirm = confirm;
    this.strangers = strangers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post(ADDRESS, this::confirm);
  }

  private void show(Context context) {
    String code = context.queryParam("code");
    confirm.look(code, context.ip());
    desk.show(context, "confirm-address", desk.guest(context).page(""), Map.of("code", code));
  }

  private void confirm(Context context) throws IOException {
    Map<String, String> form = strangers.form(context);
    Visit visit = desk.guestForm(context, form);
    confirm.run(form.getOrDefault("code", ""), context.ip());
    visit.done("address", 0, visit.caller() == null ? "/sign-in" : "/account");
  }
}
