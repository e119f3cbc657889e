package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Ui;

/**
 * Pictures that cannot be read because the user has not allowed their servers yet, such as those of a shop under a host of its
 * own whose pictures stand elsewhere; and the question that allows exactly these servers.
 */
final class AccessView {
  private AccessView() {}

  /** Adds the notice, if there is anything to allow; returns how many pictures wait for it. */
  static int addTo(Element view, int tab, Json page) {
    int pictures = page.member("troubles").integer("NO_ACCESS");
    List<String> servers = page.strings("noAccess");
    if (pictures > 0 && !servers.isEmpty()) {
      Json patterns = Json.array();
      for (String server : servers) {
        patterns.add(Extension.pattern(server));
      }
      String names = names(page, "noAccess") + (page.flag("noAccessMore") ? " …" : "");
      view.with(
          Ui.notice("note", Extension.message("noAccess", String.valueOf(pictures), names)),
          Ui.button("primary", "allowAccess", () -> ask(patterns, tab)).attribute("data-for", names));
    }
    return pictures;
  }

  /** At once, in answer to the click: the browser asks the user for nothing otherwise. */
  private static void ask(Json patterns, int tab) {
    Extension.requestAccess(
        patterns,
        granted -> {
          if (granted) {
            checkAgain(tab);
          }
        });
  }

  /** The page of a tab sends its pictures once more. */
  static void checkAgain(int tab) {
    Messages.tell(Json.object().put("type", "again").put("tab", tab));
  }

  /** The hosts of the servers that the status names. */
  static String names(Json page, String key) {
    StringBuilder names = new StringBuilder();
    for (String server : page.strings(key)) {
      names.append(names.length() == 0 ? "" : Extension.message("listSeparator")).append(Address.hostAndPort(server));
    }
    return names.toString();
  }
}
