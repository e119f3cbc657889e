package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.Decide;
import shotdeed.server.triage.Decision;
import shotdeed.server.triage.Kind;
import shotdeed.server.triage.LicenceTerms;
import shotdeed.server.triage.Licences;
import shotdeed.server.triage.TriageQueue;
import shotdeed.server.triage.Undo;
import shotdeed.wire.Geometry;

/** The inbox of copies found: one at a time, decided by a click or a key, and taken back as easily. */
public final class TriagePages implements RouteGroup {
  private static final String INBOX = "/triage";
  private static final List<Errors> SAID_HERE =
      List.of(
          Errors.FINDING_DECIDED,
          Errors.WRONG_STATE,
          Errors.SHOP_UNKNOWN,
          Errors.FIELD_INVALID,
          Errors.TOO_MANY_LICENCES,
          Errors.DECIDED_ANEW);

  private final Desk desk;
  private final TriageQueue queue;
  private final Decide decide;
  private final Undo undo;
  private final Licences licences;
  private final ListSightings sightings;
  private final ListCertificates certificates;
  private final ForecastLine forecast;

  public TriagePages(
      Desk desk,
      TriageQueue queue,
      Decide decide,
      Undo undo,
      Licences licences,
      ListSightings sightings,
      ListCertificates certificates,
      ForecastLine forecast) {
    this.desk = desk;
    this.queue = queue;
    this.decide = decide;
    this.undo = undo;
    this.licences = licences;
    this.sightings = sightings;
    this.certificates = certificates;
    this.forecast = forecast;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(INBOX, this::inbox);
    routes.get("/triage/{id}", context -> show(context, Bearer.number(context, "id"), null));
    routes.post("/triage/{id}", this::decide);
    routes.post("/decisions/{id}/undo", this::undo);
  }

  /** The finding that comes after the one that was decided, or that nothing waits. */
  private void inbox(Context context) {
    Caller caller = desk.signedIn(context).caller();
    int next = queue.next(caller, after(context));
    show(context, next, null);
  }

  private static int after(Context context) {
    String after = context.queryParam("after");
    return after != null && after.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(after) : 0;
  }

  private void show(Context context, int id, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    Caller caller = visit.caller();
    Map<String, Object> model = new HashMap<>();
    model.put("counts", queue.counts(caller));
    model.put("undo", undo.offered(caller));
    model.put("shops", queue.shops(caller));
    if (id != 0) {
      TriageQueue.Item item = queue.one(caller, id);
      add(model, caller, item);
      model.put("forecast", forecast.of(visit, item.sighting()));
    }
    Page page = problem == null ? visit.page("triage") : visit.page("triage", INBOX + "/" + id, problem);
    desk.show(context, id == 0 ? "triage-none" : "triage", page, model);
  }

  private void add(Map<String, Object> model, Caller caller, TriageQueue.Item item) {
    Sighting sighting = item.sighting();
    Certificate certificate = certificates.one(caller, sighting.found().certificate()).certificate();
    List<Slice> slices = sightings.slices(sighting);
    Geometry geometry = sightings.geometry(sighting);
    model.put("item", item);
    model.put("cameBack", queue.cameBack(caller, item.finding().id()));
    model.put("certificate", certificate);
    model.put("slices", slices);
    model.put("geometry", geometry);
    model.put(
        "evidence",
        slices.isEmpty() ? SightingPages.drawing(geometry, certificate, sighting) : null);
    model.put("mark", sightings.mark(sighting));
    model.put("shopNamed", OwnShop.isNamed(sighting.listing()));
    model.put("today", licences.today());
  }

  private void decide(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    Kind kind = Kind.of(visit.field("decision"));
    try {
      if (kind == null || kind == Kind.NEW) {
        throw Fields.invalid("decision", "copy, licensed, own, not-a-copy or later");
      }
      take(visit, kind, id);
    } catch (Refused refused) {
      if (!SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      show(context, id, refused);
      return;
    }
    visit.done("triage-" + kind.text(), id, INBOX + "?after=" + id);
  }

  private void take(Visit visit, Kind kind, int id) {
    Caller caller = visit.caller();
    int revision = revision(visit.field("revision"));
    switch (kind) {
      case COPY -> decide.copy(caller, id, revision);
      case NOT_A_COPY -> decide.notACopy(caller, id, revision, visit.field("reason"));
      case LATER -> decide.later(caller, id, revision);
      case OWN -> decide.own(caller, id, revision);
      default -> decide.licensed(caller, id, revision, terms(visit));
    }
  }

  private LicenceTerms terms(Visit visit) {
    return LicenceTerms.of(
        visit.field("photographs").equals("all"), visit.field("until"), visit.field("note"), licences.today());
  }

  private static int revision(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Fields.invalid("revision", "a number");
    }
    return Integer.parseInt(text);
  }

  private void undo(Context context) {
    Visit visit = desk.form(context);
    Decision undone;
    int id = Bearer.number(context, "id");
    try {
      undone = undo.run(visit.caller(), id);
    } catch (Refused refused) {
      if (refused.error() != Errors.DECIDED_ANEW) {
        throw refused;
      }
      show(context, queue.next(visit.caller(), 0), refused);
      return;
    }
    visit.done("triage-undone", undone.changed(), INBOX + "/" + undone.finding());
  }
}
