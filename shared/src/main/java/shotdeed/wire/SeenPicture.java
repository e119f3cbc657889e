package shotdeed.wire;

import shotdeed.picture.PictureServers;

/**
 * A picture on a listing, as the seller's browser states it.
 *
 * @param url address that the page uses
 * @param fetchedUrl address that the bytes came from, often a larger file of the same picture
 * @param role {@code main}, {@code sku}, {@code detail}, {@code review} or {@code other}
 * @param position 1 for the first of its role
 */
public record SeenPicture(String url, String fetchedUrl, String role, int position) {
  /** The number of the account that uploaded it, where one of its names carries it: a lead, no proof; else empty. */
  public String uploader() {
    String named = PictureServers.uploader(url);
    return named.isEmpty() ? PictureServers.uploader(fetchedUrl) : named;
  }
}
