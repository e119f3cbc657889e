package shotdeed.extension.settings;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.site.Site;
import shotdeed.extension.site.Sites;
import shotdeed.wire.SeenListing;

/**
 * A site on which listing pages are checked as they are opened.
 *
 * @param id such as {@code taobao}, or the origin of a site that the user added
 * @param pages match patterns of the pages
 * @param pictures match patterns of the servers that hold the pictures
 * @param market whose rule book a forecast is made by: {@code taobao}, {@code tmall} or {@code other}
 */
public record WatchedSite(String id, List<String> pages, List<String> pictures, String market) {
  private static final String KEY = "sites";

  /** The version of the extension that last said how pages are watched. */
  private static final String RENEWED = "watchedBy";

  /** The marketplaces that the extension knows. */
  public static List<WatchedSite> known() {
    List<WatchedSite> known = new ArrayList<>();
    for (Site site : Sites.known()) {
      known.add(new WatchedSite(site.name(), site.pages(), site.pictures(), site.market()));
    }
    return known;
  }

  /** A site of the user's own choice, by the address of any of its pages; {@code null} if that is no web address. */
  public static WatchedSite of(String address, String market) {
    String origin = Address.origin(address);
    if (origin.isEmpty()) {
      return null;
    }
    String pattern = Extension.pattern(origin);
    return new WatchedSite(origin, List.of(pattern), List.of(pattern), market);
  }

  /** Waits for the sites that are watched. */
  public static List<WatchedSite> load() {
    List<WatchedSite> sites = new ArrayList<>();
    Json stored = Storage.get(KEY);
    if (stored != null) {
      for (Json site : stored.elements()) {
        sites.add(read(site));
      }
    }
    return sites;
  }

  /** Whether a changed member of the storage is the list of sites. */
  public static boolean isStoredAs(String key) {
    return KEY.equals(key);
  }

  /** Watches this site from now on: access must have been granted before. Waits. */
  public void watch() {
    List<WatchedSite> sites = load();
    sites.removeIf(site -> site.id.equals(id));
    sites.add(this);
    store(sites);
    Extension.registerContentScript(scriptId(), array(pages));
  }

  /** An update of the extension may watch pages in another way than the one before did. Waits. */
  public static void renew() {
    Json last = Storage.get(RENEWED);
    if (last != null && last.stringOr("version", "").equals(Extension.version())) {
      return;
    }
    for (WatchedSite site : load()) {
      if (Extension.hasAccess(site.origins())) {
        Extension.registerContentScript(site.scriptId(), array(site.pages));
      }
    }
    Storage.set(RENEWED, Json.object().put("version", Extension.version()));
  }

  /** Stops watching this site. Waits. */
  public void unwatch() {
    List<WatchedSite> sites = load();
    sites.removeIf(site -> site.id.equals(id));
    store(sites);
    Extension.unregisterContentScript(scriptId());
  }

  /** What a page says of itself; the user may have said whose rules hold on a site that no adapter knows. */
  public static SeenListing withMarket(List<WatchedSite> sites, SeenListing seen) {
    if (seen.market().equals("other")) {
      for (WatchedSite site : sites) {
        if (site.holds(seen.pageUrl())) {
          return new SeenListing(
              site.market(),
              seen.site(),
              seen.pageUrl(),
              seen.listingId(),
              seen.title(),
              seen.shopId(),
              seen.shopName());
        }
      }
    }
    return seen;
  }

  /** The patterns to ask access for. */
  public Json origins() {
    Json all = array(pages);
    for (String pattern : pictures) {
      all.add(pattern);
    }
    return all;
  }

  /** Whether this site holds the page at an address. */
  public boolean holds(String address) {
    return id.equals(Address.origin(address));
  }

  /** Reads a site from storage or from a preset. */
  static WatchedSite read(Json site) {
    return new WatchedSite(
        site.string("id"), site.strings("pages"), site.strings("pictures"), site.string("market"));
  }

  /** The browser refuses ids that start with an underscore; ours never do. */
  private String scriptId() {
    return "site " + id;
  }

  private static void store(List<WatchedSite> sites) {
    Json list = Json.array();
    for (WatchedSite site : sites) {
      list.add(
          Json.object()
              .put("id", site.id)
              .put("pages", array(site.pages))
              .put("pictures", array(site.pictures))
              .put("market", site.market));
    }
    Storage.set(KEY, list);
  }

  private static Json array(List<String> texts) {
    Json array = Json.array();
    for (String text : texts) {
      array.add(text);
    }
    return array;
  }
}
