package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.console.BulkPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.LibraryViewPages;
import shotdeed.server.console.MonitorPage;
import shotdeed.server.monitor.Snapshots;
import shotdeed.server.monitor.library.BulkSteps;
import shotdeed.server.monitor.library.LibraryViews;
import shotdeed.server.monitor.library.SearchLibrary;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.OwnShops;

/** The use cases of the monitor library as people see it: search, views, and steps of many at once. */
public final class MonitorLibrary implements AutoCloseable {
  private final SearchLibrary search;
  private final LibraryViews views;
  private final BulkSteps bulk;

  MonitorLibrary(Database database, Library library, InstantSource clock) {
    search = new SearchLibrary(database);
    views = new LibraryViews(database, clock);
    bulk = new BulkSteps(database, library, clock);
  }

  /** Goes on with what the server was at when it stopped. */
  void start() {
    bulk.start();
  }

  public BulkSteps bulk() {
    return bulk;
  }

  List<RouteGroup> pages(
      Desk desk, ListCertificates certificates, Snapshots snapshots, Refingerprint refingerprint, OwnShops shops) {
    return List.of(
        new MonitorPage(desk, search, bulk, views, certificates, snapshots, refingerprint, shops),
        new BulkPages(desk, bulk, search),
        new LibraryViewPages(desk, views));
  }

  @Override
  public void close() {
    bulk.close();
  }
}
