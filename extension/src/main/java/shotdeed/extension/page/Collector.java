package shotdeed.extension.page;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.ElementSet;
import shotdeed.extension.browser.Elements;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.PageData;
import shotdeed.extension.browser.Roots;

/**
 * Gathers the pictures of a page as its marketplace's shape says, role after role in the page's order, each element once and
 * only so many.
 */
final class Collector {
  /** More elements are not looked at: a page must not keep its own main thread busy through us. */
  static final int LIMIT = 1000;

  private static final int MAX_TEXT = 300;
  private static final String MAIN = "main";

  private final Roots roots;
  private final PageData data;
  private final PictureSources sources;
  private final Json shape;
  private final Pictures shown = new Pictures();
  private final Json said = Json.array();
  private final ElementSet seen = new ElementSet();

  /** Roles of which data have told, and which: what stands behind less certain names may be of other items. */
  private final Json told = Json.object();

  /** Whether pictures of the gallery were found: a page without any has changed, and all of it is read. */
  private boolean gallery;

  Collector(Roots roots, PageData data, PictureSources sources, Json shape) {
    this.roots = roots;
    this.data = data;
    this.sources = sources;
    this.shape = shape;
  }

  /** Gathers all that the page shows now. */
  void collect() {
    Json product = shape.is("product") ? data.product() : null;
    if (product != null) {
      Json images = product.many("images");
      for (int i = 0; i < images.size(); i++) {
        name(MAIN, sources.usable(images.text(i)));
      }
    }
    Json parts = shape.many("named");
    for (int i = 0; i < parts.size(); i++) {
      named(parts.item(i));
    }
    parts = shape.many("pictures");
    for (int i = 0; i < parts.size(); i++) {
      Json selectors = parts.item(i).many("select");
      int taken = 0;
      for (int j = 0; j < selectors.size() && taken == 0; j++) { // the later ones are older generations of the page
        taken = add(parts.item(i).said("role"), selectors.text(j), PictureSources.SPECK);
      }
    }
    String rest = shape.said("rest");
    if (!rest.isEmpty() || !gallery) {
      String role = rest.isEmpty() ? "other" : rest;
      add(role, "img", PictureSources.ICON);
      add(role, "[style*=\"background-image\"], [style*=\"background:\"]", PictureSources.ICON);
    }
  }

  /** What the page names in its data, or in elements that show nothing. */
  private void named(Json part) {
    String role = part.said("role");
    String after = part.said("after");
    if (told.has(role) && !told.said(role).equals(after)) {
      return;
    }
    if (part.has("select")) {
      Elements found = roots.all(part.said("select"), LIMIT);
      for (int i = 0; i < found.size(); i++) {
        name(role, sources.usable(found.get(i).getAttribute(part.said("attribute"))));
      }
      return;
    }
    String before = part.said("before");
    Json paths = part.many("paths");
    for (int p = 0; p < paths.size(); p++) {
      Json texts = data.texts(after, paths.text(p));
      Json ids = part.has("ids") ? data.texts(after, part.said("ids")) : null;
      Json titles = ids == null ? null : data.texts(after, part.said("titles"));
      if (ids != null && ids.size() != texts.size()) {
        continue; // nobody knows which picture is whose
      }
      for (int i = 0; i < texts.size(); i++) {
        String url = texts.text(i);
        if (part.is("html")) {
          Json inside = PageData.pictures(url);
          for (int j = 0; j < inside.size(); j++) {
            name(role, sources.usable(inside.text(j)));
          }
        } else {
          Json picture = name(role, sources.usable(url.indexOf("//") >= 0 || url.startsWith("/") ? url : before + url));
          if (picture != null && ids != null) {
            picture.put("link", Address.resolve(part.said("to") + ids.text(i), Document.address()))
                .put("title", titles.size() == ids.size() ? titles.text(i) : "");
          }
        }
      }
      if (texts.size() > 0) {
        told.put(role, after);
        return;
      }
    }
  }

  /** What is said of a picture that no element shows; {@code null} if there is none, or too many. */
  private Json name(String role, String url) {
    if (url.isEmpty() || shown.size() >= LIMIT) {
      return null;
    }
    shown.add(new Shown(null, url, ""));
    Json picture = Json.object().put("url", url).put("role", role);
    said.add(picture);
    gallery |= role.equals(MAIN);
    return picture;
  }

  private int add(String role, String selector, int minSide) {
    int taken = 0;
    Elements found = roots.all(selector, LIMIT);
    for (int i = 0; i < found.size() && shown.size() < LIMIT; i++) {
      Element element = found.get(i);
      String url = sources.of(element, minSide);
      if (!url.isEmpty() && seen.add(element)) {
        Json picture = Json.object().put("url", url).put("role", role);
        if (shape.is("links")) {
          link(element, picture);
        }
        shown.add(new Shown(element, url, picture.said("link")));
        said.add(picture);
        gallery |= role.equals(MAIN);
        taken++;
      }
    }
    return taken;
  }

  /** Where a picture in a grid leads, and what its card says of the item. */
  private void link(Element element, Json picture) {
    Json cards = shape.many("cards");
    for (int i = 0; i < cards.size(); i++) {
      Json card = cards.item(i);
      Element around = element.closest(card.said("card"));
      Element link = around == null ? null : element.closest(card.said("link")); // the card may stand in its link
      if (around != null && link == null) {
        link = around.inside(card.said("link"));
      }
      if (link != null) {
        say(picture, link, text(around, card.said("title")), text(around, card.said("shop")));
        return;
      }
    }
    Element link = element.closest("a[href]");
    if (link != null) {
      String title = element.getAttribute("alt");
      say(picture, link, title == null || title.isEmpty() ? cut(link.getTextContent()) : cut(title), "");
    }
  }

  private void say(Json picture, Element link, String title, String shop) {
    picture.put("link", Address.resolve(link.getAttribute("href"), Document.address())).put("title", title).put("shop", shop);
  }

  private static String text(Element around, String selector) {
    Element found = selector.isEmpty() ? null : around.inside(selector);
    return found == null ? "" : cut(found.said());
  }

  private static String cut(String text) {
    String bare = text.trim();
    return bare.length() > MAX_TEXT ? bare.substring(0, MAX_TEXT) : bare;
  }

  /** The pictures with the elements that show them. */
  Pictures shown() {
    return shown;
  }

  /** The same in the same order, as the background is told of them. */
  Json said() {
    return said;
  }
}
