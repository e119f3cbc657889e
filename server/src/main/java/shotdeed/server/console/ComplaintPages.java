package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.model.NoScreenshot;
import shotdeed.penalty.Forecast;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Texts;

/** The complaints, one complaint, and the case number that makes it submitted. */
public final class ComplaintPages implements RouteGroup {
  private static final String LIST = "/complaints";

  private final Desk desk;
  private final ListComplaints list;
  private final ListSightings sightings;
  private final PolicyLibrary policies;
  private final RecordCaseNumber submit;

  public ComplaintPages(
      Desk desk,
      ListComplaints list,
      ListSightings sightings,
      PolicyLibrary policies,
      RecordCaseNumber submit) {
    this.desk = desk;
    this.list = list;
    this.sightings = sightings;
    this.policies = policies;
    this.submit = submit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.get("/complaints/{id}", context -> show(context, "", null));
    routes.post("/complaints/{id}/submitted", this::submitted);
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    ListComplaints.Page found = list.list(visit.caller(), Paging.asked(context));
    desk.show(
        context,
        "complaints",
        visit.page("complaints"),
        Map.of(
            "complaints",
            found.complaints(),
            "paging",
            Paging.of(found.page(), ListComplaints.PAGE, found.total(), LIST)));
  }

  private void show(Context context, String caseNumber, Refused problem) {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    CaseComplaint complaint = list.one(visit.caller(), id);
    List<Sighting> seen = new ArrayList<>();
    Map<Integer, List<Slice>> slices = new HashMap<>();
    for (int number : complaint.sightings()) {
      Sighting sighting = sightings.one(visit.caller(), number);
      seen.add(sighting);
      slices.put(number, sightings.slices(sighting));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("complaint", complaint);
    model.put("sightings", seen);
    model.put("slices", slices);
    model.put("disputed", list.disputed(complaint));
    model.put("forecast", forecast(complaint, visit.texts()));
    model.put("caseNumber", caseNumber);
    model.put("noScreenshot", noScreenshot(complaint, visit.texts()));
    Page page = problem == null ? visit.page("complaints") : visit.page("complaints", LIST + "/" + id, problem);
    desk.show(context, "complaint", page, model);
  }

  /** A reason that we know in the reader's language; another as it was given. */
  private static String noScreenshot(CaseComplaint complaint, Texts texts) {
    NoScreenshot known = NoScreenshot.ofSentence(complaint.noScreenshot());
    return known == null ? complaint.noScreenshot() : texts.get("complaint.no-screenshot." + known.text());
  }

  private ForecastView forecast(CaseComplaint complaint, Texts texts) {
    if (complaint.forecast() == null) {
      return null;
    }
    byte[] kept = complaint.forecast().getBytes(StandardCharsets.UTF_8);
    return ForecastView.of(Json.read(kept, Forecast.class), policies.texts(), texts);
  }

  private void submitted(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String number = visit.field("caseNumber");
    boolean correct = visit.field("correct").equals("yes");
    try {
      submit.run(visit.caller(), id, number, correct);
    } catch (Refused refused) {
      if (!List.of(Errors.FIELD_INVALID, Errors.CASE_NUMBER_DIFFERS, Errors.WRONG_STATE).contains(refused.error())) {
        throw refused;
      }
      show(context, number, refused);
      return;
    }
    visit.done(correct ? "corrected" : "submitted", id, LIST + "/" + id);
  }
}
