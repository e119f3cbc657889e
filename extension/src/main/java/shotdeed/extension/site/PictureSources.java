package shotdeed.extension.site;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;

/** Finds the address of the picture that an element shows, or will show once it is scrolled to. */
final class PictureSources {
  /** Attributes in which pages keep the real address until the picture is needed, in order of trust. */
  private static final String[] LAZY = {
    "data-zoom-src", "data-src", "data-ks-lazyload", "data-lazyload", "data-lazy-img", "data-lazyload-src",
    "data-original", "data-origin", "data-url"
  };

  /** Parts of an address that only placeholders, icons and counters have. */
  private static final String[] NOT_GOODS = {
    "/s.gif", "tps-2-2.png", "-tps-", "sprite", "qrcode", "avatar", "grey-pixel"
  };

  /** Below this side a picture on an unknown part of a page is an icon. */
  static final int ICON = 100;

  /** Below this side even a thumbnail of a known gallery tells nothing. */
  static final int SPECK = 24;

  private PictureSources() {}

  /**
   * The absolute address, or the empty text if the element shows no picture of goods.
   *
   * @param minSide an {@code img} whose picture is loaded and has a smaller side is taken only if the page names a larger
   *     one for it
   */
  static String of(Element element, int minSide) {
    String base = Document.address();
    if (!"IMG".equals(element.getTagName())) {
      return usable(fromBackground(element.inlineBackground()), base);
    }
    for (String attribute : LAZY) {
      String url = usable(element.getAttribute(attribute), base);
      if (!url.isEmpty()) {
        return url;
      }
    }
    String large = usable(largest(element.getAttribute("srcset")), base);
    if (!large.isEmpty()) {
      return large;
    }
    int width = element.naturalWidth();
    int height = element.naturalHeight();
    return width > 0 && Math.min(width, height) < minSide ? "" : usable(element.shownSource(), base);
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
    return url;
  }

  /** The candidate of a {@code srcset} with the largest width or density; the empty text if there is none. */
  static String largest(String srcset) {
    if (srcset == null) {
      return "";
    }
    String best = "";
    double bestSize = -1;
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

  private static String usable(String url, String base) {
    if (url == null || url.isEmpty()) {
      return "";
    }
    String absolute = Address.resolve(url, base);
    if (!absolute.startsWith("https://") && !absolute.startsWith("http://")) {
      return "";
    }
    String path = Address.path(absolute);
    if (path.endsWith(".svg")) {
      return "";
    }
    for (String part : NOT_GOODS) {
      if (path.indexOf(part) >= 0) {
        return "";
      }
    }
    return absolute;
  }
}
