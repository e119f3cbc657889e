package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.certify.Derived;
import shotdeed.server.dispute.Claims;
import shotdeed.server.dispute.DecideDispute;
import shotdeed.server.dispute.ReadDisputes;
import shotdeed.server.dispute.ReopenDispute;
import shotdeed.server.dispute.Side;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PrivateContent;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Disputes, for reviewers who belong to neither side: the two photographs and proof folders beside each other. */
public final class DisputePages implements RouteGroup {
  private static final String LIST = "/disputes";

  private final Desk desk;
  private final ReadDisputes read;
  private final DecideDispute decide;
  private final ReopenDispute reopen;
  private final Claims claims;

  public DisputePages(
      Desk desk, ReadDisputes read, DecideDispute decide, ReopenDispute reopen, Claims claims) {
    this.desk = desk;
    this.read = read;
    this.decide = decide;
    this.reopen = reopen;
    this.claims = claims;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, context -> list(context, null));
    routes.get("/disputes/{id}", context -> show(context, Map.of(), null));
    routes.get("/disputes/{id}/{side}/picture", this::picture);
    routes.get("/disputes/{id}/{side}/proof/{proof}", this::proof);
    routes.post("/disputes/{id}/decide", this::decide);
    routes.post("/disputes/{id}/reopen", this::reopen);
    routes.post("/claims/{id}/open", this::open);
    routes.post("/claims/{id}/dismiss", this::dismiss);
  }

  private void list(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    String state = "decided".equals(context.queryParam("state")) ? "decided" : "open";
    ReadDisputes.Page found = read.list(visit.caller(), state, Paging.asked(context));
    Map<String, Object> model = new HashMap<>();
    model.put("disputes", found.disputes());
    model.put("claims", claims.waiting(visit.caller()));
    model.put("choices", List.of(
        new Filter(visit.texts().get("disputes.open"), LIST, state.equals("open")),
        new Filter(visit.texts().get("disputes.decided"), LIST + "?state=decided", state.equals("decided"))));
    model.put("paging", Paging.of(found.page(), ReadDisputes.PAGE, found.total(), LIST + "?state=" + state));
    desk.show(
        context,
        "disputes",
        problem == null ? visit.page("disputes") : visit.page("disputes", LIST, problem),
        model);
  }

  /**
   * @param typed what the form held, by field
   */
  private void show(Context context, Map<String, String> typed, Refused problem) {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    ReadDisputes.Details details = read.one(visit.caller(), id);
    Map<String, Object> model = new HashMap<>();
    model.put("details", details);
    model.put("typed", typed);
    model.put(
        "mayReopen",
        visit.caller().roles().contains(Role.ADMIN) && details.dispute().state().equals("decided"));
    desk.show(
        context,
        "dispute",
        problem == null ? visit.page("disputes") : visit.page("disputes", LIST + "/" + id, problem),
        model);
  }

  private void picture(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    Side side = Side.of(context.pathParam("side"));
    byte[] jpeg = read.picture(caller, Bearer.number(context, "id"), side, Derived.Size.VIEW);
    PrivateContent.send(context, "image/jpeg", jpeg);
  }

  private void proof(Context context) throws IOException {
    Caller caller = desk.signedIn(context).caller();
    Side side = Side.of(context.pathParam("side"));
    int proof = Bearer.number(context, "proof");
    Path file = read.proof(caller, Bearer.number(context, "id"), side, proof);
    context.contentType("application/octet-stream");
    context.header("Content-Disposition", "attachment; filename=\"proof-" + proof + "\"");
    context.result(Files.newInputStream(file));
  }

  private void decide(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    DecideDispute.Words words = new DecideDispute.Words(
        visit.field("owner"),
        visit.field("groundlessA").equals("yes"),
        visit.field("groundlessB").equals("yes"),
        visit.field("reasons"),
        visit.field("told"));
    try {
      decide.run(visit.caller(), id, words);
    } catch (Refused refused) {
      orAgain(context, refused, Map.of("owner", words.owner(), "reasons", words.reasons(), "told", words.told()));
      return;
    }
    visit.done("dispute-decided", id, LIST + "/" + id);
  }

  private void reopen(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      reopen.run(visit.caller(), id, visit.field("reason"));
    } catch (Refused refused) {
      orAgain(context, refused, Map.of("reason", visit.field("reason")));
      return;
    }
    visit.done("dispute-reopened", id, LIST + "/" + id);
  }

  private void orAgain(Context context, Refused refused, Map<String, String> typed) {
    List<Errors> mendable = List.of(Errors.FIELD_INVALID, Errors.DISPUTE_DECIDED, Errors.DISPUTE_NOT_NEUTRAL);
    if (!mendable.contains(refused.error())) {
      throw refused;
    }
    show(context, typed, refused);
  }

  private void open(Context context) {
    Visit visit = desk.form(context);
    int dispute = claims.open(visit.caller(), Bearer.number(context, "id"));
    visit.done(dispute == 0 ? "claim-known" : "claim-opened", dispute, LIST);
  }

  private void dismiss(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      claims.dismiss(visit.caller(), id, visit.field("dismissal"), visit.field("groundless").equals("yes"));
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      list(context, refused);
      return;
    }
    visit.done("claim-dismissed", id, LIST);
  }
}
