package shotdeed.server.complain.outcome;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/** The way of a complaint and listings to look at again, for programs. */
public final class OutcomeRoutes implements RouteGroup {
  private static final String STEPS = "/api/v1/complaints/{id}/";

  private final Devices devices;
  private final ReadProgress progress;
  private final RecordStep record;
  private final UndoStep undo;
  private final LookAgain looks;

  OutcomeRoutes(Devices devices, ReadProgress progress, RecordStep record, UndoStep undo, LookAgain looks) {
    this.devices = devices;
    this.progress = progress;
    this.record = record;
    this.undo = undo;
    this.looks = looks;
  }

  /** A step as programs see it; {@code undone} if it was taken back. */
  public record StepResponse(
      int id, String kind, String from, String to, LocalDate happenedOn, String recordedAt, String by, boolean undone,
      StepInput stated) {}

  /** What the marketplace decided. */
  public record DecidedResponse(
      String result, LocalDate decidedOn, String ledger, Integer points, String reason, String note) {}

  /** A day that something is due. */
  public record DeadlineResponse(
      String kind, boolean toDo, LocalDate dueOn, LocalDate firstOn, LocalDate lastOn, boolean unsure, String source,
      boolean done) {}

  /** The way of a complaint. */
  public record ProgressResponse(
      int complaint,
      String state,
      int revision,
      DecidedResponse outcome,
      List<StepResponse> steps,
      List<DeadlineResponse> deadlines,
      List<String> next) {}

  /** Which revision of a complaint a person saw. */
  public record UndoRequest(Integer revision) {}

  /** A listing to be looked at. */
  public record RecheckResponse(
      int id, int complaint, SeenListing listing, int certificate, LocalDate dueOn, List<String> pictures) {}

  /** Listings to be looked at. */
  public record RechecksResponse(List<RecheckResponse> rechecks) {}

  /** What was found; {@code clientKey} is made once for each look. */
  public record LookRequest(String clientKey, String lookedAt, String result) {}

  /** What is recorded of a look. */
  public record LookResponse(int id, String result, String lookedAt) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(STEPS + "outcome", this::show);
    routes.post(STEPS + "outcome", step(StepKind.OUTCOME));
    routes.post(STEPS + "evidence-period", step(StepKind.EVIDENCE_PERIOD));
    routes.post(STEPS + "appeal", step(StepKind.APPEAL));
    routes.post(STEPS + "counter-notice", step(StepKind.COUNTER_NOTICE));
    routes.post(STEPS + "final", step(StepKind.FINAL));
    routes.post(STEPS + "undo", this::undo);
    routes.get("/api/v1/rechecks", this::due);
    routes.post("/api/v1/rechecks/{id}", this::looked);
  }

  private void show(Context context) {
    answer(context, Bearer.caller(context, devices), Bearer.number(context, "id"));
  }

  private Handler step(StepKind kind) {
    return context -> {
      Caller caller = Bearer.caller(context, devices);
      int id = Bearer.number(context, "id");
      record.run(caller, id, kind, Bodies.json(context, StepInput.class));
      answer(context, caller, id);
    };
  }

  private void undo(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    undo.run(caller, id, Bodies.json(context, UndoRequest.class).revision());
    answer(context, caller, id);
  }

  private void answer(Context context, Caller caller, int id) {
    Progress p = progress.run(caller, id);
    Decided d = p.decided();
    Json.send(context, new ProgressResponse(
        id,
        p.state().text(),
        p.revision(),
        d == null
            ? null
            : new DecidedResponse(d.result(), d.decidedOn(), d.ledger(), d.points(), d.reason(), d.note()),
        p.steps().stream().map(OutcomeRoutes::of).toList(),
        p.deadlines().stream().map(OutcomeRoutes::of).toList(),
        p.next().stream().map(StepKind::text).toList()));
  }

  private static StepResponse of(Step s) {
    return new StepResponse(
        s.id(),
        s.kind().text(),
        s.from().text(),
        s.to().text(),
        s.happenedOn(),
        Times.text(s.recordedAt()),
        s.by(),
        s.undoneBy() != 0,
        s.stated());
  }

  private static DeadlineResponse of(Deadline d) {
    return new DeadlineResponse(
        d.kind(), d.isToDo(), d.due(), d.first(), d.last(), d.unsure(), d.source(), d.doneAt() != null);
  }

  private void due(Context context) {
    LookAgain.Due due = looks.due(Bearer.caller(context, devices), Bearer.page(context));
    Json.send(context, new RechecksResponse(due.rechecks().stream()
        .map(r -> new RecheckResponse(r.id(), r.complaint(), r.listing(), r.certificate(), r.dueOn(), r.pictures()))
        .toList()));
  }

  private void looked(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    LookRequest request = Bodies.json(context, LookRequest.class);
    String key = Fields.present("clientKey", request.clientKey());
    String at = Fields.present("lookedAt", request.lookedAt());
    Recheck recheck = looks.run(caller, id, key, at, request.result());
    Json.send(context, new LookResponse(
        recheck.id(), recheck.result(), Times.text(recheck.lookedAt())));
  }
}
