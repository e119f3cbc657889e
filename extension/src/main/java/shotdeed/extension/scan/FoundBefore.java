package shotdeed.extension.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.model.WatchAddress;
import shotdeed.wire.SeenListing;

/**
 * Pages on which a picture was seen before its certificate was monitored: one entry a certificate and page. It is done
 * once the page was seen again, because then it was checked like any other.
 */
final class FoundBefore {
  private static final String KEY = "seenBefore";

  /** What was found is kept so many times; with more, the oldest go. */
  private static final int KEPT = 200;

  /** Pages that are not done; {@code null} until they were read. */
  private Set<String> open;

  private int count;

  /** How many entries are not done. */
  int open() {
    return count;
  }

  /** What is stored may have changed. Waits. */
  void load() {
    open = new HashSet<>();
    count = 0;
    for (Json one : stored()) {
      if (!isDone(one)) {
        open.add(name(one.stringOr("page", "")));
        count++;
      }
    }
  }

  private static List<Json> stored() {
    Json all = Storage.get(KEY);
    return all == null ? List.of() : all.list("found");
  }

  private static boolean isDone(Json one) {
    return one.has("doneAt");
  }

  /** The same for all addresses of a page, and for the one that was kept of it. */
  private static String name(String page) {
    String kept = SeenStore.page(page);
    WatchAddress address = WatchAddress.of(kept);
    return address == null ? kept : address.key();
  }

  /** Adds what was found; what is there already stays as it is. Waits. */
  void add(List<Json> found) {
    if (found.isEmpty()) {
      return;
    }
    List<Json> before = stored();
    Set<String> known = new HashSet<>();
    for (Json one : before) {
      known.add(one.integer("certificate") + " " + name(one.stringOr("page", "")));
    }
    Json all = Json.array();
    for (Json one : before) {
      all.add(one);
    }
    for (Json one : found) {
      if (known.add(one.integer("certificate") + " " + name(one.string("page")))) {
        all.add(one);
      }
    }
    store(all.elements());
  }

  /** A page was gone through: what was found on it is done. Waits only if there was something. */
  void seenAgain(SeenListing listing) {
    if (open == null || listing == null || !open.contains(name(listing.pageUrl()))) {
      return;
    }
    List<Json> all = stored();
    for (Json one : all) {
      if (!isDone(one) && name(one.stringOr("page", "")).equals(name(listing.pageUrl()))) {
        one.put("doneAt", Extension.instant());
      }
    }
    store(all);
  }

  private void store(List<Json> all) {
    Json kept = Json.array();
    for (int i = Math.max(0, all.size() - KEPT); i < all.size(); i++) {
      kept.add(all.get(i));
    }
    Storage.set(KEY, Json.object().put("found", kept));
    load();
  }
}
