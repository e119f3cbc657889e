package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.penalty.Ledger;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.outcome.Progress;
import shotdeed.server.complain.outcome.ReadProgress;
import shotdeed.server.complain.outcome.RecordStep;
import shotdeed.server.complain.outcome.StepInput;
import shotdeed.server.complain.outcome.StepKind;
import shotdeed.server.complain.outcome.UndoStep;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The way of one complaint: what happened, what is due, what to answer, and forms to record what happened next. */
public final class OutcomePages implements RouteGroup {
  private static final List<String> FIELDS =
      List.of("kind", "happenedOn", "result", "ledger", "points", "reason", "by", "note");
  private static final List<Errors> SAID_HERE = List.of(
      Errors.FIELD_INVALID,
      Errors.COMPLAINT_MOVED_ON,
      Errors.COMPLAINT_NOT_SUBMITTED,
      Errors.WRONG_STATE,
      Errors.STEP_DAY_AHEAD,
      Errors.STEP_DAY_EARLY,
      Errors.NOTHING_TO_UNDO);

  private final Desk desk;
  private final ReadProgress progress;
  private final RecordStep record;
  private final UndoStep undo;

  public OutcomePages(Desk desk, ReadProgress progress, RecordStep record, UndoStep undo) {
    this.desk = desk;
    this.progress = progress;
    this.record = record;
    this.undo = undo;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/complaints/{id}/outcome", context -> show(context, Map.of(), null));
    routes.post("/complaints/{id}/steps", this::record);
    routes.post("/complaints/{id}/steps/undo", this::undo);
  }

  private static String address(int id) {
    return "/complaints/" + id + "/outcome";
  }

  /** @param stated what a form had, so that a refused one need not be written again */
  private void show(Context context, Map<String, String> stated, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    Map<String, Object> model = new HashMap<>();
    Progress stands = progress.run(visit.caller(), id);
    model.put("progress", stands);
    model.put("reasons", progress.reasons());
    model.put("ledgers", ledgers(visit, id));
    model.put("stated", stated);
    model.put("kept", kept(stands, stated));
    Page page = problem == null ? visit.page("complaints") : visit.page("complaints", address(id), problem);
    desk.show(context, "outcome", page, model);
  }

  /** Names by id, in the reader's language. */
  private Map<String, String> ledgers(Visit visit, int id) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Ledger ledger : progress.ledgers(visit.caller(), id)) {
      names.put(ledger.id(), PolicyRows.in(visit.texts(), ledger.name()));
    }
    return names;
  }

  /** The step that was typed but has no place among those that may follow now; {@code null} if it has one. */
  private static StepKind kept(Progress stands, Map<String, String> stated) {
    StepKind kind = StepKind.of(stated.get("kind"));
    if (kind == null) {
      return null;
    }
    boolean follows = stands.next().contains(kind)
        && (kind != StepKind.APPEAL || stated.get("by").equals(stands.appealBy()));
    return follows ? null : kind;
  }

  private static Map<String, String> stated(Visit visit) {
    Map<String, String> stated = new HashMap<>();
    FIELDS.forEach(field -> stated.put(field, visit.field(field)));
    return stated;
  }

  private void record(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    Map<String, String> stated = stated(visit);
    StepKind kind = StepKind.of(stated.get("kind"));
    try {
      if (kind == null) {
        throw Fields.invalid("kind", "a step");
      }
      record.run(visit.caller(), id, kind, input(visit, stated));
    } catch (Refused refused) {
      said(context, stated, refused);
      return;
    }
    visit.done("step-recorded", id, address(id));
  }

  private static StepInput input(Visit visit, Map<String, String> stated) {
    return new StepInput(
        number("revision", visit.field("revision")),
        stated.get("happenedOn"),
        stated.get("result"),
        stated.get("ledger").isEmpty() ? null : stated.get("ledger"),
        stated.get("points").isEmpty() ? null : number("points", stated.get("points")),
        stated.get("reason"),
        stated.get("by"),
        stated.get("note"));
  }

  private static Integer number(String field, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw Fields.invalid(field, "a whole number");
    }
    return Integer.valueOf(text);
  }

  /** Taken back in favour of what the person typed, the page shows that again. */
  private void undo(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    Map<String, String> stated = visit.field("kind").isEmpty() ? Map.of() : stated(visit);
    try {
      undo.run(visit.caller(), id, number("revision", visit.field("revision")));
    } catch (Refused refused) {
      said(context, stated, refused);
      return;
    }
    if (!stated.isEmpty()) {
      show(context, stated, null);
      return;
    }
    visit.done("step-undone", id, address(id));
  }

  private void said(Context context, Map<String, String> stated, Refused refused) {
    if (!SAID_HERE.contains(refused.error())) {
      throw refused;
    }
    show(context, stated, refused);
  }
}
