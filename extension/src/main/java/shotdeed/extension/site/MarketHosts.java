package shotdeed.extension.site;

import java.util.Set;

/**
 * Sites on which many shops sell. What such a page calls its site is the marketplace's own name, and no shop's: taken for a
 * shop it would make one of all of them.
 */
final class MarketHosts {
  private static final Set<String> NAMES = Set.of(
      "1688", "11st", "alibaba", "aliexpress", "allegro", "amazon", "bol", "bukalapak", "cdiscount", "coupang", "depop", "dhgate",
      "douyin", "ebay", "etsy", "flipkart", "fruugo", "gmarket", "jd", "jinritemai", "joom", "lazada", "made-in-china",
      "mercadolibre", "mercadolivre", "mercari", "newegg", "otto", "ozon", "pchome", "pinduoduo", "poshmark", "qoo10", "rakuten",
      "ruten", "shein", "shopee", "suning", "taobao", "temu", "tmall", "tokopedia", "trendyol", "vinted", "walmart",
      "wildberries", "wish", "xiaohongshu", "yangkeduo", "zalando");

  /** Second levels under which a country's domains are given out, such as {@code co.uk}. */
  private static final Set<String> SECOND = Set.of("co", "com", "net", "org", "ne", "or");

  private MarketHosts() {}

  /**
   * Whether a host is one of them, by the name under which its domain was given out.
   *
   * @param host such as {@code www.amazon.co.jp}
   */
  static boolean holds(String host) {
    String rest = before(host);
    String name = last(rest);
    if (SECOND.contains(name) && !before(rest).isEmpty()) {
      name = last(before(rest));
    }
    return NAMES.contains(name);
  }

  /** A host without its last label; empty if it has one only. */
  private static String before(String host) {
    int dot = host.lastIndexOf('.');
    return dot < 0 ? "" : host.substring(0, dot);
  }

  private static String last(String host) {
    return host.substring(host.lastIndexOf('.') + 1);
  }
}
