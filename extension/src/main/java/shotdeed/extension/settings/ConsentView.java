package shotdeed.extension.settings;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;

/**
 * What the user allows, each in one plain sentence: the thorough check, asked for right after pairing and recommended;
 * and keeping the numbers of mistakes. Until answered both are off.
 */
final class ConsentView {
  private final Element box = Ui.box("section", "").attribute("id", "consent");

  Element element() {
    return box;
  }

  /** Draws the answers as they are stored; nothing while this browser is not paired. Waits. */
  void draw() {
    if (Connection.load() == null) {
      box.cleared();
      return;
    }
    Consent consent = Consent.load();
    box.cleared().with(Ui.text("h2", "", "thoroughTitle"), Ui.text("p", "", "thoroughSentence"));
    if (consent.asked()) {
      box.with(tick("thorough", "thoroughTick", consent.thorough(), yes -> Consent.load().thorough(yes)));
    } else {
      box.with(
          Ui.text("p", "small", "thoroughWhy"),
          Ui.button("primary", "thoroughYes", () -> answer(true)),
          Ui.button("", "thoroughNo", () -> answer(false)));
    }
    box.with(Ui.text("h3", "", "coverageTitle"), Ui.text("p", "", "coverageSentence"));
    if (consent.asked()) {
      box.with(tick("coverage", "coverageTick", consent.coverage(), yes -> Consent.load().coverage(yes)));
    } else {
      box.with(Ui.text("p", "small", "coverageWhen"));
    }
    box.with(
        Ui.text("h3", "", "mistakesTitle"),
        Ui.text("p", "", "mistakesSentence"),
        tick("mistakes", "mistakesTick", consent.mistakes(), this::keepMistakes));
    int kept = Mistakes.count();
    if (kept > 0) {
      box.with(
          Ui.text("p", "small", "mistakesKept", String.valueOf(kept)),
          Ui.button("", "mistakesExport", () -> Tasks.start(ConsentView::export)));
    }
  }

  private void answer(boolean yes) {
    Tasks.start(
        () -> {
          Consent.load().thorough(yes);
          draw();
          box.with(Ui.notice("good", Extension.message(yes ? "thoroughOn" : "thoroughOff")));
        });
  }

  private void keepMistakes(boolean yes) {
    Consent.load().mistakes(yes);
    if (!yes) {
      Mistakes.forget();
    }
    draw();
  }

  private static void export() {
    Document.save("shotdeed-not-copies.json", Mistakes.export(), "application/json");
  }

  private interface Answer {
    void is(boolean yes);
  }

  private static Element tick(String id, String words, boolean ticked, Answer answer) {
    Element tick = Ui.plain("input", "", "").attribute("type", "checkbox").attribute("id", id);
    tick.setChecked(ticked);
    tick.onChange(() -> Tasks.start(() -> answer.is(tick.isChecked())));
    return Ui.box("p", "", tick, Ui.text("label", "", words).attribute("for", id));
  }
}
