package shotdeed.wire;

import java.util.List;

/**
 * Item pages that did not show a part which the extension knows such pages by: a page whose marketplace changed it.
 *
 * @param site one of {@link #SITES}, whose pages these are; never a host
 * @param part one of {@link #PARTS}, which was not found
 * @param listings pages, each once a day
 */
public record ChangedPages(String site, String part, int listings) {
  /** The marketplaces whose pages are known, by short names that stay. */
  public static final List<String> SITES =
      List.of(
          "taobao",
          "tmall",
          "juhuasuan",
          "1688",
          "jd",
          "pinduoduo",
          "douyin",
          "suning",
          "aliexpress",
          "amazon",
          "ebay",
          "etsy",
          "shopify");

  /** The item's title. */
  public static final String TITLE = "title";

  /** The shop's name. */
  public static final String SHOP = "shop";

  /** The gallery. */
  public static final String MAIN = "main";

  /** Data within the page. */
  public static final String DATA = "data";

  /** The parts that an item page is known by, in the order in which they are named. */
  public static final List<String> PARTS = List.of(TITLE, SHOP, MAIN, DATA);

  /** Whether both names are known. */
  public static boolean isKnown(String site, String part) {
    return SITES.contains(site) && PARTS.contains(part);
  }
}
