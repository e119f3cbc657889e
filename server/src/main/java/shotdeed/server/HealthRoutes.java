package shotdeed.server;

import io.javalin.config.RoutesConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** For whoever watches the server: {@code /livez} says that it runs, {@code /readyz} that it can reach its store. */
final class HealthRoutes implements RouteGroup {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

  private final Database database;

  HealthRoutes(Database database) {
    this.database = database;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/livez", context -> context.result("ok"));
    routes.get("/readyz", context -> {
      requireStore();
      context.result("ok");
    });
  }

  private void requireStore() {
    try {
      database.read(handle -> handle.createQuery("select count(*) from seller").mapTo(int.class).one());
    } catch (RuntimeException e) {
      LOG.error("the store cannot be read", e);
      throw new Refused(Errors.NOT_READY);
    }
  }
}
