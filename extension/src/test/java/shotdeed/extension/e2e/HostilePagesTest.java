package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;
import shotdeed.extension.rig.Workshop;

/** Pages that are too large, broken, or against the extension. */
class HostilePagesTest {
  private static Workshop shop;
  private static Site site;

  @BeforeAll
  static void open() {
    shop = new Workshop(List.of(Photos.JACKET), "--lang=en");
    site = shop.site();
    site.bytes("/copy.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 300, 0.6f));
    site.bytes("/honest.jpg", "image/jpeg", Photos.file(Photos.OTHER_JEANS));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void a_listing_with_500_pictures_is_checked_to_its_end_and_only_the_copy_is_badged() {
    StringBuilder html = new StringBuilder("<title>Many</title>");
    for (int i = 0; i < 499; i++) {
      String path = "/many/" + i + ".jpg";
      site.bytes(path, "image/jpeg", Photos.file(Photos.OTHER_TIGHTS));
      html.append("<img loading=lazy width=150 height=200 src='").append(path).append("'>");
    }
    site.page("/many", html + "<img width=150 height=200 src=/copy.jpg>");
    Map<String, Object> status = check("/many");
    assertThat(status).containsEntry("found", 500).containsEntry("checked", 500);
    assertThat((List<?>) status.get("copies")).hasSize(1);
  }

  @Test
  void a_picture_that_never_arrives_does_not_keep_the_others_waiting() throws InterruptedException {
    CountDownLatch testEnds = new CountDownLatch(1);
    site.on(
        "/never.jpg",
        exchange -> {
          try {
            testEnds.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    site.page("/slow", "<title>Slow</title><img width=300 height=400 src=/never.jpg><img width=300 src=/copy.jpg>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/slow", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      assertThat(BadgeReader.waitFor(page, 1)).containsExactly(site.origin() + "/copy.jpg");
    } finally {
      testEnds.countDown();
    }
  }

  @Test
  void broken_and_giant_pictures_are_counted_and_judge_nothing() throws IOException {
    site.bytes("/giant.png", "image/png", pngHeader(30_000, 30_000));
    site.bytes("/text.jpg", "image/jpeg", "not a picture".getBytes(StandardCharsets.UTF_8));
    site.bytes("/half.jpg", "image/jpeg", Arrays.copyOf(Photos.file(Photos.JACKET), 900));
    site.page(
        "/broken",
        "<title>Broken</title><img width=300 height=300 src=/giant.png><img width=300 height=300 src=/text.jpg>"
            + "<img width=300 height=300 src=/half.jpg><img width=300 height=300 src=/missing.jpg><img src=/honest.jpg>");
    Map<String, Object> status;
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/broken");
      status = shop.browser().waitUntilChecked(site.origin() + "/broken");
      assertThat(unjudgedInPanel("/broken"))
          .isEqualTo(
              "Pictures that could not be judged: 4 (1 no picture, 1 damaged, 1 with too many pixels, 1 not available)");
    }
    assertThat(status).containsEntry("found", 5).containsEntry("checked", 5).containsEntry("copies", List.of());
    assertThat(status.get("troubles"))
        .isEqualTo(Map.of("REFUSED", 1, "UNREACHABLE", 0, "NO_ACCESS", 0, "PRIVATE", 0, "TOO_MANY", 0, "FAILED", 0));
    assertThat(status.get("unjudged"))
        .isEqualTo(
            Map.of(
                "not-a-picture", 1, "format-not-decoded", 0, "truncated", 1, "too-many-bytes", 0, "too-many-pixels", 1,
                "too-small", 0, "too-flat", 0));
  }

  /** Beside another slice it is judged with it; alone, "no copy" would say nothing. */
  @Test
  void a_blank_detail_picture_that_is_in_no_strip_is_counted_as_not_judged() {
    BufferedImage white = new BufferedImage(750, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = white.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 750, 400);
    g.dispose();
    site.bytes("/white.jpg", "image/jpeg", Photos.jpeg(white, 0.9f));
    site.bytes("/below.jpg", "image/jpeg", Photos.resized(Photos.OTHER_BLOUSE, 750, 0.8f));
    site.page("/alone", "<title>Alone</title><div class=detail><img width=300 src=/white.jpg></div>");
    Map<?, ?> alone = (Map<?, ?>) check("/alone").get("unjudged");
    assertThat(alone.get("too-flat")).isEqualTo(1);
    site.page(
        "/joined",
        "<title>Joined</title><div class=detail><img width=300 src=/white.jpg><img width=300 src=/below.jpg></div>");
    assertThat(((Map<?, ?>) check("/joined").get("unjudged")).values()).allMatch(pictures -> pictures.equals(0));
  }

  @Test
  void pictures_of_50_million_pixels_are_judged_one_after_another_and_the_copy_beside_them_is_found() {
    site.bytes("/huge.jpg", "image/jpeg", Photos.huge(Photos.OTHER_HOODIE));
    site.page(
        "/huge",
        "<title>Huge</title><img width=300 height=300 src=/huge.jpg?1><img width=300 height=300 src=/huge.jpg?2>"
            + "<img width=300 height=300 src=/huge.jpg?3><img width=300 src=/copy.jpg>");
    Map<String, Object> status = check("/huge");
    assertThat(status).containsEntry("checked", 4);
    assertThat((List<?>) status.get("copies")).hasSize(1);
    assertThat(((Map<?, ?>) status.get("unjudged")).values()).allMatch(pictures -> pictures.equals(0));
  }

  @Test
  void markup_in_titles_stays_text_in_the_panel_and_in_the_console() {
    site.page(
        "/markup",
        "<title>x</title><script type='application/ld+json'>"
            + "{\"@type\":\"Product\",\"sku\":\"m1\",\"name\":\"<img src=x onerror=\\\"window.markupRan=1\\\"><b>bold</b>\","
            + "\"offers\":{\"seller\":{\"name\":\"<i>shop</i>\",\"@id\":\"__proto__\"}}}</script>"
            + "<img width=300 src=/copy.jpg>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/markup");
      BadgeReader.waitFor(page, 1);
      var box = page.locator("img").boundingBox();
      try (Page panel = shop.browser().panelOpenedBy(() -> page.mouse().click(box.x + 20, box.y + 12))) {
        panel.waitForSelector(".facts");
        assertThat(panel.locator(".facts").textContent())
            .contains("<img src=x onerror=\"window.markupRan=1\"><b>bold</b>")
            .contains("<i>shop</i>");
        assertThat(panel.evaluate("window.markupRan")).isNull();
      }
    }
    Page console = shop.console().open("/sightings");
    assertThat(console.locator("main").textContent()).contains("<b>bold</b>").contains("<i>shop</i>");
    assertThat(console.evaluate("window.markupRan")).isNull();
  }

  @Test
  void a_page_can_neither_see_into_the_badge_nor_click_it() {
    site.page("/scripted", "<title>Scripted</title><img width=300 src=/copy.jpg>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/scripted");
      BadgeReader.waitFor(page, 1);
      assertThat(page.evaluate("document.querySelector('shotdeed-overlay').shadowRoot")).isNull();
      long panels = panels();
      page.evaluate(
          """
          () => {
            const {left, top} = document.images[0].getBoundingClientRect();
            const overlay = document.querySelector('shotdeed-overlay');
            for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
              const event = new MouseEvent(type, {bubbles: true, composed: true, clientX: left + 20, clientY: top + 12});
              overlay.dispatchEvent(event);
              document.elementFromPoint(left + 20, top + 12).dispatchEvent(event);
            }
          }
          """);
      page.waitForTimeout(500);
      assertThat(panels()).isEqualTo(panels);
      assertThat((Integer) page.evaluate("document.querySelectorAll('*').length - document.querySelectorAll('html, head, head *, body, body *').length"))
          .as("elements of ours outside head and body")
          .isEqualTo(1);
    }
  }

  @Test
  void a_picture_that_is_exchanged_under_its_badge_loses_it() {
    site.page("/exchange", "<title>Exchange</title><img width=300 height=400 src=/copy.jpg>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/exchange");
      BadgeReader.waitFor(page, 1);
      page.evaluate("document.images[0].src = '/honest.jpg'");
      assertThat(eventuallyWithout(page)).isEmpty();
    }
  }

  private static List<BadgeReader.Badge> eventuallyWithout(Page page) {
    List<BadgeReader.Badge> badges = BadgeReader.on(page);
    for (int i = 0; i < 100 && !badges.isEmpty(); i++) {
      page.waitForTimeout(100);
      badges = BadgeReader.on(page);
    }
    return badges;
  }

  /** The panel's quiet line on the pictures without a verdict of a page that is open and checked. */
  private static String unjudgedInPanel(String path) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Integer tab =
          (Integer)
              asking.evaluate(
                  "async url => (await chrome.tabs.query({})).find(t => t.url === url).id", site.origin() + path);
      try (Page panel = shop.browser().extensionPage("panel.html?tab=" + tab)) {
        panel.setViewportSize(420, 760);
        String line = panel.locator(".unjudged summary").textContent();
        panel.locator(".unjudged summary").click();
        assertThat(panel.locator(".unjudged li").count()).isEqualTo(4);
        return line;
      }
    }
  }

  private static long panels() {
    return shop.browser().targets().stream().filter(url -> url.contains("/panel.html")).count();
  }

  private static Map<String, Object> check(String path) {
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + path);
      return shop.browser().waitUntilChecked(site.origin() + path);
    }
  }

  /** A PNG that says how large it is and holds nothing else. */
  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunk);
    data.writeBytes("IHDR");
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(chunk.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.writeInt(13);
    out.write(chunk.toByteArray());
    out.writeInt((int) crc.getValue());
    return file.toByteArray();
  }
}
