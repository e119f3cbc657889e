package shotdeed.extension.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;

/** A marketplace of mainland China under its real host names, and a seller's browser that watches it. */
public final class MainlandMarket extends MarketBrowser {
  /**
   * Starts server, site and browser, certifies the photographs and adds the marketplace in the options page.
   *
   * @param label of the marketplace in the options page
   * @param domains of its pages and pictures: all that the extension may ask for
   */
  public MainlandMarket(Path folder, String label, String... domains) {
    this(folder, new Site(), domains);
    browser().willGrant(Stream.of(domains).map(domain -> "*://*." + domain + "/*").toArray(String[]::new));
    watchListed(label);
  }

  private MainlandMarket(Path folder, Site site, String... domains) {
    super(
        folder,
        site,
        "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
        "--host-resolver-rules="
            + Stream.of(domains).map(domain -> "MAP *." + domain + " 127.0.0.1:" + site.port()).collect(Collectors.joining(",")));
  }

  /** Serves a page of the test's resources. */
  public MainlandMarket page(String path, String file) {
    serve(path, file);
    return this;
  }

  /** Serves a photograph under every path that a picture server has for it. */
  public MainlandMarket picture(String photograph, String... paths) {
    photograph(photograph, List.of(paths));
    return this;
  }

  /** Opens a page until all of it is checked; returns how many badges it wears, at least as many as are waited for. */
  public int badgesOn(String address, int atLeast) {
    return badges(address, atLeast).size();
  }

  /**
   * What the server was told of an item.
   *
   * @return number, title, number and name of the shop, role, place and the picture's base name
   */
  public List<Tuple> sightingsOf(String address) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode sighting : sightings()) {
      if (sighting.at("/listing/pageUrl").asText().equals(address)) {
        assertThat(sighting.at("/listing/market").asText()).isEqualTo("other");
        found.add(
            tuple(
                sighting.at("/listing/listingId").asText(),
                sighting.at("/listing/title").asText(),
                sighting.at("/listing/shopId").asText(),
                sighting.at("/listing/shopName").asText(),
                sighting.at("/picture/role").asText(),
                sighting.at("/picture/position").asInt(),
                base(sighting.at("/picture/fetchedUrl").asText(), ".")));
      }
    }
    return found;
  }
}
