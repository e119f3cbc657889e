package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.TestBundle;
import shotdeed.ledger.verify.TestLog;

/** The offline page that checks bundles, as the build made it, opened from a disk in a real browser. */
class VerifyPageTest {
  private static final Path PAGE = Path.of("../server/target/classes/shotdeed/server/verify/verify.html");
  private static final TestBundle GENUINE = TestBundle.genuine();

  private static PlainChromium browser;

  private final List<String> messages = new ArrayList<>();
  private BrowserContext reader;
  private Page page;

  @BeforeAll
  static void start() {
    browser = new PlainChromium();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void open() {
    open("en");
  }

  private void open(String language) {
    if (reader != null) {
      reader.close();
    }
    reader = browser.person(language, null);
    page = reader.newPage();
    page.onConsoleMessage(message -> messages.add(message.text()));
    page.onPageError(messages::add);
    page.onRequest(request -> {
      if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
        messages.add("asked for " + request.url());
      }
    });
    page.navigate(PAGE.toUri().normalize().toString());
  }

  @AfterEach
  void close() {
    assertThat(messages).isEmpty();
    reader.close();
  }

  private void choose(byte[] zip) {
    page.locator("#file").setInputFiles(new FilePayload("bundle.zip", "application/zip", zip));
    page.locator("#verdict").waitFor();
  }

  private void know(String fingerprint) {
    page.locator("#key").fill(fingerprint);
  }

  private String verdict() {
    return page.locator("#verdict").textContent();
  }

  @Test
  void a_bundle_is_unchanged_under_an_unknown_key_until_the_reader_gives_its_fingerprint() {
    choose(GENUINE.zip());
    assertThat(verdict()).isEqualTo("Unchanged, under a key not yet confirmed");
    know("0".repeat(64));
    assertThat(verdict()).isEqualTo("Unchanged, under a key not yet confirmed");
    assertThat(page.locator(".verdict .strong").textContent())
        .isEqualTo("It is signed with another key than the one that you gave.");
    know("12");
    assertThat(page.locator("#key-wrong").textContent()).startsWith("A fingerprint is 64 characters");
    know(GENUINE.log.key().fingerprint().toUpperCase(java.util.Locale.ROOT));
    assertThat(verdict()).isEqualTo("Valid: complete and unchanged");
    assertThat(page.locator(".verdict.valid").count()).isOne();
    assertThat(page.locator("ul.proven").textContent())
        .contains(
            "Certificate 3: the original with SHA-256",
            "was logged at 2026-11-01 08:00:00 UTC, as Certified before publication.",
            "Certificate 12: a decision was logged at 2026-11-03 08:00:00 UTC: Second review passed.",
            "Certificate 12: a change of its state was logged at 2026-11-04 08:00:00 UTC, to: Paused.",
            "The sealed evidence was logged at 2026-11-22 11:00:00 UTC: 5 parts",
            "This time is the operator’s own claim.");
    assertThat(page.locator("ul.open").textContent())
        .contains("it is no copyright registration")
        .contains("What was sealed at the click are the parts of the sealed list.")
        .contains("what the operator left out, cannot be seen in a bundle");
  }

  @Test
  void pictures_that_hold_are_shown() {
    choose(GENUINE.zip());
    Locator pictures = page.locator(".pictures img");
    assertThat(pictures.count()).isEqualTo(3);
    assertThat(page.locator(".pictures figcaption").allTextContents())
        .containsExactly(TestBundle.PICTURE, "screenshot-masked.png", "originals/certificate-3.jpg");
    Chromium.eventually(page, "() => document.querySelector('.pictures img').naturalWidth === 1", null);
  }

  /** By RSA and on both curves of ECDSA, which the browser checks in its own way. */
  @Test
  void stamps_of_an_authority_stand_beside_the_operators_claim() {
    choose(TestBundle.stamped());
    assertThat(verdict()).isEqualTo("Unchanged, under a key not yet confirmed");
    assertThat(page.locator("ul.proven").textContent())
        .contains("It existed no later than 2026-11-22 11:01:00 UTC, by the time-stamp authority")
        .doesNotContain("own claim");
    page.locator("summary").click();
    assertThat(page.locator(".checks .ok").allTextContents()).filteredOn(line -> line.contains("stamps/sha")
        && line.contains("Time stamp by")).hasSize(3);
  }

  @Test
  void what_was_tampered_with_is_named_as_on_the_jvm() {
    know(GENUINE.log.key().fingerprint());
    List<Tampering> all = Tampering.all(GENUINE);
    for (int i = 0; i < all.size(); i += 5) {
      Tampering done = all.get(i);
      page.evaluate("() => document.getElementById('result').replaceChildren()");
      choose(done.zip());
      assertThat(verdict()).as(done.name()).isEqualTo("Not valid: it was changed");
      assertThat(page.locator(".checks .bad code").allTextContents()).as(done.name()).containsAll(done.named());
      assertThat(page.locator(".pictures").count()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "<html><script>alert(1)</script>"})
  void what_is_no_bundle_is_called_so(String content) {
    choose(content.getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator(".verdict").textContent()).contains("This is no evidence bundle");
  }

  /** Nobody honest packs such a bundle, but whoever does signs it. */
  @Test
  void hostile_words_in_a_bundle_stay_words() {
    String hostile = "<img src=x onerror=alert(1)>";
    TestBundle bundle = TestBundle.genuine();
    bundle.proof("certificate-12-3", bundle.log.append(
        "state", "2026-11-22T11:00:01Z", "certificate", "12", "from", "paused", "state", hostile));
    choose(bundle.zip());
    assertThat(page.locator("ul.proven").textContent()).contains(hostile);
    assertThat(page.locator("#result img[src=x]").count()).isZero();
  }

  @Test
  void a_file_may_be_dropped_anywhere() {
    page.evaluate(
        """
        bytes => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], 'dropped.zip'));
          document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        }
        """,
        unsigned(GENUINE.zip()));
    page.locator("#verdict").waitFor();
    assertThat(page.locator(".verdict .file").textContent()).isEqualTo("dropped.zip");
  }

  private static List<Integer> unsigned(byte[] bytes) {
    List<Integer> numbers = new ArrayList<>();
    for (byte one : bytes) {
      numbers.add(one & 0xff);
    }
    return numbers;
  }

  @Test
  void a_browser_that_cannot_check_the_signatures_says_so_and_judges_nothing() {
    reader.addInitScript("crypto.subtle.verify = () => Promise.reject(new DOMException('no', 'NotSupportedError'))");
    page.reload();
    page.locator("#result p").waitFor();
    assertThat(page.locator("#result").textContent()).startsWith("This browser cannot check these signatures");
    assertThat(page.locator("#file").isDisabled()).isTrue();
  }

  @Test
  void nothing_can_be_reached_from_the_page() {
    Object blocked = page.evaluate("() => fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'blocked')");
    assertThat(blocked).isEqualTo("blocked");
    assertThat(messages).anyMatch(message -> message.contains("Content Security Policy"));
    messages.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "en, en, Check an evidence bundle, 'Unchanged, under a key not yet confirmed'",
    "zh-CN, zh-CN, 核验证据包, 未被改动，但密钥尚未确认",
    "zh-HK, zh-TW, 驗證證據包, 未經更動，但金鑰尚未確認",
    "fr, en, Check an evidence bundle, 'Unchanged, under a key not yet confirmed'"
  })
  void it_speaks_the_readers_language_until_another_is_chosen(
      String browser, String language, String title, String verdict) {
    open(browser);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(page.locator("h1").textContent()).isEqualTo(title);
    assertThat(page.title()).isEqualTo(title);
    choose(GENUINE.zip());
    assertThat(verdict()).isEqualTo(verdict);
    page.locator("[data-language=zh-CN]").click();
    assertThat(verdict()).isEqualTo("未被改动，但密钥尚未确认");
    assertThat(page.locator("[aria-pressed=true]").textContent()).isEqualTo("简体中文");
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh-CN, DARK", "zh-TW, LIGHT"})
  void it_is_accessible_and_fits_a_phone(String language, ColorScheme scheme) {
    open(language);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(360, 740);
    choose(GENUINE.zip());
    assertFits();
    look(language + "-unknown");
    choose(Tampering.all(GENUINE).get(12).zip());
    page.locator(".verdict.tampered").waitFor();
    assertFits();
    look(language + "-tampered");
    know(GENUINE.log.key().fingerprint());
    page.setViewportSize(1000, 900);
    page.locator("#file").setInputFiles(new FilePayload("complaint-9.zip", "application/zip", GENUINE.zip()));
    page.locator(".verdict.valid").waitFor();
    look(language + "-valid");
  }

  private void assertFits() {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    page.locator("summary").click();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
  }

  /** Pictures for whoever wants to look. */
  private void look(String name) {
    String folder = System.getProperty("screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "verify-" + name + ".png")).setFullPage(true));
    }
  }

  @Test
  void fifty_pictures_are_checked(@TempDir Path folder) throws IOException {
    TestBundle bundle = new TestBundle(new TestLog(TestBundle.ORIGIN), 50, 1 << 20);
    bundle.withheld.add(new SealedList.Part("0".repeat(64), 1, "never.png"));
    byte[] zip = bundle.zip();
    page.locator("#file").setInputFiles(Files.write(folder.resolve("large.zip"), zip));
    page.locator("#verdict").waitFor();
    assertThat(page.locator(".checks .bad code").allTextContents()).containsExactly("never.png");
    System.out.println("50 pictures, " + (zip.length >> 20) + " MiB: "
        + page.locator("#result").getAttribute("data-milliseconds") + " ms in the browser");
  }
}
