package shotdeed.extension.scan;

import shotdeed.extension.browser.Extension;
import shotdeed.wire.SeenListing;

/** The name that a picture's hit has for a day: what is found twice on the same listing is one hit. */
public final class HitName {
  /** Marketplaces and server count days in China's time. */
  private static final int CHINA_MINUTES = 8 * 60;

  private HitName() {}

  /** The name that a picture's hit has today. */
  static String of(String home, SeenListing listing, String picture, int certificate) {
    return prefix(home, listing)
        + picture
        + " "
        + certificate
        + " "
        + Extension.day(CHINA_MINUTES);
  }

  /** With which the names of all hits on a listing begin. */
  static String prefix(String home, SeenListing listing) {
    return home + " " + listing(listing) + " ";
  }

  /** What names a listing among all. */
  public static String listing(SeenListing listing) {
    return listing.site() + " " + listing.listingId();
  }

  /** Whether a page's host is the one that a hit of this name was found on. */
  public static boolean isOn(String name, String host) {
    return name.indexOf(" " + host + " ") > 0;
  }
}
