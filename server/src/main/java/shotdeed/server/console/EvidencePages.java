package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.bundle.BundleRoutes;
import shotdeed.server.complain.bundle.PackBundle;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.RouteGroup;

/** Asks what a complaint's bundle is to hold, and hands it out. */
public final class EvidencePages implements RouteGroup {
  private final Desk desk;
  private final ListComplaints list;
  private final PackBundle pack;

  public EvidencePages(Desk desk, ListComplaints list, PackBundle pack) {
    this.desk = desk;
    this.list = list;
    this.pack = pack;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/complaints/{id}/evidence", this::ask);
    routes.get("/complaints/{id}/evidence.zip", this::bundle);
  }

  private void ask(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    Page page = visit.page("complaints");
    desk.show(
        context,
        "bundle",
        page,
        Map.of(
            "complaint", list.one(visit.caller(), id),
            "noMask", pack.noMask(visit.caller(), id),
            "originals", pack.originals(visit.caller(), id),
            "languages", Language.values(),
            "language", visit.texts().language()));
  }

  private void bundle(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    BundleRoutes.send(context, visit.caller(), pack, visit.texts().language());
  }
}
