package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Console;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ShotDeedServer;
import shotdeed.extension.rig.Site;
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
    panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prepare without a screenshot")).click();
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

  @Test
  void a_listing_that_is_opened_while_the_worker_sleeps_is_checked_like_any_other() {
    for (int i = 0; i < 4; i++) {
      shop.browser().stopWorker();
      try (Page listing = shop.browser().newPage()) {
        listing.navigate(shop.site().origin() + "/item?visit=" + i);
        assertThat(BadgeReader.waitFor(listing, 1)).as("visit %d", i).hasSize(1);
      }
    }
  }

  @Test
  void another_program_on_the_servers_port_decides_nothing() {
    shop.server().kill();
    try (Site foreign = new Site(shop.server().port());
        Page listing = shop.browser().newPage()) {
      listing.navigate(shop.site().origin() + "/item");
      BadgeReader.waitFor(listing, 1);
      assertThat(foreign.requests()).anyMatch(request -> request.equals("POST /api/v1/look"));
      assertThat(foreign.requests()).as("the picture").doesNotContain("POST /api/v1/sightings");
      assertThat(BadgeReader.on(listing)).extracting(BadgeReader.Badge::text).containsExactly("Looks like your photo");
    }
    shop.server().startAgain();
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
    }
    assertThat(api("/api/v1/sightings").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void what_was_found_for_one_library_is_never_sent_to_another() {
    shop.server().kill();
    try (Page listing = shop.browser().newPage()) {
      listing.navigate(shop.site().origin() + "/item");
      BadgeReader.waitFor(listing, 1);
    }
    try (ShotDeedServer other = new ShotDeedServer()) {
      Console console = new Console(shop.browser(), other);
      try (Page options = shop.browser().extensionPage("options.html")) {
        options.locator("#server .facts + .notice + button").click();
        options.locator("#pairingLink").waitFor();
      }
      shop.browser().pair(console.pairingLink());
      try (Page asking = shop.browser().extensionPage("options.html")) {
        synchronize(asking);
      }
      assertThat(shop.browser().api(other, "/api/v1/sightings").get("total").asInt()).isZero();
    }
  }

  @Test
  void a_content_script_cannot_read_the_token() {
    try (Page listing = shop.browser().newPage()) {
      listing.navigate(shop.site().origin() + "/item");
      BadgeReader.waitFor(listing, 1);
      assertThat(shop.browser().inContentScript(listing, "chrome.storage.local.get('server').then(s => JSON.stringify(s))"))
          .as("read from the world of the content script")
          .doesNotContain("token")
          .contains("not allowed");
    }
  }

  private JsonNode api(String path) {
    return shop.browser().api(shop.server(), path);
  }

  private static void synchronize(Page panel) {
    Chromium.eventually(
        panel, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
  }
}
