package shotdeed.extension.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium with the extension as the build made it, under its own manifest. */
public final class Chromium implements AutoCloseable {
  private static final Path EXTENSION = Path.of("target", "extension").toAbsolutePath();

  private final Playwright playwright;
  private final BrowserContext context;
  private final String id;

  /**
   * Starts a browser with a fresh profile.
   *
   * @param arguments further switches, such as {@code --lang=zh-CN}
   */
  public Chromium(String... arguments) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> switches =
        new ArrayList<>(
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions-except=" + EXTENSION,
                "--load-extension=" + EXTENSION));
    switches.addAll(List.of(arguments));
    // A page in a view of a size of its own looks otherwise to the browser's own screenshots.
    boolean ownSize = switches.stream().anyMatch(argument -> argument.startsWith("--window-size="));
    try {
      context =
          playwright
              .chromium()
              .launchPersistentContext(
                  Files.createTempDirectory("shotdeed-profile"),
                  new BrowserType.LaunchPersistentContextOptions()
                      .setExecutablePath(BrowserFinder.find())
                      .setIgnoreDefaultArgs(List.of("--headless", "--disable-extensions"))
                      .setArgs(switches)
                      .setViewportSize(ownSize ? null : new ViewportSize(1280, 900)));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a browser profile", e);
    }
    context.setDefaultTimeout(20_000);
    id = extensionId();
  }

  /** The browser's window. */
  public BrowserContext context() {
    return context;
  }

  /** A new tab. */
  public Page newPage() {
    return context.newPage();
  }

  /** A page of the extension in a new tab. */
  public Page extensionPage(String path) {
    Page page = context.newPage();
    page.navigate("chrome-extension://" + id + "/" + path);
    return page;
  }

  /** The extension's own origin. */
  public String origin() {
    return "chrome-extension://" + id;
  }

  /**
   * Lets the user's next answer to a request for these origins be yes: the browser's own prompt cannot be clicked from
   * outside. The manifest stays the shipped one; without the extension's request nothing is granted.
   */
  public void willGrant(String... origins) {
    try (Page page = context.newPage()) {
      page.navigate("chrome://extensions");
      for (String origin : origins) {
        page.evaluate(
            "([id, origin]) => chrome.developerPrivate.addHostPermission(id, origin)", List.of(id, origin));
      }
    }
  }

  /**
   * Calls an asynchronous function in a page until it answers with something true, and returns that. Fails after the
   * usual time.
   */
  public static Object eventually(Page page, String function, Object argument) {
    return page.evaluate(
        "async argument => { const test = "
            + function
            + """
            ;
              for (const end = Date.now() + 20000; Date.now() < end; await new Promise(r => setTimeout(r, 50))) {
                const value = await test(argument);
                if (value) {
                  return value;
                }
              }
              throw new Error('not within 20 s');
            }
            """,
        argument);
  }

  /** Pairs the extension by a link, in its options page, as a person does. */
  public void pair(String link) {
    try (Page options = extensionPage("options.html")) {
      options.fill("#pairingLink", link);
      options.locator("#server button.primary").click();
      options.locator("#server .origin").waitFor();
      options.locator("#server button.primary").click();
      options.locator("#server .facts").waitFor();
      eventually(
          options,
          "async () => (await chrome.runtime.sendMessage({type: 'status', tab: -1})).refreshedAt !== ''",
          null);
    }
  }

  /** Adds a site in the options page, with the rule book for its forecasts. */
  public void watch(String address, String market) {
    try (Page options = extensionPage("options.html")) {
      options.fill("#siteAddress", address);
      options.selectOption("#siteMarket", market);
      options.locator("#sites .add button").click();
      options.locator("#sites .notice.good").waitFor();
    }
  }

  /** What the panel knows of the tab with this address, once it is known to ask to sign in or to prove to be human. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> waitForBarrier(String address) {
    try (Page asking = extensionPage("options.html")) {
      return (Map<String, Object>)
          eventually(
              asking,
              """
              async address => {
                const tab = (await chrome.tabs.query({})).find(t => t.url === address);
                const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
                return page && page.barrier && page;
              }
              """,
              address);
    }
  }

  /** What the panel knows of the tab with this address, once every picture found there was checked. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> waitUntilChecked(String address) {
    try (Page asking = extensionPage("options.html")) {
      return (Map<String, Object>)
          eventually(
              asking,
              """
              async address => {
                const tab = (await chrome.tabs.query({})).find(t => t.url === address);
                const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
                return page && page.found > 0 && page.checked === page.found && page;
              }
              """,
              address);
    }
  }

  /** The first sighting on a page whose address ends so. */
  public JsonNode sightingOf(ShotDeedServer server, String path) {
    for (JsonNode sighting : api(server, "/api/v1/sightings").get("sightings")) {
      if (sighting.at("/listing/pageUrl").asText().endsWith(path)) {
        return sighting;
      }
    }
    throw new AssertionError("no sighting of " + path);
  }

  /** What the paired server answers to the extension, as JSON. */
  public JsonNode api(ShotDeedServer server, String path) {
    return api(server.origin(), path);
  }

  /** What the server that is paired under this origin answers to the extension, as JSON. */
  public JsonNode api(String origin, String path) {
    try (Page asking = extensionPage("options.html")) {
      String text =
          (String)
              asking.evaluate(
                  """
                  async address => {
                    const {server} = await chrome.storage.local.get('server');
                    const headers = {Authorization: 'Bearer ' + server.token};
                    return (await fetch(address, {headers})).text();
                  }
                  """,
                  origin + path);
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the server's answer is no JSON", e);
    }
  }

  /**
   * The page that an action opens in the side panel. The panel itself cannot be driven from outside, so once the browser
   * shows it, the same address is opened in a tab.
   */
  public Page panelOpenedBy(Runnable action) {
    action.run();
    for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
      for (String url : targets()) {
        if (url.startsWith(origin() + "/panel.html")) {
          Page page = context.newPage();
          page.navigate(url);
          return page;
        }
      }
    }
    throw new AssertionError("no side panel was opened within 20 s");
  }

  /** The result of an expression in the world of our content script on a page, or the message of its error. */
  public String inContentScript(Page page, String expression) {
    CDPSession session = context.newCDPSession(page);
    List<JsonObject> worlds = new ArrayList<>();
    session.on(
        "Runtime.executionContextCreated",
        event -> worlds.add(event.getAsJsonObject("context")));
    session.send("Runtime.enable");
    JsonObject world =
        worlds.stream()
            .filter(w -> w.get("origin").getAsString().equals(origin()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the content script does not run here: " + worlds));
    JsonObject call = new JsonObject();
    call.add("contextId", world.get("id"));
    call.addProperty(
        "expression", "Promise.resolve().then(() => " + expression + ").catch(e => String(e.message || e))");
    call.addProperty("awaitPromise", true);
    return session.send("Runtime.evaluate", call).getAsJsonObject("result").get("value").getAsString();
  }

  /** Ends the extension's worker, as the browser does with one that idles. */
  public void stopWorker() {
    try (Page page = context.newPage()) {
      CDPSession session = context.newCDPSession(page);
      session
          .send("Target.getTargets")
          .getAsJsonArray("targetInfos")
          .forEach(
              target -> {
                JsonObject info = target.getAsJsonObject();
                if (info.get("type").getAsString().equals("service_worker")) {
                  JsonObject which = new JsonObject();
                  which.add("targetId", info.get("targetId"));
                  session.send("Target.closeTarget", which);
                }
              });
    }
  }

  /** Addresses of everything that runs in the browser, workers and panels included. */
  public List<String> targets() {
    List<String> urls = new ArrayList<>();
    try (Page page = context.newPage()) {
      CDPSession session = context.newCDPSession(page);
      JsonObject answer = session.send("Target.getTargets");
      answer
          .getAsJsonArray("targetInfos")
          .forEach(target -> urls.add(target.getAsJsonObject().get("url").getAsString()));
    }
    return urls;
  }

  private String extensionId() {
    for (int attempt = 0; attempt < 50; attempt++) {
      for (String url : targets()) {
        if (url.startsWith("chrome-extension://") && url.endsWith("/background-start.js")) {
          return url.substring("chrome-extension://".length(), url.indexOf('/', 20));
        }
      }
    }
    throw new IllegalStateException("the extension's worker did not start; is target/extension complete?");
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
