package shotdeed.extension.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

/** A {@link Workshop} in which listings are opened, complaints prepared in the panel, and what was sealed is read. */
public final class SealingDesk implements AutoCloseable {
  /** The shop of every listing. */
  public static final String SHOP = "Copycat Corner";

  private static final String COPY = "/copy.jpg";

  private final Workshop shop;

  /** In English, in a window of a usual size. */
  public SealingDesk() {
    this("en", "1400,1000");
  }

  /** Certifies the jacket; its site serves a mirrored copy, and the picture of something else. */
  public SealingDesk(String language, String windowSize) {
    shop = new Workshop(
        List.of(Photos.JACKET), "--lang=" + language, "--window-size=" + windowSize, Toolbar.SWITCH);
    site().bytes(COPY, "image/jpeg", copy()).bytes("/other.jpg", "image/jpeg", Photos.file(Photos.OTHER_JEANS));
  }

  /** The bytes of the copy. */
  public byte[] copy() {
    return Photos.mirrored(Photos.JACKET);
  }

  public Site site() {
    return shop.site();
  }

  public Chromium browser() {
    return shop.browser();
  }

  public ShotDeedServer server() {
    return shop.server();
  }

  public Console console() {
    return shop.console();
  }

  /** Opens a listing with this body, and waits until each of its pictures was checked. */
  public Page listing(String path, String body) {
    Page page = open(path, body);
    browser().waitUntilChecked(page.url());
    return page;
  }

  /** Opens a listing with this body. */
  public Page open(String path, String body) {
    site().page(
        path,
        "<title>Jacket - market</title><meta property=og:title content='Denim jacket'><meta property=og:site_name content='"
            + SHOP + "'><h1>Denim jacket</h1><p><a href=/>" + SHOP + "</a></p><p class=price>¥ 99.00</p>" + body);
    Page page = browser().newPage();
    page.navigate(site().origin() + path);
    return page;
  }

  /** The panel beside a listing, in a tab, with the first copy on it. */
  public Page panel(Page listing) {
    Page panel = browser().extensionPage("options.html");
    Object address =
        Chromium.eventually(
            panel,
            """
            async address => {
              const tab = (await chrome.tabs.query({})).find(t => t.url === address);
              const {page} = await chrome.runtime.sendMessage({type: 'status', tab: tab.id});
              return page && page.copies.length && 'panel.html?tab=' + tab.id + '&hit=' + encodeURIComponent(page.copies[0]);
            }
            """,
            listing.url());
    panel.navigate(browser().origin() + "/" + address);
    panel.waitForSelector(".complaint #owned");
    return panel;
  }

  /** Ticks the statement and presses the button. */
  public void prepare(Page panel) {
    panel.bringToFront();
    panel.check("#owned");
    panel.locator(".complaint button.primary").click();
  }

  /** Waits until the panel says that the complaint is prepared. */
  public void awaitPrepared(Page panel) {
    panel.waitForSelector(".complaint .notice.good");
  }

  /** What the panel says of the complaint. */
  public String said(Page panel) {
    return String.join("\n", panel.locator(".complaint .notice").allTextContents());
  }

  /** A colleague, in another browser of the same seller, prepares a complaint about a sighting; the answer's status. */
  public int colleaguePrepares(int sighting) {
    try (Page colleague = browser().extensionPage("options.html")) {
      return (Integer)
          colleague.evaluate(
              """
              async ([origin, sighting]) => {
                const {server} = await chrome.storage.local.get('server');
                const form = new FormData();
                form.append('complaint', new Blob([JSON.stringify({clientKey: crypto.randomUUID(), sightings: [sighting],
                  ownershipStated: true, preparedAt: new Date().toISOString(), noScreenshot: 'none'})],
                  {type: 'application/json'}), 'complaint.json');
                return (await fetch(origin + '/api/v1/complaints', {method: 'POST', body: form,
                  headers: {Authorization: 'Bearer ' + server.token}})).status;
              }
              """,
              List.of(server().origin(), sighting));
    }
  }

  /** Lets the server of the listing answer that there is no such page and no such picture. */
  public void vanish(String path) {
    for (String gone : List.of(path, COPY)) {
      site().on(gone, exchange -> {
        byte[] words = "<title>Gone</title><h1>This item is no longer available</h1>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(404, words.length);
        exchange.getResponseBody().write(words);
      });
    }
  }

  /** How many complaints the server has. */
  public int complaints() {
    return browser().api(server(), "/api/v1/complaints").get("total").asInt();
  }

  /** The parts of a complaint's evidence, the unmasked screenshot among them. */
  public Map<String, byte[]> evidence(int complaint) {
    try (Page asking = browser().extensionPage("options.html")) {
      String zip =
          (String)
              asking.evaluate(
                  """
                  async address => {
                    const {server} = await chrome.storage.local.get('server');
                    const answer = await fetch(address, {headers: {Authorization: 'Bearer ' + server.token}});
                    const bytes = new Uint8Array(await answer.arrayBuffer());
                    let text = '';
                    for (let i = 0; i < bytes.length; i += 8192) {
                      text += String.fromCharCode(...bytes.subarray(i, i + 8192));
                    }
                    return btoa(text);
                  }
                  """,
                  server().origin() + "/api/v1/complaints/" + complaint + "/evidence.zip?screenshot=true");
      Map<String, byte[]> parts = new TreeMap<>();
      ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(zip)));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException("the evidence cannot be read", e);
    }
  }

  /** What a complaint's manifest says of the page at the click, without who says it. */
  public JsonNode click(int complaint) {
    try {
      return new ObjectMapper().readTree(evidence(complaint).get("manifest.json")).get("click");
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest cannot be read", e);
    }
  }

  /** The picture in bytes. */
  public static BufferedImage read(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException("the picture cannot be read", e);
    }
  }

  /** How far a part of a picture is from another picture that is scaled to it: 0 the same, 255 black and white. */
  public static double difference(BufferedImage part, BufferedImage other) {
    BufferedImage scaled = Photos.scaled(other, part.getWidth(), part.getHeight());
    long sum = 0;
    for (int y = 0; y < part.getHeight(); y++) {
      for (int x = 0; x < part.getWidth(); x++) {
        sum += Math.abs((part.getRGB(x, y) >> 8 & 255) - (scaled.getRGB(x, y) >> 8 & 255));
      }
    }
    return (double) sum / part.getWidth() / part.getHeight();
  }

  @Override
  public void close() {
    shop.close();
  }
}
