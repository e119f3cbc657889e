package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;

/**
 * Where the largest file of a picture may be had. Marketplaces serve a picture in many sizes; the largest shows most.
 * Rules of the Alibaba picture servers: the size stands behind the file's own ending, as in {@code a.jpg_60x60.jpg_.webp}.
 */
public final class PictureAddress {
  private static final String[] ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".webp"};

  private PictureAddress() {}

  /** Addresses to try in order; the last is the page's own. */
  public static List<String> candidates(String url) {
    List<String> list = new ArrayList<>();
    String full = full(url);
    if (!full.equals(url)) {
      list.add(full);
    }
    list.add(url);
    return list;
  }

  /** The address of the full picture, the same for all its sizes; the address itself where no rule is known. */
  public static String full(String url) {
    String host = Address.host(url);
    return host.endsWith(".alicdn.com") || host.endsWith(".taobaocdn.com") ? withoutSize(url) : url;
  }

  private static String withoutSize(String url) {
    int name = url.lastIndexOf('/') + 1;
    int cut = -1;
    for (String ending : ENDINGS) {
      int at = url.indexOf(ending + "_", name);
      if (at >= 0 && (cut < 0 || at + ending.length() < cut)) {
        cut = at + ending.length();
      }
    }
    return cut < 0 ? url : url.substring(0, cut);
  }
}
