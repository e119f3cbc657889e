package shotdeed.extension.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.fingerprint.Kernel;
import shotdeed.model.WatchAddress;
import shotdeed.wire.SeenListing;

/** Pictures that were seen, as IndexedDB keeps them; never all of them in memory. */
final class SeenStore {
  /** Pictures that are kept; with a tenth more the oldest go. */
  static final int KEPT = 30_000;

  private static final double DAY_MILLIS = 24 * 60 * 60 * 1000.0;
  private static final int CHUNK = 500;
  private static final int MAX_TEXT = 300;
  private static final int MAX_ADDRESS = 2000;

  /** Addresses that this worker has asked for or stored; with more, all are forgotten. */
  private static final int MOST_KNOWN = 5_000;

  private final Set<String> known = new HashSet<>();
  private int count = -1;

  /** Remembers a picture, the first time that it is seen. Waits. */
  void put(SeenListing listing, String picture, List<Kernel.Query> queries, int days) {
    String id = Kernel.VERSION + " " + picture;
    if (picture.length() > MAX_ADDRESS || known.contains(id)) {
      return;
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.add(id);
    if (Database.SEEN.has(id)) {
      return;
    }
    Database.SEEN.put(
        Json.object()
            .put("id", id)
            .put("at", Extension.instant())
            .put("page", page(listing.pageUrl()))
            .put("title", cut(listing.title(), MAX_TEXT))
            .putBytes("prints", SeenPrints.encode(queries)));
    count = count < 0 ? Database.SEEN.count() : count + 1;
    if (count > KEPT + KEPT / 10) {
      prune(days);
    }
  }

  /** How the address of a page is kept: what names the listing, where it does; never less than that. */
  static String page(String address) {
    WatchAddress named = WatchAddress.of(address);
    return named != null && !named.shop() ? named.address() : cut(address, MAX_ADDRESS);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Forgets all. Waits. */
  void clear() {
    Database.SEEN.clear();
    forgetKnown();
  }

  /** What was known of the store may not hold any more. */
  void forgetKnown() {
    known.clear();
    count = -1;
  }

  /** Forgets what is older than so many days, and the oldest of what is too much. Waits. */
  void prune(int days) {
    removeOldest(Extension.instantBefore(days * DAY_MILLIS), Integer.MAX_VALUE);
    int over = Database.SEEN.count() - KEPT;
    if (over > 0) {
      removeOldest("a", over); // later than any time
    }
    forgetKnown();
  }

  private static void removeOldest(String before, int most) {
    for (int left = most; left > 0; ) {
      List<String> ids = Database.SEEN.oldest(before, Math.min(CHUNK, left));
      if (ids.isEmpty()) {
        return;
      }
      Database.SEEN.removeAll(ids);
      left -= ids.size();
    }
  }

  /** Some of them behind an id, in the order of their ids; the empty text is before all. Waits. */
  List<Json> after(String id) {
    return Database.SEEN.after(id, CHUNK);
  }

  /** Whether what was seen is of this version: fingerprints of another can be compared with nothing. */
  static boolean isOfThisVersion(String id) {
    return id.startsWith(Kernel.VERSION + " ");
  }

  /** What cannot be read or compared is worth nothing. Waits. */
  void removeAll(List<String> ids) {
    if (!ids.isEmpty()) {
      Database.SEEN.removeAll(ids);
      count = -1;
    }
  }
}
