package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.complain.outcome.Statistics;
import shotdeed.server.platform.RouteGroup;

/** How complaints went, per marketplace and month. */
public final class StatisticsPage implements RouteGroup {
  private final Desk desk;
  private final Statistics statistics;

  public StatisticsPage(Desk desk, Statistics statistics) {
    this.desk = desk;
    this.statistics = statistics;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/complaints/statistics", this::show);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    Map<String, Object> model = new HashMap<>();
    model.put("figures", statistics.run(visit.caller(), context.queryParam("market")));
    desk.show(context, "statistics", visit.page("complaints"), model);
  }
}
