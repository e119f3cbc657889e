package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.picture.PictureServers;

/**
 * The addresses under which a page shows its pictures. One picture in five sizes is one: the first address stands for all, and
 * the place that it has among the pictures of its role is the place of all.
 */
final class PageNames {
  /** By canonical key, the addresses in the order in which they came. */
  private final Map<String, List<String>> byKey = new HashMap<>();

  /** By listing and role, the keys of the pictures so far, in the page's order. */
  private final Map<String, Map<String, Integer>> places = new HashMap<>();

  /** Takes an address; returns the one that stands for it, which is itself if it is the first. */
  String add(String url) {
    List<String> all = byKey.computeIfAbsent(PictureServers.key(url), key -> new ArrayList<>());
    if (!all.contains(url)) {
      all.add(url);
    }
    return all.get(0);
  }

  /** The address that stands for another. */
  String first(String url) {
    List<String> all = byKey.get(PictureServers.key(url));
    return all == null ? url : all.get(0);
  }

  /** All addresses that one stands for. */
  List<String> all(String first) {
    List<String> all = byKey.get(PictureServers.key(first));
    return all == null ? List.of(first) : all;
  }

  /** Whether it is new. */
  boolean isNew(String url) {
    return !byKey.containsKey(PictureServers.key(url));
  }

  /** The place of a picture among those of its role, 1 for the first. */
  int place(String listing, String role, String url) {
    Map<String, Integer> keys = places.computeIfAbsent(listing + " " + role, name -> new HashMap<>());
    Integer known = keys.get(PictureServers.key(url));
    if (known == null) {
      known = keys.size() + 1;
      keys.put(PictureServers.key(url), known);
    }
    return known;
  }

  /** Whether a listing has a picture of a role. */
  boolean has(String listing, String role) {
    return places.containsKey(listing + " " + role);
  }

  void clear() {
    byKey.clear();
    places.clear();
  }
}
