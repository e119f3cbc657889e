package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.complain.letter.LetterPdf;
import shotdeed.server.complain.letter.Letters;
import shotdeed.server.complain.letter.RectifyLetter;
import shotdeed.server.complain.letter.WriteLetter;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Letters that ask a shop to take pictures down by a day: written, put on record, and brought to an end. */
public final class LetterPages implements RouteGroup {
  private static final String LIST = "/letters";
  private static final List<Errors> SAID_IN_DRAFT = List.of(Errors.LETTER_WORDS, Errors.FIELD_INVALID);

  private final Desk desk;
  private final FormLibrary forms;
  private final WriteLetter write;
  private final Letters letters;

  public LetterPages(Desk desk, FormLibrary forms, WriteLetter write, Letters letters) {
    this.desk = desk;
    this.forms = forms;
    this.write = write;
    this.letters = letters;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.post("/letters/new", this::draft);
    routes.post(LIST, this::record);
    routes.get("/letters/{id}", context -> show(context, null));
    routes.get("/letters/{id}/letter.txt", this::text);
    routes.get("/letters/{id}/letter.pdf", this::pdf);
    routes.post("/letters/{id}/close", this::close);
    routes.post("/letters/{id}/reopen", this::reopen);
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    String finding = context.queryParam("finding");
    boolean one = finding != null && finding.matches("[1-9][0-9]{0,8}");
    desk.show(
        context,
        "letters",
        visit.page("triage"),
        Map.of(
            "letters", letters.list(visit.caller(), one ? Integer.parseInt(finding) : 0),
            "today", letters.today(visit.caller())));
  }

  private void draft(Context context) {
    Visit visit = desk.form(context);
    visit.requireTeam();
    Set<Integer> ticked = BatchPages.ticked(context.formParams("listing"));
    if (ticked.isEmpty()) {
      visit.done("no-listing-ticked", 0, BatchPages.address(visit.field("shop")));
      return;
    }
    show(context, visit, wanted(visit, ticked), null);
  }

  private WriteLetter.Wanted wanted(Visit visit, Set<Integer> ticked) {
    String key = visit.field("key");
    Language language = Language.of(visit.field("language"));
    return new WriteLetter.Wanted(
        key.isEmpty() ? UUID.randomUUID().toString() : key,
        visit.field("shop"),
        ticked,
        language == null ? reads(visit) : language,
        visit.field("due"));
  }

  /** The language that the marketplace's own people read; the shop's, as far as we can tell. */
  private Language reads(Visit visit) {
    EvidenceForm form = forms.pick(visit.field("market"), visit.field("site"));
    return form == null ? visit.texts().language() : form.reads();
  }

  /** @param problem why it was not put on record; then the person's own words are shown */
  private void show(Context context, Visit visit, WriteLetter.Wanted wanted, Refused problem) {
    WriteLetter.Text offered;
    try {
      offered = write.compose(visit.caller(), wanted);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID || wanted.due().isEmpty()) {
        throw refused;
      }
      show(
          context,
          visit,
          new WriteLetter.Wanted(wanted.key(), wanted.shopKey(), wanted.findings(), wanted.language(), ""),
          refused);
      return;
    }
    Map<String, Object> model = new HashMap<>();
    model.put("wanted", wanted);
    model.put("letter", offered);
    boolean own = problem != null && !visit.field("text").isEmpty();
    model.put("subject", own ? visit.field("subject") : offered.subject());
    model.put("text", own ? visit.field("text") : offered.text());
    String back = BatchPages.address(wanted.shopKey());
    model.put("back", back);
    Page page = problem == null ? visit.page("triage") : visit.page("triage", back, problem);
    desk.show(context, "letter-draft", page, model);
  }

  private void record(Context context) {
    Visit visit = desk.form(context);
    visit.requireTeam();
    WriteLetter.Wanted wanted = wanted(visit, BatchPages.ticked(context.formParams("listing")));
    int id;
    try {
      id = write.record(visit.caller(), wanted, visit.field("subject"), visit.field("text"));
    } catch (Refused refused) {
      if (!SAID_IN_DRAFT.contains(refused.error())) {
        throw refused;
      }
      show(context, visit, wanted, refused);
      return;
    }
    visit.done("letter-recorded", id, LIST + "/" + id);
  }

  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    RectifyLetter letter = letters.one(visit.caller(), Bearer.number(context, "id"));
    Page page =
        problem == null ? visit.page("triage") : visit.page("triage", LIST + "/" + letter.id(), problem);
    desk.show(context, "letter", page, Map.of("letter", letter, "today", letters.today(visit.caller())));
  }

  private void text(Context context) {
    RectifyLetter letter = letters.one(desk.signedIn(context).caller(), Bearer.number(context, "id"));
    download(context, "text/plain; charset=utf-8", "letter-" + letter.id() + ".txt");
    context.result((letter.subject() + "\n\n" + letter.body()).getBytes(StandardCharsets.UTF_8));
  }

  private void pdf(Context context) throws IOException {
    RectifyLetter letter = letters.one(desk.signedIn(context).caller(), Bearer.number(context, "id"));
    byte[] bytes = LetterPdf.of(letter);
    download(context, "application/pdf", "letter-" + letter.id() + ".pdf");
    context.result(bytes);
  }

  private static void download(Context context, String type, String name) {
    context.contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "private, no-store");
  }

  private void close(Context context) {
    Visit visit = desk.form(context);
    String as = visit.field("as");
    RectifyLetter letter;
    try {
      letter = letters.close(visit.caller(), Bearer.number(context, "id"), as);
    } catch (Refused refused) {
      if (refused.error() != Errors.LETTER_ENDED) {
        throw refused;
      }
      show(context, refused);
      return;
    }
    String next = as.equals(Letters.COMPLAIN) ? BatchPages.address(letter.shopKey()) : LIST + "/" + letter.id();
    visit.done("letter-" + as, letter.id(), next);
  }

  private void reopen(Context context) {
    Visit visit = desk.form(context);
    RectifyLetter letter = letters.reopen(visit.caller(), Bearer.number(context, "id"));
    visit.done("letter-reopened", letter.id(), LIST + "/" + letter.id());
  }
}
