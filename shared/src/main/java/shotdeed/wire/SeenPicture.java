package shotdeed.wire;

/**
 * A picture on a listing, as the seller's browser states it.
 *
 * @param url address that the page uses
 * @param fetchedUrl address that the bytes came from, often a larger file of the same picture
 * @param role {@code main}, {@code sku}, {@code detail}, {@code review} or {@code other}
 * @param position 1 for the first of its role
 */
public record SeenPicture(String url, String fetchedUrl, String role, int position) {}
