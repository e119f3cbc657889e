package shotdeed.server.platform;

import io.javalin.config.RoutesConfig;

/** A feature's routes. */
public interface RouteGroup {
  /** Adds them; the order of groups does not matter. */
  void addTo(RoutesConfig routes);
}
