package shotdeed.server.monitor;

import shotdeed.wire.SeenListing;

/** Tells shops apart. */
public final class ShopKey {
  private ShopKey() {}

  /**
   * A name that all listings of one shop share: by its number where that is known (shop names change), else by its name
   * on its site; else each listing stands for itself. Taobao's and Tmall's numbers are of one kind; elsewhere a number
   * means something on its own site only.
   */
  public static String of(SeenListing listing) {
    if (!listing.shopId().isEmpty()) {
      return "number " + OwnShop.group(listing) + " " + listing.shopId();
    }
    if (!listing.shopName().isEmpty()) {
      return "name " + OwnShop.group(listing) + " " + listing.shopName();
    }
    return "listing " + listing.site() + " " + listing.listingId();
  }
}
