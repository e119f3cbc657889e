package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.model.NoScreenshot;
import shotdeed.wire.ComplaintSummary;

/**
 * Preparing a complaint: one statement to tick, one button. It says prepared, never lodged: only the marketplace's case
 * number makes a complaint submitted.
 */
final class ComplaintView {
  /** The server takes screenshots up to 8 MiB. */
  private static final int MAX_SCREENSHOT = 8 << 20;

  private final int tab;
  private final Element box = Ui.box("section", "complaint");
  private String drawn = "";

  ComplaintView(int tab) {
    this.tab = tab;
  }

  Element element() {
    return box;
  }

  /** Draws the complaint about a hit as it stands. Waits. */
  void draw(Hit hit) {
    Draft draft = Drafts.about(hit.id());
    String state = draft == null ? hit.state() : draft.state() + draft.clientKey();
    if (state.equals(drawn)) {
      return;
    }
    drawn = state;
    box.cleared().with(Ui.text("h2", "", "complaintTitle"));
    if (draft != null && draft.state().equals(Draft.PREPARED)) {
      prepared(draft);
    } else if (draft != null && draft.state().equals(Draft.WAITING)) {
      box.with(
          Ui.notice("note", Extension.message("complaintWaiting")),
          Ui.button(
              "",
              "sendNow",
              () ->
                  Tasks.start(() -> Messages.ask(Json.object().put("type", "synchronize").put("tab", tab)))));
    } else if (hit.result() != null && hit.result().complaint() > 0 && draft == null) {
      box.with(Ui.notice("good", Extension.message("complaintExists", String.valueOf(hit.result().complaint()))));
    } else {
      if (draft != null) {
        box.with(Ui.notice("bad", Extension.message("complaintRefused", draft.problem())));
      }
      form(hit);
    }
  }

  private void form(Hit hit) {
    Element tick = Ui.plain("input", "", "").attribute("type", "checkbox").attribute("id", "owned");
    Element button = Ui.button("primary", "prepare", () -> {});
    button.setDisabled(true);
    tick.onChange(() -> button.setDisabled(!tick.isChecked()));
    button.onClick(
        () -> {
          if (tick.isChecked()) {
            button.setDisabled(true);
            Tasks.start(() -> prepare(hit));
          }
        });
    box.with(
        Ui.text("p", "small", "ownRisk"),
        Ui.text("p", "small", "screenshotHow"),
        Ui.box("p", "", tick, Ui.text("label", "", "ownershipStatement").attribute("for", "owned")),
        button,
        Ui.text("p", "small", "preparedNotLodged"));
  }

  private void prepare(Hit hit) {
    byte[] screenshot = null;
    String noScreenshot = null;
    try {
      screenshot = Extension.screenshot(tab, hit.report().listing().pageUrl(), MAX_SCREENSHOT);
    } catch (Tasks.Refused e) {
      boolean other = e.getMessage().equals("other-page");
      noScreenshot = (other ? NoScreenshot.OTHER_PAGE : NoScreenshot.NOT_ALLOWED).sentence();
    }
    Drafts.keep(Draft.create(Extension.uuid(), hit.id(), Extension.instant(), screenshot, noScreenshot));
    draw(hit);
    Messages.ask(Json.object().put("type", "synchronize").put("tab", tab));
    draw(hit);
  }

  private void prepared(Draft draft) {
    ComplaintSummary summary = draft.summary();
    box.with(
        Ui.notice("good", Extension.message("complaintPrepared", String.valueOf(summary.id()))),
        Ui.text("p", "small", "preparedNotLodged"),
        Ui.box("p", "", Ui.link(Extension.message("openInConsole"), summary.consoleUrl())));
    if (draft.noScreenshot() != null) {
      boolean other = NoScreenshot.ofSentence(draft.noScreenshot()) == NoScreenshot.OTHER_PAGE;
      box.with(Ui.notice("note", Extension.message(other ? "noScreenshotOtherPage" : "noScreenshot")));
    }
  }
}
