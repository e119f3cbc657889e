package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.dashboard.Dashboard;
import shotdeed.server.platform.RouteGroup;

/** A seller's figures by week and marketplace: drawn, and as tables for whoever does not see the drawings. */
public final class DashboardPage implements RouteGroup {
  private final Desk desk;
  private final Dashboard dashboard;

  public DashboardPage(Desk desk, Dashboard dashboard) {
    this.desk = desk;
    this.dashboard = dashboard;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/dashboard", this::show);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    desk.show(
        context,
        "dashboard",
        visit.page("dashboard"),
        Map.of("figures", dashboard.of(visit.caller())));
  }
}
