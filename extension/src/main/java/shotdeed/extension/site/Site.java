package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.wire.SeenListing;

/** One marketplace: what its listing pages look like. One file a marketplace, so that a changed page is a one-file fix. */
public interface Site {
  /** Whether this adapter reads pages of a host. */
  boolean covers(String host);

  /** What the page says of item and shop, as far as it says it. */
  SeenListing listing(String address, String title);

  /** The pictures of the listing as the page stands now, most important first. */
  List<PagePicture> pictures();

  /** Whether this page asks the visitor to sign in or to prove to be human; then nothing else is read from it. */
  default boolean isBarrier() {
    return false;
  }

  /** What the page shows of item and shop, as far as it shows it: the item's title, the shop's name, a price. */
  List<Named> named(SeenListing listing);

  /**
   * A part of the page that says what it is about.
   *
   * @param name title, shop or price
   */
  record Named(String name, Element element) {
    /** The item's title. */
    public static final String TITLE = "title";

    /** The shop's name. */
    public static final String SHOP = "shop";

    /** What the item costs. */
    public static final String PRICE = "price";

    /** Adds an element that was found; {@code null} was not. */
    static void add(List<Named> to, String name, Element found) {
      if (found != null) {
        to.add(new Named(name, found));
      }
    }
  }

  /** A picture and where the page shows it. */
  record PagePicture(Element element, String url, String role, int position) {}
}
