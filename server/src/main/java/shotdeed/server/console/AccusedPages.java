package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.Source;
import shotdeed.penalty.Text;
import shotdeed.server.account.Bearer;
import shotdeed.server.accused.AccusationForm;
import shotdeed.server.accused.MoveAccusation;
import shotdeed.server.accused.ReadAccusations;
import shotdeed.server.accused.RecordAccusation;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The other side: accusations against the seller's own shops, what they may cost, and until when to do what. */
public final class AccusedPages implements RouteGroup {
  private static final String ADDRESS = "/accused";
  private static final List<Errors> SAID_HERE =
      List.of(
          Errors.FIELD_INVALID,
          Errors.ACCUSATION_KNOWN,
          Errors.ACCUSATION_MOVED_ON,
          Errors.TOO_MANY_ACCUSATIONS,
          Errors.WRONG_STATE);
  private static final List<String> FIELDS = List.of(
      "market", "shopName", "caseNumber", "listing", "accusedOf", "cameOn", "sameHolder", "others", "pointsA",
      "pointsB");

  private final Desk desk;
  private final ReadAccusations read;
  private final RecordAccusation record;
  private final MoveAccusation move;
  private final Policies policies;

  public AccusedPages(
      Desk desk,
      ReadAccusations read,
      RecordAccusation record,
      MoveAccusation move,
      Policies policies) {
    this.desk = desk;
    this.read = read;
    this.record = record;
    this.move = move;
    this.policies = policies;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> list(context, Map.of(), null));
    routes.post(ADDRESS, this::record);
    routes.get("/accused/{id}", context -> show(context, Map.of(), null));
    routes.post("/accused/{id}/step", this::step);
    routes.post("/accused/{id}/undo", this::undo);
    routes.post("/accused/{id}/remove", this::remove);
    routes.post("/accused/{id}/restore", this::restore);
  }

  private void list(Context context, Map<String, String> stated, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    ReadAccusations.Page found = read.list(visit.caller(), Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("found", found);
    model.put("paging", Paging.of(found.page(), ReadAccusations.PAGE, found.total(), ADDRESS));
    model.put("markets", read.data().markets());
    model.put("today", record.today());
    model.put("stated", stated);
    Page page = problem == null ? visit.page("accused") : visit.page("accused", ADDRESS, problem);
    desk.show(context, "accused", page, model);
  }

  private void record(Context context) {
    Visit visit = desk.form(context);
    Map<String, String> stated = new HashMap<>();
    FIELDS.forEach(field -> stated.put(field, visit.field(field)));
    int id;
    try {
      id = record.run(
          visit.caller(),
          new AccusationForm(
              stated.get("market"),
              stated.get("shopName"),
              stated.get("caseNumber"),
              stated.get("listing"),
              stated.get("accusedOf"),
              stated.get("cameOn"),
              stated.get("sameHolder"),
              stated.get("others"),
              stated.get("pointsA"),
              stated.get("pointsB")));
    } catch (Refused refused) {
      requireSaidHere(refused);
      list(context, stated, refused);
      return;
    }
    visit.done("accused-recorded", id, ADDRESS + "/" + id);
  }

  /**
   * What restores a shop, in the words of the penalty rules; some say nothing of it.
   *
   * @param source where it was read
   */
  public record Lifting(String text, String source, String read, String confidence) {}

  private void show(Context context, Map<String, String> stated, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    ReadAccusations.Details one = read.one(visit.caller(), id);
    Map<String, Object> model = new HashMap<>();
    model.put("one", one);
    model.put("stated", stated);
    model.put("forecast", ForecastView.of(one.forecast(), policies.current().texts(), visit.texts()));
    model.put("lifting", one.policy() == null || one.policy().lifting() == null ? null : lifting(one.policy(), visit.texts().language()));
    Page page = problem == null ? visit.page("accused") : visit.page("accused", ADDRESS + "/" + id, problem);
    desk.show(context, "accusation", page, model);
  }

  private static Lifting lifting(PenaltyPolicy policy, Language language) {
    Text text = policy.lifting().text();
    List<String> sources = policy.sources().stream()
        .filter(source -> policy.lifting().basis().sources().contains(source.id()))
        .map(Source::name)
        .toList();
    String said = switch (language) {
      case ENGLISH -> text.en();
      case SIMPLIFIED_CHINESE -> text.zhCn();
      case TRADITIONAL_CHINESE -> text.zhTw();
    };
    return new Lifting(
        said, String.join("; ", sources), policy.readDate(), policy.lifting().basis().confidence());
  }

  private interface Step {
    void by(Visit visit, int id);
  }

  private void step(Context context) {
    taken(context, "accused-step", (visit, id) ->
        move.run(visit.caller(), id, revision(visit), visit.field("stage"), visit.field("happenedOn")));
  }

  private void undo(Context context) {
    taken(context, "accused-undone", (visit, id) -> move.undo(visit.caller(), id, revision(visit)));
  }

  private void remove(Context context) {
    taken(context, "accused-removed", (visit, id) -> record.remove(visit.caller(), id));
  }

  private void restore(Context context) {
    taken(context, "accused-restored", (visit, id) -> record.restore(visit.caller(), id));
  }

  private void taken(Context context, String done, Step step) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      step.by(visit, id);
    } catch (Refused refused) {
      requireSaidHere(refused);
      show(
          context,
          Map.of("stage", visit.field("stage"), "happenedOn", visit.field("happenedOn")),
          refused);
      return;
    }
    visit.done(done, id, ADDRESS + "/" + id);
  }

  /** One that is no number is out of date as well. */
  private static int revision(Visit visit) {
    String text = visit.field("revision");
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static void requireSaidHere(Refused refused) {
    if (!SAID_HERE.contains(refused.error())) {
      throw refused;
    }
  }
}
