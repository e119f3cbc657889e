package shotdeed.extension.site;

import shotdeed.extension.browser.Json;
import shotdeed.model.PictureRole;

/**
 * What a content script is told of a marketplace's pages: where to read what they say, and where their pictures stand. Of
 * several selectors the first that finds something counts: newer generations of a page come first.
 */
public final class Shape {
  /** Attributes in which pages keep the real address until the picture is needed or enlarged, in order of trust. */
  private static final String[] KEPT = {
    "data-old-hires", "data-a-dynamic-image", "data-zoom-src", "data-src-zoom-image", "data-zoom-image", "data-large_image", "src-large", "data-imgs",
    "data-src", "data-ks-lazyload", "data-lazyload", "data-lazy-img", "data-lazyload-src", "data-lazy-src", "data-delay-src",
    "data-defer-load", "data-original", "data-origin", "src2", "data-src2", "data-url", "jqimg"
  };

  /** Parts of an address that only placeholders, icons and counters have. */
  private static final String[] NOT_GOODS = {
    "/s.gif", "tps-2-2.png", "-tps-", "sprite", "qrcode", "avatar", "grey-pixel", "/blank.gif", "transparent-pixel"
  };

  private final Json read = Json.array();
  private final Json pictures = Json.array();
  private final Json named = Json.array();
  private final Json cards = Json.array();
  private final Json barrierTitles = Json.array();
  private String barrier = "";
  private String rest = "";
  private boolean barred;
  private boolean links;
  private boolean product;

  /** Names of readings that screenshots keep readable as well. */
  static final String TITLE = "title";

  static final String SHOP = "shop";
  static final String PRICE = "price";

  /** Reads the text of the first element that one of the selectors finds. */
  Shape text(String name, String... selectors) {
    return attribute(name, "", selectors);
  }

  /** Reads an attribute of the elements that the first fruitful selector finds. */
  Shape attribute(String name, String attribute, String... selectors) {
    read.add(Json.object().put("name", name).put("select", array(selectors)).put("attribute", attribute));
    return this;
  }

  /** Reads what a path leads to in the page's data; an empty path reads the text or number that stands there. */
  Shape data(String name, String after, String path) {
    read.add(
        Json.object().put("name", name).put("select", Json.array()).put("attribute", "").put("after", after).put("path", path));
    return this;
  }

  /** The pictures of a part of the page: the first fruitful selector of these generations. */
  Shape pictures(PictureRole role, String... generations) {
    pictures.add(Json.object().put("role", role.text()).put("select", array(generations)));
    return this;
  }

  /** Pictures that the page names in its data: the first fruitful path. */
  Shape named(PictureRole role, String after, String... paths) {
    return named(role, false, "", after, paths);
  }

  /** The same where the data name files without a server. */
  Shape files(PictureRole role, String server, String after, String... paths) {
    return named(role, false, server, after, paths);
  }

  /** The same where the data hold HTML with the pictures in it. */
  Shape html(PictureRole role, String after, String... paths) {
    return named(role, true, "", after, paths);
  }

  /**
   * Pictures of items that a page of many items names in its data.
   *
   * @param items path to the items; of each the members that follow name the picture, the item's number and its title, where
   *     {@code a|b} is the first of these that is there
   * @param to what stands before the number in the item's address on this site
   */
  Shape items(String after, String items, String picture, String to, String id, String title) {
    named.add(
        Json.object()
            .put("role", PictureRole.OTHER.text())
            .put("after", after)
            .put("paths", array(items + "." + picture))
            .put("to", to)
            .put("ids", items + "." + id)
            .put("titles", items + "." + title));
    return this;
  }

  /** Pictures that the page names in an attribute of elements that show nothing, such as {@code meta}: all that are found. */
  Shape attributes(PictureRole role, String attribute, String selector) {
    named.add(Json.object().put("role", role.text()).put("select", selector).put("attribute", attribute));
    return this;
  }

  private Shape named(PictureRole role, boolean html, String before, String after, String... paths) {
    named.add(
        Json.object()
            .put("role", role.text())
            .put("html", html)
            .put("before", before)
            .put("after", after)
            .put("paths", array(paths)));
    return this;
  }

  /** All else that is large enough to be of goods. */
  Shape rest(PictureRole role) {
    rest = role.text();
    return this;
  }

  /**
   * A grid: each picture belongs to the item that its card leads to.
   *
   * @param link in the card; {@code title} and {@code shop} too, which may be empty
   */
  Shape card(String card, String link, String title, String shop) {
    links = true;
    cards.add(Json.object().put("card", card).put("link", link).put("title", title).put("shop", shop));
    return this;
  }

  /** Pictures that stand in a link belong to what it leads to, if that is an item. */
  Shape links() {
    links = true;
    return this;
  }

  /** The page's own words in schema.org's terms are read; the pictures named there are the item's main ones. */
  Shape product() {
    product = true;
    return this;
  }

  /** Elements that only a page has that asks to sign in or to prove to be human. */
  Shape barrier(String selector, String... titles) {
    barrier = selector;
    for (String title : titles) {
      barrierTitles.add(title);
    }
    return this;
  }

  /** The address alone says that it is such a page. */
  Shape barred() {
    barred = true;
    return this;
  }

  /** As it is sent. */
  public Json json() {
    return Json.object()
        .put("kept", array(KEPT))
        .put("notGoods", array(NOT_GOODS))
        .put("read", read)
        .put("pictures", pictures)
        .put("named", named)
        .put("cards", cards)
        .put("rest", rest)
        .put("links", links)
        .put("product", product)
        .put("barrier", barrier)
        .put("barrierTitles", barrierTitles)
        .put("barred", barred);
  }

  private static Json array(String... texts) {
    Json array = Json.array();
    for (String text : texts) {
      array.add(text);
    }
    return array;
  }
}
