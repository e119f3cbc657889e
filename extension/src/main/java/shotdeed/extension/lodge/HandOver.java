package shotdeed.extension.lodge;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;

/** A complaint goes to the queue of whoever has the main account at the marketplace, where others may not lodge it. */
final class HandOver {
  private HandOver() {}

  /** The button, and what came of it. */
  static Element of(Lodging lodging) {
    Element said = Ui.box("div", "").attribute("role", "status");
    Element box = Ui.box("div", "hand-over");
    return box.with(Ui.button("", "handOver", () -> Tasks.start(() -> give(lodging, said))), said);
  }

  private static void give(Lodging lodging, Element said) {
    said.cleared();
    try {
      Connection connection = Connection.load();
      if (connection == null || !connection.home().equals(lodging.home())) {
        said.with(Ui.notice("bad", Extension.message("serverAway")));
        return;
      }
      connection.send("POST", "/api/v1/complaints/" + lodging.form().complaint() + "/hand-over");
      said.with(Ui.notice("good", Extension.message("handedOver")));
    } catch (Http.Unreachable e) {
      said.with(Ui.notice("bad", Extension.message("serverAway")));
    } catch (Connection.ServerRefused e) {
      said.with(Ui.notice("bad", (e.problem().title() + " " + e.problem().detail()).trim()));
    }
  }
}
