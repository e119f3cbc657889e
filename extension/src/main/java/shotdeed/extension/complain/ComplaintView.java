package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.lodge.FormDoor;
import shotdeed.extension.scan.Hit;
import shotdeed.model.NoScreenshot;
import shotdeed.wire.ComplaintReason;
import shotdeed.wire.ComplaintSummary;

/**
 * Preparing a complaint: one statement to tick, one button. Where there is no screenshot it says why before anything is
 * sealed, and waits for the click that allows one. It says prepared, never lodged: only the marketplace's case number makes
 * a complaint submitted.
 */
final class ComplaintView {
  private final int tab;
  private final Element box = Ui.box("section", "complaint");
  private String drawn = "";
  private boolean capturing;

  ComplaintView(int tab) {
    this.tab = tab;
  }

  Element element() {
    return box;
  }

  /** Draws the complaint about a hit as it stands. Waits. */
  void draw(Hit hit) {
    Draft draft = Drafts.about(hit.id());
    String state =
        capturing ? "capturing" : draft == null ? hit.state() : stateOf(draft);
    if (state.equals(drawn)) {
      return;
    }
    drawn = state;
    box.cleared().with(Ui.text("h2", "", "complaintTitle"));
    if (capturing) {
      box.with(Ui.notice("note", Extension.message("capturing")));
    } else if (draft == null) {
      if (hit.result() != null && hit.result().complaint() > 0) {
        exists(hit, hit.result().complaint(), "good", "complaintExists");
      } else {
        form(hit, List.of());
      }
    } else {
      switch (draft.state()) {
        case Draft.PREPARED -> prepared(draft);
        case Draft.WAITING ->
            box.with(
                Ui.notice("note", Extension.message("complaintWaiting")),
                Ui.button("", "sendNow", () -> Tasks.start(this::send)));
        case Draft.ASKING -> asking(hit, draft);
        default -> refused(hit, draft);
      }
    }
  }

  private static String stateOf(Draft draft) {
    return draft.state() + draft.clientKey() + draft.noScreenshot()
        + (draft.capture() == null ? "" : draft.capture().unseen());
  }

  private void exists(Hit hit, int complaint, String kind, String words) {
    String number = String.valueOf(complaint);
    box.with(
        Ui.notice(kind, Extension.message(words, number)),
        ConsoleLink.to(hit, Extension.message("openInConsole"), "/complaints/" + number));
  }

  private void refused(Hit hit, Draft draft) {
    if (draft.complaint() > 0) {
      exists(hit, draft.complaint(), "note", "complaintTaken");
    } else {
      box.with(Ui.notice("bad", Extension.message("complaintRefused", draft.problem())));
      form(hit, draft.reasons());
    }
  }

  /**
   * @param typed reasons of the draft that the server refused: nobody types them twice
   */
  private void form(Hit hit, List<ComplaintReason> typed) {
    Element tick = Ui.plain("input", "", "").attribute("type", "checkbox").attribute("id", "owned");
    Element button = Ui.button("primary", "prepare", () -> {});
    button.setDisabled(true);
    boolean known = hit.result() != null && hit.result().sighting() > 0;
    tick.setDisabled(known); // until the risks are read: nobody states something before seeing them
    RiskView[] risk = new RiskView[1];
    Element below =
        Ui.box(
            "div",
            "",
            Ui.text("p", "small", "screenshotHow"),
            Ui.box("p", "", tick, Ui.text("label", "", "ownershipStatement").attribute("for", "owned")),
            button,
            Ui.text("p", "small", "preparedNotLodged"));
    Runnable changed =
        () -> {
          if (risk[0].isBlocked()) {
            below.remove();
          }
          tick.setDisabled(known && !risk[0].isAnswered());
          button.setDisabled(!tick.isChecked() || !risk[0].isMet());
        };
    risk[0] = new RiskView(typed, changed);
    tick.onChange(changed);
    button.onClick(
        () -> {
          if (tick.isChecked() && risk[0].isMet()) {
            button.setDisabled(true);
            Draft draft =
                Draft.create(Extension.uuid(), hit.id(), tab, Extension.instant(), risk[0].reasons());
            Tasks.start(
                () -> {
                  if (isKept(draft)) {
                    capture(hit, draft);
                  } else {
                    tick.setChecked(false);
                  }
                });
          }
        });
    box.with(risk[0].element(), below);
    if (known) {
      risk[0].load(hit.result().sighting());
    }
  }

  /** There is no screenshot, or not of the picture: why, what gives one, and the choice to do without. */
  private void asking(Hit hit, Draft draft) {
    String unseen = draft.screenshot() == null ? null : NoScreenshotWords.missing(draft.capture());
    NoScreenshot why = why(draft);
    box.with(Ui.notice("note", Extension.message(unseen == null ? NoScreenshotWords.key(why) : unseen)));
    if (unseen != null) {
      box.with(Ui.text("p", "", "retryInViewHow"));
    } else if (why == NoScreenshot.NOT_ALLOWED) {
      box.with(Ui.text("p", "", "grantHow"));
    } else {
      box.with(Ui.text("p", "", why == NoScreenshot.TAB_CLOSED ? "reopenHow" : "retryHow"));
      box.with(Ui.box("p", "", Ui.link(Extension.message("openListing"), hit.report().listing().pageUrl())));
    }
    if (unseen != null || why != NoScreenshot.TAB_CLOSED) {
      box.with(Ui.button("primary", "tryAgain", () -> Tasks.start(() -> capture(hit, draft))));
    }
    box.with(
        Ui.button("", unseen == null ? "prepareWithout" : "prepareWithThis", () -> Tasks.start(() -> asItIs(hit, draft))),
        Ui.button("", "doNotPrepare", () -> Tasks.start(() -> forget(hit, draft))));
  }

  /** A draft that was kept before its screenshot, and has heard nothing since, lost its panel in the middle. */
  private static NoScreenshot why(Draft draft) {
    return draft.noScreenshot() == null ? NoScreenshot.INTERRUPTED : NoScreenshot.ofSentence(draft.noScreenshot());
  }

  private void asItIs(Hit hit, Draft draft) {
    if (isStillAsked(draft)) {
      draft.asItIs();
      if (!isKept(draft)) {
        return;
      }
    }
    draw(hit);
    send();
    draw(hit);
  }

  private void forget(Hit hit, Draft draft) {
    if (isStillAsked(draft)) {
      Drafts.remove(draft);
    }
    draw(hit);
  }

  /** Waits until a draft is stored; where it cannot be, as on a full disk, says so. */
  private boolean isKept(Draft draft) {
    try {
      Drafts.keep(draft);
      return true;
    } catch (Tasks.Refused full) {
      box.with(Ui.notice("bad", Extension.message("complaintNotKept")));
      return false;
    }
  }

  /** The person has clicked the toolbar icon beside this tab: what waited for that goes on. Waits. */
  void allowed(Hit hit) {
    Draft draft = Drafts.about(hit.id());
    if (draft != null
        && draft.state().equals(Draft.ASKING)
        && NoScreenshot.ofSentence(draft.noScreenshot()) == NoScreenshot.NOT_ALLOWED) {
      capture(hit, draft);
    }
  }

  /** A side panel that the click has opened anew may stand beside this one: the first to have the screenshot keeps it. */
  private static boolean isStillAsked(Draft draft) {
    Draft now = Drafts.again(draft);
    return now != null && now.state().equals(Draft.ASKING);
  }

  private void capture(Hit hit, Draft draft) {
    if (capturing) {
      return;
    }
    capturing = true;
    draw(hit);
    boolean full = false;
    try {
      Capture capture = Capture.of(tab, hit);
      if (isStillAsked(draft)) {
        draft.captured(capture);
        Drafts.keep(draft);
      }
    } catch (Tasks.Refused e) {
      full = true;
    } finally {
      capturing = false;
    }
    draw(hit);
    if (full) {
      box.with(Ui.notice("bad", Extension.message("complaintNotKept")));
    }
    Draft now = Drafts.again(draft);
    if (now != null && now.state().equals(Draft.WAITING)) {
      send();
      draw(hit);
    }
  }

  private void send() {
    Messages.ask(Json.object().put("type", "synchronize").put("tab", tab));
  }

  private void prepared(Draft draft) {
    ComplaintSummary summary = draft.summary();
    box.with(
        Ui.notice("good", Extension.message("complaintPrepared", String.valueOf(summary.id()))),
        Ui.text("p", "small", "preparedNotLodged"),
        FormDoor.to(tab, summary.id()),
        Ui.box("p", "", Ui.link(Extension.message("openInConsole"), summary.consoleUrl())));
    if (draft.noScreenshot() != null) {
      NoScreenshot why = NoScreenshot.ofSentence(draft.noScreenshot());
      box.with(Ui.notice("note", Extension.message(NoScreenshotWords.key(why))));
    }
    String missing = NoScreenshotWords.missing(draft.capture());
    if (missing != null) {
      box.with(Ui.notice("note", Extension.message(missing)));
    }
  }
}
