package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.outcome.DueList;
import shotdeed.server.complain.outcome.MarkDone;
import shotdeed.server.platform.RouteGroup;

/** What is due on complaints, and the mail about it. */
public final class DuePages implements RouteGroup {
  private static final String ADDRESS = "/complaints/due";

  private final Desk desk;
  private final DueList due;
  private final MarkDone done;

  public DuePages(Desk desk, DueList due, MarkDone done) {
    this.desk = desk;
    this.due = due;
    this.done = done;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post("/complaints/due-mail", this::mail);
    routes.post("/complaints/{id}/done", this::done);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    DueList.Page found = due.list(visit.caller(), Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("found", found);
    model.put("mails", due.mails(visit.caller()));
    model.put("paging", Paging.of(found.page(), DueList.PAGE, found.total(), ADDRESS));
    desk.show(context, "due", visit.page("complaints"), model);
  }

  private void mail(Context context) {
    Visit visit = desk.form(context);
    boolean on = visit.field("on").equals("yes");
    due.mail(visit.caller(), on);
    visit.done(on ? "due-mail-on" : "due-mail-off", 0, ADDRESS);
  }

  private void done(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    done.run(visit.caller(), id, visit.field("term"));
    visit.done("due-done", id, visit.next(ADDRESS));
  }
}
