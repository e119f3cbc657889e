package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.account.Bearer;
import shotdeed.server.penalty.Policies;
import shotdeed.server.penalty.PolicyFile;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The penalty policies: what holds where from when, and how an admin loads a newer file. */
public final class PolicyPages implements RouteGroup {
  private static final String ADDRESS = "/policies";
  private static final long FORM_BYTES = 16 << 10;
  private static final Set<Errors> SAID_HERE = Set.of(
      Errors.FIELD_INVALID,
      Errors.BODY_TOO_LARGE,
      Errors.POLICY_INVALID,
      Errors.POLICY_GAP,
      Errors.POLICY_OVERLAP,
      Errors.POLICY_OVERLAP_OPEN,
      Errors.POLICY_STANDS,
      Errors.POLICY_CHANGED,
      Errors.POLICY_FOLLOWED,
      Errors.POLICY_TAKEN_BACK);

  private final Desk desk;
  private final Policies policies;
  private final Incoming incoming;
  private final InstantSource clock;

  public PolicyPages(Desk desk, Policies policies, Incoming incoming, InstantSource clock) {
    this.desk = desk;
    this.policies = policies;
    this.incoming = incoming;
    this.clock = clock;
  }

  /**
   * A text in the line of its market.
   *
   * @param when {@code holds}, {@code waits} for its first day, or {@code over}
   * @param file the loaded file it comes from, or {@code null} if it comes with the program
   */
  public record TextLine(String title, PenaltyPolicy policy, String ruleTextDate, String when, PolicyFile file) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> list(context, null));
    routes.post(ADDRESS, this::load);
    routes.get("/policies/text", this::text);
    routes.get("/policies/{id}", context -> show(context, null));
    routes.post("/policies/{id}/put", this::put);
    routes.post("/policies/{id}/take-back", this::takeBack);
  }

  private void list(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    List<PolicyFile> files = policies.files(visit.caller());
    List<TextLine> lines = new ArrayList<>();
    for (PenaltyPolicy policy : policies.current().all()) {
      lines.add(
          new TextLine(
              PolicyRows.in(visit.texts(), policy.title()),
              policy,
              PolicyRows.in(visit.texts(), policy.ruleTextDate()),
              when(policy),
              loaded(files, policy)));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("lines", lines);
    model.put("files", files);
    model.put("leftOut", policies.leftOut());
    model.put("elsewhere", policies.elsewhere().all().stream()
        .map(known -> PolicyRows.in(visit.texts(), known.name()))
        .toList());
    model.put("maxKilobytes", Policies.MAX_BYTES >> 10);
    desk.show(
        context,
        "policies",
        problem == null ? visit.page("policies") : visit.page("policies", ADDRESS, problem),
        model);
  }

  private static PolicyFile loaded(List<PolicyFile> files, PenaltyPolicy policy) {
    for (PolicyFile file : files) {
      if (file.stands() && file.policy().equals(policy.policy()) && file.version().equals(policy.version())
          && Objects.equals(file.validFrom(), policy.validFrom())) {
        return file;
      }
    }
    return null;
  }

  private String when(PenaltyPolicy policy) {
    LocalDate today =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60));
    if (policy.validFrom() != null && today.isBefore(LocalDate.parse(policy.validFrom()))) {
      return "waits";
    }
    boolean over = policy.validUntil() != null && !today.isBefore(LocalDate.parse(policy.validUntil()));
    return over ? "over" : "holds";
  }

  private void load(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    if (!visit.caller().administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    int id;
    try (Multipart form = Multipart.receive(context, incoming, Policies.MAX_BYTES + FORM_BYTES)) {
      visit.requireOwnForm(form.text(Csrf.FIELD));
      Multipart.Upload file = form.fileOrNull("file");
      if (file == null || file.size() == 0) {
        throw new Refused(Errors.FIELD_INVALID, "file", "a file").with("field", "file");
      }
      id = policies.load(visit.caller(), file.name(), file.bytes());
    } catch (Refused refused) {
      if (!SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      list(context, refused);
      return;
    }
    visit.done("policy-loaded", id, ADDRESS + "/" + id);
  }

  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    Policies.Preview preview = policies.preview(visit.caller(), id);
    Map<String, Object> model = new HashMap<>();
    model.put("preview", preview);
    model.put("rows", PolicyRows.compare(preview, policies.current().texts(), visit.texts()));
    model.put("title", PolicyRows.in(visit.texts(), preview.after().title()));
    model.put("when", when(preview.after()));
    desk.show(
        context,
        "policy",
        problem == null ? visit.page("policies") : visit.page("policies", ADDRESS + "/" + id, problem),
        model);
  }

  /** The text as a file, so that a newer one need not be written from nothing. */
  private void text(Context context) {
    Visit visit = desk.signedIn(context);
    policies.files(visit.caller()); // admins only
    String id = Objects.toString(context.queryParam("policy"), "");
    String version = Objects.toString(context.queryParam("version"), "");
    PenaltyPolicy policy = policies.current().all().stream()
        .filter(each -> each.policy().equals(id) && each.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
    context
        .header("Content-Disposition", AttachmentName.header(policy.policy() + ".json"))
        .header("Cache-Control", "no-store")
        .contentType("application/json; charset=utf-8")
        .result(Json.writeIndented(policy));
  }

  private void put(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      policies.put(visit.caller(), id, visit.field("base"));
    } catch (Refused refused) {
      said(context, refused);
      return;
    }
    visit.done("policy-put", id, ADDRESS);
  }

  private void takeBack(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      policies.takeBack(visit.caller(), id);
    } catch (Refused refused) {
      said(context, refused);
      return;
    }
    visit.done("policy-taken-back", id, ADDRESS);
  }

  private void said(Context context, Refused refused) {
    if (!SAID_HERE.contains(refused.error())) {
      throw refused;
    }
    show(context, refused);
  }
}
