package shotdeed.extension.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.extension.browser.Json;
import shotdeed.wire.SeenListing;

/** What the pictures of a page are of, where many items stand on it, and how far their check is. */
final class PageItems {
  /** Links beyond the first of each picture that are known apart; a page cannot have more kept by naming more. */
  private static final int MORE_LINKS = 1000;

  /**
   * By the address that stands for a picture, what it is of: by the link there, which is empty at a place without one;
   * {@code null} for what the page itself is of.
   */
  private final Map<String, Map<String, SeenListing>> places = new HashMap<>();

  private int links;

  /** By item, its pictures. */
  private final Map<String, Set<String>> pictures = new HashMap<>();

  /** How far going through the page is: empty, {@code running}, {@code stopped} or {@code done}. */
  private String walk = "";

  /**
   * A picture stands at a place; returns whether that is a new one beside others.
   *
   * @param item what it is of there; {@code null} for what the page itself is of
   */
  boolean place(String picture, String link, SeenListing item) {
    Map<String, SeenListing> here = places.computeIfAbsent(picture, name -> new LinkedHashMap<>());
    boolean another = !here.isEmpty() && !here.containsKey(link);
    if (another && ++links > MORE_LINKS) {
      return false;
    }
    here.put(link, item);
    if (item != null) {
      pictures.computeIfAbsent(HitName.listing(item), name -> new HashSet<>()).add(picture);
    }
    return another;
  }

  /**
   * What a picture is of: where it leads to nothing, or else first.
   *
   * @param page what the page itself is of
   */
  SeenListing of(String picture, SeenListing page) {
    Map<String, SeenListing> here = places.getOrDefault(picture, Map.of());
    SeenListing of = here.isEmpty() || here.containsKey("") ? here.get("") : here.values().iterator().next();
    return of == null ? page : of;
  }

  /** All that a picture is of, each once. */
  Collection<SeenListing> all(String picture, SeenListing page) {
    Map<String, SeenListing> all = new LinkedHashMap<>();
    for (SeenListing item : places.getOrDefault(picture, Map.of()).values()) {
      all.putIfAbsent(name(item), item == null ? page : item);
    }
    return all.isEmpty() ? List.of(page) : all.values();
  }

  /** By link, the names of what a picture of several is of, empty for what the page itself is of; of one, nothing. */
  Map<String, String> apart(String picture) {
    Map<String, String> apart = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, SeenListing> place : places.getOrDefault(picture, Map.of()).entrySet()) {
      apart.put(place.getKey(), name(place.getValue()));
      names.add(name(place.getValue()));
    }
    return names.size() > 1 ? apart : Map.of();
  }

  private static String name(SeenListing item) {
    return item == null ? "" : HitName.listing(item);
  }

  void walk(String now) {
    walk = now;
  }

  void clear() {
    places.clear();
    pictures.clear();
    links = 0;
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
