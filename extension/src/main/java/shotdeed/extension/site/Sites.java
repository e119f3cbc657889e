package shotdeed.extension.site;

import java.util.List;

/** The adapters, the generic one last. */
public final class Sites {
  private static final Shopify SHOPIFY = new Shopify();
  private static final List<Site> KNOWN =
      List.of(
          new Wholesale1688(),
          new AliExpress(),
          new Amazon(),
          new Douyin(),
          new Ebay(),
          new Etsy(),
          new Jd(),
          new Juhuasuan(), // before Taobao, under whose domain it stands
          new Pinduoduo(),
          new Suning(),
          new Taobao(),
          new Tmall());
  private static final Site GENERIC = new Generic();

  private Sites() {}

  /** The marketplaces that have an adapter of their own and hosts of their own. */
  public static List<Site> known() {
    return KNOWN;
  }

  /** The adapter for a host; there is always one. */
  public static Site forHost(String host) {
    for (Site site : KNOWN) {
      if (site.covers(host)) {
        return site;
      }
    }
    return SHOPIFY.covers(host) ? SHOPIFY : GENERIC;
  }

  /** Whether pages of a host are read as those of no marketplace that is known. */
  public static boolean isGeneric(String host) {
    return forHost(host) == GENERIC;
  }

  /** The adapter for a page, now that it has said something: shops of their own hosts are known by what they are built with. */
  public static Site forPage(Site byHost, Facts facts) {
    return byHost == GENERIC && SHOPIFY.made(facts) ? SHOPIFY : byHost;
  }

  /** Whether a host is the domain itself or below it. */
  static boolean isUnder(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
