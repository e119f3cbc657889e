package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.monitor.MonitorSteps;
import shotdeed.server.monitor.Snapshots;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.OwnShops;

/** The monitor library: what is matched against, and what is certified but not matched against yet. */
public final class MonitorPage implements RouteGroup {
  private static final String ADDRESS = "/monitor";

  private final Desk desk;
  private final ListCertificates list;
  private final MonitorSteps steps;
  private final Snapshots snapshots;
  private final Refingerprint refingerprint;
  private final OwnShops shops;

  public MonitorPage(
      Desk desk,
      ListCertificates list,
      MonitorSteps steps,
      Snapshots snapshots,
      Refingerprint refingerprint,
      OwnShops shops) {
    this.desk = desk;
    this.list = list;
    this.steps = steps;
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

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    ListCertificates.Page monitored = list.own(caller, CertificateState.MONITORED, Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("certificates", monitored.certificates());
    model.put("paging", Paging.of(monitored.page(), ListCertificates.PAGE, monitored.total(), ADDRESS));
    model.put("certified", list.unmonitored(caller));
    model.put("paused", list.own(caller, CertificateState.PAUSED, 1).total());
    model.put("missing", refingerprint.missing(caller.seller()));
    model.put("fingerprints", snapshots.fingerprints(caller));
    model.put("shops", shops.list(caller));
    desk.show(context, "monitor", visit.page("monitor"), model);
  }

  private void removeShop(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    shops.remove(visit.caller(), id);
    visit.done("own-shop-removed", id, ADDRESS);
  }

  private void monitorAll(Context context) throws IOException {
    Visit visit = desk.form(context);
    int moved = 0;
    for (int id : certified(visit.caller())) {
      try {
        steps.monitor(visit.caller(), id);
        moved++;
      } catch (Refused refused) {
        if (refused.error() != Errors.WRONG_STATE) {
          throw refused;
        }
        // Somebody else moved or retired it meanwhile: nothing is left to do.
      }
    }
    visit.done("monitored-all", moved, ADDRESS);
  }

  /** All of them before the first is moved: moving one shifts the pages. */
  private List<Integer> certified(Caller caller) {
    List<Integer> ids = new ArrayList<>();
    for (CertificateState state : ListCertificates.UNMONITORED) {
      int page = 1;
      ListCertificates.Page found;
      do {
        found = list.own(caller, state, page++);
        for (Certificate certificate : found.certificates()) {
          ids.add(certificate.id());
        }
      } while (!found.certificates().isEmpty());
    }
    return ids;
  }
}
