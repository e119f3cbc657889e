package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch.Request;
import shotdeed.extension.rig.WatchedShop;
import shotdeed.wire.Look;
import shotdeed.wire.LookCodec;

/** What leaves the browser with the thorough check off and on, and what becomes of the server's answers. */
class ThoroughCheckTest {
  private static final String LOOK = "/api/v1/look";
  private static final String NOTHING = "{\"rasterWanted\":false,\"rasterSide\":0,\"matches\":[]}";
  private static final List<String> OTHERS =
      List.of(Photos.OTHER_HOODIE, Photos.OTHER_JEANS, Photos.OTHER_SHORTS);

  private static WatchedShop shop;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET, Photos.SKIRT), "--lang=en");
    for (int i = 0; i < OTHERS.size(); i++) {
      shop.site().bytes("/other-" + i + ".jpg", "image/jpeg", Photos.file(OTHERS.get(i)));
    }
    shop.site().bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void passOn() {
    shop.watch().answer(LOOK, null);
  }

  @Test
  void it_is_asked_for_in_one_sentence_and_off_until_answered() {
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.evaluate("chrome.storage.local.remove('consent')");
      options.reload();
      Locator consent = options.locator("#consent");
      consent.locator("button.primary").waitFor();
      assertThat(consent.locator("p").first().textContent())
          .isEqualTo(
              "Of every picture on the sites you watch, numbers computed from it go to your own server, and for a "
                  + "candidate also a small grey image of it; no addresses, and no pictures as such, unless it proves"
                  + " to be a copy.");
      assertThat(consent.locator("button.primary").textContent()).isEqualTo("Turn it on (recommended)");
      shot(options, "consent-question");
      int before = shop.watch().requests().size();
      visitOthers("/unanswered").close();
      assertThat(requestsSince(before)).isEmpty();

      consent.locator("button.primary").click();
      consent.locator(".notice.good").waitFor();
      assertThat(options.locator("#thorough").isChecked()).isTrue();
      options.locator("#thorough").uncheck();
      Chromium.eventually(
          options, "async () => (await chrome.storage.local.get('consent')).consent.thorough === false", null);
      options.reload();
      options.locator("#thorough").waitFor();
      assertThat(options.locator("#thorough").isChecked()).as("after it was turned off again").isFalse();
      shot(options, "consent-answered");
    }
  }

  @Test
  void off_a_page_without_a_hit_costs_the_server_no_request() {
    shop.consent(false, false);
    int before = shop.watch().requests().size();
    visitOthers("/off").close();
    assertThat(requestsSince(before)).isEmpty();
  }

  @Test
  void on_only_numbers_leave_and_each_picture_is_looked_at_once() {
    shop.watch().answer(LOOK, request -> NOTHING);
    shop.consent(true, false);
    int before = shop.watch().requests().size();
    Page page = visitOthers("/on");
    waitForLooks("/on", 3);
    page.close();
    List<Request> sent = requestsSince(before);
    assertThat(sent).hasSize(3).allMatch(request -> request.toString().equals("POST " + LOOK));
    for (Request request : sent) {
      assertThat(request.type()).isEqualTo("application/octet-stream");
      assertNoAddressAndNoPicture(request.body());
      Look look = LookCodec.decode(request.body());
      assertThat(look.candidates()).isEmpty();
      assertThat(look.features().count()).isBetween(50, 500);
      assertThat(look.raster()).as("a raster that nobody asked for").isNull();
    }
    visitOthers("/on-again").close();
    assertThat(requestsSince(before, LOOK)).as("after a second visit").hasSize(3);
  }

  @Test
  void the_server_itself_calls_none_of_these_a_copy_and_learns_nothing_but_numbers() {
    shop.consent(true, false);
    List<String> honest = List.of(Photos.SHOES, Photos.SLIPPERS, Photos.DRESS, Photos.SHIRT);
    String[] paths = new String[honest.size()];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/honest-" + i + ".jpg";
      shop.site().bytes(paths[i], "image/jpeg", Photos.resized(honest.get(i), 400, 0.8f));
    }
    int before = shop.watch().requests().size();
    Page page = shop.visit("/honest", paths);
    waitForLooks("/honest", paths.length);
    assertThat(BadgeReader.on(page)).isEmpty();
    assertThat(requestsSince(before)).hasSizeGreaterThanOrEqualTo(paths.length).allMatch(r -> r.path().equals(LOOK));
    for (Request request : requestsSince(before)) {
      assertNoAddressAndNoPicture(request.body());
    }
    page.close();
  }

  @Test
  void a_grey_image_is_sent_only_when_asked_for_and_as_small_as_asked_for() {
    shop.watch().answer(
        LOOK,
        request ->
            LookCodec.decode(request.body()).raster() == null
                ? "{\"rasterWanted\":true,\"rasterSide\":160,\"matches\":[]}"
                : NOTHING);
    shop.consent(true, false);
    shop.site().bytes("/tights.jpg", "image/jpeg", Photos.file(Photos.OTHER_TIGHTS));
    int before = shop.watch().requests().size();
    Page page = shop.visit("/raster", "/tights.jpg");
    waitForLooks("/raster", 1);
    List<Request> looks = requestsSince(before, LOOK);
    assertThat(looks).hasSize(2);
    Look second = LookCodec.decode(looks.get(1).body());
    assertThat(Math.max(second.raster().width(), second.raster().height())).isEqualTo(160);
    for (Request look : looks) {
      assertNoAddressAndNoPicture(look.body());
    }
    assertThat(BadgeReader.on(page)).isEmpty();
    page.close();
  }

  @Test
  void another_shot_wears_no_badge_stands_apart_and_nothing_of_it_is_reported() {
    shop.watch().answer(LOOK, request -> match("related"));
    shop.consent(true, false);
    shop.site().bytes("/blouse.jpg", "image/jpeg", Photos.file(Photos.OTHER_BLOUSE));
    int before = shop.watch().requests().size();
    Page page = shop.visit("/related", "/blouse.jpg");
    waitForLooks("/related", 1);
    assertThat(BadgeReader.on(page)).isEmpty();
    assertThat(requestsSince(before, "/api/v1/sightings")).isEmpty();

    Page panel = shop.panel("/related");
    panel.locator("h2", new Page.LocatorOptions().setHasText("Other shots of your photographs")).waitFor();
    assertThat(panel.locator("body").textContent()).contains("Thorough check: 1 of 1 pictures");
    shot(panel, "related-in-the-panel");
    panel.locator("button.hit").click();
    panel.locator(".evidence svg").first().waitFor();
    assertThat(panel.locator("h1").textContent()).isEqualTo("Another shot of your photograph: not a copy");
    assertThat(panel.locator(".complaint").count()).as("a way to a complaint").isZero();
    panel.locator(".evidence img, .evidence image").first().waitFor();
    shot(panel, "related-compared");
    panel.close();
    page.close();
  }

  @Test
  void a_near_picture_that_the_server_calls_none_is_no_copy_and_is_not_reported() {
    shop.watch().answer(LOOK, request -> NOTHING);
    shop.consent(false, false);
    int before = shop.watch().requests().size();
    shop.site().bytes("/none.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.7f));
    Page page = shop.visit("/none", "/none.jpg");
    List<Request> looks = requestsSince(before, LOOK);
    assertThat(looks).as("a look, since a fingerprint was near").hasSize(1);
    assertThat(LookCodec.decode(looks.get(0).body()).candidates()).isNotEmpty();
    assertThat(requestsSince(before, "/api/v1/sightings")).isEmpty();
    assertThat(BadgeReader.on(page)).isEmpty();
    page.close();
  }

  @Test
  void a_copy_is_reported_with_its_bytes_and_drawn_beside_and_over_its_original() {
    shop.watch().answer(LOOK, request -> match("copy"));
    shop.consent(false, false);
    int before = shop.watch().requests().size();
    Page page = shop.visit("/copied", "/copy.jpg");
    BadgeReader.waitFor(page, 1);
    assertThat(BadgeReader.on(page)).extracting(BadgeReader.Badge::text).containsExactly("Copy of your photo");
    assertThat(requestsSince(before, LOOK)).hasSize(1);
    assertThat(requestsSince(before, "/api/v1/sightings")).hasSize(1);
    var box = page.locator("img").boundingBox();
    Page panel = shop.browser().panelOpenedBy(() -> page.mouse().click(box.x + 20, box.y + 12));
    panel.locator(".evidence input[type=range]").waitFor();
    assertThat(panel.locator(".evidence polygon").count()).isEqualTo(4);
    assertThat(panel.locator(".evidence line").count()).isPositive();
    panel.locator(".evidence input[type=range]").focus();
    panel.keyboard().press("End");
    assertThat(panel.locator(".evidence image[transform]").getAttribute("opacity")).isEqualTo("1");
    panel.keyboard().press("Home");
    assertThat(panel.locator(".evidence image[transform]").getAttribute("opacity")).isEqualTo("0.00");
    for (int i = 0; i < 50; i++) {
      panel.keyboard().press("ArrowRight");
    }
    assertThat(panel.locator(".evidence image[transform]").getAttribute("opacity")).isEqualTo("0.50");
    shot(panel, "evidence-in-the-panel");
    panel.close();
    page.close();
  }

  @Test
  void a_picture_that_the_user_chooses_is_looked_at_with_the_thorough_check_off() {
    shop.watch().answer(LOOK, request -> NOTHING);
    shop.consent(false, false);
    Page page = visitOthers("/chosen");
    int before = shop.watch().requests().size();
    try (Page asking = shop.browser().extensionPage("options.html")) {
      int tab = shop.tab(asking, "/chosen");
      asking.evaluate(
          "([tab, picture]) => chrome.runtime.sendMessage({type: 'check', tab, picture})",
          List.of(tab, shop.site().origin() + "/other-1.jpg"));
    }
    assertThat(requestsSince(before, LOOK)).hasSize(1);
    Page panel = shop.panel("/chosen");
    panel
        .locator(".notice", new Page.LocatorOptions().setHasText("shows none of your monitored photos"))
        .waitFor();
    panel.close();
    page.close();
  }

  @Test
  void while_the_server_is_away_the_panel_says_how_many_are_unchecked() {
    shop.watch().answer(LOOK, request -> "no JSON: a program that is no ShotDeed server");
    shop.consent(true, false);
    shop.site().bytes("/dress.jpg", "image/jpeg", Photos.file(Photos.OTHER_PINAFORE));
    Page page = shop.visit("/away", "/dress.jpg");
    Page panel = shop.panel("/away");
    Locator line = panel.locator(".thorough", new Page.LocatorOptions().setHasText("server not reachable"));
    line.waitFor();
    assertThat(line.textContent()).isEqualTo("Thorough check: 0 of 1 pictures, server not reachable");
    shop.watch().answer(LOOK, request -> NOTHING);
    panel.locator("footer button").click();
    panel
        .locator(".thorough", new Page.LocatorOptions().setHasText("Thorough check: 1 of 1 pictures"))
        .waitFor();
    panel.close();
    page.close();
  }

  @Test
  void turned_off_while_a_look_is_on_its_way_no_other_is_sent_and_that_one_is_not_repeated() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch off = new CountDownLatch(1);
    shop.watch().answer(LOOK, request -> {
      arrived.countDown();
      awaits(off);
      return "no JSON: a program that is no ShotDeed server";
    });
    shop.consent(true, false);
    shop.site().bytes("/mind-0.jpg", "image/jpeg", Photos.file(Photos.OTHER_BLOUSE));
    shop.site().bytes("/mind-1.jpg", "image/jpeg", Photos.file(Photos.OTHER_PINAFORE));
    int before = shop.watch().requests().size();
    Page page = shop.visit("/mind", "/mind-0.jpg", "/mind-1.jpg");
    assertThat(arrived.await(30, TimeUnit.SECONDS)).as("a look arrived").isTrue();
    shop.consent(false, false);
    waitFor("/mind", "!page.thorough.on");
    shop.watch().answer(LOOK, request -> NOTHING);
    off.countDown();
    try (Page asking = shop.browser().extensionPage("options.html")) {
      for (int i = 0; i < 3; i++) {
        asking.evaluate("chrome.runtime.sendMessage({type: 'synchronize'})");
      }
    }
    assertThat(requestsSince(before, LOOK)).hasSize(1);
    page.close();
  }

  @Test
  void turned_off_and_on_again_no_picture_is_counted_twice() {
    shop.watch().answer(LOOK, request -> NOTHING);
    shop.consent(true, false);
    String[] paths = {"/twice-0.jpg", "/twice-1.jpg", "/twice-2.jpg"};
    for (int i = 0; i < paths.length; i++) {
      shop.site().bytes(paths[i], "image/jpeg", Photos.file(OTHERS.get(i)));
    }
    Page page = shop.visit("/twice", paths);
    waitForLooks("/twice", 3);
    shop.consent(false, false);
    waitFor("/twice", "!page.thorough.on");
    shop.consent(true, false);
    waitFor("/twice", "page.thorough.on && page.thorough.looked === 3 && page.thorough.open === 3");
    page.close();
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Page visitOthers(String path) {
    return shop.visit(path, "/other-0.jpg", "/other-1.jpg", "/other-2.jpg");
  }

  private static void waitForLooks(String path, int count) {
    waitFor(path, "page.thorough.looked >= " + count);
  }

  /** Waits until the status of a page is so. */
  private static void waitFor(String path, String condition) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          """
          async address => {
            const tab = (await chrome.tabs.query({})).find(t => t.url === address);
            const {page} = await chrome.runtime.sendMessage({type: 'status', tab: tab.id});
            return page && (%s);
          }
          """.formatted(condition),
          shop.site().origin() + path);
    }
  }

  private static List<Request> requestsSince(int before, String path) {
    return requestsSince(before).stream().filter(r -> r.path().equals(path)).toList();
  }

  /** Without those of the options page, which these tests open to ask the extension, and which greets its server. */
  private static List<Request> requestsSince(int before) {
    List<Request> all = shop.watch().requests();
    return all.subList(before, all.size()).stream().filter(r -> !r.path().equals("/api/v1/handshake")).toList();
  }

  /** Certificate 1 is the jacket; mirrored, as the copy is. */
  private static String match(String verdict) {
    return """
        {"rasterWanted":false,"rasterSide":0,"matches":[{"certificate":1,"verdict":"%s","method":"feature",
         "geometry":{"copyOutline":[10000,0,0,0,0,10000,10000,10000],
           "originalOutline":[0,0,10000,0,10000,10000,0,10000],
           "copyShare":10000,"originalShare":10000,"agreement":9312,
           "points":[8000,2000,2000,2000,5000,5000,5000,5000,3000,8000,7000,8000]},
         "summary":{"id":1,"title":"jacket","state":"monitored","grade":"certified-before-publication",
           "certifiedAt":"2026-11-21T08:00:00.000Z","sha256":"00","width":400,"height":400}}]}"""
        .formatted(verdict);
  }

  private static void assertNoAddressAndNoPicture(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("http", "127.0.0.1", "localhost", "other-", "honest", ".jpg", "Jacket");
    for (String name : Photos.all()) {
      byte[] file = Photos.file(name);
      for (int at = 0; at + 24 <= file.length; at += file.length / 50) {
        String piece = new String(Arrays.copyOfRange(file, at, at + 24), StandardCharsets.ISO_8859_1);
        assertThat(text.contains(piece)).as("a piece of %s", name).isFalse();
      }
    }
  }

  private static void shot(Page page, String name) {
    page.waitForTimeout(300);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")).setFullPage(true));
  }
}
