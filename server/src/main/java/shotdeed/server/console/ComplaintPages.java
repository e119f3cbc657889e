package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.model.NoScreenshot;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.fields.HandOver;
import shotdeed.server.complain.fields.ReadLodged;
import shotdeed.server.complain.fields.SubmitForm;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Texts;

/** The complaints, one complaint, and the case number that makes it submitted. */
public final class ComplaintPages implements RouteGroup {
  private static final String LIST = "/complaints";

  /** Refusals of a case number that the complaint's page shows. */
  private static final Set<Errors> SAID_HERE = Set.of(
      Errors.FIELD_INVALID,
      Errors.CASE_NUMBER_DIFFERS,
      Errors.CASE_NUMBER_ELSEWHERE,
      Errors.STEP_DAY_AHEAD,
      Errors.SUBMISSION_DAY_EARLY,
      Errors.WRONG_STATE);

  private final Desk desk;
  private final ListComplaints list;
  private final ListSightings sightings;
  private final Policies policies;
  private final SubmitForm submit;
  private final ReadLodged lodged;
  private final HandOver handOver;
  private final ComplaintRiskPart risk;
  private final OutcomeView outcomes;

  public ComplaintPages(
      Desk desk,
      ListComplaints list,
      ListSightings sightings,
      Policies policies,
      SubmitForm submit,
      ReadLodged lodged,
      HandOver handOver,
      ComplaintRiskPart risk,
      OutcomeView outcomes) {
    this.desk = desk;
    this.list = list;
    this.sightings = sightings;
    this.policies = policies;
    this.submit = submit;
    this.lodged = lodged;
    this.handOver = handOver;
    this.risk = risk;
    this.outcomes = outcomes;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.get("/complaints/{id}", context -> show(context, "", "", null));
    routes.post("/complaints/{id}/submitted", this::submitted);
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    if ("lodge".equals(context.queryParam("waiting"))) {
      desk.show(
          context,
          "complaints-waiting",
          visit.page("complaints"),
          Map.of("waiting", handOver.waiting(visit.caller()), "total", handOver.count(visit.caller())));
      return;
    }
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

  private void show(Context context, String caseNumber, String submittedOn, Refused problem) {
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
    model.put("lodged", lodged.of(complaint, seen));
    model.put("disputed", list.disputed(complaint));
    model.put("forecast", forecast(complaint, visit.texts()));
    model.put("risk", risk.of(visit.caller(), complaint, visit.texts()));
    model.put("caseNumber", caseNumber);
    model.put("submittedOn", submittedOn);
    model.put("outcome", outcomes.of(visit.caller(), id));
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
    ShopForecast kept = list.forecast(complaint);
    return kept == null ? null : ForecastView.of(kept, policies.current().texts(), texts);
  }

  private void submitted(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String number = visit.field("caseNumber");
    String day = visit.field("submittedOn");
    boolean correct = visit.field("correct").equals("yes");
    try {
      boolean again = visit.field("again").equals("yes");
      submit.run(visit.caller(), id, new SubmitForm.Stated("", null, number, null, correct, again, day, null, null));
    } catch (Refused refused) {
      if (!SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      show(context, number, day, refused);
      return;
    }
    visit.done(correct ? "corrected" : "submitted", id, LIST + "/" + id);
  }
}
