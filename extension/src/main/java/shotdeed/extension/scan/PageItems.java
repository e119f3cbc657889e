package shotdeed.extension.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.extension.browser.Json;
import shotdeed.wire.SeenListing;

/** The items of a page on which many stand, and how far their check is. */
final class PageItems {
  /** By the address that stands for a picture, the first item that shows it. */
  private final Map<String, SeenListing> byPicture = new HashMap<>();

  /** By item, its pictures. */
  private final Map<String, Set<String>> pictures = new HashMap<>();

  /** How far going through the page is: empty, {@code running}, {@code stopped} or {@code done}. */
  private String walk = "";

  void add(String picture, SeenListing item) {
    byPicture.putIfAbsent(picture, item);
    pictures.computeIfAbsent(HitName.listing(item), name -> new HashSet<>()).add(picture);
  }

  /** The item that a picture is of, or what is given. */
  SeenListing of(String picture, SeenListing otherwise) {
    return byPicture.getOrDefault(picture, otherwise);
  }

  void walk(String now) {
    walk = now;
  }

  void clear() {
    byPicture.clear();
    pictures.clear();
  }

  /**
   * Adds what the panel shows.
   *
   * @param done pictures that have their verdict
   * @param copies pictures that show a hit
   */
  void addTo(Json status, Set<String> done, List<String> copies) {
    int checked = 0;
    int withCopies = 0;
    for (Set<String> of : pictures.values()) {
      checked += done.containsAll(of) ? 1 : 0;
      withCopies += of.stream().anyMatch(copies::contains) ? 1 : 0;
    }
    status.put(
        "items",
        Json.object().put("shown", pictures.size()).put("checked", checked).put("copies", withCopies).put("walk", walk));
  }
}
