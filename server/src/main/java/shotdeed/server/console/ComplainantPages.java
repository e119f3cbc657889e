package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.complain.fields.Complainant;
import shotdeed.server.complain.fields.StateComplainant;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** What a seller states of themselves in complaints. */
public final class ComplainantPages implements RouteGroup {
  private static final String HERE = "/complainant";

  private final Desk desk;
  private final StateComplainant complainant;

  public ComplainantPages(Desk desk, StateComplainant complainant) {
    this.desk = desk;
    this.complainant = complainant;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(HERE, this::show);
    routes.post(HERE, this::change);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    show(context, visit.page("complaints"), complainant.look(visit.caller()), complaint(context.queryParam("complaint")));
  }

  private void show(Context context, Page page, Complainant stated, int complaint) {
    desk.show(context, "complainant", page, Map.of("stated", stated, "complaint", complaint));
  }

  /** The complaint whose form led here; 0 for none. */
  private static int complaint(String text) {
    try {
      return text == null ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void change(Context context) {
    Visit visit = desk.form(context);
    visit.requireTeam();
    int complaint = complaint(visit.field("complaint"));
    Complainant stated = new Complainant(
        visit.field("holder"),
        visit.field("capacity"),
        visit.field("contact"),
        visit.field("position"),
        visit.field("company"),
        visit.field("address"),
        visit.field("phone"),
        visit.field("email"),
        visit.field("idNumber"),
        visit.field("copyright"),
        visit.field("registration"),
        visit.field("brand"));
    try {
      complainant.change(visit.caller(), stated);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      show(context, visit.page("complaints", HERE, refused), stated, complaint);
      return;
    }
    visit.done("complainant", complaint, complaint == 0 ? HERE : "/complaints/" + complaint + "/form");
  }
}
