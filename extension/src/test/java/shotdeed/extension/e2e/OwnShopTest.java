package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;
import shotdeed.fingerprint.Region;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.Match;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SightingResult;

/** What was read of the invisible mark stands beside each hit; in the seller's own shop its lack is warned of. */
class OwnShopTest {
  private static final String PATH = "/api/v1/sightings";
  private static final String[] ABOUT_MARKS = {"Mark read", "No mark", "marked copy", "without its mark"};
  private static final int JACKET = 1;

  private static WatchedShop shop;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET, Photos.SKIRT), "--lang=en");
    shop.consent(false, false);
    pictures(shop);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void pictures(WatchedShop at) {
    at.site()
        .bytes("/original.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 700, 0.8f))
        .bytes("/marked.jpg", "image/jpeg", Photos.marked(Photos.JACKET, JACKET))
        .bytes("/swapped.jpg", "image/jpeg", Photos.marked(Photos.SKIRT, JACKET));
  }

  /** Opens a listing of a shop and waits until each of its pictures wears a badge. */
  private static Page visit(WatchedShop at, String path, String shopId, String... pictures) {
    StringBuilder html = new StringBuilder("<title>Jacket</title><h1>Jacket</h1>");
    html.append("<script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"Jacket\",\"offers\":{\"seller\":")
        .append("{\"name\":\"Shop ").append(shopId).append("\",\"@id\":\"").append(shopId).append("\"}}}</script>");
    for (String picture : pictures) {
      html.append("<img style='display:block;width:400px;margin:8px' src=").append(picture).append('>');
    }
    at.site().page(path, html.toString());
    Page page = at.browser().newPage();
    page.navigate(at.site().origin() + path);
    at.browser().waitUntilChecked(at.site().origin() + path);
    BadgeReader.waitFor(page, pictures.length);
    return page;
  }

  /** What the badges say, in the order of their pictures' names. */
  private static List<String> badges(Page page) {
    return BadgeReader.on(page).stream()
        .sorted(Comparator.comparing(BadgeReader.Badge::picture))
        .map(BadgeReader.Badge::text)
        .toList();
  }

  private static void waitForBadges(Page page, String... texts) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!badges(page).equals(List.of(texts)) && System.nanoTime() < end) {
      page.waitForTimeout(100);
    }
    assertThat(badges(page)).containsExactly(texts);
  }

  /** What the page's list says of its picture of this number. */
  private static Locator entry(Page list, int number) {
    Pattern last = Pattern.compile("^\\D*" + number + "\\D*$");
    Locator place = list.locator("strong", new Page.LocatorOptions().setHasText(last));
    return list.locator("button.hit", new Page.LocatorOptions().setHas(place));
  }

  /** The panel of the hit that the page's picture of this number is. */
  private static Page hit(WatchedShop at, String path, int number) {
    Page panel = at.panel(path);
    entry(panel, number).click();
    panel.locator(".facts").waitFor();
    return panel;
  }

  private static String state(Page list, int number) {
    return entry(list, number).locator(".state").textContent();
  }

  private static String fact(Page panel, String name) {
    Locator names = panel.locator("dt", new Page.LocatorOptions().setHasText(name));
    return names.count() == 0 ? null : names.first().locator("xpath=following-sibling::dd[1]").textContent();
  }

  private static String toolbar(String path) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      int tab = shop.tab(asking, path);
      return (String) asking.evaluate("async tab => chrome.action.getBadgeText({tabId: tab})", tab);
    }
  }

  private static void decideInConsole(String path, String button) {
    int sighting = 0;
    for (JsonNode one : shop.browser().api(shop.watch().origin(), PATH).get("sightings")) {
      sighting = one.at("/listing/pageUrl").asText().endsWith(path) ? one.get("id").asInt() : sighting;
    }
    Page console = shop.console().open("/sightings/" + sighting);
    console.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    console.waitForLoadState();
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")).setFullPage(true));
  }

  @Test
  void a_shop_named_as_own_wears_quiet_ticks_and_is_warned_of_the_original_until_that_is_taken_back() {
    String[] pictures = {"/original.jpg", "/marked.jpg", "/swapped.jpg"};
    Page page = visit(shop, "/mine", "mine-7", pictures);
    waitForBadges(page, "Copy of your photo", "Copy of your photo", "Copy of your photo");
    assertThat(toolbar("/mine")).isEqualTo("3");

    decideInConsole("/mine", "This is my own shop");
    page.reload();
    waitForBadges(
        page,
        "✓ Your own shop · marked copy",
        "⚠ Original without its mark",
        "✓ Your own shop · mark of certificate 1");
    assertThat(toolbar("/mine")).as("no copies to count").isEmpty();
    shot(page, "own-shop-badges");

    Page list = shop.panel("/mine");
    list.getByText("In your own shop: 3").waitFor();
    shot(list, "own-shop-list");
    assertThat(list.getByText("Copies of your photos").count()).isZero();
    assertThat(state(list, 1)).isEqualTo("Certificate 1 · Original without its mark");
    assertThat(state(list, 2)).isEqualTo("Certificate 1 · Your own shop · marked copy");
    assertThat(state(list, 3)).isEqualTo("Certificate 2 · Your own shop · mark of certificate 1");
    list.close();

    Page original = hit(shop, "/mine", 1);
    original.getByText("Download the marked copy").waitFor();
    assertThat(original.locator("h1").textContent()).isEqualTo("Your photograph in your own shop");
    assertThat(original.locator(".notice.warn").textContent())
        .isEqualTo("Your listing shows the original without its mark. Publish the marked copy instead.");
    assertThat(original.getByText("Download the marked copy").getAttribute("href"))
        .isEqualTo(shop.watch().origin() + "/certificates/" + JACKET);
    assertThat(original.getByText("Not your shop?").getAttribute("href"))
        .startsWith(shop.watch().origin() + "/sightings/");
    assertThat(original.locator(".complaint, .forecast").count()).isZero();
    assertThat(fact(original, "Mark read")).isEqualTo("none");
    shot(original, "own-shop-original");
    original.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shot(original, "own-shop-original-dark");
    original.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).click();
    waitForBadges(page, "✓ Your own shop · marked copy", "✓ Your own shop · mark of certificate 1");
    original.getByText("Undo: show it again").click();
    original.getByText("Not your shop?").waitFor();
    original.close();

    Page marked = hit(shop, "/mine", 2);
    assertThat(marked.locator(".notice.good").textContent())
        .isEqualTo("Your listing shows the marked copy, as it should.");
    assertThat(marked.locator(".notice.warn, .complaint, .forecast").count()).isZero();
    assertThat(fact(marked, "Mark read")).matches("certificate 1 \\(clear \\d+ %\\)");
    marked.close();

    Page swapped = hit(shop, "/mine", 3);
    assertThat(swapped.locator(".notice.note").allTextContents())
        .contains("The mark names certificate 1, the picture matches certificate 2.");
    swapped.close();

    decideInConsole("/mine", "This is not my shop");
    try (Page panel = shop.panel("/mine")) {
      panel.getByText("Copies of your photos: 3").waitFor();
      waitForBadges(page, "Copy of your photo", "Copy of your photo", "Copy of your photo");
      assertThat(toolbar("/mine")).isEqualTo("3");
    }
    page.close();
  }

  @Test
  void of_a_copy_in_anothers_shop_the_mark_is_said_beside_the_match() {
    Page page = visit(shop, "/theirs", "thief-1", "/original.jpg", "/marked.jpg", "/swapped.jpg");
    waitForBadges(page, "Copy of your photo", "Copy of your photo", "Copy of your photo");
    Page list = shop.panel("/theirs");
    assertThat(state(list, 1)).isEqualTo("Certificate 1 · confirmed · mark read: none");
    assertThat(state(list, 2)).matches("Certificate 1 · confirmed · mark read: certificate 1 \\(clear \\d+ %\\)");
    assertThat(state(list, 3)).matches("Certificate 2 · confirmed · mark read: certificate 1 \\(clear \\d+ %\\)");
    list.close();

    Page none = hit(shop, "/theirs", 1);
    assertThat(fact(none, "Mark read")).isEqualTo("none");
    assertThat(none.locator("p.small", new Page.LocatorOptions().setHasText("No mark")).textContent())
        .isEqualTo("No mark was found; that says nothing against the match.");
    assertThat(none.locator(".notice.warn, .notice.bad").count()).isZero();
    assertThat(none.locator(".complaint").count()).isEqualTo(1);
    assertThat(none.getByText("Is this your own shop?").getAttribute("href"))
        .startsWith(shop.watch().origin() + "/sightings/");
    none.close();

    Page other = hit(shop, "/theirs", 3);
    assertThat(other.locator(".notice.note").allTextContents())
        .contains("The mark names certificate 1, the picture matches certificate 2.");
    assertThat(other.locator(".complaint").count()).as("it is evidence beside the match").isEqualTo(1);
    shot(other, "mark-other");
    other.close();
    page.close();
  }

  @Test
  void where_nobody_looked_for_a_mark_nothing_is_said_of_one() {
    shop.watch().answer(PATH, request -> json(result("new", null)));
    try (Page page = visit(shop, "/unread", "thief-2", "/original.jpg")) {
      waitForBadges(page, "Copy of your photo");
      try (Page panel = hit(shop, "/unread", 1)) {
        assertThat(fact(panel, "Match")).isNotNull();
        assertThat(panel.locator("main").textContent()).doesNotContain(ABOUT_MARKS);
      }
    }
    shop.watch().answer(PATH, request -> json(result("own", null)));
    try (Page page = visit(shop, "/unread-own", "mine-8", "/original.jpg")) {
      waitForBadges(page, "✓ Your own shop");
      try (Page panel = hit(shop, "/unread-own", 1)) {
        assertThat(panel.locator("main").textContent()).doesNotContain(ABOUT_MARKS);
      }
    } finally {
      shop.watch().answer(PATH, null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, ⚠ 没有隐形标记的原图, 您的商品页用的是没有隐形标记的原图。请改用发布用图。, 在控制台下载证书 1 的发布用图",
    "zh-TW, ⚠ 沒有隱形標記的原圖, 您的商品頁用的是沒有隱形標記的原圖。請改用發布用圖。, 在主控台下載證書 1 的發布用圖"
  })
  void the_warning_is_said_in_the_sellers_language(String language, String badge, String warning, String toDo) {
    try (WatchedShop there = new WatchedShop(List.of(Photos.JACKET), "--lang=" + language)) {
      there.consent(false, false);
      pictures(there);
      there.watch().answer(PATH, request -> json(result("own", ReadMark.NONE)));
      Page page = visit(there, "/mine", "mine-7", "/original.jpg");
      waitForBadges(page, badge);
      there.watch().answer(PATH, request -> json(result("own", new ReadMark("1", 96))));
      Page second = visit(there, "/marked", "mine-7", "/original.jpg", "/marked.jpg");
      shot(second, "own-shop-badges-" + language);
      Page panel = hit(there, "/mine", 1);
      panel.getByText(toDo).waitFor();
      assertThat(panel.locator(".notice.warn").textContent()).isEqualTo(warning);
      shot(panel, "own-shop-original-" + language);
      panel.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      shot(panel, "own-shop-original-dark-" + language);
      panel.setViewportSize(360, 800);
      shot(panel, "own-shop-original-narrow-" + language);
      assertThat((Integer) panel.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
      there.watch().answer(PATH, request -> json(result("new", new ReadMark("2", 96))));
      visit(there, "/theirs", "thief-1", "/original.jpg", "/marked.jpg");
      shot(hit(there, "/theirs", 2), "mark-other-" + language);
      shot(there.panel("/theirs"), "marks-list-" + language);
    }
  }

  private static SightingResult result(String state, ReadMark mark) {
    return new SightingResult(
        "k", 5, "copy",
        new Match(JACKET, "copy", "fingerprint", 3, 40, Region.WHOLE, Region.WHOLE),
        new CertificateSummary(
            JACKET, "jacket", "monitored", "certified-before-publication", "2026-01-01T00:00:00Z", "x", 9, 9),
        state, 0, null, mark);
  }

  private static String json(SightingResult result) {
    try {
      return new ObjectMapper().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
