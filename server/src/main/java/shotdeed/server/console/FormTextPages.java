package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.fields.FillForm;
import shotdeed.server.complain.fields.HandOver;
import shotdeed.server.complain.fields.SendNotice;
import shotdeed.server.complain.fields.SubmitForm;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.FormFill;

/** What goes into a marketplace's form, and what became of it. */
public final class FormTextPages implements RouteGroup {
  private static final String FORM = "/complaints/{id}/form";

  /** Longer addresses are cut, or not opened, by mail programs. */
  private static final int MAX_LINK = 1_900;

  /** Refusals that the page itself shows. */
  private static final Set<Errors> SAID_HERE = Set.of(
      Errors.FIELD_INVALID,
      Errors.CASE_NUMBER_DIFFERS,
      Errors.CASE_NUMBER_ELSEWHERE,
      Errors.FORM_CHANGED,
      Errors.FORM_INCOMPLETE,
      Errors.FORM_LODGED,
      Errors.STEP_DAY_AHEAD,
      Errors.SUBMISSION_DAY_EARLY,
      Errors.WRONG_STATE);

  private final Desk desk;
  private final FormFiles files;
  private final FillForm fill;
  private final SubmitForm submit;
  private final HandOver handOver;
  private final SendNotice send;
  private final OutcomeView outcomes;

  public FormTextPages(
      Desk desk,
      FormFiles files,
      FillForm fill,
      SubmitForm submit,
      HandOver handOver,
      SendNotice send,
      OutcomeView outcomes) {
    this.desk = desk;
    this.files = files;
    this.fill = fill;
    this.submit = submit;
    this.handOver = handOver;
    this.send = send;
    this.outcomes = outcomes;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(FORM, this::show);
    routes.post(FORM + "/submitted", this::submitted);
    routes.get(FORM + "/notice.eml", this::draft);
    routes.post(FORM + "/mail", this::mail);
    routes.post("/complaints/{id}/hand-over", this::handOver);
    routes.post("/complaints/{id}/take-back", this::takeBack);
  }

  /** What of a form is asked for. */
  private record Asked(String form, Language writes, int part) {
    static Asked of(Context context) {
      String form = context.queryParam("form");
      return new Asked(
          form == null ? "" : form, Language.of(context.queryParam("writes")), Paging.asked(context));
    }

    static Asked of(Visit visit) {
      int part;
      try {
        part = Math.max(1, Integer.parseInt(visit.field("page")));
      } catch (NumberFormatException e) {
        part = 1;
      }
      return new Asked(visit.field("form"), Language.of(visit.field("writes")), part);
    }
  }

  private void show(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    show(context, visit, Asked.of(context), null);
  }

  private void show(Context context, Visit visit, Asked asked, Refused problem) throws IOException {
    int id = Bearer.number(context, "id");
    Map<String, Object> model = new HashMap<>();
    model.put("forms", files.forms());
    model.put("id", id);
    FillForm.Filled filled;
    try {
      filled = fill.run(
          visit.caller(), id, asked.form(), visit.texts().language(), asked.writes(), asked.part());
    } catch (Refused refused) {
      if (refused.error() != Errors.FORM_UNKNOWN) {
        throw refused;
      }
      desk.show(context, "form-choose", visit.page("complaints"), model);
      return;
    }
    FormFill.Mail mail = filled.fill().mail();
    String address = address(id, filled);
    model.put("filled", filled);
    model.put("paging", Paging.of(filled.fill().part(), 1, filled.fill().parts(), address));
    model.put("notice", mail == null ? null : send.last(filled));
    model.put("sends", send.works());
    model.put("digest", mail == null ? "" : SendNotice.digest(mail, filled.complainant().email()));
    model.put("mailto", mail == null ? "" : link(mail));
    model.put("outcome", outcomes.of(visit.caller(), id));
    model.put("number", problem == null ? "" : visit.field("caseNumber"));
    model.put("confirmation", problem == null ? "" : visit.field("confirmation"));
    model.put("submittedOn", problem == null ? "" : visit.field("submittedOn"));
    Page page = problem == null ? visit.page("complaints") : visit.page("complaints", address, problem);
    desk.show(context, "form-text", page, model);
  }

  private static String address(int id, FillForm.Filled filled) {
    return "/complaints/" + id + "/form?form=" + filled.form().id() + "&writes=" + filled.fill().language();
  }

  private static String link(FormFill.Mail mail) {
    String bare = "mailto:" + mail.to() + "?subject=" + encoded(mail.subject());
    String whole = bare + "&body=" + encoded(mail.body().replace("\n", "\r\n"));
    return whole.length() <= MAX_LINK ? whole : bare;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Does a step of the page's forms and leads back to it; what it refuses is said there. */
  private void step(Context context, String done, Step step) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    Asked asked = Asked.of(visit);
    try {
      step.run(visit, id, asked);
    } catch (Refused refused) {
      if (!SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      show(context, visit, asked, refused);
      return;
    }
    String writes = asked.writes() == null ? "" : "&writes=" + asked.writes().tag();
    visit.done(done, id, "/complaints/" + id + "/form?form=" + encoded(asked.form()) + writes + "&page=" + asked.part());
  }

  private interface Step {
    void run(Visit visit, int id, Asked asked) throws IOException;
  }

  private void submitted(Context context) throws IOException {
    step(context, "lodged", (visit, id, asked) -> {
      String number = visit.field("caseNumber");
      String confirmation = visit.field("confirmation");
      submit.run(visit.caller(), id, new SubmitForm.Stated(
          asked.form(),
          asked.part(),
          number,
          confirmation,
          visit.field("correct").equals("yes"),
          visit.field("again").equals("yes"),
          visit.field("submittedOn"),
          asked.writes(),
          null));
    });
  }

  private void mail(Context context) throws IOException {
    step(context, "mailed", (visit, id, asked) -> {
      fill.run(visit.caller(), id, asked.form(), visit.texts().language(), asked.writes(), asked.part());
      if (!visit.field("sure").equals("yes")) {
        throw new Refused(Errors.FIELD_INVALID, "sure", "yes");
      }
      send.run(
          visit.caller(),
          id,
          asked.form(),
          asked.writes(),
          asked.part(),
          visit.field("digest"),
          visit.field("files").equals("yes"));
    });
  }

  private void draft(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    Asked asked = Asked.of(context);
    boolean attach = "yes".equals(context.queryParam("files"));
    byte[] draft = send.draft(visit.caller(), id, asked.form(), asked.writes(), asked.part(), attach);
    context.header("Cache-Control", "private, no-store");
    context.header("Content-Disposition", AttachmentName.header("complaint-" + id + ".eml"));
    context.contentType("message/rfc822").result(draft);
  }

  private void handOver(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    handOver.give(visit.caller(), id, visit.field("note"));
    visit.done("hand-over", id, "/complaints/" + id + "/form");
  }

  private void takeBack(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    handOver.takeBack(visit.caller(), id);
    visit.done("take-back", id, "/complaints/" + id + "/form");
  }
}
