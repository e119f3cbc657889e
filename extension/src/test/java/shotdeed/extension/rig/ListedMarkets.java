package shotdeed.extension.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shotdeed.extension.site.Sites;

/**
 * The whole web as the tests have it: every host is this machine, pages are those of {@code pages.csv}, and whatever else is
 * asked for is a photograph, a stolen one if its address says so. A seller's browser watches all marketplaces.
 */
public final class ListedMarkets implements AutoCloseable {
  private static final Pattern COPY = Pattern.compile("c([MSDRG])(\\d)");
  private static final List<String> HONEST =
      List.of(Photos.OTHER_JEANS, Photos.OTHER_HOODIE, Photos.OTHER_BLOUSE, Photos.OTHER_TIGHTS, Photos.OTHER_PINAFORE, Photos.OTHER_SHORTS);
  private static final Map<String, String> STOLEN =
      Map.of("M", Photos.JACKET, "S", Photos.SKIRT, "D", Photos.DRESS, "R", Photos.SHIRT, "G", Photos.SHOES);

  private final Map<String, byte[]> pages = new HashMap<>();
  private final Map<String, byte[]> pictures = new HashMap<>();
  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer web;
  private final ShotDeedServer server = new ShotDeedServer();
  private final Chromium browser;
  private final Set<String> known = new HashSet<>();

  public ListedMarkets(Path folder) throws IOException {
    for (ListedPage page : ListedPage.all()) {
      pages.put(page.address(), page.html());
    }
    HONEST.forEach(p -> pictures.put(p, Photos.resized(p, 380, 0.7f)));
    STOLEN.forEach(
        (letter, p) -> {
          for (int digit = 1; digit <= 9; digit++) { // the same bytes twice on a page are one finding
            pictures.put(letter + digit, Photos.resized(p, 370 + 2 * digit, 0.7f));
          }
        });
    web = SecureSite.listening(); // browsers know that some of these hosts answer nothing else
    web.createContext("/", this::answer);
    web.setExecutor(threads);
    web.start();
    browser =
        new Chromium(
            "--lang=en",
            "--ignore-certificate-errors",
            "--host-resolver-rules=MAP *:443 127.0.0.1:" + web.getAddress().getPort());
    Console console = new Console(browser, server);
    List<Path> photographs = new ArrayList<>();
    for (String name : STOLEN.values()) {
      photographs.add(Files.write(folder.resolve(name), Photos.file(name)));
    }
    console.certifyAndMonitor(photographs);
    List<String> patterns = new ArrayList<>(List.of("http://127.0.0.1/*"));
    for (shotdeed.extension.site.Site site : Sites.known()) {
      patterns.addAll(site.pages());
      patterns.addAll(site.pictures());
    }
    List<String> own =
        List.of(
            "northloom.example", "plaingoods.example", "cornershop.example", "laremise.example", "cdn.shopify.com",
            "images.laremise.example");
    own.forEach(host -> patterns.add("https://" + host + "/*"));
    browser.willGrant(patterns.toArray(String[]::new));
    browser.pair(console.pairingLink());
    try (Page options = browser.extensionPage("options.html")) {
      Locator buttons = options.locator("#sites li button.primary");
      buttons.first().waitFor();
      for (int left = buttons.count(); left > 0; left--) {
        Locator first = buttons.first();
        String row = first.locator("xpath=ancestor::li").textContent();
        first.click();
        options
            .locator("#sites li", new Page.LocatorOptions().setHasText(row.trim().split("\\s{2,}")[0]))
            .locator("button.primary")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      }
    }
    own.forEach(host -> browser.watch("https://" + host, "other"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      byte[] page = pages.get("http://" + exchange.getRequestHeaders().getFirst("Host") + path);
      if (page == null && path.startsWith("/api/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page == null ? picture(path) : page;
      if (page == null && exchange.getRequestHeaders().getFirst("Referer") == null) {
        fetched.add(path);
      }
      exchange.getResponseHeaders().set("Content-Type", page == null ? "image/jpeg" : "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private byte[] picture(String path) {
    Matcher copy = COPY.matcher(path);
    return pictures.get(copy.find() ? copy.group(1) + copy.group(2) : HONEST.get(Math.floorMod(path.hashCode(), HONEST.size())));
  }

  /**
   * Opens a page and waits until all that it shows was checked, or until it is said to be a barrier.
   *
   * @return what the panel knows of it
   */
  @SuppressWarnings("unchecked")
  public Map<String, Object> visit(ListedPage listed, int copies) {
    try (Page page = browser.newPage(); Page asking = browser.extensionPage("options.html")) {
      page.navigate(secure(listed.address()), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      return (Map<String, Object>)
          Chromium.eventually(
              asking,
              """
              async ([address, copies, changed]) => {
                const tab = (await chrome.tabs.query({})).find(t => t.url === address);
                const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
                if (!page) return null;
                window.same = window.last === page.found ? (window.same || 0) + 1 : 0;
                window.last = page.found;
                const done = page.found > 0 && page.checked === page.found && page.copies.length >= copies
                    && (!changed || page.changed.length > 0);
                return (page.barrier || done && window.same > 5) && page;
              }
              """,
              List.of(page.url(), copies, listed.kind().equals("changed")));
    }
  }

  private static String secure(String address) {
    return address.replaceFirst("^http:", "https:");
  }

  /** Sightings that are new since the last call. */
  public List<JsonNode> newSightings() {
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode sighting : browser.api(server, "/api/v1/sightings").get("sightings")) {
      if (known.add(sighting.get("id").asText())) {
        fresh.add(sighting);
      }
    }
    return fresh;
  }

  /** What somebody asked for who names no page, in order. */
  public List<String> fetched() {
    return fetched;
  }

  @Override
  public void close() {
    browser.close();
    web.stop(0);
    threads.shutdownNow();
    server.close();
  }
}
