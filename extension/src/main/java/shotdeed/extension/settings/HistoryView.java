package shotdeed.extension.settings;

import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;

/** What this browser remembers of pictures that it saw, what came of it, and how to forget both. */
final class HistoryView {
  private static final String FOUND = "seenBefore";

  private final Element box = Ui.box("section", "").attribute("id", "history");

  Element element() {
    return box;
  }

  /** Waits. */
  void draw() {
    Element tick = Ui.plain("input", "", "").attribute("type", "checkbox").attribute("id", "history-keep");
    HistoryChoice choice = HistoryChoice.load();
    tick.setChecked(choice.on());
    Element days = days(choice);
    tick.onChange(() -> choose(new HistoryChoice(tick.isChecked(), Integer.parseInt(days.getValue()))));
    int kept = Database.SEEN.count();
    box.cleared()
        .with(
            Ui.text("h2", "", "historyTitle"),
            Ui.text("p", "", "historySentence"),
            Ui.box("p", "", tick, Ui.text("label", "", "historyTick").attribute("for", "history-keep")),
            Ui.box("p", "", Ui.text("label", "", "historyHowLong").attribute("for", "history-days"), days),
            Ui.text("p", "small", "historyKept", String.valueOf(kept)));
    drawFound();
    if (kept > 0) {
      box.with(Ui.button("", "historyClear", () -> Tasks.start(this::forget)));
    }
  }

  private Element days(HistoryChoice choice) {
    Element select = Ui.box("select", "").attribute("id", "history-days");
    for (int days : HistoryChoice.DAYS) {
      select.with(Ui.text("option", "", "historyDays", String.valueOf(days)).attribute("value", String.valueOf(days)));
    }
    select.setValue(String.valueOf(choice.days()));
    // Not drawn again: whoever goes through the choices with the keyboard would lose the place.
    select.onChange(() -> Tasks.start(new HistoryChoice(choice.on(), Integer.parseInt(select.getValue())).begin()));
    return select;
  }

  private void drawFound() {
    Json stored = Storage.get(FOUND);
    List<Json> found = stored == null ? List.of() : stored.list("found");
    if (found.isEmpty()) {
      return;
    }
    Element list = Ui.box("ul", "found");
    for (int i = found.size() - 1; i >= 0; i--) {
      Json one = found.get(i);
      String page = one.string("page");
      String title = one.string("title").isEmpty() ? page : one.string("title");
      String seen = Extension.localTime(one.string("seenAt"));
      String certified = one.string("certifiedAt").isEmpty() ? "" : Extension.localTime(one.string("certifiedAt"));
      String name = one.stringOr("name", "");
      String number = one.integer("certificate") + (name.isEmpty() ? "" : " · " + name);
      String done = one.has("doneAt") ? Extension.localTime(one.string("doneAt")) : "";
      boolean web = page.startsWith("https://") || page.startsWith("http://");
      list.with(
          Ui.box(
              "li",
              "",
              certified.isEmpty()
                  ? Ui.text("p", "", "historyFoundPlain", number, seen)
                  : Ui.text("p", "", "historyFound", number, seen, certified),
              Ui.box(
                  "p",
                  "small",
                  web ? Ui.link(title, page).attribute("dir", "auto") : Ui.plain("span", "", title),
                  Ui.plain("span", "", done.isEmpty() ? "" : " · " + Extension.message("historyDone", done)))));
    }
    box.with(
        Ui.text("h3", "", "historyFoundTitle"),
        Ui.text("p", "small", "historyFoundMeans"),
        list,
        Ui.button("", "historyFoundClear", () -> Tasks.start(this::forgetFound)));
  }

  /** The worker forgets as well, when it hears of the choice: this page may close before it has. */
  private void choose(HistoryChoice choice) {
    Runnable stored = choice.begin();
    Tasks.start(
        () -> {
          stored.run();
          if (!choice.on()) {
            Database.SEEN.clear();
          }
          draw();
        });
  }

  private void forget() {
    Database.SEEN.clear();
    tell();
    box.with(Ui.notice("good", Extension.message("historyCleared")));
  }

  private void forgetFound() {
    Storage.remove(FOUND);
    tell();
  }

  private void tell() {
    HistoryChoice.tellAgain();
    draw();
  }
}
