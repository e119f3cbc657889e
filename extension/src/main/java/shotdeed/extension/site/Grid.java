package shotdeed.extension.site;

import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Json;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** Pages on which many items stand: a picture there is of the item to which its card leads. */
public final class Grid {
  private static final int MAX_TEXT = 300;
  private static final int MAX_ADDRESS = 2_000;

  private Grid() {}

  /**
   * The item that a picture in a grid is of, or {@code null} if it leads to none, or to the page itself.
   *
   * @param page what the page itself is of
   */
  public static SeenListing item(Site site, SeenListing page, Json picture) {
    String link = picture.stringOr("link", "");
    if (link.isEmpty() || link.length() > MAX_ADDRESS) {
      return null;
    }
    String host = Address.host(link);
    Site to = Sites.forHost(host);
    if (to.name().equals("other")) {
      to = site; // shops under hosts of their own
    }
    if (!to.covers(host) && !host.equals(page.site())) {
      return null;
    }
    String item = to.item(link);
    if (item.isEmpty() || item.equals(page.listingId())) {
      return null;
    }
    String address = to.itemAddress(link);
    String title = cut(picture.stringOr("title", ""));
    String shop = cut(picture.stringOr("shop", ""));
    boolean oneShop =
        isOfShop(site, page, picture, host) && isTogether(site, to) && (shop.isEmpty() || shop.equals(page.shopName()));
    return new SeenListing(
        page.market().equals("other") ? to.market() : to.name().equals("other") ? page.market() : to.market(),
        Address.host(address),
        address,
        item,
        title,
        oneShop ? page.shopId() : "",
        shop.isEmpty() && oneShop ? page.shopName() : shop);
  }

  /**
   * Whether a picture is of the page's own shop, as far as its card does not say otherwise. What a description leads to is; what
   * else stands on an item's page may be anybody's.
   */
  private static boolean isOfShop(Site site, SeenListing page, Json picture, String host) {
    if (site instanceof Marketplace && ((Marketplace) site).isShopAHost()) {
      return host.equals(page.site());
    }
    if (!site.item(page.pageUrl()).isEmpty()) {
      return !page.shopId().isEmpty()
          && (picture.stringOr("role", "").equals(PictureRole.DETAIL.text()) || isNamed(site, page, picture));
    }
    return !page.shopId().isEmpty() || site instanceof Marketplace && ((Marketplace) site).isShop(page.pageUrl());
  }

  /** Whether the address that a picture leads to names the page's own shop. */
  private static boolean isNamed(Site site, SeenListing page, Json picture) {
    return site instanceof Marketplace && ((Marketplace) site).shopIn(picture.stringOr("link", "")).equals(page.shopId());
  }

  /** Whether two sites have the same shops: those of Taobao and of Tmall are numbered together. */
  private static boolean isTogether(Site site, Site to) {
    return site == to || site instanceof AlibabaPages && to instanceof AlibabaPages;
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }
}
