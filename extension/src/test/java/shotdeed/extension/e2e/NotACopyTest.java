package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;
import shotdeed.feature.FeaturesCodec;

/** A finding that the user calls no copy comes back on no page, and can be taken back. */
class NotACopyTest {
  private static WatchedShop shop;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET, Photos.SKIRT), "--lang=en");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void it_loses_its_badge_on_every_open_page_and_comes_back_on_none_until_it_is_taken_back() {
    shop.consent(false, false);
    shop.site()
        .bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET))
        .bytes("/elsewhere/same.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET))
        .bytes("/another.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 500, 0.7f));
    Page other = shop.visit("/other", "/another.jpg");
    Page first = shop.visit("/first", "/copy.jpg");
    Page second = shop.visit("/second", "/copy.jpg");
    for (Page page : List.of(other, first, second)) {
      assertThat(BadgeReader.waitFor(page, 1)).hasSize(1);
    }

    Page panel = hitOn("/first");
    panel.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).click();
    panel.getByText("Undo: show it again").waitFor();
    shot(panel, "not-a-copy");
    waitForBadges(first, 0);
    waitForBadges(second, 0);
    waitForBadges(other, 1);
    Page third = shop.visit("/third", "/elsewhere/same.jpg");
    assertThat(BadgeReader.on(third)).as("the same bytes at another address").isEmpty();
    shop.browser().stopWorker();
    Page fourth = shop.visit("/fourth", "/copy.jpg");
    assertThat(BadgeReader.on(fourth)).as("after the worker was stopped").isEmpty();
    waitForState(panel, "/first", "/copy.jpg", "not-a-copy");
    waitForState(panel, "/other", "/another.jpg", "new");

    panel.getByText("Undo: show it again").click();
    panel.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).waitFor();
    Page fifth = shop.visit("/fifth", "/copy.jpg");
    assertThat(BadgeReader.waitFor(fifth, 1)).hasSize(1);
    waitForState(panel, "/first", "/copy.jpg", "new");
    for (Page page : List.of(other, first, second, third, fourth, fifth, panel)) {
      page.close();
    }
  }

  @Test
  void said_while_the_server_is_away_it_is_told_when_it_is_back() {
    shop.consent(false, false);
    shop.site().bytes("/skirt.jpg", "image/jpeg", Photos.mirrored(Photos.SKIRT));
    Page page = shop.visit("/away", "/skirt.jpg");
    BadgeReader.waitFor(page, 1);
    Page panel = hitOn("/away");
    panel.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).waitFor();
    shop.server().kill();
    panel.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).click();
    waitForBadges(page, 0);
    shop.server().startAgain();
    panel.evaluate("chrome.runtime.sendMessage({type: 'synchronize', tab: -1})");
    waitForState(panel, "/away", "/skirt.jpg", "not-a-copy");
    panel.close();
    page.close();
  }

  @Test
  void only_with_consent_its_numbers_are_kept_and_can_be_saved_as_a_file() throws IOException {
    shop.consent(false, true);
    byte[] bytes = Photos.resized(Photos.SKIRT, 450, 0.7f);
    shop.site().bytes("/kept.jpg", "image/jpeg", bytes);
    Page page = shop.visit("/kept", "/kept.jpg");
    BadgeReader.waitFor(page, 1);
    Page panel = hitOn("/kept");
    panel.getByText("Not a copy", new Page.GetByTextOptions().setExact(true)).click();
    panel.getByText("Undo: show it again").waitFor();
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.getByText("Kept: 1").waitFor();
      Download download = options.waitForDownload(() -> options.getByText("Export as a file").click());
      String text = Files.readString(download.path());
      assertThat(text).doesNotContain("http", "kept.jpg");
      JsonNode pair = new ObjectMapper().readTree(text).get("notCopies").get(0);
      assertThat(pair.get("certificate").asInt()).isEqualTo(2);
      assertThat(pair.get("pictureSha256").asText()).hasSize(64);
      byte[] features = Base64.getDecoder().decode(pair.get("features").asText());
      assertThat(FeaturesCodec.decode(features).count()).isPositive();
      byte[] raster = Base64.getDecoder().decode(pair.get("raster").asText());
      assertThat(raster).hasSize(pair.get("rasterWidth").asInt() * pair.get("rasterHeight").asInt());
      options.locator("#mistakes").uncheck();
      options.getByText("Kept: 1").waitFor(
          new com.microsoft.playwright.Locator.WaitForOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }
    panel.close();
    page.close();
  }

  private static Page hitOn(String path) {
    Page panel = shop.panel(path);
    panel.locator("button.hit").click();
    return panel;
  }

  private static void waitForBadges(Page page, int count) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (BadgeReader.on(page).size() != count && System.nanoTime() < end) {
      page.waitForTimeout(100);
    }
    assertThat(BadgeReader.on(page)).hasSize(count);
  }

  private static void waitForState(Page page, String path, String picture, String state) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!states(path, picture).equals(List.of(state)) && System.nanoTime() < end) {
      page.waitForTimeout(100);
    }
    assertThat(states(path, picture)).containsExactly(state);
  }

  private static List<String> states(String path, String picture) {
    List<String> states = new ArrayList<>();
    for (JsonNode sighting : shop.browser().api(shop.watch().origin(), "/api/v1/sightings").get("sightings")) {
      if (sighting.at("/listing/pageUrl").asText().endsWith(path)
          && sighting.at("/picture/url").asText().endsWith(picture)) {
        states.add(sighting.get("state").asText());
      }
    }
    return states;
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }
}
