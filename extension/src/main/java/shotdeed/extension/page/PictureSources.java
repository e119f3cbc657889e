package shotdeed.extension.page;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Json;

/** Finds the address of the picture that an element shows, or will show once it is scrolled to. */
final class PictureSources {
  /** Below this side a picture on an unknown part of a page is an icon. */
  static final int ICON = 100;

  /** Below this side even a thumbnail of a known gallery tells nothing. */
  static final int SPECK = 24;

  private static final String WIDTH = "{width}";

  private final String base;

  /** Attributes in which pages keep the real address until the picture is needed or enlarged, in order of trust. */
  private final Json kept;

  /** Parts of an address that only placeholders, icons and counters have. */
  private final Json notGoods;

  /** Pictures that the page itself holds, as {@code data:} or {@code blob:}; each counts once, whoever looks. */
  private final Json embedded = Json.object();

  private int embeddedCount;

  /** @param base the page's own address */
  PictureSources(String base, Json shape) {
    this.base = base;
    this.kept = shape.many("kept");
    this.notGoods = shape.many("notGoods");
  }

  /** How many pictures so far are no web address: they cannot be asked for. */
  int embedded() {
    return embeddedCount;
  }

  /**
   * The absolute address, or the empty text if the element shows no picture of goods.
   *
   * @param minSide an {@code img} whose picture is loaded and has a smaller side is taken only if the page names a larger
   *     one for it
   */
  String of(Element element, int minSide) {
    for (int i = 0; i < kept.size(); i++) {
      String attribute = kept.text(i);
      String url = usable(rooted(element, kept(element.getAttribute(attribute))));
      if (!url.isEmpty()) {
        return url;
      }
    }
    if (!"IMG".equals(element.getTagName())) {
      return usable(fromBackground(element.background()));
    }
    String large = usable(largest(element.sourceSets()));
    if (!large.isEmpty()) {
      return large;
    }
    if ("1".equals(element.getAttribute("width"))) {
      return ""; // counts visits
    }
    int width = element.naturalWidth();
    int height = element.naturalHeight();
    if (width > 0 && Math.min(width, height) < minSide) {
      return "";
    }
    String shown = element.shownSource();
    if (shown.startsWith("data:") || shown.startsWith("blob:")) {
      count(shown, Math.min(width, height) >= ICON);
      return "";
    }
    return usable(shown);
  }

  /**
   * A name without a server, on an {@code img} whose picture another server than the page's has, is no address here: some pages
   * keep a file's bare name, or a word such as {@code done}, where others keep an address.
   */
  private String rooted(Element element, String value) {
    if (value == null || value.isEmpty() || value.indexOf("//") >= 0 || value.charAt(0) == '/') {
      return value;
    }
    String shown = element.shownSource();
    return shown.startsWith("http") && !Address.origin(shown).equals(Address.origin(base)) ? "" : value;
  }

  private void count(String shown, boolean ofGoods) {
    int length = shown.length();
    String start = length > 200 ? shown.substring(0, 100) + shown.substring(length - 100) : shown;
    if (ofGoods && embeddedCount < Collector.LIMIT && !shown.startsWith("data:image/svg") && !embedded.has(start)) {
      embedded.put(start, true);
      embeddedCount++;
    }
  }

  /** Some pages keep several sizes in one attribute, as JSON: under names for them, or as the names themselves. */
  private static String kept(String value) {
    if (value == null || value.isEmpty() || value.charAt(0) != '{') {
      return value;
    }
    Json sizes = Json.parsed(value);
    String said = sizes.stringOr("original", sizes.said("preview"));
    String first = said.isEmpty() && sizes.keyCount() > 0 ? sizes.keyList().text(0) : "";
    return first.indexOf("//") >= 0 ? first : said;
  }

  /** The address in {@code url("…")}; the empty text if there is none. */
  static String fromBackground(String style) {
    int from = style.indexOf("url(");
    int to = style.indexOf(')', from + 4);
    if (from < 0 || to < 0) {
      return "";
    }
    String url = style.substring(from + 4, to).trim();
    if (url.length() >= 2 && (url.charAt(0) == '"' || url.charAt(0) == '\'')) {
      url = url.substring(1, url.length() - 1);
    }
    return url.equals("undefined") ? "" : url;
  }

  /** The candidate of a {@code srcset} with the largest width or density; the empty text if there is none. */
  static String largest(String srcset) {
    String best = "";
    int bestSize = -1;
    int at = 0;
    while (at < srcset.length()) {
      while (at < srcset.length() && (isSpace(srcset.charAt(at)) || srcset.charAt(at) == ',')) {
        at++;
      }
      int start = at;
      while (at < srcset.length() && !isSpace(srcset.charAt(at))) {
        at++;
      }
      String url = srcset.substring(start, at);
      boolean bare = url.endsWith(",");
      if (bare) {
        url = url.substring(0, url.length() - 1);
      }
      int size = 1;
      if (!bare) {
        int from = at;
        while (at < srcset.length() && srcset.charAt(at) != ',') {
          at++;
        }
        size = leadingNumber(srcset.substring(from, at).trim());
      }
      if (!url.isEmpty() && size > bestSize) {
        best = url;
        bestSize = size;
      }
    }
    return best;
  }

  private static int leadingNumber(String text) {
    int value = 0;
    int i = 0;
    while (i < text.length() && i < 6 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      value = 10 * value + text.charAt(i++) - '0';
    }
    return i == 0 ? 1 : value;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** The absolute form of an address of the web that may be of goods; else the empty text. */
  String usable(String url) {
    if (url == null || url.isEmpty()) {
      return "";
    }
    int width = url.indexOf(WIDTH);
    String absolute = Address.picture(width < 0 ? url : url.substring(0, width) + "1080" + url.substring(width + WIDTH.length()), base);
    for (int i = 0; i < notGoods.size(); i++) {
      if (absolute.indexOf(notGoods.text(i)) >= 0) {
        return "";
      }
    }
    return absolute;
  }
}
