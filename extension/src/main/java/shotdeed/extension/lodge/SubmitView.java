package shotdeed.extension.lodge;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.FormTab;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.wire.FormFill;

/** The marketplace's case number, or its confirmation: typed once, or taken from what is selected on its page. */
final class SubmitView {
  private static final String NUMBER = "caseNumber";
  private static final String CONFIRMATION = "confirmation";

  /** As many characters as the server keeps. */
  private static final int MAX_CONFIRMATION = 300;

  private final int tab;
  private final Lodging lodging;
  private final Element box = Ui.box("section", "submit");
  private String drawn = "";
  private Element number;
  private Element confirmation;

  SubmitView(int tab, Lodging lodging) {
    this.tab = tab;
    this.lodging = lodging;
  }

  Element element() {
    return box;
  }

  /** Shows how it stands. Waits. */
  void draw() {
    Lodging stored = Lodgings.get(lodging.id()); // the background may have recorded it
    FormFill.Submitted known = stored == null ? lodging.form().submitted() : stored.form().submitted();
    Json said = known == null ? Submissions.of(lodging) : null;
    String state = known != null ? "known" : said == null ? "open" : said.string("state") + said.string("at");
    if (state.equals(drawn)) {
      return;
    }
    drawn = state;
    box.cleared().with(Ui.text("h2", "", "submitTitle"));
    if (known != null) {
      String word = known.caseNumber() == null ? known.confirmation() : known.caseNumber();
      done(word == null ? "" : word);
    } else if (said == null) {
      form();
    } else {
      switch (said.string("state")) {
        case Submissions.REFUSED -> refused(said);
        default ->
            box.with(
                Ui.notice("note", Extension.message("submitWaiting", word(said))),
                Ui.button("", "sendNow", () -> Tasks.start(this::send)));
      }
    }
  }

  private static String word(Json said) {
    Json body = said.member("body");
    return body.stringOr(NUMBER, body.stringOr(CONFIRMATION, ""));
  }

  private void done(String word) {
    FormFill form = lodging.form();
    box.with(
        Ui.notice(
            "good",
            form.parts() > 1
                ? Extension.message("submitDonePart", word, String.valueOf(form.part()), String.valueOf(form.parts()))
                : Extension.message("submitDone", word)));
  }

  private void refused(Json said) {
    box.with(Ui.notice("bad", Extension.message("submitRefused", said.stringOr("problem", ""))));
    String code = said.stringOr("code", "");
    Json body = said.member("body"); // what the person agreed to before holds on
    if (code.equals("case-number-differs")) {
      box.with(Ui.button("", "submitCorrect", () -> record(true, body.flag("again"))));
    } else if (code.equals("case-number-elsewhere")) {
      box.with(Ui.button("", "submitAgain", () -> record(body.flag("correct"), true)));
    }
    box.with(
        Ui.button(
            "",
            "submitChange",
            () ->
                Tasks.start(
                    () -> {
                      Submissions.forget(lodging);
                      draw();
                    })));
  }

  private void form() {
    number = field("input", NUMBER).attribute("maxlength", "100");
    confirmation = field("textarea", CONFIRMATION).attribute("maxlength", String.valueOf(MAX_CONFIRMATION)).attribute("rows", "2");
    Element button = Ui.button("primary", "submitRecord", () -> record(false, false));
    box.with(
        Ui.text("p", "small", "submitHow"),
        label("submitNumber", NUMBER),
        number,
        Ui.button("", "submitTake", () -> Tasks.start(this::take)),
        Ui.box(
            "details",
            "",
            Ui.text("summary", "", "submitNoNumber"),
            label("submitConfirmation", CONFIRMATION),
            confirmation),
        button);
  }

  private static Element label(String key, String field) {
    Element label = Ui.text("label", "", key);
    return label.attribute("for", field);
  }

  private Element field(String tag, String name) {
    Element field = Ui.plain(tag, "", "").attribute("id", name).attribute("autocomplete", "off");
    if (tag.equals("input")) {
      field.setAttribute("type", "text");
    }
    field.setValue(lodging.typed(name));
    return field.onInput(
        () -> {
          lodging.typed(name, field.getValue());
          Tasks.start(() -> Lodgings.keep(lodging, name)); // what was typed outlives the panel
        });
  }

  /** The person has selected the marketplace's own words. */
  private void take() {
    String words = FormTab.selection(tab).trim();
    if (words.isEmpty()) {
      note("submitNothingSelected");
      return;
    }
    String found = CaseNumber.in(words);
    if (!found.isEmpty()) {
      number.setValue(found);
      lodging.typed(NUMBER, found);
    }
    if (found.isEmpty() || !found.equals(words)) {
      String kept = words.length() > MAX_CONFIRMATION ? words.substring(0, MAX_CONFIRMATION) : words;
      confirmation.setValue(kept);
      lodging.typed(CONFIRMATION, kept);
    }
    Lodgings.keep(lodging, NUMBER, CONFIRMATION);
    note(found.isEmpty() ? "submitTaken" : "submitTakenNumber");
  }

  private void note(String key) {
    box.with(Ui.notice("note", Extension.message(key)));
  }

  private void record(boolean correct, boolean again) {
    if (lodging.typed(NUMBER).trim().isEmpty() && lodging.typed(CONFIRMATION).trim().isEmpty()) {
      note("submitEmpty");
      return;
    }
    Tasks.start(
        () -> {
          if (lodging.isFilled()) {
            Filling.read(tab, lodging);
          }
          try {
            Submissions.keep(lodging, correct, again);
          } catch (Tasks.Refused full) {
            note("submitNotKept");
            return;
          }
          draw();
          send();
        });
  }

  private void send() {
    Messages.ask(Json.object().put("type", "synchronize").put("tab", tab));
    draw();
  }
}
