package shotdeed.extension.complain;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.settings.Connection;
import shotdeed.fingerprint.Region;

/** The two pictures of a hit: the copy from this computer or the server, the original from the server. */
final class Pictures {
  private static final int MAX_BYTES = 32 << 20;

  private Pictures() {}

  /** The copy as the page served it. */
  static Element copy(Hit hit, String size) {
    Element image = image("altCopy");
    byte[] bytes = hit.bytes();
    if (bytes != null) {
      Document.show(image, bytes, hit.type());
    } else if (hit.result() != null) {
      load(image, "/api/v1/sightings/" + hit.result().sighting() + "/picture?size=" + size);
    }
    return image;
  }

  /** The seller's own photograph. */
  static Element original(int certificate, String size) {
    Element image = image("altOriginal");
    load(image, "/api/v1/certificates/" + certificate + "/picture?size=" + size);
    return image;
  }

  /** A picture of a hit with the outline of the part that matches, unless that is the whole of it. */
  static Element framed(Element image, Region part) {
    Element frame = Ui.box("span", "framed", image);
    if (!part.equals(Region.WHOLE)) {
      int[] place = {part.left(), part.top(), part.right() - part.left(), part.bottom() - part.top()};
      Document.outline(frame, image, place, Extension.message("partMatches"));
    }
    return frame;
  }

  private static Element image(String alt) {
    return Ui.plain("img", "", "").attribute("alt", Extension.message(alt));
  }

  private static void load(Element image, String path) {
    Tasks.start(
        () -> {
          try {
            Connection connection = Connection.load();
            if (connection != null) {
              Http.Answer answer = connection.get(path, "", MAX_BYTES);
              Document.show(image, answer.body(), answer.type());
            }
          } catch (Http.Unreachable | Connection.ServerRefused e) {
            image.setAttribute("alt", Extension.message("pictureNotLoaded"));
          }
        });
  }
}
