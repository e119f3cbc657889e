package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.ConsoleSeed;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.extension.rig.ShotDeedServer;

/** The inbox in a real browser, by keys alone. */
class TriageKeysTest {
  private ShotDeedServer server;
  private PlainChromium browser;
  private Page page;

  @BeforeEach
  void start() {
    server = new ShotDeedServer();
    browser = new PlainChromium();
    page = browser.person("en", null).newPage();
    page.navigate(server.signInLink());
    page.locator("main button").click();
    page.waitForURL(server.origin() + "/");
    new ConsoleSeed(page, server.origin()).inbox();
    page.navigate(server.origin() + "/triage");
  }

  @AfterEach
  void stop() {
    browser.close();
    server.close();
  }

  /** Waits until the page says something. */
  private void says(String words) {
    page.locator("main").getByText(words).first().waitFor();
  }

  private void press(String key, String words) {
    page.keyboard().press(key);
    says(words);
  }

  @Test
  void a_key_decides_and_shows_the_next_and_another_takes_it_back() {
    says("Finding 1 ·");
    press("c", "Finding 1: a copy.");
    says("Finding 2 ·");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "triage.png")).setFullPage(true));
    press("s", "Finding 2: put off until tomorrow.");
    says("Finding 3 ·");
    press("u", "Undone. Findings put back: 1");
    says("Finding 2 ·");
    press("u", "Finding 1 ·");
    press("j", "Finding 2 ·");
    press("o", "Finding 2: your own shop.");
    says("Finding 3 ·");
    press("n", "Finding 3: not a copy.");
    says("Finding 1 ·");
    press("c", "Nothing waits for a decision.");
    press("u", "Finding 1 ·");
    press("u", "Finding 3 ·");
    press("u", "Finding 2 ·");
    assertThat(page.locator("#waiting").textContent()).startsWith("Waiting: 3");
  }

  @Test
  void a_licence_is_given_by_keys_and_what_is_typed_in_a_field_decides_nothing() {
    page.keyboard().press("l");
    Locator note = page.locator("#note");
    note.focus();
    page.keyboard().type("contract nos 12 och 13");
    assertThat(note.inputValue()).isEqualTo("contract nos 12 och 13");
    assertThat(page.locator("h2").first().textContent()).startsWith("Finding 1");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo("licensed");
    press("Enter", "Finding 1: licensed.");
    says("Finding 2 ·");
  }

  @Test
  void keys_can_be_turned_off_and_stay_off() {
    page.locator("#keys").uncheck();
    page.keyboard().press("c");
    page.navigate(server.origin() + "/triage");
    assertThat(page.locator("#keys").isChecked()).isFalse();
    page.locator("h1").click();
    page.keyboard().press("c");
    page.navigate(server.origin() + "/triage");
    says("Finding 1 ·");
    assertThat(page.locator("#waiting").textContent()).startsWith("Waiting: 3");
    page.locator("#keys").check();
    page.locator("h1").click();
    press("c", "Finding 1: a copy.");
  }

  @Test
  void without_a_script_the_buttons_do_all_of_it() {
    page.locator("button[value=copy]").click();
    says("Finding 1: a copy.");
    page.locator("#undo").click();
    says("Undone. Findings put back: 1");
  }
}
