package shotdeed.extension.watch;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;

/** The watch list in the side panel: what is on it, the longest not visited first, and the page in front. */
public final class WatchView {
  private final int tab;
  private final Runnable redraw;
  private String notice = "";
  private boolean bad;

  /**
   * @param tab beside which the panel stands
   * @param redraw shows the panel again
   */
  public WatchView(int tab, Runnable redraw) {
    this.tab = tab;
    this.redraw = redraw;
  }

  /** Adds the section, by the status of the background. */
  public void addTo(Element view, Json status) {
    Json watch = status.memberOrNull("watch");
    if (watch == null) {
      return;
    }
    Element section = Ui.box("section", "watch").attribute("id", "watch");
    section.with(Ui.text("h2", "", "watchTitle"));
    Json here = watch.memberOrNull("here");
    if (here != null) {
      choose(section, here, WatchedPages.LISTING, "watchListing", "unwatchListing");
      choose(section, here, WatchedPages.SHOP, "watchShop", "unwatchShop");
    }
    if (!notice.isEmpty()) {
      section.with(Ui.notice(bad ? "bad" : "good", notice));
    }
    int total = watch.integer("total");
    if (total == 0) {
      section.with(Ui.text("p", "small", "watchNone"));
    } else {
      section.with(Ui.text("p", "small", "watchCount", String.valueOf(total), String.valueOf(watch.integer("limit"))), list(watch));
    }
    view.with(section);
  }

  private void choose(Element section, Json here, String kind, String add, String remove) {
    if (!here.has(kind)) {
      return;
    }
    int id = here.integer(kind);
    Element button =
        Ui.button(
            "",
            id == 0 ? add : remove,
            () -> Tasks.start(() -> ask(id == 0
                ? Json.object().put("type", "watch").put("tab", tab).put("kind", kind)
                : Json.object().put("type", "unwatch").put("entry", id))));
    section.with(button.attribute("data-for", String.valueOf(id)));
  }

  private void ask(Json message) {
    Json answer = Messages.ask(message);
    String trouble = answer == null ? "watchAway" : answer.stringOr("trouble", "watchAway");
    bad = !trouble.isEmpty();
    notice = Extension.message(bad ? trouble : message.string("type").equals("watch") ? "watchAdded" : "watchTakenOff");
    redraw.run();
  }

  private static Element list(Json watch) {
    Element list = Ui.box("ul", "watched");
    for (Json entry : watch.list("entries")) {
      String at = entry.string("at");
      String visit = at.isEmpty()
          ? Extension.message("watchNever")
          : Extension.message(
              "watchVisited", Extension.localTime(at), entry.string("by"), String.valueOf(entry.integer("copies")));
      Element item = Ui.box(
          "li",
          "",
          Ui.link(entry.string("name"), entry.string("address")).attribute("dir", "auto"),
          Ui.plain("p", "small", Extension.message(entry.flag("shop") ? "watchKindShop" : "watchKindListing") + " · " + visit));
      if (!entry.string("note").isEmpty()) {
        item.with(Ui.plain("p", "small", entry.string("note")).attribute("dir", "auto"));
      }
      list.with(item);
    }
    return list;
  }
}
