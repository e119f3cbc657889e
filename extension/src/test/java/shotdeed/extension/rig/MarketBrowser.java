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

/** A seller's browser with certified photographs, to which one site of literals is every marketplace under its real host names. */
abstract class MarketBrowser implements AutoCloseable {
  private static final List<String> CERTIFIED =
      List.of(Photos.JACKET, Photos.SKIRT, Photos.SHIRT, Photos.DRESS, Photos.SHOES, Photos.SLIPPERS);

  private final ShotDeedServer server = new ShotDeedServer();
  private final Site site;
  private final Chromium browser;

  /** @param switches of the browser: which hosts lead to the site, and whether its certificate is trusted */
  MarketBrowser(Path folder, Site site, String... switches) {
    this.site = site;
    List<String> all = new ArrayList<>(List.of("--lang=en"));
    all.addAll(List.of(switches));
    browser = new Chromium(all.toArray(String[]::new));
    Console console = new Console(browser, server);
    List<Path> photographs = new ArrayList<>();
    try {
      for (String name : CERTIFIED) {
        photographs.add(Files.write(folder.resolve(name), Photos.file(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for photographs", e);
    }
    console.certifyAndMonitor(photographs);
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(console.pairingLink());
  }

  public final Chromium browser() {
    return browser;
  }

  /** Watches a marketplace, by the name under which the options page lists it. */
  final void watchListed(String name) {
    try (Page options = browser.extensionPage("options.html")) {
      Locator row =
          options.locator(
              "#sites li",
              new Page.LocatorOptions().setHas(options.getByText(name, new Page.GetByTextOptions().setExact(true))));
      row.locator("button.primary").click();
      row.locator("button.primary").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  /** Serves a page of the tests' resources. */
  final void serve(String path, String file) {
    try (InputStream in = MarketBrowser.class.getResourceAsStream("/pages/" + file)) {
      site.bytes(path, "text/html; charset=utf-8", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Serves a page written by a test. */
  final void literal(String path, String html) {
    site.page(path, html);
  }

  /** Serves a photograph as a thief has saved it again, under every path that a picture server has for it. */
  final void photograph(String photograph, List<String> paths) {
    byte[] bytes = Photos.resized(photograph, 380, 0.7f);
    for (String path : paths) {
      site.bytes(path, "image/jpeg", bytes);
    }
  }

  /** What was asked of the site so far. */
  public final List<String> requests() {
    return site.requests();
  }

  /** The server's findings, the newest first. */
  final List<JsonNode> sightings() {
    List<JsonNode> all = new ArrayList<>();
    browser.api(server, "/api/v1/sightings").get("sightings").forEach(all::add);
    return all;
  }

  /** Opens a page until all of it is checked; returns its badges, at least so many. */
  final List<BadgeReader.Badge> badges(String address, int atLeast) {
    try (Page page = browser.newPage()) {
      page.navigate(address);
      Object unreachable = browser.waitUntilChecked(address).get("unreachable");
      if (!List.of().equals(unreachable)) {
        throw new AssertionError("picture servers without an answer: " + unreachable);
      }
      List<BadgeReader.Badge> badges = BadgeReader.on(page);
      for (long end = System.nanoTime() + 20_000_000_000L; badges.size() < atLeast && System.nanoTime() < end; ) {
        page.waitForTimeout(100);
        badges = BadgeReader.on(page);
      }
      return badges;
    }
  }

  /** Opens a page that asks to sign in or to prove to be human; returns how many pictures were read from it. */
  public final int readBehindBarrier(String address) {
    try (Page page = browser.newPage()) {
      page.navigate(address);
      return ((Number) browser.waitForBarrier(address).get("found")).intValue();
    }
  }

  /** The last part of an address's path, up to the first of these characters. */
  static String base(String address, String ends) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String file = path.substring(path.lastIndexOf('/') + 1);
    int end = 0;
    while (end < file.length() && ends.indexOf(file.charAt(end)) < 0) {
      end++;
    }
    return file.substring(0, end);
  }

  @Override
  public final void close() {
    browser.close();
    site.close();
    server.close();
  }
}
