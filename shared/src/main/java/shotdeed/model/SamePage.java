package shotdeed.model;

/** Tells whether two addresses are of one page. Server and browser ask it alike. */
public final class SamePage {
  private SamePage() {}

  /**
   * Whether two addresses name the same page: they differ in the fragment only, or name the same listing, as where a
   * marketplace notes the chosen colour in the address.
   */
  public static boolean is(String one, String other) {
    return bare(one).equals(bare(other)) || isOneListing(WatchAddress.of(one), WatchAddress.of(other));
  }

  private static boolean isOneListing(WatchAddress one, WatchAddress other) {
    return one != null && other != null && !one.shop() && !other.shop() && one.key().equals(other.key());
  }

  private static String bare(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }
}
