package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;

/** One picture that stands in the cards of several items of a grid: each card is told of its own item. */
class PictureOfTwoItemsTest {
  private static final String THEIRS = "https://their-shop.myshopify.com/products/their-coat";

  private static WatchedShop shop;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.consent(false, false);
    byte[] copy = Photos.resized(Photos.JACKET, 500, 0.7f);
    shop.site().bytes("/copy.jpg", "image/jpeg", copy);
    shop.site().bytes("/cdn/shop/files/coat.jpg", "image/jpeg", copy);
    shop.site().bytes("/cdn/shop/files/coat_600x.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 400, 0.7f));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** What stands behind the number sign tells the places apart and is no part of a picture's address. */
  private static String card(String link, String title, String place) {
    return "<div class=grid__item><a href=" + link + "><img width=300 height=300 src=/copy.jpg#" + place + "></a><h3 class=title>"
        + title + "</h3></div>";
  }

  @Test
  void each_card_wears_the_badge_of_its_item_and_opens_what_was_found_there() {
    shop.site()
        .page(
            "/collections/coats",
            "<title>Coats</title><link rel=preconnect href=https://cdn.shopify.com><script>var Shopify = {};"
                + " Shopify.shop = \"my-shop.myshopify.com\";</script>"
                + card("/products/my-coat", "My coat", "mine")
                + card(THEIRS, "Their coat", "theirs"));
    try (Page page = shop.browser().newPage()) {
      page.navigate(shop.site().origin() + "/collections/coats");
      waitForBadges(page, "mine Copy of your photo", "theirs Copy of your photo");
      assertThat(opened(page, "mine", "my-coat")).doesNotContain(" their-coat ");
      assertThat(opened(page, "theirs", "their-coat")).doesNotContain(" my-coat ");
      try (Page panel = shop.panel("/collections/coats")) {
        panel.getByText("Their coat").waitFor();
        assertThat(panel.locator(".hit strong").allTextContents()).containsExactlyInAnyOrder("My coat", "Their coat");
        panel.getByText("2 of 2 items checked; 2 show your photos").waitFor();
      }

      mineIsMyOwn();
      page.reload();
      waitForBadges(page, "mine ⚠ Original without its mark", "theirs Copy of your photo");

      page.evaluate(
          "html => document.body.insertAdjacentHTML('beforeend', html)", card(THEIRS + "?pos=9", "Their coat", "later"));
      waitForBadges(page, "later Copy of your photo", "mine ⚠ Original without its mark", "theirs Copy of your photo");
      assertThat(opened(page, "later", "their-coat")).doesNotContain(" my-coat ");
    }
  }

  @Test
  void another_size_of_a_copy_that_comes_after_its_verdict_wears_the_badge_too() {
    shop.site().page("/late-size", "<title>Late size</title><img width=300 height=300 src=/cdn/shop/files/coat.jpg#first>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(shop.site().origin() + "/late-size");
      waitForBadges(page, "first Copy of your photo");
      page.evaluate(
          "document.body.insertAdjacentHTML('beforeend', '<img width=300 height=300 src=/cdn/shop/files/coat_600x.jpg#later>')");
      waitForBadges(page, "first Copy of your photo", "later Copy of your photo");
    }
  }

  /** Clicks the badge at a place; returns which hit the panel was opened for, once it is one of the item. */
  private static String opened(Page page, String place, String item) {
    page.locator("img[src$='#" + place + "']").scrollIntoViewIfNeeded();
    page.waitForTimeout(200);
    var box = page.locator("img[src$='#" + place + "']").boundingBox();
    page.mouse().click(box.x + 20, box.y + 12);
    try (Page asking = shop.browser().extensionPage("options.html")) {
      return (String)
          Chromium.eventually(
              asking,
              """
              async ([url, item]) => {
                const tab = (await chrome.tabs.query({})).find(t => t.url === url);
                const {path} = await chrome.sidePanel.getOptions({tabId: tab.id});
                const hit = path && new URL(path, 'https://x/').searchParams.get('hit');
                return hit && hit.includes(' ' + item + ' ') && hit;
              }
              """,
              List.of(page.url(), item));
    }
  }

  private static void mineIsMyOwn() {
    JsonNode mine = sighting("my-coat");
    assertThat(mine.at("/listing/shopId").asText()).isEqualTo("my-shop.myshopify.com");
    assertThat(sighting("their-coat").at("/listing/pageUrl").asText()).isEqualTo(THEIRS);
    Page console = shop.console().open("/sightings/" + mine.get("id").asInt());
    console.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("This is my own shop")).click();
    console.waitForLoadState();
  }

  private static JsonNode sighting(String item) {
    for (JsonNode sighting : shop.browser().api(shop.watch().origin(), "/api/v1/sightings").get("sightings")) {
      if (sighting.at("/listing/listingId").asText().equals(item)) {
        return sighting;
      }
    }
    throw new AssertionError("no sighting of " + item);
  }

  private static String badges(Page page) {
    return BadgeReader.on(page).stream()
        .map(badge -> badge.picture().substring(badge.picture().indexOf('#') + 1) + " " + badge.text())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static void waitForBadges(Page page, String... badges) {
    String wanted = String.join("\n", badges);
    for (long end = System.nanoTime() + 20_000_000_000L; !badges(page).equals(wanted) && System.nanoTime() < end; ) {
      page.waitForTimeout(100);
    }
    assertThat(badges(page)).isEqualTo(wanted);
  }
}
