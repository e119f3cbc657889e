package shotdeed.wire;

/**
 * The listing a picture was seen on, as the seller's browser states it. Texts come from the page: hostile until escaped.
 *
 * @param market {@code taobao}, {@code tmall} or {@code other}: whose rules apply
 * @param site host name of the page, such as {@code item.taobao.com}
 * @param pageUrl address of the page
 * @param listingId the marketplace's number of the item, or the page's address without query where none is known
 * @param title title of the item, may be empty
 * @param shopId the marketplace's number of the shop, may be empty
 * @param shopName name of the shop, may be empty
 */
public record SeenListing(
    String market, String site, String pageUrl, String listingId, String title, String shopId, String shopName) {}
