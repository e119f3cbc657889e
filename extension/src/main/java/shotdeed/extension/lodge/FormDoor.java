package shotdeed.extension.lodge;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.FormTab;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;

/** The way from a prepared complaint to the marketplace's form. */
public final class FormDoor {
  private FormDoor() {}

  /**
   * Buttons that open the form of a complaint, or its fields alone. What goes into it is fetched before the click, so that the
   * click opens at once: the browser lets a panel be opened in answer to a click only.
   *
   * @param tab beside which the panel stands
   */
  public static Element to(int tab, int complaint) {
    Element box = Ui.box("div", "door");
    Tasks.start(() -> draw(box, tab, complaint));
    return box;
  }

  private static void draw(Element box, int tab, int complaint) {
    Connection connection = Connection.load();
    if (connection == null) {
      return;
    }
    Lodging lodging = null;
    try {
      lodging = Lodgings.get(Lodgings.load(connection, complaint));
    } catch (Http.Unreachable e) {
      lodging = Lodgings.get(Lodgings.stored(connection.home(), complaint));
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        box.with(Ui.notice("note", e.problem().title()));
      }
      return; // the console's page of the complaint says what stands in the way
    }
    box.cleared();
    if (lodging == null) {
      box.with(
          Ui.notice("note", Extension.message("serverAway")),
          Ui.button("", "tryAgain", () -> Tasks.start(() -> draw(box, tab, complaint))));
      return;
    }
    Lodging ready = lodging;
    if (ready.form().entry() != null) {
      box.with(
          Ui.button(
              "primary",
              "lodgeOpen",
              () ->
                  Tasks.start(
                      () -> {
                        if (!open(ready)) {
                          box.with(Ui.notice("bad", Extension.message("lodgeNotOpened")));
                        }
                      })));
    }
    box.with(Ui.button("", "lodgeShow", () -> Document.go(address(tab, ready.id()))));
  }

  private static String address(int tab, String lodging) {
    return "panel.html?tab=" + tab + "&form=" + Address.encode(lodging);
  }

  /** Waits until the form stands in a tab of its own with the panel beside it; false if the browser does not open it. */
  static boolean open(Lodging lodging) {
    String entry = lodging.form().entry();
    if (!Address.origin(entry).startsWith("https:")) {
      return false;
    }
    try {
      int opened = FormTab.open(entry, "panel.html?tab=");
      Lodgings.bind(opened, lodging);
      FormTab.show(opened);
      return true;
    } catch (Tasks.Refused e) {
      return false;
    }
  }
}
