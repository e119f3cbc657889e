package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch;
import shotdeed.extension.rig.WatchedShop;

/** A certificate of today finds a page of yesterday, in this browser alone. */
class HistoryTest {
  private static WatchedShop shop;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void what_was_seen_before_it_was_certified_is_named_and_nothing_of_it_is_sent() {
    shop.consent(false, false);
    shop.site()
        .bytes("/secret-skirt.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f))
        .bytes("/unrelated.jpg", "image/jpeg", Photos.file(Photos.JACKET));
    Page page = shop.visit("/yesterday", "/secret-skirt.jpg");
    page.close();
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.getByText("Pictures kept: 1").waitFor();
    }
    int before = shop.watch().requests().size();
    shop.browser().stopWorker();
    shop.certify(Photos.SKIRT);

    try (Page panel = shop.browser().extensionPage("panel.html?tab=-1")) {
      panel.getByText("Pictures of your certificates were seen on pages before they were monitored: 1").waitFor();
    }
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.getByText("a picture like it was seen on").waitFor();
      assertThat(options.locator("#history .found p").first().textContent()).startsWith("Certificate 2 · ");
      assertThat(options.locator("#history .found a").getAttribute("href")).endsWith("/yesterday");
      options.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "history.png")).setFullPage(true));
      options.getByText("Clear this list").click();
      options.getByText("a picture like it was seen on").waitFor(
          new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      options.getByText("Forget all pictures seen").click();
      options.getByText("Pictures kept: 0").waitFor();

      options.locator("#history-keep").uncheck();
    }
    List<ServerWatch.Request> requests = List.copyOf(shop.watch().requests());
    shop.visit("/later", "/secret-skirt.jpg").close(); // a copy by now, which the server is asked about as ever
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.getByText("Pictures kept: 0").waitFor();
      assertThat(options.locator("#history-keep").isChecked()).isFalse();
    }

    for (ServerWatch.Request request : requests.subList(before, requests.size())) {
      assertThat(request.path()).doesNotContain("yesterday");
      assertThat(new String(request.body(), StandardCharsets.ISO_8859_1)).doesNotContain("yesterday");
      assertThat(request.method()).as(request.toString()).isEqualTo("GET");
    }
    assertThat(requests.subList(before, requests.size()))
        .extracting(ServerWatch.Request::toString)
        .contains("GET /api/v1/certificates?page=1");
  }
}
