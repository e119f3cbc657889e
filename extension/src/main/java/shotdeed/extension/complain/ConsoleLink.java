package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.settings.Connection;

/** Links to pages of the server's console, while this browser is paired with the library that a hit is of. */
final class ConsoleLink {
  private ConsoleLink() {}

  /** A line with a link, or an empty one. */
  static Element to(Hit hit, String words, String path) {
    Element line = Ui.box("p", "");
    Tasks.start(
        () -> {
          Connection connection = Connection.load();
          if (connection != null && connection.home().equals(hit.home())) {
            line.with(Ui.link(words, connection.origin() + path));
          }
        });
    return line;
  }

  /** Whose shop it is, is said in the console, on the page of the sighting. */
  static void addShop(Element view, Hit hit) {
    boolean own = hit.state().equals(Hit.OWN);
    if (own || hit.state().equals(Hit.COPY) && hit.result().complaint() == 0) {
      String words = Extension.message(own ? "shopNotOwn" : "shopOwn");
      view.with(to(hit, words, "/sightings/" + hit.result().sighting()));
    }
  }
}
