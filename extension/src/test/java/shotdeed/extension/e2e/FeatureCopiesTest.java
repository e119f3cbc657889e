package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch.Request;
import shotdeed.extension.rig.WatchedShop;
import shotdeed.wire.LookCodec;

/**
 * Copies that no fingerprint finds, with the thorough check off and on: what the finished server itself answers, to the
 * real browser.
 */
class FeatureCopiesTest {
  private static final Path PICTURES = Path.of("..", "server", "src", "test", "resources", "pictures");
  private static final String LOOK = "/api/v1/look";
  private static final String SIGHTINGS = "/api/v1/sightings";

  /** Of the jacket, some three tenths across, from here. */
  private static final int ZOOM_LEFT = 140;

  private static final int ZOOM_TOP = 187;
  private static final int ZOOM_WIDTH = 120;
  private static final int ZOOM_HEIGHT = 160;

  /** Two skirts on one hanger, before one background: the first is certified. */
  private static final String HANGER = "photo.jpg";

  private static final String OTHER_ON_HANGER = "photo-3.jpg";

  private static WatchedShop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = new WatchedShop(List.of(Photos.JACKET, Photos.SKIRT, Photos.DRESS), "--lang=en");
    shop.console().certifyAndMonitor(List.of(PICTURES.resolve(HANGER)));
    shop.site()
        .bytes(
            "/zoom.jpg", "image/jpeg", Photos.zoom(Photos.JACKET, ZOOM_LEFT, ZOOM_TOP, ZOOM_WIDTH, ZOOM_HEIGHT, 500))
        .bytes("/banners.jpg", "image/jpeg", Photos.underBanners(Photos.SKIRT, 600, 4))
        .bytes("/cut-out.jpg", "image/jpeg", Photos.cutOut(Photos.DRESS, 600))
        .bytes("/honest.jpg", "image/jpeg", Photos.file(Photos.OTHER_SHORTS))
        .bytes("/hanger.jpg", "image/jpeg", Files.readAllBytes(PICTURES.resolve(OTHER_ON_HANGER)));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void the_thorough_check_badges_what_no_fingerprint_finds_and_nothing_else() {
    shop.consent(false, false);
    int before = shop.watch().requests().size();
    Page off = visit("/off");
    assertThat(BadgeReader.on(off)).as("badges with the thorough check off").isEmpty();
    assertThat(requestsSince(before)).as("requests with the thorough check off").isEmpty();
    off.close();

    shop.consent(true, false);
    Page page = visit("/on");
    assertThat(BadgeReader.waitFor(page, 3)).containsExactlyInAnyOrder(
        shop.site().origin() + "/zoom.jpg",
        shop.site().origin() + "/banners.jpg",
        shop.site().origin() + "/cut-out.jpg");
    waitForLooks("/on", 5);
    waitUntilConfirmed(page);
    assertThat(BadgeReader.on(page)).hasSize(3).allMatch(badge -> badge.text().equals("Copy of your photo"));
    for (Request request : requestsSince(before)) {
      assertThat(request.path()).isIn(LOOK, SIGHTINGS);
      if (request.path().equals(LOOK)) {
        assertThat(LookCodec.decode(request.body()).candidates()).as("found by fingerprints").isEmpty();
      }
    }
    assertThat(requestsSince(before)).filteredOn(request -> request.path().equals(SIGHTINGS)).hasSize(3);
    assertSighting("/zoom.jpg", 1);
    assertSighting("/banners.jpg", 2);
    assertSighting("/cut-out.jpg", 3);
    assertThat(sightings("/on")).hasSize(3);
    assertZoomed(sighting("/zoom.jpg"));
    assertEvidence(page);
    assertRelated();
    page.close();
  }

  private static void assertSighting(String picture, int certificate) {
    JsonNode sighting = sighting(picture);
    JsonNode match = sighting.get("match");
    assertThat(match.get("method").asText()).as(picture).isEqualTo("feature");
    assertThat(match.get("verdict").asText()).as(picture).isEqualTo("copy");
    assertThat(match.get("certificate").asInt()).as(picture).isEqualTo(certificate);
    for (JsonNode figure : sighting.get("secondOpinion")) {
      assertThat(figure.get("distance").isNull()).as("%s: %s", picture, figure).isFalse();
    }
  }

  /** The zoom lies where it was cut out, and what independent algorithms compare there is the same thing. */
  private static void assertZoomed(JsonNode sighting) {
    JsonNode original = sighting.at("/match/original");
    double width = Photos.read(Photos.JACKET).getWidth();
    double height = Photos.read(Photos.JACKET).getHeight();
    assertThat(original.get("left").asDouble() / 10_000).isCloseTo(ZOOM_LEFT / width, within(0.02));
    assertThat(original.get("top").asDouble() / 10_000).isCloseTo(ZOOM_TOP / height, within(0.02));
    assertThat(original.get("right").asDouble() / 10_000).isCloseTo((ZOOM_LEFT + ZOOM_WIDTH) / width, within(0.02));
    assertThat(original.get("bottom").asDouble() / 10_000).isCloseTo((ZOOM_TOP + ZOOM_HEIGHT) / height, within(0.02));
    for (JsonNode figure : sighting.get("secondOpinion")) {
      assertThat(figure.get("distance").asDouble()).isLessThan(0.15);
    }
  }

  /** Side by side with outlines and lines, and one over the other: in the panel, and in the console from the store. */
  private static void assertEvidence(Page page) {
    Locator zoom = page.locator("img[src='/zoom.jpg']");
    zoom.scrollIntoViewIfNeeded();
    var box = zoom.boundingBox();
    Page panel = shop.browser().panelOpenedBy(() -> page.mouse().click(box.x + 20, box.y + 12));
    panel.locator(".evidence input[type=range]").waitFor();
    assertThat(panel.locator("h1").textContent()).isEqualTo("Your original and the copy");
    assertThat(panel.locator(".evidence polygon").count()).isGreaterThanOrEqualTo(2);
    assertThat(panel.locator(".evidence line").count()).isPositive();
    assertThat(panel.locator(".complaint").count()).as("a way to a complaint").isPositive();
    panel.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "evidence-of-a-zoom.png"))
            .setFullPage(true));
    panel.close();
    for (JsonNode sighting : sightings("/on")) {
      Page console = shop.console().open("/sightings/" + sighting.get("id").asInt());
      console.locator(".evidence polygon").first().waitFor();
      assertThat(console.locator(".evidence line").count()).isPositive();
    }
  }

  /** The other skirt on the same hanger is named in the panel, and nowhere else. */
  private static void assertRelated() {
    Page panel = shop.panel("/on");
    panel.locator("h2", new Page.LocatorOptions().setHasText("Other shots of your photographs")).waitFor();
    assertThat(panel.locator("button.hit").count()).as("copies and one that is related").isEqualTo(4);
    panel.close();
  }

  private static Page visit(String path) {
    return shop.visit(path, "/zoom.jpg", "/banners.jpg", "/cut-out.jpg", "/honest.jpg", "/hanger.jpg");
  }

  private static JsonNode sighting(String picture) {
    return sightings("/on").stream()
        .filter(sighting -> sighting.at("/picture/url").asText().endsWith(picture))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sighting of " + picture));
  }

  private static List<JsonNode> sightings(String path) {
    List<JsonNode> sightings = new ArrayList<>();
    for (JsonNode sighting : shop.browser().api(shop.watch().origin(), SIGHTINGS).get("sightings")) {
      if (sighting.at("/listing/pageUrl").asText().endsWith(path)) {
        sightings.add(shop.browser().api(shop.watch().origin(), SIGHTINGS + "/" + sighting.get("id").asInt()));
      }
    }
    return sightings;
  }

  private static void waitUntilConfirmed(Page page) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (BadgeReader.on(page).stream().anyMatch(badge -> !badge.text().equals("Copy of your photo"))
        && System.nanoTime() < end) {
      page.waitForTimeout(100);
    }
  }

  private static void waitForLooks(String path, int count) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          """
          async ([address, count]) => {
            const tab = (await chrome.tabs.query({})).find(t => t.url === address);
            const {page} = await chrome.runtime.sendMessage({type: 'status', tab: tab.id});
            return page && page.thorough.looked >= count;
          }
          """,
          List.of(shop.site().origin() + path, count));
    }
  }

  /** Without the greetings of the options page, which this test opens to ask the extension. */
  private static List<Request> requestsSince(int before) {
    List<Request> all = shop.watch().requests();
    return all.subList(before, all.size()).stream().filter(r -> !r.path().equals("/api/v1/handshake")).toList();
  }
}
