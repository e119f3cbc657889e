package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.AccountRoutes;
import shotdeed.server.account.Devices;
import shotdeed.server.account.FirstStart;
import shotdeed.server.account.Pairing;
import shotdeed.server.account.Sessions;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Settings;

/** The use cases of all features over one store. */
public record Features(
    Settings settings,
    Database database,
    FirstStart firstStart,
    Sessions sessions,
    Devices devices,
    Pairing pairing) implements AutoCloseable {
  static Features open(Settings settings, DataFolder folder, InstantSource clock) {
    Database database = Database.open(folder.database());
    return new Features(
        settings,
        database,
        new FirstStart(database, clock),
        new Sessions(database, clock),
        new Devices(database, clock),
        new Pairing(database, clock));
  }

  /** The routes for programs. */
  List<RouteGroup> routes() {
    return List.of(
        new HealthRoutes(database),
        new AccountRoutes(sessions, devices, pairing, Version.current(), settings.secure()));
  }

  @Override
  public void close() {
    database.close();
  }
}
