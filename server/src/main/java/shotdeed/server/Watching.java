package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Devices;
import shotdeed.server.console.Desk;
import shotdeed.server.console.WatchPages;
import shotdeed.server.coverage.CoverageRoutes;
import shotdeed.server.coverage.TellCoverage;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.watch.AddToWatchList;
import shotdeed.server.watch.ReadWatchList;
import shotdeed.server.watch.RecordVisit;
import shotdeed.server.watch.TakeOffWatchList;
import shotdeed.server.watch.WatchRoutes;

/** The use cases of watch lists, and of what browsers tell about what they looked at. */
final class Watching {
  private final ReadWatchList read;
  private final AddToWatchList add;
  private final TakeOffWatchList takeOff;
  private final RecordVisit record;
  private final TellCoverage tell;

  Watching(Database database, InstantSource clock) {
    read = new ReadWatchList(database);
    add = new AddToWatchList(database, clock);
    takeOff = new TakeOffWatchList(database, clock);
    record = new RecordVisit(database, clock);
    tell = new TellCoverage(database, clock);
  }

  List<RouteGroup> routes(Devices devices) {
    return List.of(new WatchRoutes(devices, read, add, takeOff, record), new CoverageRoutes(devices, tell));
  }

  WatchPages pages(Desk desk, ListSightings sightings) {
    return new WatchPages(desk, read, add, takeOff, sightings);
  }
}
