package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.certify.Step;
import shotdeed.server.monitor.library.Bulk;
import shotdeed.server.monitor.library.BulkSteps;
import shotdeed.server.monitor.library.LibraryFilter;
import shotdeed.server.monitor.library.SearchLibrary;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.RouteGroup;

/** A step of many certificates: asked for in a list of the library, and what became of it. */
public final class BulkPages implements RouteGroup {
  private static final String START = "/bulk-steps";
  private static final String AGAIN_SECONDS = "2";

  private final Desk desk;
  private final BulkSteps bulk;
  private final SearchLibrary search;

  public BulkPages(Desk desk, BulkSteps bulk, SearchLibrary search) {
    this.desk = desk;
    this.bulk = bulk;
    this.search = search;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(START, this::start);
    routes.get("/bulk-steps/{id}", this::show);
    routes.post("/bulk-steps/{id}/undo", this::undo);
  }

  /** Address of what became of one. */
  static String address(int id) {
    return START + "/" + id;
  }

  private void start(Context context) throws IOException {
    Visit visit = desk.form(context);
    visit.requireTeam();
    Step step = BulkSteps.step(visit.field("step"));
    LibraryFilter filter = LibraryFilter.ofQuery(visit.field("query"));
    boolean all = visit.field("all").equals("yes");
    List<Integer> ids = all ? List.of() : numbers(context.formParams("certificate"));
    if (!all && ids.isEmpty()) {
      visit.done("nothing-ticked", 0, MonitorPage.address(filter.query()));
      return;
    }
    if (step == Step.RETIRE && !visit.field("sure").equals("yes")) {
      askAgain(context, visit, filter, all, ids);
      return;
    }
    int id = all
        ? bulk.all(visit.caller(), step, filter)
        : bulk.ticked(visit.caller(), step, ids, filter.query());
    context.redirect(address(id), HttpStatus.SEE_OTHER);
  }

  private static List<Integer> numbers(List<String> ticked) {
    Fields.list("certificate", ticked, 0, BulkSteps.MAX_TICKED);
    List<Integer> ids = new ArrayList<>();
    for (String each : ticked) {
      try {
        ids.add(Integer.parseInt(each));
      } catch (NumberFormatException e) {
        throw Fields.invalid("certificate", "a certificate's number");
      }
    }
    return ids;
  }

  /** What has no way back is asked twice. */
  private void askAgain(Context context, Visit visit, LibraryFilter filter, boolean all, List<Integer> ids) {
    Map<String, Object> model = new HashMap<>();
    model.put("query", filter.query());
    model.put("back", MonitorPage.address(filter.query()));
    model.put("all", all);
    model.put("ids", ids);
    model.put("count", all ? search.page(visit.caller(), filter, 1).total() : ids.size());
    desk.show(context, "bulk-sure", visit.page("monitor"), model);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    Bulk found = bulk.of(visit.caller(), Bearer.number(context, "id"));
    if (!found.ended()) {
      context.header("Refresh", AGAIN_SECONDS);
    }
    desk.show(
        context,
        "bulk-step",
        visit.page("monitor"),
        Map.of("bulk", found, "back", MonitorPage.address(found.query())));
  }

  private void undo(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = bulk.undo(visit.caller(), Bearer.number(context, "id"));
    context.redirect(address(id), HttpStatus.SEE_OTHER);
  }
}
