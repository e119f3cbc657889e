package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.PanelLooker;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/**
 * The extension's own pages in each language, light and dark, in the width of a side panel and of a window; photographed as
 * the console's are, under {@code target/screenshots/extension}.
 */
class ExtensionPagesTest {
  private final PanelLooker looker = new PanelLooker();

  @ParameterizedTest
  @CsvSource({
    "en, Copy of your photo, Your original and the copy",
    "zh-CN, 与您的实拍图相同, 您的原图与同图",
    "zh-TW, 與您的實拍圖相同, 您的原圖與同圖"
  })
  void panel_and_options_are_readable_and_usable_in_every_language_light_and_dark(
      String language, String badge, String heading) throws IOException {
    try (Workshop shop = new Workshop(List.of(Photos.JACKET), "--lang=" + language)) {
      shop.site()
          .bytes("/copy.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 500, 0.7f))
          .bytes("/other.jpg", "image/jpeg", Photos.file(Photos.OTHER_JEANS))
          .page("/item", "<title>牛仔外套</title><h1>牛仔外套</h1><img width=300 src=/copy.jpg><img width=300 src=/other.jpg>");
      Page listing = shop.browser().newPage();
      String address = shop.site().origin() + "/item";
      listing.navigate(address);
      BadgeReader.waitFor(listing, 1);
      assertThat(BadgeReader.on(listing)).extracting(BadgeReader.Badge::text).containsExactly(badge);
      shop.browser().waitUntilChecked(address);
      var box = listing.locator("img").first().boundingBox();
      Page panel = shop.browser().panelOpenedBy(() -> listing.mouse().click(box.x + 20, box.y + 12));
      panel.waitForSelector(".forecast .points");
      panel.waitForSelector(".evidence svg image");
      assertThat(panel.locator("h1").textContent()).isEqualTo(heading);
      looker.look(panel, "hit", language);
      panel.locator("button.back").click();
      panel.waitForSelector("button.hit");
      looker.look(panel, "page", language);
      Page options = shop.browser().extensionPage("options.html");
      options.waitForSelector("#server .facts");
      looker.look(options, "options", language);
    }
    assertThat(looker.faults()).isEmpty();
  }
}
