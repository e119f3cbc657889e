package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Devices;
import shotdeed.server.account.Pairing;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;

/** The paired browsers: which there are, ending one, and a link for another. */
public final class BrowserPages implements RouteGroup {
  private static final String ADDRESS = "/browsers";

  private final Desk desk;
  private final Devices devices;
  private final Pairing pairing;
  private final Origin origin;

  public BrowserPages(Desk desk, Devices devices, Pairing pairing, Origin origin) {
    this.desk = desk;
    this.devices = devices;
    this.pairing = pairing;
    this.origin = origin;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post("/browsers/link", this::link);
    routes.post("/browsers/{id}/revoke", this::revoke);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    desk.show(context, "browsers", visit.page("browsers"), Map.of("devices", devices.list(visit.caller())));
  }

  private void link(Context context) {
    Visit visit = desk.form(context);
    visit.requireTeam();
    String link = Pairing.link(origin.value(), pairing.createCode(visit.caller()));
    desk.show(
        context,
        "pairing-link",
        visit.page("browsers"),
        Map.of("link", link, "minutes", (int) Pairing.LIFE.toMinutes()));
  }

  private void revoke(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    devices.revoke(visit.caller(), id);
    visit.done("revoked", id, ADDRESS);
  }
}
