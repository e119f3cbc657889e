package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.certify.second.DecideMany;
import shotdeed.server.certify.second.NoticeBoard;
import shotdeed.server.certify.second.Rejection;
import shotdeed.server.certify.second.ReviewQueue;
import shotdeed.server.certify.second.SetUpReviews;
import shotdeed.server.certify.second.UndoReview;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The queue of second reviews as contact sheets, decided about by one form, and the way back. */
public final class ReviewPages implements RouteGroup {
  private static final String ADDRESS = "/reviews";
  private static final int NOTICES = 3;

  private final Desk desk;
  private final ReviewQueue queue;
  private final DecideMany decide;
  private final UndoReview undo;
  private final NoticeBoard notices;
  private final SetUpReviews setUp;

  public ReviewPages(
      Desk desk,
      ReviewQueue queue,
      DecideMany decide,
      UndoReview undo,
      NoticeBoard notices,
      SetUpReviews setUp) {
    this.desk = desk;
    this.queue = queue;
    this.decide = decide;
    this.undo = undo;
    this.notices = notices;
    this.setUp = setUp;
  }

  /**
   * What the form was sent with, to be shown again when it was refused.
   *
   * @param ids numbers of certificates
   */
  public record Typed(List<Integer> ids, String because, String words) {
    static final Typed NOTHING = new Typed(List.of(), "", "");
  }

  /**
   * What the step before did.
   *
   * @param way {@code approved}, {@code rejected} or {@code undone}
   */
  public record Done(String way, List<DecideMany.Outcome> outcomes) {
    /** Numbers of those that were changed. */
    public List<Integer> changed() {
      return outcomes.stream().filter(DecideMany.Outcome::done).map(DecideMany.Outcome::certificate).toList();
    }

    /** Those that were not. */
    public List<DecideMany.Outcome> unchanged() {
      return outcomes.stream().filter(outcome -> !outcome.done()).toList();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, desk.signedIn(context), Typed.NOTHING, null, null));
    routes.post(ADDRESS, this::decide);
    routes.post(ADDRESS + "/undo", this::undo);
  }

  private void show(Context context, Visit visit, Typed typed, Done done, Refused problem) {
    Caller caller = visit.caller();
    ReviewQueue.Page found = queue.page(caller, Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("queue", found);
    model.put("typed", typed);
    model.put("done", done);
    model.put("reasons", List.of(Rejection.values()));
    model.put("uncovered", setUp.uncovered());
    model.put("settings", setUp.settings());
    model.put("admin", caller.roles().contains(Role.ADMIN));
    model.put("notices", notices.last(caller, NOTICES));
    model.put("paging", Paging.of(found.page(), ReviewQueue.PAGE, found.total(), ADDRESS));
    desk.show(
        context,
        "reviews",
        problem == null ? visit.page("reviews") : visit.page("reviews", ADDRESS, problem),
        model);
  }

  private void decide(Context context) throws IOException {
    Visit visit = desk.form(context);
    Typed typed = new Typed(ids(context), visit.field("because"), visit.field("words"));
    try {
      boolean approve = approve(visit.field("decision"));
      List<DecideMany.Outcome> outcomes =
          decide.run(visit.caller(), typed.ids(), approve, typed.because(), typed.words());
      show(context, visit, Typed.NOTHING, new Done(approve ? "approved" : "rejected", outcomes), null);
    } catch (Refused refused) {
      if (!refused.members().containsKey("field")) {
        throw refused;
      }
      show(context, visit, typed, null, refused);
    }
  }

  private static boolean approve(String decision) {
    return switch (decision) {
      case "approve" -> true;
      case "reject" -> false;
      default -> throw Fields.invalid("decision", "approve or reject");
    };
  }

  private void undo(Context context) throws IOException {
    Visit visit = desk.form(context);
    List<DecideMany.Outcome> outcomes = new ArrayList<>();
    for (int id : Fields.list("ids", ids(context), 1, DecideMany.MAX)) {
      try {
        outcomes.add(new DecideMany.Outcome(id, undo.run(visit.caller(), id).state(), null));
      } catch (Refused refused) {
        outcomes.add(new DecideMany.Outcome(id, null, refused));
      }
    }
    show(context, visit, Typed.NOTHING, new Done("undone", outcomes), null);
  }

  /** Numbers that are none name nothing; a list too long is refused by whoever takes it. */
  private static List<Integer> ids(Context context) {
    List<Integer> ids = new ArrayList<>();
    for (String text : context.formParams("ids")) {
      try {
        ids.add(Integer.parseInt(text.trim()));
      } catch (NumberFormatException e) {
        throw Fields.invalid("ids", "numbers of certificates");
      }
    }
    return ids;
  }
}
