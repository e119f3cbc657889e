package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Certificates;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.Handshake;
import shotdeed.wire.Match;
import shotdeed.wire.SightingResult;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;
import shotdeed.wire.SnapshotFormatOne;

/** The extension beside servers of its own version, of an older and of a newer one; and what it shows of the parts. */
class VersionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CERTIFICATE = 7;

  private final List<String> tags = new CopyOnWriteArrayList<>();
  private Site server;
  private Chromium browser;
  private byte[] photo;

  @BeforeEach
  void open() throws IOException {
    photo = Photos.mirrored(Photos.JACKET);
    browser = new Chromium("--lang=en");
    browser.willGrant("http://127.0.0.1/*");
    server =
        new Site()
            .bytes(
                "/api/v1/pair",
                "application/json",
                "{\"token\":\"t\",\"seller\":\"s\",\"account\":\"a\",\"device\":\"d\",\"library\":\"l\"}"
                    .getBytes(StandardCharsets.UTF_8));
    handshake(Kernel.VERSION, 0);
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private void json(String path, Object answer) throws IOException {
    server.bytes(path, "application/json", JSON.writeValueAsBytes(answer));
  }

  private void handshake(int kernel, int missing) throws IOException {
    json("/api/v1/handshake", new Handshake("0.9.0", 1, kernel, missing, "s", "a", "d", "l"));
  }

  private void snapshot(byte[] bytes) {
    server.on(
        "/api/v1/snapshot",
        exchange -> {
          tags.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
          exchange.getResponseHeaders().set("Content-Type", SnapshotCodec.MEDIA_TYPE);
          exchange.getResponseHeaders().set("ETag", "\"new\"");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  private Snapshot library(int kernel, int missing) throws IOException {
    return new Snapshot(kernel, missing, List.of(new Snapshot.Certificate(CERTIFICATE, prints())));
  }

  /** Of the photograph as a certificate has them. */
  private List<Fingerprint> prints() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new ArrayList<>(Certificates.of(LumaImage.fromRgb(image.getWidth(), image.getHeight(), pixels)));
  }

  private void pair() {
    browser.pair(server.origin() + "/pair#code");
  }

  private String notice(String page, String part) {
    try (Page shown = browser.extensionPage(page)) {
      Locator notice = shown.locator(".notice", new Page.LocatorOptions().setHasText(part));
      notice.waitFor();
      return notice.textContent();
    }
  }

  private Object status(String member) {
    try (Page asking = browser.extensionPage("options.html")) {
      return asking.evaluate(
          "async member => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1}))[member]", member);
    }
  }

  @Test
  void it_asks_for_the_fingerprints_of_its_own_version() throws IOException {
    snapshot(SnapshotCodec.encode(library(Kernel.VERSION, 0)));
    pair();
    assertThat(server.requests()).contains("GET /api/v1/snapshot?kernel=" + Kernel.VERSION);
    assertThat(status("certificates")).isEqualTo(1);
    assertThat(status("kernelTrouble")).isEqualTo("");
  }

  @Test
  void beside_an_older_server_it_says_that_the_server_needs_an_update() throws IOException {
    handshake(Kernel.VERSION - 1, 0);
    snapshot(SnapshotFormatOne.encode(library(Kernel.VERSION - 1, 0)));
    pair();
    assertThat(notice("panel.html", "Update"))
        .isEqualTo(
            "Your server is older than this extension: their fingerprints cannot be compared. Update the server;"
                + " nothing is matched until then.");
    assertThat(notice("options.html", "Update")).startsWith("Your server is older than this extension");
    assertThat(status("certificates")).isEqualTo(0);
  }

  @Test
  void beside_a_newer_server_that_has_nothing_for_it_it_says_that_it_needs_an_update() throws IOException {
    handshake(Kernel.VERSION + 1, 0);
    server.on(
        "/api/v1/snapshot",
        exchange -> {
          byte[] problem =
              "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":409,\"detail\":\"d\",\"code\":\"kernel-differs\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
          exchange.sendResponseHeaders(409, problem.length);
          exchange.getResponseBody().write(problem);
        });
    pair();
    assertThat(notice("panel.html", "Update"))
        .isEqualTo(
            "This extension is older than your server: their fingerprints cannot be compared. Update the extension;"
                + " nothing is matched until then.");
  }

  @Test
  void certificates_that_the_server_is_still_computing_are_counted() throws IOException {
    handshake(Kernel.VERSION, 3);
    snapshot(SnapshotCodec.encode(library(Kernel.VERSION, 3)));
    pair();
    assertThat(notice("panel.html", "fingerprints"))
        .isEqualTo(
            "The server has no fingerprints for this extension's version of 3 monitored photographs (yet). Copies of"
                + " these are not found.");
    assertThat(notice("options.html", "still being computed")).contains("3 monitored photographs");
  }

  @Test
  void after_an_update_of_the_extension_the_stored_snapshot_is_dropped_and_fetched_anew() throws IOException {
    snapshot(SnapshotCodec.encode(library(Kernel.VERSION, 0)));
    pair();
    String stored = Base64.getEncoder().encodeToString(SnapshotCodec.encode(library(Kernel.VERSION - 1, 0)));
    try (Page inside = browser.extensionPage("options.html")) {
      inside.evaluate(
          """
          async text => {
            const bytes = new Int8Array(Uint8Array.from(atob(text), c => c.charCodeAt(0)));
            const db = await new Promise(done => {
              const r = indexedDB.open('shotdeed'); r.onsuccess = () => done(r.result); });
            await new Promise(done => {
              const t = db.transaction('snapshot', 'readwrite');
              t.objectStore('snapshot').put(
                  {id: 'monitor-library', etag: '"old"', home: 'l', refreshedAt: 'x', bytes});
              t.oncomplete = done; });
            db.close();
          }
          """,
          stored);
    }
    browser.stopWorker();
    tags.clear();
    try (Page asking = browser.extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          "async () => (await chrome.runtime.sendMessage({type: 'status', tab: -1})).certificates === 1",
          null);
    }
    assertThat(tags).isNotEmpty().doesNotContain("\"old\"");
  }

  @Test
  void the_part_that_matches_is_outlined_on_both_pictures_where_it_lies() throws IOException {
    snapshot(SnapshotCodec.encode(library(Kernel.VERSION, 0)));
    Region part = new Region(2_500, 0, 7_500, 5_000);
    Region original = new Region(0, 5_000, 10_000, 10_000);
    json(
        "/api/v1/sightings",
        new SightingResult(
            "k",
            5,
            "copy",
            new Match(CERTIFICATE, "copy", "fingerprint", 3, 40, part, original),
            new CertificateSummary(
                CERTIFICATE, "t", "monitored", "certified-before-publication", "2026-01-01T00:00:00Z", "x", 9, 9),
            "new",
            0,
            null,
            null));
    server.bytes("/api/v1/sightings/5/picture", "image/jpeg", photo);
    server.bytes("/api/v1/certificates/7/picture", "image/jpeg", photo);
    server.bytes("/copy.jpg", "image/jpeg", photo);
    server.page("/item", "<title>Jacket</title><h1>Jacket</h1><img width=300 src=/copy.jpg>");
    pair();
    browser.watch(server.origin(), "taobao");
    Page listing = browser.newPage();
    listing.navigate(server.origin() + "/item");
    BadgeReader.waitFor(listing, 1);
    var box = listing.locator("img").boundingBox();
    Page panel = browser.panelOpenedBy(() -> listing.mouse().click(box.x + 20, box.y + 12));
    panel.locator(".pair svg.part").nth(1).waitFor();
    inside(panel, 0, original);
    inside(panel, 1, part);
    assertThat(panel.locator(".pair figcaption").allTextContents()).allMatch(text -> text.endsWith(" · this part matches"));
  }

  /** The outline's corners are the part's, measured on the picture as it is shown. */
  private static void inside(Page panel, int figure, Region part) {
    BoundingBox frame = panel.locator(".pair img").nth(figure).boundingBox();
    BoundingBox outline = panel.locator(".pair svg.part .line").nth(figure).boundingBox();
    double natural = ((Number) panel.evaluate(
            "i => { const p = document.querySelectorAll('.pair img')[i]; return p.naturalWidth / p.naturalHeight; }",
            figure))
        .doubleValue();
    double width = Math.min(frame.width, frame.height * natural);
    double height = width / natural;
    double left = frame.x + (frame.width - width) / 2;
    double top = frame.y + (frame.height - height) / 2;
    org.assertj.core.data.Offset<Double> pixels = org.assertj.core.data.Offset.offset(4.0); // half of the line
    assertThat(outline.x).isCloseTo(left + width * part.left() / Region.UNIT, pixels);
    assertThat(outline.y).isCloseTo(top + height * part.top() / Region.UNIT, pixels);
    assertThat(outline.width).isCloseTo(width * (part.right() - part.left()) / Region.UNIT, pixels);
    assertThat(outline.height).isCloseTo(height * (part.bottom() - part.top()) / Region.UNIT, pixels);
  }
}
