package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/**
 * The extension's own pages in each language, light and dark, in the width of a side panel and of a window; photographed as
 * the console's are, under {@code target/screenshots/extension}.
 */
class ExtensionPagesTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "extension");

  private final List<String> faults = new ArrayList<>();

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
      look(panel, "hit", language);
      panel.locator("button.back").click();
      panel.waitForSelector("button.hit");
      look(panel, "page", language);
      Page options = shop.browser().extensionPage("options.html");
      options.waitForSelector("#server .facts");
      look(options, "options", language);
    }
    assertThat(faults).isEmpty();
  }

  private void look(Page page, String name, String language) throws IOException {
    String faultsOf;
    try (InputStream in = ExtensionPagesTest.class.getResourceAsStream("/console/faults.js")) {
      faultsOf = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (int width : new int[] {360, 900}) {
      page.setViewportSize(width, 900);
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        page.emulateMedia(
            new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        String where = name + " (" + language + ", " + scheme + ", " + width + "): ";
        Object found = page.evaluate(faultsOf, Map.of("language", language, "narrow", width == 360));
        ((List<?>) found).forEach(fault -> faults.add(where + fault));
        for (Rule violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
          if (List.of("serious", "critical").contains(violation.getImpact())) {
            violation.getNodes().forEach(
                node -> faults.add(where + violation.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
          }
        }
        if (Boolean.getBoolean("shotdeed.screenshots")) {
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(SCREENSHOTS.resolve(
                      name + "." + language + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));
        }
      }
    }
  }
}
