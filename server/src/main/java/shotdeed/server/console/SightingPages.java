package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import shotdeed.match.EvidencePicture;
import shotdeed.model.NoScreenshot;
import shotdeed.model.SightingState;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.forecast.KnownPoints;
import shotdeed.server.complain.risk.ReadRisk;
import shotdeed.server.complain.risk.RiskCode;
import shotdeed.server.complain.risk.RiskLevel;
import shotdeed.server.monitor.Finding;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Times;
import shotdeed.server.triage.JudgeSighting;
import shotdeed.server.triage.OwnShops;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.ComplaintReason;
import shotdeed.wire.ComplaintRequest;
import shotdeed.wire.Geometry;

/** The copies that were seen, one copy beside its original, and the step from there to a complaint. */
public final class SightingPages implements RouteGroup {
  private static final String LIST = "/sightings";
  private static final List<Errors> SAID_HERE = List.of(
      Errors.OWNERSHIP_NOT_STATED,
      Errors.ALREADY_COMPLAINED,
      Errors.NOT_A_COPY,
      Errors.OWN_SHOP,
      Errors.REASON_NEEDED,
      Errors.REASON_NOT_ASKED,
      Errors.CERTIFICATE_CONTESTED,
      Errors.CERTIFICATE_REVOKED,
      Errors.CERTIFICATE_VOIDED);

  private final Desk desk;
  private final ListSightings list;
  private final JudgeSighting judge;
  private final OwnShops shops;
  private final ListCertificates certificates;
  private final ForecastShop forecasts;
  private final KnownPoints points;
  private final Policies policies;
  private final PrepareComplaint prepare;
  private final ReadRisk risks;
  private final InstantSource clock;

  public SightingPages(
      Desk desk,
      ListSightings list,
      JudgeSighting judge,
      OwnShops shops,
      ListCertificates certificates,
      ForecastShop forecasts,
      KnownPoints points,
      Policies policies,
      PrepareComplaint prepare,
      ReadRisk risks,
      InstantSource clock) {
    this.desk = desk;
    this.list = list;
    this.judge = judge;
    this.shops = shops;
    this.certificates = certificates;
    this.forecasts = forecasts;
    this.points = points;
    this.policies = policies;
    this.prepare = prepare;
    this.risks = risks;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.get("/sightings/{id}", context -> show(context, UUID.randomUUID().toString(), null));
    routes.get("/sightings/{id}/picture", this::picture);
    routes.post("/sightings/{id}/complaint", this::prepare);
    new KnownPointsPages(desk, points, (context, problem) -> show(context, UUID.randomUUID().toString(), problem))
        .addTo(routes);
    routes.post("/sightings/{id}/not-a-copy", context -> judge(context, judge::notACopy, "not-a-copy"));
    routes.post("/sightings/{id}/copy", context -> judge(context, judge::takeBack, "copy-after-all"));
    routes.post("/sightings/{id}/own-shop", context -> judge(context, shops::state, "own-shop"));
    routes.post("/sightings/{id}/not-own-shop", context -> judge(context, shops::takeBack, "not-own-shop"));
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    SightingState state = state(context.queryParam("state"));
    ListSightings.Findings found = list.findings(visit.caller(), state, Paging.asked(context));
    String address = state == null ? LIST : LIST + "?state=" + state.text();
    Map<String, Object> model = new HashMap<>();
    model.put("sightings", found.sightings());
    model.put("times", found.times());
    model.put("slices", found.slices());
    model.put("state", state);
    model.put("paging", Paging.of(found.page(), ListSightings.PAGE, found.total(), address));
    desk.show(context, "sightings", visit.page("sightings"), model);
  }

  private static SightingState state(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return SightingState.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  /**
   * @param key the form's own, so that a click repeated is one complaint
   */
  private void show(Context context, String key, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    Sighting sighting = list.one(visit.caller(), id);
    Certificate certificate = certificates.one(visit.caller(), sighting.found().certificate()).certificate();
    Map<String, Object> model = new HashMap<>();
    model.put("sighting", sighting);
    model.put("opinion", list.secondOpinion(sighting));
    List<Slice> slices = list.slices(sighting);
    Geometry geometry = list.geometry(sighting);
    model.put("slices", slices);
    model.put("geometry", geometry);
    model.put("mark", list.mark(sighting));
    model.put("evidence", slices.isEmpty() ? drawing(geometry, certificate, sighting) : null);
    model.put("certificate", certificate);
    model.put(
        "forecast",
        ForecastView.of(forecasts.ofSighting(visit.caller(), id), policies.current().texts(), visit.texts()));
    model.put("risk", risks.of(visit.caller(), id, visit.texts()));
    model.put("reasons", typed(visit));
    model.put("shopNamed", OwnShop.isNamed(sighting.listing()));
    Finding finding = list.finding(visit.caller(), id);
    model.put("finding", finding.id());
    model.put("timesSeen", finding.sightings());
    model.put("key", key);
    Page page = problem == null ? visit.page("sightings") : visit.page("sightings", LIST + "/" + id, problem);
    desk.show(context, "sighting", page, model);
  }

  /** Of a strip nothing is drawn: what the server compared is no picture of the page. */
  static EvidencePicture drawing(Geometry geometry, Certificate original, Sighting copy) {
    return EvidencePicture.of(
        geometry, original.width(), original.height(), copy.file().width(), copy.file().height());
  }

  private void picture(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    String size = context.queryParam("size");
    Sighting.Captured file =
        list.file(caller, Bearer.number(context, "id"), ListSightings.slice(context.queryParam("slice")));
    byte[] jpeg = list.shown(file, size == null ? Derived.Size.VIEW : Derived.Size.of(size));
    PrivateContent.send(context, "image/jpeg", jpeg);
  }

  private interface Judged {
    Sighting by(Caller caller, int id);
  }

  private void judge(Context context, Judged judged, String done) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      judged.by(visit.caller(), id);
    } catch (Refused refused) {
      if (refused.error() != Errors.WRONG_STATE && refused.error() != Errors.SHOP_UNKNOWN) {
        throw refused;
      }
      show(context, UUID.randomUUID().toString(), refused);
      return;
    }
    visit.done(done, id, LIST + "/" + id);
  }

  /** What was typed into the fields for reasons, by code. */
  private static Map<String, String> typed(Visit visit) {
    Map<String, String> typed = new TreeMap<>();
    for (RiskCode code : RiskCode.values()) {
      String text = code.level() == RiskLevel.REASON ? visit.field("reason-" + code.text()) : "";
      if (!text.isEmpty()) {
        typed.put(code.text(), text);
      }
    }
    return typed;
  }

  private void prepare(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String key = visit.field("key");
    ComplaintRequest request = new ComplaintRequest(
        key,
        List.of(id),
        visit.field("owned").equals("yes"),
        Times.text(clock.instant()),
        NoScreenshot.CONSOLE.sentence(),
        new CaptureClient("", context.header("User-Agent"), visit.texts().language().tag()),
        null,
        typed(visit).entrySet().stream().map(each -> new ComplaintReason(each.getKey(), each.getValue())).toList());
    CaseComplaint complaint;
    try {
      complaint = prepare.run(visit.caller(), request, null);
    } catch (Refused refused) {
      boolean reasons = refused.error() == Errors.FIELD_INVALID && refused.values().get(0).equals("reasons");
      if (!reasons && !SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      show(context, key, reasons ? Fields.invalid("statedReasons", "reasons in words") : refused);
      return;
    }
    visit.done("prepared", complaint.id(), "/complaints/" + complaint.id());
  }
}
