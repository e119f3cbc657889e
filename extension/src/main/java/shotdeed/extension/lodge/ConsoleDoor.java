package shotdeed.extension.lodge;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;
import shotdeed.wire.FormFill;

/** From a form to what the server's console has for it. */
final class ConsoleDoor {
  private ConsoleDoor() {}

  /** The form's places for files, each with the page of the console that hands them out. */
  static Element files(FormFill form) {
    Element list = Ui.box("ul", "files");
    for (FormFill.Files slot : form.files()) {
      Element item = Ui.box("li", "", Ui.text("span", "", "lodgeSlot", slot.name(), String.valueOf(slot.count())));
      item.with(to("lodgeOpenFiles", slot.address()));
      list.with(item);
    }
    return Ui.box("section", "", Ui.text("h2", "", "lodgeFiles"), Ui.text("p", "small", "lodgeFilesHow"), list);
  }

  /** A link to the server's console, under the name by which this browser knows it. */
  static Element to(String key, String address) {
    Element line = Ui.box("span", "");
    Tasks.start(
        () -> {
          Connection connection = Connection.load();
          if (connection != null) {
            String path = Address.behindHost(address, connection.origin() + "/");
            line.with(Ui.link(Extension.message(key), connection.origin() + path));
          }
        });
    return line;
  }
}
