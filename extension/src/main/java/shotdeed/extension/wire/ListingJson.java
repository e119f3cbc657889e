package shotdeed.extension.wire;

import shotdeed.extension.browser.Json;
import shotdeed.wire.SeenListing;

/** The listing that a picture was seen on; apart, because the content script needs no more than this. */
public final class ListingJson {
  private ListingJson() {}

  public static Json write(SeenListing listing) {
    return Json.object()
        .put("market", listing.market())
        .put("site", listing.site())
        .put("pageUrl", listing.pageUrl())
        .put("listingId", listing.listingId())
        .put("title", listing.title())
        .put("shopId", listing.shopId())
        .put("shopName", listing.shopName());
  }

  public static SeenListing read(Json json) {
    return new SeenListing(
        json.string("market"),
        json.string("site"),
        json.string("pageUrl"),
        json.string("listingId"),
        json.string("title"),
        json.string("shopId"),
        json.string("shopName"));
  }
}
