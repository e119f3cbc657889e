package shotdeed.wire;

/**
 * Puts the listing of an open page, or its shop, on the watch list.
 *
 * @param kind {@code listing} or {@code shop}
 * @param listing the page
 * @param note the team's own words, may be empty
 */
public record WatchRequest(String kind, SeenListing listing, String note) {}
