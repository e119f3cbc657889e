package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/**
 * The seller's own risk in the panel, in a real browser beside a real server: what speaks against a complaint stands there
 * before the click, and where it takes a reason there is no complaint without one.
 */
class RiskPanelTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "risk");
  private static final String PICTURE = "<img width=400 height=400 src=/copy.jpg>";
  private static final String FIELD = ".complaint textarea#reason-licence-name";

  @ParameterizedTest
  @CsvSource({
    "en, 'The shop has the same name as \"Copycat Corner\", which licence 1 allows', I asked the licensed shop.",
    "zh-CN, 该店与“Copycat Corner”同名，而授权 1 允许, 已向获授权的店铺确认过。",
    "zh-TW, 這家店與「Copycat Corner」同名，而授權 1 允許, 已向獲授權的店鋪確認過。",
  })
  void a_copy_in_a_shop_of_a_licensed_name_is_complained_about_with_a_reason_only(String language, String told, String reason) {
    try (SealingDesk desk = new SealingDesk(language, "1400,1000")) {
      Page listing = desk.listing("/item", PICTURE);
      Page panel = desk.panel(listing);
      panel.locator(".complaint .risk details").waitFor();
      assertThat(panel.locator(".complaint textarea").count()).isZero();
      look(panel, "none", language);

      license(desk);
      panel.reload();
      panel.locator(FIELD).waitFor();
      assertThat(panel.locator(".complaint .reason label").textContent()).startsWith(told);
      panel.check("#owned");
      Locator prepare = panel.locator(".complaint button.primary");
      assertThat(prepare.isDisabled()).isTrue();
      panel.fill(FIELD, "   ");
      assertThat(prepare.isDisabled()).isTrue();
      panel.fill(FIELD, reason);
      assertThat(prepare.isDisabled()).isFalse();
      look(panel, "reason", language);
      panel.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      look(panel, "reason-dark", language);

      Toolbar.click(desk.browser(), listing);
      panel.bringToFront();
      prepare.click();
      desk.awaitPrepared(panel);
      Page complaint = desk.console().open("/complaints/1");
      assertThat(complaint.locator("section[aria-labelledby=risk] q").textContent()).isEqualTo(reason);
      complaint.setViewportSize(360, 800);
      assertThat(complaint.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
      complaint
          .locator("section[aria-labelledby=risk]")
          .screenshot(
              new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve("complaint." + language + ".png")));
    }
  }

  @Test
  void a_licence_given_while_the_panel_stands_open_is_asked_about_at_the_click_and_nothing_typed_is_lost() {
    try (SealingDesk desk = new SealingDesk()) {
      Page listing = desk.listing("/item", PICTURE);
      Page panel = desk.panel(listing);
      panel.locator(".complaint .risk details").waitFor();
      license(desk);
      Toolbar.click(desk.browser(), listing);
      desk.prepare(panel);
      panel.locator(".complaint .notice.bad").waitFor();
      assertThat(desk.said(panel)).contains("This complaint needs a reason from you");
      assertThat(desk.complaints()).isZero();

      panel.locator(FIELD).waitFor();
      panel.fill(FIELD, "It ended last week.");
      endLicence(desk);
      desk.prepare(panel);
      panel.locator(".complaint .notice.bad", new Page.LocatorOptions().setHasText("nothing asks for")).waitFor();
      assertThat(desk.complaints()).isZero();
      panel.locator(".complaint .risk details").waitFor();
      assertThat(panel.locator(FIELD).count()).isZero();
      desk.prepare(panel);
      desk.awaitPrepared(panel);
      assertThat(desk.complaints()).isEqualTo(1);
    }
  }

  @Test
  void of_a_photograph_whose_original_leaked_there_is_nothing_to_press() {
    try (SealingDesk desk = new SealingDesk()) {
      Page panel = desk.panel(desk.listing("/item", PICTURE));
      Page leaked = desk.console().open("/certificates/1/void");
      leaked.fill("[name=leak]", "It was mailed to the wrong people.");
      leaked.check("[name=sure]");
      leaked.locator("form[action='/certificates/1/void'] button").click();
      leaked.waitForLoadState();
      panel.reload();
      panel.locator(".complaint .risk .notice.bad").waitFor();
      assertThat(panel.locator(".complaint .risk .notice.bad").textContent())
          .isEqualTo(
              "Certificate 1 was voided: its original leaked, so it proves nothing any more. Complain with a photograph"
                  + " whose original is still private.");
      assertThat(panel.locator("#owned").count()).isZero();
      assertThat(panel.locator(".complaint button.primary").count()).isZero();
      look(panel, "blocked", "en");
    }
  }

  /** Another shop of the same name gets a licence. */
  private static void license(SealingDesk desk) {
    Page licences = desk.console().open("/licences");
    licences.fill("form[action='/licences'] [name=shopId]", "7");
    licences.fill("form[action='/licences'] [name=name]", SealingDesk.SHOP);
    licences.locator("form[action='/licences'] button").click();
    licences.waitForLoadState();
  }

  private static void endLicence(SealingDesk desk) {
    Page licences = desk.console().open("/licences");
    licences.locator("form[action$='/end'] button").first().click();
    licences.waitForLoadState();
  }

  private static void look(Page panel, String state, String language) {
    panel.bringToFront();
    panel.setViewportSize(360, 800);
    assertThat(panel.evaluate("document.documentElement.scrollWidth")).as("no scrolling sideways").isEqualTo(360);
    panel
        .locator(".complaint")
        .screenshot(
            new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve(state + "." + language + ".png")));
  }
}
