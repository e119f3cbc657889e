package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/** The server goes away, the worker dies, the browser is no longer known: nothing that a person did is lost or doubled. */
class AwayTest {
  private Workshop shop;

  @BeforeEach
  void open() {
    shop = new Workshop(List.of(Photos.JACKET), "--lang=en");
    shop.site()
        .bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET))
        .page("/item", "<title>Jacket</title><h1>Jacket</h1><img width=300 src=/copy.jpg>");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void what_was_found_and_prepared_while_the_server_was_away_is_sent_once_when_it_is_back() {
    shop.server().kill();
    Page listing = shop.browser().newPage();
    listing.navigate(shop.site().origin() + "/item");
    BadgeReader.waitFor(listing, 1);
    assertThat(BadgeReader.on(listing)).extracting(BadgeReader.Badge::text).containsExactly("Looks like your photo");
    var box = listing.locator("img").boundingBox();
    Page panel = shop.browser().panelOpenedBy(() -> listing.mouse().click(box.x + 20, box.y + 12));
    panel.waitForSelector(".complaint #owned");
    panel.check("#owned");
    panel.locator(".complaint button.primary").click();
    panel.locator(".complaint .notice", new Page.LocatorOptions().setHasText("Saved on this computer")).waitFor();

    shop.browser().stopWorker();
    shop.server().startAgain();
    synchronize(panel);
    synchronize(panel);
    panel.waitForSelector(".complaint .notice.good");
    assertThat(panel.locator(".complaint .notice.good").textContent())
        .isEqualTo("Complaint 1 is prepared (not yet submitted).");
    assertThat(api("/api/v1/sightings").get("total").asInt()).isEqualTo(1);
    assertThat(api("/api/v1/complaints").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void the_badge_stays_and_the_panel_still_knows_the_page_after_the_worker_died() {
    Page listing = shop.browser().newPage();
    String address = shop.site().origin() + "/item";
    listing.navigate(address);
    BadgeReader.waitFor(listing, 1);
    shop.browser().stopWorker();
    assertThat(BadgeReader.on(listing)).hasSize(1);
    assertThat(shop.browser().waitUntilChecked(address)).containsEntry("found", 1);
    assertThat(api("/api/v1/sightings").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void a_revoked_browser_says_so_and_keeps_what_it_found() {
    Page devices = shop.console().open("/browsers");
    devices.locator("details summary").first().click();
    devices.locator("button.danger").first().click();
    Page listing = shop.browser().newPage();
    listing.navigate(shop.site().origin() + "/item");
    BadgeReader.waitFor(listing, 1);
    assertThat(BadgeReader.on(listing)).extracting(BadgeReader.Badge::text).containsExactly("Looks like your photo");
    Page panel = shop.browser().extensionPage("panel.html");
    panel.locator(".notice.bad", new Page.LocatorOptions().setHasText("no longer knows this browser")).waitFor();
  }

  private JsonNode api(String path) {
    return shop.browser().api(shop.server(), path);
  }

  private static void synchronize(Page panel) {
    Chromium.eventually(
        panel, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
  }
}
