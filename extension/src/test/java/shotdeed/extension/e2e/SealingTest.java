package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/**
 * What stands in the way of a screenshot is said before anything is sealed; what a page, a browser or a server loses on the
 * way is not lost to the evidence.
 */
class SealingTest {
  private static final String PICTURE = "<img width=400 height=400 src=/copy.jpg>";

  private SealingDesk desk;

  @BeforeEach
  void open() {
    desk = new SealingDesk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static void waitFor(Page panel, String words) {
    panel.locator(".complaint", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  private static void press(Page panel, String button) {
    panel.bringToFront();
    panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  @Test
  void a_page_that_vanished_between_badge_and_click_is_sealed_from_the_bytes_that_were_kept() {
    Page listing = desk.listing("/item", PICTURE);
    assertThat(BadgeReader.waitFor(listing, 1)).hasSize(1);
    Page panel = desk.panel(listing);
    desk.vanish("/item");
    listing.reload();
    assertThat(listing.textContent("h1")).isEqualTo("This item is no longer available");
    Toolbar.click(desk.browser(), listing);
    desk.prepare(panel);
    desk.awaitPrepared(panel);
    assertThat(desk.said(panel)).isEqualTo(
        "Complaint 1 is prepared (not yet submitted).\nThe page no longer shows the picture. The evidence has the picture's"
            + " own bytes, kept when it was found; the screenshot, if there is one, shows the page as it is now.");
    Map<String, byte[]> evidence = desk.evidence(1);
    assertThat(evidence.get("sighting-1/picture.jpg")).isEqualTo(desk.copy());
    assertThat(evidence).containsKey("screenshot.png");
    JsonNode click = desk.click(1);
    assertThat(click.at("/pictureNotInViewBecause/value").asText()).isEqualTo("The page no longer showed the picture.");
    assertThat(click.at("/pageTitle/value").asText()).isEqualTo("Gone");
  }

  @Test
  void a_page_that_is_still_open_while_its_server_has_none_any_more_is_sealed_as_it_stands() {
    Page listing = desk.listing("/item", PICTURE);
    Page panel = desk.panel(listing);
    desk.vanish("/item");
    Toolbar.click(desk.browser(), listing);
    desk.prepare(panel);
    desk.awaitPrepared(panel);
    assertThat(desk.said(panel)).isEqualTo("Complaint 1 is prepared (not yet submitted).");
    assertThat(desk.evidence(1).get("sighting-1/picture.jpg")).isEqualTo(desk.copy());
  }

  @Test
  void a_closed_tab_is_said_before_sealing_and_the_rest_is_sealed_on_request() {
    Page listing = desk.listing("/item", PICTURE);
    Page panel = desk.panel(listing);
    listing.close();
    desk.prepare(panel);
    waitFor(panel, "No screenshot, because the tab of this listing was closed.");
    assertThat(desk.complaints()).isZero();
    press(panel, "Prepare without a screenshot");
    desk.awaitPrepared(panel);
    assertThat(desk.said(panel)).contains("No screenshot, because the tab of this listing was closed.");
    assertThat(desk.evidence(1)).containsKey("sighting-1/picture.jpg").doesNotContainKey("screenshot.png");
  }

  @Test
  void another_page_in_the_tab_is_not_captured_until_the_listing_is_back() {
    Page listing = desk.listing("/item", PICTURE);
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    desk.site().page("/private", "<title>My bank</title><h1>Balance</h1>");
    listing.navigate(desk.site().origin() + "/private");
    desk.prepare(panel);
    waitFor(panel, "No screenshot, because the tab no longer showed this listing.");
    assertThat(desk.complaints()).isZero();
    listing.navigate(desk.site().origin() + "/item");
    press(panel, "Try again");
    desk.awaitPrepared(panel);
    assertThat(desk.click(1).toString()).contains("/item").doesNotContain("private", "bank", "Balance");
    assertThat(desk.evidence(1)).containsKey("screenshot.png");
  }

  @Test
  void the_click_that_allows_it_takes_up_a_complaint_that_waits_for_it_even_after_the_worker_died() {
    Page listing = desk.listing("/item", PICTURE);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    waitFor(panel, "Please click the ShotDeed icon");
    panel.close();
    desk.browser().stopWorker();
    assertThat(desk.complaints()).isZero();
    Toolbar.click(desk.browser(), listing); // the side panel opens and goes on by itself
    try (Page asking = desk.browser().extensionPage("options.html")) {
      listing.bringToFront();
      Chromium.eventually(asking, COMPLAINED, desk.server().origin());
    }
    assertThat(desk.evidence(1)).containsKey("screenshot.png");
  }

  private static final String COMPLAINED =
      """
      async origin => {
        const {server} = await chrome.storage.local.get('server');
        const answer = await fetch(origin + '/api/v1/complaints', {headers: {Authorization: 'Bearer ' + server.token}});
        return (await answer.json()).total === 1;
      }
      """;

  @Test
  void what_lies_over_the_picture_may_be_closed_before_sealing() {
    Page listing =
        desk.listing("/item", PICTURE + "<div id=ad style='position:fixed;inset:0;background:#fff'>Sign in</div>");
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    waitFor(panel, "Something on the page lay over the picture.");
    assertThat(desk.complaints()).isZero();
    listing.evaluate("document.getElementById('ad').remove()");
    press(panel, "Try again");
    desk.awaitPrepared(panel);
    assertThat(desk.said(panel)).isEqualTo("Complaint 1 is prepared (not yet submitted).");
    assertThat(desk.click(1).at("/pictureNotInViewBecause/value").isNull()).isTrue();
  }

  @Test
  void a_panel_that_goes_away_while_the_screenshot_is_taken_loses_nothing() {
    Page listing = desk.listing("/item", "<img width=400 height=400 data-src=/copy.jpg src=/s.gif>");
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    waitFor(panel, "Taking the screenshot");
    panel.reload();
    waitFor(panel, "No screenshot yet: taking it was interrupted");
    assertThat(desk.complaints()).isZero();
    press(panel, "Prepare without a screenshot");
    desk.awaitPrepared(panel);
    assertThat(desk.evidence(1)).containsKey("sighting-1/picture.jpg").doesNotContainKey("screenshot.png");
    assertThat(desk.said(panel)).contains("taking it was interrupted");
  }

  @Test
  void a_full_disk_is_said_and_nothing_is_sealed_by_half() {
    Page listing = desk.listing("/item", PICTURE);
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    panel.evaluate(
        "() => { window.put = IDBObjectStore.prototype.put;"
            + " IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }");
    desk.prepare(panel);
    waitFor(panel, "This could not be saved on this computer");
    assertThat(desk.complaints()).isZero();
    panel.evaluate("() => { IDBObjectStore.prototype.put = window.put; }");
    panel.uncheck("#owned");
    desk.prepare(panel);
    desk.awaitPrepared(panel);
    assertThat(desk.complaints()).isEqualTo(1);
    assertThat(desk.evidence(1)).containsKey("screenshot.png");
  }

  @Test
  void what_is_not_wanted_after_all_is_forgotten() {
    Page listing = desk.listing("/item", PICTURE);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    waitFor(panel, "Please click the ShotDeed icon");
    press(panel, "Do not prepare");
    panel.waitForSelector(".complaint #owned");
    Toolbar.click(desk.browser(), listing);
    assertThat(desk.complaints()).isZero();
  }

  @Test
  void page_and_screenshot_wait_for_the_server_and_are_sent_once() {
    Page listing = desk.listing("/item", PICTURE);
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    desk.server().kill();
    desk.prepare(panel);
    waitFor(panel, "Saved on this computer");
    desk.browser().stopWorker();
    desk.server().startAgain();
    for (int i = 0; i < 2; i++) {
      Chromium.eventually(
          panel, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
    }
    desk.awaitPrepared(panel);
    assertThat(desk.complaints()).isEqualTo(1);
    assertThat(desk.evidence(1)).containsKey("screenshot.png");
    assertThat(desk.click(1).at("/pageTitle/value").asText()).isEqualTo("Jacket - market");
  }

  @Test
  void a_screenshot_of_too_many_bytes_is_made_smaller_and_kept() {
    desk.close();
    desk = new SealingDesk("en", "3000,2400");
    Page listing =
        desk.listing(
            "/item",
            PICTURE + "<canvas width=3000 height=2200></canvas><script>const c = document.querySelector('canvas').getContext('2d');"
                + "const d = c.createImageData(3000, 2200); for (let i = 0; i < d.data.length; i++)"
                + " d.data[i] = i % 4 == 3 ? 255 : Math.random() * 256; c.putImageData(d, 0, 0)</script>");
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    desk.awaitPrepared(panel);
    assertThat(desk.evidence(1).get("screenshot.jpg").length).isBetween(1 << 20, 8 << 20);
    assertThat(desk.click(1).at("/screenshotHasTheProportionsOfTheView/value").asBoolean()).isTrue();
  }

  @Test
  void who_is_slower_than_a_colleague_is_told_and_led_to_the_first_complaint() {
    Page listing = desk.listing("/item", PICTURE);
    Toolbar.click(desk.browser(), listing);
    Page panel = desk.panel(listing);
    assertThat(desk.colleaguePrepares(1)).isEqualTo(200);
    desk.prepare(panel);
    waitFor(panel, "Somebody of your team was quicker");
    assertThat(desk.said(panel)).isEqualTo(
        "Somebody of your team was quicker: this picture is already part of complaint 1. Nothing was prepared twice, and the"
            + " evidence of complaint 1 stays as it was sealed.");
    assertThat(panel.locator(".complaint a").getAttribute("href")).isEqualTo(desk.server().origin() + "/complaints/1");
    assertThat(panel.locator(".complaint #owned").count()).as("nothing left to tick").isZero();
    assertThat(desk.complaints()).isEqualTo(1);
  }
}
