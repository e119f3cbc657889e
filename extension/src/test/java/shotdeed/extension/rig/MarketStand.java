package shotdeed.extension.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;

/** Marketplaces under their real host names, all served by one site of literals, and a seller's browser that watches them. */
public final class MarketStand implements AutoCloseable {
  private static final List<String> CERTIFIED =
      List.of(Photos.JACKET, Photos.SKIRT, Photos.SHIRT, Photos.DRESS, Photos.SHOES, Photos.SLIPPERS);

  private final ShotDeedServer server = new ShotDeedServer();
  private final Site site = Site.secure();
  private final Chromium browser;

  /**
   * Starts server, site and browser and certifies the photographs.
   *
   * @param domains of pages and pictures: all that the extension may ask for
   */
  public MarketStand(Path folder, String... domains) {
    StringBuilder rules = new StringBuilder();
    List<String> origins = new ArrayList<>(List.of("http://127.0.0.1/*"));
    for (String domain : domains) {
      for (String host : List.of(domain, "*." + domain)) {
        rules.append(rules.isEmpty() ? "" : ",").append("MAP ").append(host).append(" 127.0.0.1:").append(site.port());
      }
      origins.add("*://*." + domain + "/*");
    }
    browser =
        new Chromium(
            "--lang=en", "--ignore-certificate-errors", "--host-resolver-rules=" + rules);
    Console console = new Console(browser, server);
    List<Path> photographs = new ArrayList<>();
    try {
      for (String name : CERTIFIED) {
        photographs.add(Files.write(folder.resolve(name), Photos.file(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.certifyAndMonitor(photographs);
    browser.willGrant(origins.toArray(String[]::new));
    browser.pair(console.pairingLink());
  }

  /** Watches marketplaces, by the names under which the options page lists them. */
  public MarketStand watch(String... names) {
    try (Page options = browser.extensionPage("options.html")) {
      for (String name : names) {
        Locator row =
            options.locator(
                "#sites li",
                new Page.LocatorOptions().setHas(options.getByText(name, new Page.GetByTextOptions().setExact(true))));
        row.locator("button.primary").click();
        row.locator("button.primary").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      }
    }
    return this;
  }

  /** Serves a page of the tests' own. */
  public MarketStand page(String path, String file) {
    try (InputStream in = MarketStand.class.getResourceAsStream("/pages/" + file)) {
      site.bytes(path, "text/html; charset=utf-8", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return this;
  }

  /** Serves a photograph as a thief has saved it again, and the same for each suffix that a picture server knows. */
  public MarketStand picture(String photograph, String path, String... suffixes) {
    byte[] bytes = Photos.resized(photograph, 380, 0.7f);
    site.bytes(path, "image/jpeg", bytes);
    for (String suffix : suffixes) {
      site.bytes(path + suffix, "image/jpeg", bytes);
    }
    return this;
  }

  /** Opens a page until all of it is checked; returns the base names of the pictures that wear a badge, at least so many. */
  public List<String> badgesOn(String address, int atLeast) {
    try (Page page = browser.newPage()) {
      page.navigate(address);
      Map<String, Object> status = browser.waitUntilChecked(address);
      assertThat(status.get("unreachable")).as("picture servers without an answer").isEqualTo(List.of());
      List<String> badges = new ArrayList<>();
      for (BadgeReader.Badge badge : BadgeReader.on(page)) {
        badges.add(base(badge.picture()));
      }
      for (long end = System.nanoTime() + 20_000_000_000L; badges.size() < atLeast && System.nanoTime() < end; ) {
        page.waitForTimeout(100);
        badges.clear();
        for (BadgeReader.Badge badge : BadgeReader.on(page)) {
          badges.add(base(badge.picture()));
        }
      }
      return badges;
    }
  }

  /**
   * What the server was told of an item.
   *
   * @return market, number, title, number and name of the shop, role, place and the picture's base name
   */
  public List<Tuple> sightingsOf(String address) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode sighting : browser.api(server, "/api/v1/sightings").get("sightings")) {
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
                base(sighting.at("/picture/fetchedUrl").asText())));
      }
    }
    return found;
  }

  /** Addresses of the pages on which copies were reported. */
  public List<String> reported() {
    List<String> pages = new ArrayList<>();
    browser.api(server, "/api/v1/sightings").get("sightings").forEach(s -> pages.add(s.at("/listing/pageUrl").asText()));
    return pages;
  }

  /** What was asked of the site so far. */
  public List<String> requests() {
    return site.requests();
  }

  /** Opens a page that asks to sign in or to prove to be human; returns how many pictures were read from it. */
  public int readBehindBarrier(String address) {
    try (Page page = browser.newPage();
        Page asking = browser.extensionPage("options.html")) {
      page.navigate(address);
      Number found =
          (Number)
              Chromium.eventually(
                  asking,
                  """
                  async address => {
                    const tab = (await chrome.tabs.query({})).find(t => t.url === address);
                    const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
                    return page && page.barrier && page.found + 1;
                  }
                  """,
                  address);
      return found.intValue() - 1;
    }
  }

  /** The part of a picture's name that all its sizes have. */
  private static String base(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String file = path.substring(path.lastIndexOf('/') + 1);
    int end = 0;
    while (end < file.length() && file.charAt(end) != '.' && file.charAt(end) != '~') {
      end++;
    }
    return file.substring(0, end);
  }

  @Override
  public void close() {
    browser.close();
    site.close();
    server.close();
  }
}
