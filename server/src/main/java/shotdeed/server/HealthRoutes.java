package shotdeed.server;

import io.javalin.config.RoutesConfig;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;

/** For whoever watches the server: {@code /livez} says that it runs, {@code /readyz} that it can reach its store. */
final class HealthRoutes implements RouteGroup {
  private final Database database;

  HealthRoutes(Database database) {
    this.database = database;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/livez", context -> context.result("ok"));
    routes.get("/readyz", context -> {
      database.read(handle -> handle.createQuery("select count(*) from seller").mapTo(int.class).one());
      context.result("ok");
    });
  }
}
