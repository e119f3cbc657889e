package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;

/** The panel beside a page that is not as its marketplace's pages are known. */
class ChangedPageTest {
  private WatchedShop shop;

  @BeforeEach
  void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.site().bytes("/skirt.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** The panel, given to understand that the page lacks these parts. */
  private static void lacks(Page panel, String site, List<String> changed, List<String> kept) {
    panel.addInitScript(
        """
        {
          const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
          chrome.runtime.sendMessage = async message => {
            const answer = await ask(message);
            if (answer?.page) { Object.assign(answer.page, {changedSite: '%s', changed: %s, kept: %s}); }
            return answer;
          };
        }
        """.formatted(site, json(changed), json(kept)));
    panel.reload();
    panel.locator(".notice.changed").waitFor();
  }

  private static String json(List<String> names) {
    return names.isEmpty() ? "[]" : "['" + String.join("','", names) + "']";
  }

  @Test
  void the_panel_says_what_was_not_found_and_what_works_all_the_same() {
    Page page = shop.visit("/coat", "/skirt.jpg");
    try (Page panel = shop.panel("/coat")) {
      panel.getByText("1 of 1").first().waitFor();
      Locator notice = panel.locator(".notice.changed");
      assertThat(notice.count()).as("of a page that is as known nothing is said").isZero();

      lacks(panel, "amazon", List.of("shop"), List.of("pictures", "shopless"));
      assertThat(notice.locator("p").allTextContents()).containsExactly(
          "This page of Amazon looks different from what ShotDeed knows. Not found: the shop's name.",
          "Pictures are still checked.",
          "Findings are kept without the shop.");
      assertThat(notice.getAttribute("role")).isEqualTo("status");
      assertThat(notice.locator("a, button").count()).isZero();

      lacks(panel, "1688", List.of("title", "shop", "main", "data"), List.of("large", "shown", "bare"));
      assertThat(notice.count()).isEqualTo(1);
      assertThat(notice.locator("p").allTextContents()).containsExactly(
          "This page of 1688 looks different from what ShotDeed knows. Not found: the title, the shop's name, the gallery,"
              + " the data within the page.",
          "Every picture that is large enough is still checked.",
          "The rest is read from what the page shows.",
          "Findings are kept without the title and the shop.");
    }
    page.close();
  }
}
