package shotdeed.extension.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;

/** A marketplace of mainland China under its real host names, and a seller's browser that watches it. */
public final class MainlandMarket implements AutoCloseable {
  private static final List<String> CERTIFIED =
      List.of(Photos.JACKET, Photos.SKIRT, Photos.SHIRT, Photos.DRESS, Photos.SHOES, Photos.SLIPPERS);

  private final ShotDeedServer server = new ShotDeedServer();
  private final Site site = new Site();
  private final Chromium browser;

  /**
   * Starts server, site and browser, certifies the photographs and adds the marketplace in the options page.
   *
   * @param label of the marketplace in the options page
   * @param domains of its pages and pictures: all that the extension may ask for
   */
  public MainlandMarket(Path folder, String label, String... domains) throws IOException {
    StringBuilder rules = new StringBuilder();
    List<String> origins = new ArrayList<>(List.of("http://127.0.0.1/*"));
    for (String domain : domains) {
      rules.append(rules.isEmpty() ? "" : ",").append("MAP *.").append(domain).append(" 127.0.0.1:").append(site.port());
      origins.add("*://*." + domain + "/*");
    }
    browser =
        new Chromium(
            "--lang=en", "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable", "--host-resolver-rules=" + rules);
    Console console = new Console(browser, server);
    List<Path> photographs = new ArrayList<>();
    for (String name : CERTIFIED) {
      photographs.add(Files.write(folder.resolve(name), Photos.file(name)));
    }
    console.certifyAndMonitor(photographs);
    browser.willGrant(origins.toArray(String[]::new));
    browser.pair(console.pairingLink());
    try (Page options = browser.extensionPage("options.html")) {
      Locator row =
          options.locator(
              "#sites li",
              new Page.LocatorOptions().setHas(options.getByText(label, new Page.GetByTextOptions().setExact(true))));
      row.locator("button").click();
      options.locator("#sites .notice.good").waitFor();
      row.locator("button.primary").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  /** Serves a page of the test's resources. */
  public MainlandMarket page(String path, String file) throws IOException {
    try (InputStream in = MainlandMarket.class.getResourceAsStream("/pages/" + file)) {
      site.bytes(path, "text/html; charset=utf-8", in.readAllBytes());
    }
    return this;
  }

  /** Serves a photograph as a thief has saved it again, under every path that a picture server has for it. */
  public MainlandMarket picture(String photograph, String... paths) {
    byte[] bytes = Photos.resized(photograph, 380, 0.7f);
    for (String path : paths) {
      site.bytes(path, "image/jpeg", bytes);
    }
    return this;
  }

  /** Opens a page until all of it is checked; returns how many badges it wears, at least as many as are waited for. */
  public int badgesOn(String address, int atLeast) {
    try (Page page = browser.newPage()) {
      page.navigate(address);
      Map<String, Object> status = browser.waitUntilChecked(address);
      assertThat(status.get("unreachable")).as("picture servers without an answer").isEqualTo(List.of());
      int badges = BadgeReader.on(page).size();
      for (long end = System.nanoTime() + 20_000_000_000L; badges < atLeast && System.nanoTime() < end; ) {
        page.waitForTimeout(100);
        badges = BadgeReader.on(page).size();
      }
      return badges;
    }
  }

  /**
   * What the server was told of an item.
   *
   * @return number, title, number and name of the shop, role, place and the picture's base name
   */
  public List<Tuple> sightingsOf(String address) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode sighting : browser.api(server, "/api/v1/sightings").get("sightings")) {
      if (sighting.at("/listing/pageUrl").asText().equals(address)) {
        String fetched = sighting.at("/picture/fetchedUrl").asText();
        String path = fetched.indexOf('?') < 0 ? fetched : fetched.substring(0, fetched.indexOf('?'));
        String file = path.substring(path.lastIndexOf('/') + 1);
        assertThat(sighting.at("/listing/market").asText()).isEqualTo("other");
        found.add(
            tuple(
                sighting.at("/listing/listingId").asText(),
                sighting.at("/listing/title").asText(),
                sighting.at("/listing/shopId").asText(),
                sighting.at("/listing/shopName").asText(),
                sighting.at("/picture/role").asText(),
                sighting.at("/picture/position").asInt(),
                file.substring(0, file.indexOf('.'))));
      }
    }
    return found;
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

  @Override
  public void close() {
    browser.close();
    site.close();
    server.close();
  }
}
