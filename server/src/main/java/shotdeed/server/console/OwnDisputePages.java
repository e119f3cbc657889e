package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.dispute.Claims;
import shotdeed.server.dispute.OwnDispute;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** A seller's claims about somebody else's certificate. */
public final class OwnDisputePages implements RouteGroup {
  private final Desk desk;
  private final OwnDispute own;
  private final Claims claims;

  public OwnDisputePages(Desk desk, OwnDispute own, Claims claims) {
    this.desk = desk;
    this.own = own;
    this.claims = claims;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/certificates/{id}/claim", context -> show(context, "", "", null));
    routes.post("/certificates/{id}/claim", this::claim);
  }

  private void show(Context context, String against, String reason, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    own.of(visit.caller(), id); // refused if it is not the caller's
    String address = address(id) + "/claim";
    desk.show(
        context,
        "claim",
        problem == null ? visit.page("certificates") : visit.page("certificates", address, problem),
        Map.of("certificate", id, "against", against, "reason", reason));
  }

  private void claim(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String against = visit.field("against");
    String reason = visit.field("reason");
    try {
      claims.make(visit.caller(), id, number(against), reason);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID
          && refused.error() != Errors.CLAIMS_USED_UP
          && refused.error() != Errors.WRONG_STATE) {
        throw refused;
      }
      show(context, against, reason, refused);
      return;
    }
    visit.done("claim-made", id, address(id));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String address(int id) {
    return "/certificates/" + id;
  }
}
