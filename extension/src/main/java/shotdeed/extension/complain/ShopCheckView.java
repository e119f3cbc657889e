package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;

/** On a page of many items: how far their check is, and the one click that goes through all of them. */
final class ShopCheckView {
  private ShopCheckView() {}

  /** @param items of the background: how many are shown, checked, and show a copy, and how far going through them is */
  static void addTo(Element view, int tab, Json items) {
    int shown = items.integer("shown");
    if (shown == 0) {
      return;
    }
    String walk = items.string("walk");
    boolean running = walk.equals("running");
    String checked = String.valueOf(items.integer("checked"));
    String copies = String.valueOf(items.integer("copies"));
    Element box = Ui.box("section", "items");
    box.with(Ui.text("h2", "", "shopCheckTitle"));
    if (running) {
      Element bar = Ui.plain("progress", "", "");
      bar.setAttribute("max", String.valueOf(shown));
      bar.setAttribute("value", checked);
      bar.setAttribute("aria-label", Extension.message("shopCheckProgress", checked, String.valueOf(shown), copies));
      box.with(bar);
    }
    box.with(Ui.text("p", "progress", "shopCheckProgress", checked, String.valueOf(shown), copies));
    if (walk.equals("done") || walk.equals("stopped")) {
      box.with(Ui.text("p", "", walk.equals("done") ? "shopCheckDone" : "shopCheckStopped"));
    }
    String type = running ? "stopShop" : "checkShop";
    Element button =
        Ui.button(
            running ? "" : "primary",
            running ? "shopCheckStop" : "shopCheck",
            () -> Tasks.start(() -> Messages.ask(Json.object().put("type", type).put("tab", tab))));
    view.with(box.with(button.attribute("data-for", type), Ui.text("p", "", "shopCheckHow")));
  }
}
