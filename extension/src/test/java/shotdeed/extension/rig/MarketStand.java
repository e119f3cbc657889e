package shotdeed.extension.rig;

import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;

/** Marketplaces under their real host names, all served by one site of literals, and a seller's browser that watches them. */
public final class MarketStand extends MarketBrowser {
  /**
   * Starts server, site and browser and certifies the photographs.
   *
   * @param domains of pages and pictures: all that the extension may ask for
   */
  public MarketStand(Path folder, String... domains) {
    this(folder, Site.secure(), domains);
    browser().willGrant(Stream.of(domains).map(domain -> "*://*." + domain + "/*").toArray(String[]::new));
  }

  private MarketStand(Path folder, Site site, String... domains) {
    super(
        folder,
        site,
        "--ignore-certificate-errors",
        "--host-resolver-rules="
            + Stream.of(domains)
                .flatMap(domain -> Stream.of(domain, "*." + domain))
                .map(host -> "MAP " + host + " 127.0.0.1:" + site.port())
                .collect(Collectors.joining(",")));
  }

  /** Watches marketplaces, by the names under which the options page lists them. */
  public MarketStand watch(String... names) {
    for (String name : names) {
      watchListed(name);
    }
    return this;
  }

  /** Serves a page of the tests' own. */
  public MarketStand page(String path, String file) {
    serve(path, file);
    return this;
  }

  /** Serves a photograph, and the same for each suffix that a picture server knows. */
  public MarketStand picture(String photograph, String path, String... suffixes) {
    photograph(photograph, Stream.concat(Stream.of(""), Stream.of(suffixes)).map(path::concat).toList());
    return this;
  }

  /** Opens a page until all of it is checked; returns the base names of the pictures that wear a badge, at least so many. */
  public List<String> badgesOn(String address, int atLeast) {
    return badges(address, atLeast).stream().map(badge -> base(badge.picture(), ".~")).toList();
  }

  /**
   * What the server was told of an item.
   *
   * @return market, number, title, number and name of the shop, role, place and the picture's base name
   */
  public List<Tuple> sightingsOf(String address) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode sighting : sightings()) {
      if (sighting.at("/listing/pageUrl").asText().equals(address)) {
        found.add(
            tuple(
                sighting.at("/listing/market").asText(),
                sighting.at("/listing/listingId").asText(),
                sighting.at("/listing/title").asText(),
                sighting.at("/listing/shopId").asText(),
                sighting.at("/listing/shopName").asText(),
                sighting.at("/picture/role").asText(),
                sighting.at("/picture/position").asInt(),
                base(sighting.at("/picture/fetchedUrl").asText(), ".~")));
      }
    }
    return found;
  }

  /** Addresses of the pages on which copies were reported. */
  public List<String> reported() {
    return sightings().stream().map(sighting -> sighting.at("/listing/pageUrl").asText()).toList();
  }
}
