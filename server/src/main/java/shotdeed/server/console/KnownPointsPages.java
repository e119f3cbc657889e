package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.forecast.KnownPoints;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** What a seller's people know of a shop's points, stated and taken back on the page of a sighting. */
final class KnownPointsPages implements RouteGroup {
  private final Desk desk;
  private final KnownPoints points;
  private final BiConsumer<Context, Refused> sighting;

  /** @param sighting shows the sighting's page again, with what was wrong */
  KnownPointsPages(Desk desk, KnownPoints points, BiConsumer<Context, Refused> sighting) {
    this.desk = desk;
    this.points = points;
    this.sighting = sighting;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/sightings/{id}/known-points", this::state);
    routes.post("/known-points/{id}/undo", this::takeBack);
  }

  private void state(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      int least = number(visit, "min");
      Integer most = visit.field("max").isEmpty() ? null : Integer.valueOf(number(visit, "max"));
      points.state(visit.caller(), id, visit.field("ledger"), least, most, visit.field("note"));
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      sighting.accept(context, refused);
      return;
    }
    visit.done("points-stated", id, "/sightings/" + id);
  }

  private void takeBack(Context context) {
    Visit visit = desk.form(context);
    points.takeBack(visit.caller(), Bearer.number(context, "id"));
    visit.done("points-undone", 0, visit.next("/sightings"));
  }

  private static int number(Visit visit, String field) {
    try {
      return Integer.parseInt(visit.field(field));
    } catch (NumberFormatException e) {
      throw Fields.invalid(field, "a whole number");
    }
  }
}
