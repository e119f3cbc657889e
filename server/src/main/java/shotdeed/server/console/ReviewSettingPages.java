package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Role;
import shotdeed.server.certify.second.ReviewSettings;
import shotdeed.server.certify.second.SetUpReviews;
import shotdeed.server.dispute.CheckClaims;
import shotdeed.server.dispute.DisputeSettings;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** How second reviews and disputes run on this server: the admin's page. */
public final class ReviewSettingPages implements RouteGroup {
  private static final String ADDRESS = "/reviews/settings";

  private final Desk desk;
  private final SetUpReviews setUp;
  private final Database database;
  private final CheckClaims check;
  private final Runnable wake;
  private final InstantSource clock;

  /**
   * @param wake has work done that waits
   */
  public ReviewSettingPages(
      Desk desk, SetUpReviews setUp, Database database, CheckClaims check, Runnable wake, InstantSource clock) {
    this.desk = desk;
    this.setUp = setUp;
    this.database = database;
    this.check = check;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, desk.signedIn(context), null));
    routes.post(ADDRESS, context -> change(context, this::reviews));
    routes.post(ADDRESS + "/calendar", context -> change(context, this::calendar));
    routes.post(ADDRESS + "/disputes", context -> change(context, this::disputes));
    routes.post(ADDRESS + "/compare", this::compare);
  }

  private void show(Context context, Visit visit, Refused problem) {
    if (!visit.caller().roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    Map<String, Object> model = new HashMap<>();
    model.put("settings", setUp.settings());
    model.put("sources", setUp.calendar().sources());
    model.put("uncovered", setUp.uncovered());
    model.put("disputes", database.read(DisputeSettings::current));
    model.put("progress", check.progress());
    desk.show(
        context,
        "review-settings",
        problem == null ? visit.page("reviews") : visit.page("reviews", ADDRESS, problem),
        model);
  }

  private interface Change {
    void make(Context context, Visit visit) throws IOException;
  }

  private void change(Context context, Change change) throws IOException {
    Visit visit = desk.form(context);
    try {
      change.make(context, visit);
    } catch (Refused refused) {
      if (!List.of(Errors.FIELD_INVALID, Errors.CALENDAR_INVALID).contains(refused.error())) {
        throw refused;
      }
      show(context, visit, refused);
      return;
    }
    visit.done("review-settings", 0, ADDRESS);
  }

  private void reviews(Context context, Visit visit) {
    boolean sampled = visit.field("who").equals("machine");
    int oneIn = sampled ? number(visit, "oneIn") : 0;
    if (sampled && oneIn == 0) {
      throw Fields.invalid("oneIn", "2 or more");
    }
    setUp.change(visit.caller(), ReviewSettings.stated(visit.field("zone"), number(visit, "workingDays"), oneIn));
    wake.run();
  }

  private void calendar(Context context, Visit visit) {
    setUp.load(visit.caller(), visit.field("calendar").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void disputes(Context context, Visit visit) {
    DisputeSettings to =
        new DisputeSettings(visit.field("atUpload").equals("yes"), number(visit, "mostGroundless"));
    DisputeSettings.change(database, visit.caller(), to, clock);
  }

  private void compare(Context context) {
    Visit visit = desk.form(context);
    int waiting = check.all(visit.caller());
    wake.run();
    visit.done("compare", waiting, ADDRESS);
  }

  private static int number(Visit visit, String field) {
    try {
      return Integer.parseInt(visit.field(field));
    } catch (NumberFormatException e) {
      throw Fields.invalid(field, "a whole number");
    }
  }
}
