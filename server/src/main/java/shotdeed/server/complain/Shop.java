package shotdeed.server.complain;

import shotdeed.wire.SeenListing;

/** Tells shops apart. */
final class Shop {
  private Shop() {}

  /**
   * A name that all listings of one shop share: by its number where that is known (shop names change), else by its name
   * on its site; else each listing stands for itself.
   */
  static String key(SeenListing listing) {
    if (!listing.shopId().isEmpty()) {
      // Taobao's and Tmall's numbers hold on all their sites; elsewhere a number means something on its own site only.
      String where = listing.market().equals("other") ? listing.site() : listing.market();
      return "number " + where + " " + listing.shopId();
    }
    if (!listing.shopName().isEmpty()) {
      return "name " + listing.market() + " " + listing.site() + " " + listing.shopName();
    }
    return "listing " + listing.site() + " " + listing.listingId();
  }
}
