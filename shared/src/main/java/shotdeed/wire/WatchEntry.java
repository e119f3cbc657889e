package shotdeed.wire;

/**
 * A listing or a shop that the team wants looked at again.
 *
 * @param kind {@code listing} or {@code shop}
 * @param key see {@link shotdeed.model.WatchAddress#key}: by this a browser knows an open page again
 * @param market {@code taobao}, {@code tmall} or {@code other}
 * @param site host name
 * @param address where it opens
 * @param title of the listing, may be empty
 * @param shopName may be empty
 * @param note the team's own words, may be empty
 * @param addedBy name of the person
 * @param addedAt ISO 8601 in UTC
 * @param lastVisit {@code null} if nobody has been there since it was put on the list
 */
public record WatchEntry(
    int id,
    String kind,
    String key,
    String market,
    String site,
    String address,
    String title,
    String shopName,
    String note,
    String addedBy,
    String addedAt,
    WatchVisit lastVisit) {}
