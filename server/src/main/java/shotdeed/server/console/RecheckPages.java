package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.outcome.LookAgain;
import shotdeed.server.complain.outcome.Recheck;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Listings to be looked at again, to be opened and recorded by hand. */
public final class RecheckPages implements RouteGroup {
  private static final String ADDRESS = "/rechecks";

  private final Desk desk;
  private final LookAgain looks;

  public RecheckPages(Desk desk, LookAgain looks) {
    this.desk = desk;
    this.looks = looks;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, null));
    routes.post("/rechecks/{id}", this::looked);
  }

  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    LookAgain.Due due = looks.due(visit.caller(), Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("due", due);
    model.put("paging", Paging.of(due.page(), LookAgain.PAGE, due.total(), ADDRESS));
    Page page = problem == null ? visit.page("complaints") : visit.page("complaints", ADDRESS, problem);
    desk.show(context, "rechecks", page, model);
  }

  private void looked(Context context) {
    Visit visit = desk.form(context);
    Recheck recheck;
    try {
      recheck = looks.run(visit.caller(), Bearer.number(context, "id"), null, null, visit.field("result"));
    } catch (Refused refused) {
      if (!List.of(Errors.FIELD_INVALID, Errors.RECHECK_DONE).contains(refused.error())) {
        throw refused;
      }
      show(context, refused);
      return;
    }
    visit.done("looked", recheck.complaint(), visit.next(ADDRESS));
  }
}
