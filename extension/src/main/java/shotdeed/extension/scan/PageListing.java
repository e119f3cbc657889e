package shotdeed.extension.scan;

import shotdeed.extension.browser.Address;
import shotdeed.model.WatchAddress;
import shotdeed.wire.SeenListing;

/** What a page says of its listing; one that is never loaded anew may go from listing to listing. */
final class PageListing {
  /** A page that goes to more listings is one to us, so that it cannot keep the worker busy for good. */
  private static final int MAX_LISTINGS = 1000;

  private SeenListing seen;
  private int begun;

  /** {@code null} before the page said anything credible. */
  SeenListing seen() {
    return seen;
  }

  void say(SeenListing now) {
    seen = now;
  }

  /** The page went to another listing. */
  void begin(SeenListing now) {
    begun++;
    seen = now;
  }

  /** The same for all addresses of what the page shows; the empty text before it said anything credible. */
  String key() {
    return seen == null ? "" : key(seen);
  }

  private static String key(SeenListing of) {
    WatchAddress named = WatchAddress.listing(of);
    return named == null ? Address.bare(of.pageUrl()) : named.key();
  }

  /** Whether what the page now says is of another listing. */
  boolean isElsewhere(SeenListing now) {
    return seen != null && begun < MAX_LISTINGS && !key().equals(key(now));
  }
}
