package shotdeed.extension.rig;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.extension.site.Sites;

/** A seller's browser that watches marketplaces, whose hosts all are one site of literals; five photographs are certified. */
public final class MarketRig implements AutoCloseable {
  private static final List<String> CERTIFIED =
      List.of(Photos.JACKET, Photos.SKIRT, Photos.SHIRT, Photos.DRESS, Photos.SHOES);

  private final ShotDeedServer server = new ShotDeedServer();
  private final Site site = Site.secure();
  private final Chromium browser;

  /**
   * A stolen picture, as the server has it.
   *
   * @param from the address that its bytes came from
   */
  public record Copy(
      String pageUrl, String listingId, String title, String shopId, String shopName, String role, int position, String from) {
    /** All but the title and the address of the page, with the part of the picture's address that is the same for all sizes. */
    public String line(String... pictures) {
      String name = Stream.of(pictures).filter(from::contains).findFirst().orElse(from);
      return String.join(" ", listingId, shopId, shopName, role, String.valueOf(position), name);
    }
  }

  /** What a page that is open shows. */
  public record Opened(List<Copy> copies, List<String> badges) {}

  /** @param hosts that lead to the site, such as {@code *.amazon.com} */
  public MarketRig(Path folder, String... hosts) {
    String here = "127.0.0.1:" + site.port();
    browser =
        new Chromium(
            "--lang=en",
            "--ignore-certificate-errors",
            "--host-resolver-rules=" + Stream.of(hosts).map(h -> "MAP " + h + ":443 " + here).collect(Collectors.joining(",")));
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
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(console.pairingLink());
  }

  /** Watches a marketplace, by the name under which the options page lists it. */
  public void watch(String name, String listed) {
    for (shotdeed.extension.site.Site known : Sites.known()) {
      if (known.name().equals(name)) {
        browser.willGrant(Stream.concat(known.pages().stream(), known.pictures().stream()).toArray(String[]::new));
      }
    }
    try (Page options = browser.extensionPage("options.html")) {
      Locator button = options.locator("#sites li", new Page.LocatorOptions().setHasText(listed)).locator("button.primary");
      button.click();
      button.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  /** Adds sites of the user's own choice; a server of pictures that stands elsewhere is one more. */
  public void add(String... origins) {
    for (String origin : origins) {
      browser.willGrant(origin + "/*");
      browser.watch(origin, "other");
    }
  }

  /** Serves a page of the tests' own. */
  public void page(String path, String file) {
    try (InputStream in = MarketRig.class.getResourceAsStream("/pages/" + file)) {
      site.bytes(path, "text/html; charset=utf-8", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves a page that a test writes. */
  public void html(String path, String html) {
    site.page(path, html);
  }

  /** Serves a photograph, at a size that is large enough to be known, under each of these paths. */
  public void photograph(String photograph, String... paths) {
    byte[] bytes = Photos.resized(photograph, 380, 0.7f);
    for (String path : paths) {
      site.bytes(path, "image/jpeg", bytes);
    }
  }

  public Chromium browser() {
    return browser;
  }

  /** What was asked of the site so far. */
  public List<String> requests() {
    return site.requests();
  }

  /** Opens a page; returns once so many copies more are known to the server, so many pictures wear badges, or 20 s passed. */
  public Opened open(String address, int copies, int badges) {
    List<String> before = sightings().stream().map(s -> s.get("id").asText()).toList();
    try (Page page = browser.newPage()) {
      page.navigate(address);
      List<Copy> found = copies(before);
      for (long end = System.nanoTime() + 20_000_000_000L; found.size() < copies && System.nanoTime() < end; ) {
        found = copies(before);
      }
      List<String> worn = badges == 0 ? List.of() : BadgeReader.waitFor(page, badges);
      browser.waitUntilChecked(page.url());
      return new Opened(copies(before), worn);
    }
  }

  /** Stolen pictures that the server knows beyond these. */
  private List<Copy> copies(List<String> before) {
    List<Copy> copies = new ArrayList<>();
    for (JsonNode s : sightings()) {
      if (!before.contains(s.get("id").asText())) {
        copies.add(
            new Copy(
                s.at("/listing/pageUrl").asText(),
                s.at("/listing/listingId").asText(),
                s.at("/listing/title").asText(),
                s.at("/listing/shopId").asText(),
                s.at("/listing/shopName").asText(),
                s.at("/picture/role").asText(),
                s.at("/picture/position").asInt(),
                s.at("/picture/fetchedUrl").asText()));
      }
    }
    return copies;
  }

  private List<JsonNode> sightings() {
    List<JsonNode> all = new ArrayList<>();
    browser.api(server, "/api/v1/sightings").get("sightings").forEach(all::add);
    return all;
  }

  @Override
  public void close() {
    browser.close();
    site.close();
    server.close();
  }
}
