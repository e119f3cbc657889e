package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import shotdeed.server.audit.ReadAudit;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Who did what and who looked at what: all of it for the admin, their own seller's for an owner. */
public final class AuditPages implements RouteGroup {
  private static final String ADDRESS = "/audit";
  private static final int MAX_ACTION = 80;

  private final Desk desk;
  private final ReadAudit audit;

  public AuditPages(Desk desk, ReadAudit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    String action = context.queryParam("action");
    if (action != null && (action.isEmpty() || action.length() > MAX_ACTION)) {
      action = null;
    }
    ReadAudit.Filter filter = new ReadAudit.Filter(number(context, "account"), action, number(context, "seller"));
    ReadAudit.Page found = audit.shown(visit.caller(), filter, Paging.asked(context));
    String address = ADDRESS + "?account=" + filter.account() + "&seller=" + filter.seller()
        + (action == null ? "" : "&action=" + URLEncoder.encode(action, StandardCharsets.UTF_8));
    desk.show(
        context,
        "audit",
        visit.page("audit"),
        Map.of(
            "found",
            found,
            "filter",
            filter,
            "all",
            visit.caller().administers(),
            "paging",
            Paging.of(found.page(), ReadAudit.PAGE, found.total(), address)));
  }

  /** Nothing chosen is 0. */
  private static int number(Context context, String name) {
    String text = context.queryParam(name);
    try {
      return text == null || text.isEmpty() ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }
}
