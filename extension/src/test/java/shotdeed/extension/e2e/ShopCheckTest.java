package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;
import shotdeed.extension.rig.Workshop;

/** One click checks all that a page of many items shows, with progress, and can be stopped. */
class ShopCheckTest {
  /** A card's picture has its address once the card is scrolled to. */
  private static final String LAZY =
      "<link rel=preconnect href=https://cdn.shopify.com><script>const io = new IntersectionObserver(list => list.forEach(e => {"
          + " if (e.isIntersecting) { const i = e.target.querySelector('img'); i.src = i.dataset.later; } }));"
          + " const watch = () => document.querySelectorAll('.grid__item').forEach(e => io.observe(e));"
          + " addEventListener('DOMContentLoaded', watch);</script>";

  private static Workshop shop;
  private static Site site;

  @BeforeAll
  static void open() {
    shop = new Workshop(List.of(Photos.JACKET), "--lang=en");
    site = shop.site();
    site.bytes("/copy.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 300, 0.6f));
    for (int i = 0; i < 12; i++) {
      site.bytes("/honest" + i + ".jpg", "image/jpeg", Photos.resized(Photos.OTHER_JEANS, 280 + i, 0.6f));
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String card(int number, String picture) {
    return "<div class=grid__item style='height:700px'><a href=/collections/all/products/coat-" + number + "?variant=1><img width=300 height=300 data-later="
        + picture + "></a><h3 class=title>Coat " + number + "</h3></div>";
  }

  @Test
  void a_click_goes_through_the_whole_page_and_back_and_each_copy_is_of_its_item() {
    StringBuilder html = new StringBuilder("<title>All coats</title>").append(LAZY);
    for (int i = 0; i < 12; i++) {
      html.append(card(i, i == 10 ? "/copy.jpg" : "/honest" + i + ".jpg"));
    }
    site.page("/collections/all", html.toString());
    site.page("/products/coat-10", "<title>Coat 10</title>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/collections/all");
      shop.browser().waitUntilChecked(site.origin() + "/collections/all");
      try (Page panel = panel("/collections/all")) {
        panel.getByText("items checked; 0 show your photos").waitFor();
        panel.getByText("Check all items on this page").click();
        panel.getByText("12 of 12 items checked; 1 show your photos").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        panel.getByText("Went through the whole page.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
        panel.locator(".hit").click();
        panel.getByText("This picture was found in a list of many items.").waitFor();
        Page listing = shop.browser().context().waitForPage(() -> panel.getByText("Open this listing").click());
        listing.waitForURL(site.origin() + "/products/coat-10");
        listing.close();
      }
      page.evaluate("scrollTo(0, 7000)");
      assertThat(BadgeReader.waitFor(page, 1)).containsExactly(site.origin() + "/copy.jpg");
    }
    JsonNode sighting = shop.browser().sightingOf(shop.server(), "/products/coat-10");
    assertThat(sighting.at("/listing/listingId").asText()).isEqualTo("coat-10");
    assertThat(sighting.at("/listing/title").asText()).isEqualTo("Coat 10");
    assertThat(site.requests()).as("nothing but what the page shows").noneMatch(r -> r.contains("/products/coat-3"));
  }

  @Test
  void a_page_without_end_is_stopped_by_a_click_and_what_was_checked_stays() {
    site.page(
        "/collections/endless",
        "<title>Endless</title>" + LAZY + "<div id=list>" + card(0, "/honest0.jpg") + card(1, "/honest1.jpg") + "</div><script>let n = 2;"
            + " addEventListener('scroll', () => { const i = n++; list.insertAdjacentHTML('beforeend', `"
            + card(99, "/honest2.jpg").replace("coat-99", "coat-${i}").replace("Coat 99", "Coat ${i}") + "`); watch(); });</script>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(site.origin() + "/collections/endless");
      shop.browser().waitUntilChecked(site.origin() + "/collections/endless");
      try (Page panel = panel("/collections/endless")) {
        panel.getByText("Check all items on this page").click();
        panel.getByText("Stop").waitFor();
        Chromium.eventually(page, "() => scrollY > 1000", null);
        panel.getByText("Stop").click();
        panel.getByText("Stopped. What was checked stays checked.").waitFor();
        Chromium.eventually(page, "() => scrollY === 0", null);
        assertThat(panel.locator(".items .progress").textContent()).matches("([2-9]|\\d\\d) of \\d+ items checked; 0 show your photos");
      }
    }
  }

  private static Page panel(String path) {
    Page asking = shop.browser().extensionPage("options.html");
    Integer tab =
        (Integer) asking.evaluate("async url => (await chrome.tabs.query({})).find(t => t.url === url).id", site.origin() + path);
    asking.navigate(shop.browser().origin() + "/panel.html?tab=" + tab);
    return asking;
  }
}
