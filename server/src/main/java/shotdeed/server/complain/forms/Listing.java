package shotdeed.server.complain.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.platform.PageText;

/**
 * An item page and what was seen on it.
 *
 * @param address as the seller's browser stated it
 */
public record Listing(String address, List<Sighting> sightings) {
  private static final int MOST_ADDRESS = 2_000;

  /** The listings of a complaint in its order, in parts that a form takes at a time. */
  static List<List<Listing>> parts(List<Sighting> sightings, int links) {
    Map<String, Listing> all = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      String address = PageText.line(sighting.listing().pageUrl(), MOST_ADDRESS);
      String id = sighting.listing().listingId();
      String key = id == null || id.isEmpty() ? address : sighting.listing().site() + " " + id;
      all.computeIfAbsent(key, k -> new Listing(address, new ArrayList<>())).sightings().add(sighting);
    }
    List<Listing> listings = List.copyOf(all.values());
    List<List<Listing>> parts = new ArrayList<>();
    for (int i = 0; i < listings.size(); i += links) {
      parts.add(listings.subList(i, Math.min(listings.size(), i + links)));
    }
    return parts;
  }

  /** All that was seen on them. */
  static List<Sighting> seen(List<Listing> listings) {
    return listings.stream().flatMap(listing -> listing.sightings().stream()).toList();
  }
}
