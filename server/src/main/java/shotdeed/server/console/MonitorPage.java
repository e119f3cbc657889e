package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.certify.Step;
import shotdeed.server.monitor.Snapshots;
import shotdeed.server.monitor.library.Bulk;
import shotdeed.server.monitor.library.BulkSteps;
import shotdeed.server.monitor.library.LibraryFilter;
import shotdeed.server.monitor.library.LibraryViews;
import shotdeed.server.monitor.library.SearchLibrary;
import shotdeed.server.monitor.library.Show;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.OwnShops;

/** The monitor library: what is matched against, what may enter, and what has left it; searched and filtered. */
public final class MonitorPage implements RouteGroup {
  static final String ADDRESS = "/monitor";

  private final Desk desk;
  private final SearchLibrary search;
  private final BulkSteps bulk;
  private final LibraryViews views;
  private final ListCertificates list;
  private final Snapshots snapshots;
  private final Refingerprint refingerprint;
  private final OwnShops shops;

  public MonitorPage(
      Desk desk,
      SearchLibrary search,
      BulkSteps bulk,
      LibraryViews views,
      ListCertificates list,
      Snapshots snapshots,
      Refingerprint refingerprint,
      OwnShops shops) {
    this.desk = desk;
    this.search = search;
    this.bulk = bulk;
    this.views = views;
    this.list = list;
    this.snapshots = snapshots;
    this.refingerprint = refingerprint;
    this.shops = shops;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post(ADDRESS, this::monitorAll);
    routes.post("/own-shops/{id}/remove", this::removeShop);
  }

  /**
   * How many certificates stand where.
   *
   * @param certified in force and not monitored yet
   */
  public record Counts(Map<CertificateState, Integer> each, int certified) {
    static Counts of(Map<CertificateState, Integer> each) {
      return new Counts(each, sum(each, ListCertificates.UNMONITORED));
    }

    /** How many a choice of states shows, were nothing else chosen. */
    public int of(Show show) {
      return sum(each, show.states());
    }

    private static int sum(Map<CertificateState, Integer> each, List<CertificateState> states) {
      return states.stream().mapToInt(state -> each.getOrDefault(state, 0)).sum();
    }
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    LibraryFilter filter = LibraryFilter.of(context::queryParam);
    SearchLibrary.Found found = search.page(caller, filter, Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("filter", filter);
    model.put("found", found.certificates());
    model.put("paging", Paging.of(found.page(), SearchLibrary.PAGE, found.total(), address(filter.query())));
    model.put("counts", Counts.of(list.counts(caller)));
    model.put("uploaders", search.uploaders(caller));
    model.put("views", views.list(caller));
    model.put("recent", bulk.recent(caller));
    model.put("ticked", "page".equals(context.queryParam("tick")));
    model.put("missing", refingerprint.missing(caller.seller()));
    model.put("fingerprints", snapshots.fingerprints(caller));
    model.put("shops", shops.list(caller));
    desk.show(context, "monitor", visit.page("monitor"), model);
  }

  /** Address of a list of the library. */
  static String address(String query) {
    return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query;
  }

  private void removeShop(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    shops.remove(visit.caller(), id);
    visit.done("own-shop-removed", id, ADDRESS);
  }

  private void monitorAll(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = bulk.all(visit.caller(), Step.MONITOR, LibraryFilter.READY);
    Bulk result = bulk.of(visit.caller(), id);
    if (result.ended() && result.leftCount() == 0) {
      visit.done("monitored-all", result.moved(), ADDRESS);
    } else {
      context.redirect(BulkPages.address(id), HttpStatus.SEE_OTHER);
    }
  }
}
