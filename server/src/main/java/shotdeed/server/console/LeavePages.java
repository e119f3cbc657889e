package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import shotdeed.server.leave.CloseSeller;
import shotdeed.server.leave.ExportSeller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** An owner takes everything along, and may then close the shop on this server. */
public final class LeavePages implements RouteGroup {
  private static final String ADDRESS = "/leave";

  private final Desk desk;
  private final ExportSeller export;
  private final CloseSeller close;

  public LeavePages(Desk desk, ExportSeller export, CloseSeller close) {
    this.desk = desk;
    this.export = export;
    this.close = close;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, null));
    routes.post("/leave/export", this::export);
    routes.post("/leave/close", this::close);
  }

  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    if (!visit.caller().owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    Page page = problem == null ? visit.page("team") : visit.page("team", ADDRESS, problem);
    desk.show(context, "leave", page, Map.of("shop", visit.caller().sellerName()));
  }

  private void export(Context context) throws IOException {
    Visit visit = desk.form(context);
    export.run(visit.caller(), () -> {
      context.contentType("application/zip");
      String name = "shotdeed-seller-" + visit.caller().seller() + ".zip";
      context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
      return context.outputStream();
    });
  }

  private void close(Context context) {
    Visit visit = desk.form(context);
    try {
      close.run(visit.caller(), context.formParam("shopName"));
      visit.close();
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      show(context, refused);
    }
  }
}
