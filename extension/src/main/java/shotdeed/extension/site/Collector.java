package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.ElementSet;
import shotdeed.extension.browser.Json;
import shotdeed.extension.site.Site.PagePicture;
import shotdeed.model.PictureRole;

/** Gathers the pictures of a page, role after role, each element once and only so many. */
final class Collector {
  /** More elements are not looked at: a page must not keep its own main thread busy through us. */
  static final int LIMIT = 1000;

  private final List<PagePicture> pictures = new ArrayList<>();
  private final ElementSet seen = new ElementSet();

  /** By role, the highest position so far; by role and picture, its position. */
  private final Json positions = Json.object();


  /** Takes the elements that the first fruitful selector finds: later selectors are older generations of the page. */
  void first(PictureRole role, String... selectors) {
    for (String selector : selectors) {
      if (add(role, selector) > 0) {
        return;
      }
    }
  }

  /** Takes the elements that a selector of a known part of the page finds. Returns how many were taken. */
  int add(PictureRole role, String selector) {
    return add(role, selector, PictureSources.SPECK);
  }

  /** Takes what is left on the page, but for icons. */
  void addRest(PictureRole role, String selector) {
    add(role, selector, PictureSources.ICON);
  }

  private int add(PictureRole role, String selector, int minSide) {
    int taken = 0;
    for (Element element : Document.all(selector, LIMIT)) {
      if (pictures.size() >= LIMIT) {
        break;
      }
      String url = PictureSources.of(element, minSide);
      if (!url.isEmpty() && seen.add(element)) {
        pictures.add(new PagePicture(element, url, role.text(), position(role, url)));
        taken++;
      }
    }
    return taken;
  }

  /** The main picture and its thumbnail are one picture in two sizes, and have one position. */
  private int position(PictureRole role, String url) {
    String key = role.text() + " " + PictureAddress.full(url);
    int known = positions.integerOr(key, 0);
    if (known == 0) {
      known = positions.integerOr(role.text(), 0) + 1;
      positions.put(role.text(), known);
      positions.put(key, known);
    }
    return known;
  }

  /** What was gathered. */
  List<PagePicture> pictures() {
    return pictures;
  }
}
