package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.MarketRig;
import shotdeed.extension.rig.Photos;

/** A site that the user added gives access to its own host: servers of its pictures elsewhere are asked for in the panel. */
class PictureAccessTest {
  private static MarketRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new MarketRig(folder, "fjord.example", "cdn.shopify.com", "*.pictures.example");
    rig.page("/collections/jackets", "shopify-collection.html");
    rig.photograph(Photos.JACKET, "/s/files/1/1/products/parka.jpg", "/s/files/1/1/products/parka_1080x.jpg", "/jacket.jpg");
    rig.photograph(Photos.OTHER_JEANS, "/0.jpg", "/1.jpg", "/2.jpg", "/3.jpg", "/4.jpg", "/5.jpg", "/6.jpg");
    rig.add("https://fjord.example");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void the_panel_asks_for_the_servers_of_the_pictures_and_checks_the_page_again() {
    String address = "https://fjord.example/collections/jackets";
    try (Page page = rig.browser().newPage()) {
      page.navigate(address);
      Map<String, Object> status = rig.browser().waitUntilChecked(address);
      assertThat(status).containsEntry("noAccess", List.of("https://cdn.shopify.com")).containsEntry("unreachable", List.of());
      try (Page panel = panel(address)) {
        panel.getByText("1 pictures on cdn.shopify.com cannot be read yet: ShotDeed needs your permission first.").waitFor();
        assertThat(panel.getByText("No copy of your monitored photos").count()).isZero();
        assertThat(panel.getByText("the server did not answer").count()).isZero();
        rig.browser().willGrant("https://cdn.shopify.com/*");
        panel.getByText("Allow reading these pictures").click();
        assertThat(BadgeReader.waitFor(page, 1)).hasSize(1);
        panel
            .getByText("Allow reading these pictures")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(panel.evaluate("async () => (await chrome.permissions.getAll()).origins.filter(o => o.startsWith('https'))"))
            .asList()
            .containsExactlyInAnyOrder("https://fjord.example/*", "https://cdn.shopify.com/*");
      }
    }
  }

  @Test
  void at_most_five_servers_are_asked_for_at_once_and_none_that_stands_for_many() {
    StringBuilder html = new StringBuilder("<title>Many servers</title>");
    html.append("<img width=300 height=300 src='https://*.pictures.example/0.jpg'>");
    for (int i = 1; i < 7; i++) {
      html.append("<img width=300 height=300 src=https://s").append(i).append(".pictures.example/").append(i).append(".jpg>");
    }
    rig.html("/many-servers", html.toString());
    String address = "https://fjord.example/many-servers";
    try (Page page = rig.browser().newPage()) {
      page.navigate(address);
      Map<String, Object> status = rig.browser().waitUntilChecked(address);
      assertThat((List<?>) status.get("noAccess"))
          .hasSize(5)
          .allSatisfy(server -> assertThat((String) server).matches("https://s[1-6]\\.pictures\\.example"));
      assertThat(status).containsEntry("noAccessMore", true);
      try (Page panel = panel(address)) {
        assertThat(panel.locator(".notice", new Page.LocatorOptions().setHasText("cannot be read yet")).textContent())
            .matches("6 pictures on (s\\d\\.pictures\\.example, ){4}s\\d\\.pictures\\.example … cannot be read yet: .*");
      }
    }
  }

  @Test
  void a_picture_that_a_secure_page_names_insecurely_is_asked_for_as_it_is_fetched() {
    rig.html("/insecure", "<title>Insecure</title><img width=300 height=300 src=http://old.pictures.example/jacket.jpg>");
    String address = "https://fjord.example/insecure";
    try (Page page = rig.browser().newPage()) {
      page.navigate(address);
      Map<String, Object> status = rig.browser().waitUntilChecked(address);
      assertThat(status).containsEntry("noAccess", List.of("https://old.pictures.example"));
      assertThat(page.title()).isEqualTo("Insecure");
    }
  }

  private static Page panel(String address) {
    Page asking = rig.browser().extensionPage("options.html");
    Integer tab =
        (Integer) asking.evaluate("async url => (await chrome.tabs.query({})).find(t => t.url === url).id", address);
    asking.navigate(rig.browser().origin() + "/panel.html?tab=" + tab);
    asking.locator("h1").waitFor();
    return asking;
  }
}
