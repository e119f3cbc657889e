package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Drawing;
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

  /** The copy as the page served it; of a strip, the slice with most of it. */
  static Element copy(Hit hit, String size) {
    return part(hit, hit.main(), "", size);
  }

  /** The copy as the page shows it: the picture, or the slices that show it, one below the other. */
  static Element copies(Hit hit, String size) {
    List<Hit.Part> parts = hit.parts();
    if (parts.size() < 2) {
      return copy(hit, size);
    }
    Element strip = Ui.box("div", "strip");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).shows()) {
        strip.with(part(hit, i, "&slice=" + (i + 1), size));
      }
    }
    return strip;
  }

  private static Element part(Hit hit, int index, String slice, String size) {
    Element image = image("altCopy");
    Hit.Part part = hit.parts().get(index);
    if (part.bytes() != null) {
      Document.show(image, part.bytes(), part.type());
    } else if (hit.result() != null) {
      load(image, "/api/v1/sightings/" + hit.result().sighting() + "/picture?size=" + size + slice);
    }
    return image;
  }

  /** The seller's own photograph. */
  static Element original(int certificate, String size) {
    Element image = image("altOriginal");
    load(image, "/api/v1/certificates/" + certificate + "/picture?size=" + size);
    return image;
  }

  /** Waits for the copy of a hit that is one picture. */
  static Drawing.Picture drawableCopy(Hit hit) throws Http.Unreachable, Connection.ServerRefused {
    Hit.Part part = hit.parts().get(hit.main());
    return part.bytes() != null
        ? Drawing.picture(part.bytes(), part.type())
        : drawable("/api/v1/sightings/" + (hit.result() == null ? 0 : hit.result().sighting()) + "/picture?size=view");
  }

  /** Waits for the seller's own photograph. */
  static Drawing.Picture drawableOriginal(int certificate) throws Http.Unreachable, Connection.ServerRefused {
    return drawable("/api/v1/certificates/" + certificate + "/picture?size=view");
  }

  private static Drawing.Picture drawable(String path) throws Http.Unreachable, Connection.ServerRefused {
    Connection connection = Connection.load();
    if (connection == null) {
      throw new Http.Unreachable("this browser is not paired");
    }
    Http.Answer answer = connection.get(path, "", MAX_BYTES);
    return Drawing.picture(answer.body(), answer.type());
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
