package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.monitor.library.LibraryFilter;
import shotdeed.server.monitor.library.LibraryViews;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Views of the library that people keep under names of their own. */
public final class LibraryViewPages implements RouteGroup {
  private static final String ADDRESS = "/views";
  private static final List<Errors> SAID_HERE =
      List.of(Errors.FIELD_INVALID, Errors.VIEW_NAME_TAKEN, Errors.TOO_MANY_VIEWS);

  private final Desk desk;
  private final LibraryViews views;

  public LibraryViewPages(Desk desk, LibraryViews views) {
    this.desk = desk;
    this.views = views;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, context.queryParam("query"), "", null));
    routes.post(ADDRESS, this::save);
    routes.post("/views/{id}", this::change);
    routes.post("/views/{id}/delete", this::delete);
  }

  /** @param query of the list to save, or {@code null} for none */
  private void show(Context context, String query, String name, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    Map<String, Object> model = new HashMap<>();
    model.put("views", views.list(visit.caller()));
    model.put("query", query == null ? null : LibraryFilter.ofQuery(query).query());
    model.put("name", name);
    Page page = problem == null ? visit.page("monitor") : visit.page("monitor", ADDRESS, problem);
    desk.show(context, "views", page, model);
  }

  private void save(Context context) {
    Visit visit = desk.form(context);
    LibraryFilter filter = LibraryFilter.ofQuery(visit.field("query"));
    String name = visit.field("viewName");
    try {
      views.save(visit.caller(), name, filter, visit.field("shared").equals("yes"));
    } catch (Refused refused) {
      againOr(context, filter.query(), name, refused);
      return;
    }
    visit.done("view-saved", 0, MonitorPage.address(filter.query()));
  }

  private void change(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      views.change(visit.caller(), id, visit.field("viewName"), visit.field("shared").equals("yes"));
    } catch (Refused refused) {
      againOr(context, null, "", refused);
      return;
    }
    visit.done("view-changed", 0, ADDRESS);
  }

  private void delete(Context context) {
    Visit visit = desk.form(context);
    views.delete(visit.caller(), Bearer.number(context, "id"));
    context.redirect(ADDRESS, HttpStatus.SEE_OTHER);
  }

  private void againOr(Context context, String query, String name, Refused refused) {
    if (!SAID_HERE.contains(refused.error())) {
      throw refused;
    }
    show(context, query, name, refused);
  }
}
