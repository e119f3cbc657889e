package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Ui;

/** How far the thorough check of a page is, and what came of the picture that the user chose. */
final class ThoroughLine {
  private ThoroughLine() {}

  static void addTo(Element view, Json page) {
    String asked = page.member("asked").string("state");
    if (!asked.isEmpty()) {
      view.with(Ui.notice("note", Extension.message(asked)));
    }
    Json thorough = page.member("thorough");
    int open = thorough.integer("open");
    if (!thorough.flag("on") || open == 0) {
      return;
    }
    String trouble = thorough.string("trouble");
    String line =
        Extension.message("thoroughCount", String.valueOf(thorough.integer("looked")), String.valueOf(open));
    view.with(
        Ui.plain(
            "p",
            "thorough small",
            trouble.isEmpty() ? line : line + Extension.message("listSeparator") + Extension.message(trouble)));
  }
}
