package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.ElementSet;
import shotdeed.extension.site.Site.PagePicture;
import shotdeed.model.PictureRole;

/** Gathers the pictures of a page, role after role, each element once and only so many. */
final class Collector {
  /** A page with more pictures than this is checked up to here, and the panel says so. */
  static final int LIMIT = 1000;

  private final List<PagePicture> pictures = new ArrayList<>();
  private final ElementSet seen = new ElementSet();

  /** Takes the elements that the first fruitful selector finds: later selectors are older generations of the page. */
  void first(PictureRole role, String... selectors) {
    for (String selector : selectors) {
      if (add(role, selector, 1) > 0) {
        return;
      }
    }
  }

  /** Takes the elements that a selector finds; positions count on from {@code position}. Returns how many were taken. */
  int add(PictureRole role, String selector, int position) {
    int taken = 0;
    for (Element element : Document.all(selector, LIMIT)) {
      if (pictures.size() >= LIMIT) {
        break;
      }
      String url = PictureSources.of(element);
      if (!url.isEmpty() && seen.add(element)) {
        pictures.add(new PagePicture(element, url, role.text(), position + taken++));
      }
    }
    return taken;
  }

  /** What was gathered. */
  List<PagePicture> pictures() {
    return pictures;
  }
}
