package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Console;
import shotdeed.extension.rig.DemoMarket;
import shotdeed.extension.rig.ShotDeedServer;
import shotdeed.extension.rig.Toolbar;

/**
 * The main job, as a seller does it: the finished jar, the demonstration's marketplace, a real browser, the extension under
 * its own manifest. Pictures of the steps are written to {@code target/screenshots}.
 */
class MainJobTest {
  private static final Path PHOTOGRAPHS =
      Path.of("..", "server", "src", "main", "resources", "shotdeed", "server", "demo", "certified");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static ShotDeedServer server;
  private static DemoMarket market;
  private static Chromium browser;
  private static Console console;

  @BeforeAll
  static void certify_monitor_and_pair() throws IOException {
    server = new ShotDeedServer();
    market = new DemoMarket();
    browser = new Chromium("--lang=en", "--window-size=1400,1000", Toolbar.SWITCH);
    console = new Console(browser, server);
    try (Stream<Path> files = Files.list(PHOTOGRAPHS)) {
      console.certifyAndMonitor(files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList());
    }
    shot(console.open("/monitor"), "1-monitor-library");
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(console.pairingLink());
    browser.watch(market.origin(), "taobao");
  }

  @AfterAll
  static void close() {
    browser.close();
    market.close();
    server.close();
  }

  @Test
  void from_a_recompressed_copy_to_the_evidence_of_a_complaint() throws IOException {
    String address = market.listingWith("recompressed");
    Page listing = open(address);
    assertThat(BadgeReader.waitFor(listing, market.stolenOn(address).size()))
        .containsExactlyInAnyOrderElementsOf(market.stolenOn(address));
    assertThat(BadgeReader.on(listing)).allMatch(badge -> badge.text().equals("Copy of your photo"));
    shot(listing, "2-badges-on-a-listing");

    Page panel = browser.panelOpenedBy(() -> clickBadgeOfMainPicture(listing));
    panel.waitForSelector(".forecast .points");
    assertThat(panel.locator("h1").textContent()).isEqualTo("Your original and the copy");
    assertThat(loadedPictures(panel)).isEqualTo(2);
    assertThat(panel.locator(".notice.good").first().textContent())
        .isEqualTo("Your server has confirmed the copy.");
    assertThat(panel.locator(".points").textContent()).isEqualTo("If upheld, 0 points expected (ledger A)");
    assertThat(panel.locator(".forecast").textContent())
        .contains("2 points (ledger A) if the shop has already had its first upheld complaint of the year")
        .contains("read in 2026-11; not verified by the marketplace");
    shot(panel, "3-compare-and-forecast");

    Locator prepare = panel.locator(".complaint button.primary");
    assertThat(prepare.isDisabled()).as("before the statement of ownership is ticked").isTrue();
    panel.check("#owned");
    prepare.click();
    panel.locator(".complaint .notice", new Page.LocatorOptions().setHasText("No screenshot, because")).waitFor();
    shot(panel, "4-the-click-that-allows-a-screenshot");
    Toolbar.click(browser, listing);
    panel.waitForSelector(".complaint .notice.good");
    assertThat(panel.locator(".complaint .notice.good").textContent())
        .isEqualTo("Complaint 1 is prepared (not yet submitted).");
    shot(panel, "4-complaint-prepared");

    Page complaint = console.open("/complaints/1");
    assertThat(complaint.locator(".state.prepared").first().isVisible()).isTrue();
    assertThat(complaint.locator(".state.submitted").count()).isZero();
    assertThat(complaint.locator("main").textContent()).contains("潮流搬运铺");
    shot(complaint, "5-complaint-in-the-console");
    Map<String, byte[]> evidence = evidence(complaint);
    assertThat(evidence.keySet()).contains("manifest.json", "screenshot-masked.png").anyMatch(name -> name.endsWith(".jpg"));
    assertThat(evidence.keySet()).doesNotContain("screenshot.png");
    assertThat(evidence.keySet()).noneMatch(name -> name.contains("forecast") || name.contains("original"));
    Files.write(SCREENSHOTS.resolve("5-screenshot-masked.png"), evidence.get("screenshot-masked.png"));
    JsonNode manifest = new ObjectMapper().readTree(evidence.get("manifest.json"));
    assertThat(manifest.toString()).contains(address).contains("verified by the server").contains("stated by the seller's browser");

    console.open("/complaints/1");
    complaint.fill("#caseNumber", "TB-2026-0001");
    complaint.locator("form[action$='/submitted'] button").click();
    complaint.waitForSelector(".state.submitted");
    shot(complaint, "6-submitted-with-the-case-number");
  }

  @Test
  void a_mirrored_copy_is_badged_and_nothing_else_on_its_page() {
    String address = market.listingWith("mirrored");
    Page listing = open(address);
    assertThat(BadgeReader.waitFor(listing, market.stolenOn(address).size()))
        .containsExactlyInAnyOrderElementsOf(market.stolenOn(address));
    listing.close();
  }

  @Test
  void honest_listings_wear_no_badge_and_cost_the_server_no_request() {
    for (String address : market.honestListings()) {
      Page listing = open(address);
      browser.waitUntilChecked(address);
      assertThat(BadgeReader.pictures(listing)).as(address).isEmpty();
      assertThat(listing.locator("shotdeed-overlay").count()).as("nothing of ours is in the page").isZero();
      listing.close();
    }
  }

  private static Page open(String address) {
    Page page = browser.newPage();
    page.navigate(address);
    return page;
  }

  /** The badge stands in the upper left corner of its picture; the click is the mouse's, so the browser trusts it. */
  private static void clickBadgeOfMainPicture(Page listing) {
    Locator picture = listing.locator("#main");
    picture.scrollIntoViewIfNeeded();
    var box = picture.boundingBox();
    listing.mouse().click(box.x + 20, box.y + 12);
  }

  private static int loadedPictures(Page panel) {
    return (Integer)
        Chromium.eventually(
            panel,
            "async () => document.querySelectorAll('.evidence svg:first-child image[href^=blob]').length",
            null);
  }

  private static Map<String, byte[]> evidence(Page complaint) throws IOException {
    complaint.locator("a[href$='/evidence']").click();
    Download download =
        complaint.waitForDownload(() -> complaint.locator("form[action$='/evidence.zip'] button").click());
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(download.path()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
