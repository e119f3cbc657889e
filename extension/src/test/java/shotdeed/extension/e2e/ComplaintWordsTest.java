package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/**
 * What the panel says of a complaint on its way, in each language, on a panel as narrow as browsers make it. Each state is
 * photographed under {@code target/screenshots/sealing}.
 */
class ComplaintWordsTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "sealing");
  private static final String PICTURE = "<img width=400 height=400 src=/copy.jpg>";

  @ParameterizedTest
  @CsvSource({
    "en, 'No screenshot, because the browser', The page no longer shows the picture, Somebody of your team was quicker",
    "zh-CN, 没有截图：浏览器, 页面已不再显示该图片, 您的同事先一步备好了",
    "zh-TW, 沒有螢幕截圖：要先, 網頁已不再顯示這張圖片, 您的同事早一步備妥了",
  })
  void each_state_says_what_happened_and_what_to_do(String language, String click, String gone, String taken) {
    try (SealingDesk desk = new SealingDesk(language, "1400,1000")) {
      Page second = desk.listing("/second", PICTURE + "<p>second</p>");
      Page panel = desk.panel(second);
      assertThat(desk.colleaguePrepares(1)).isEqualTo(200);
      Toolbar.click(desk.browser(), second);
      desk.prepare(panel);
      says(panel, taken, "taken", language);

      Page listing = desk.listing("/item", PICTURE);
      panel = desk.panel(listing);
      look(panel, "form", language);
      desk.prepare(panel);
      says(panel, click, "click", language);
      desk.vanish("/item");
      listing.reload();
      Toolbar.click(desk.browser(), listing);
      says(panel, gone, "gone", language);
    }
  }

  private static void says(Page panel, String words, String state, String language) {
    panel.locator(".complaint .notice", new Page.LocatorOptions().setHasText(words)).first().waitFor();
    look(panel, state, language);
  }

  private static void look(Page panel, String state, String language) {
    panel.bringToFront();
    panel.setViewportSize(360, 800);
    assertThat(panel.evaluate("document.documentElement.scrollWidth")).as("no scrolling sideways").isEqualTo(360);
    panel
        .locator(".complaint")
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(state + "." + language + ".png")));
  }
}
