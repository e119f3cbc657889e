package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.ConsoleOthers;
import shotdeed.extension.rig.ConsoleSeed;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.extension.rig.ShotDeedServer;

/**
 * Every page of the console that a signed-in admin can reach by links, and every page that answers a form left empty: a
 * new page is among them as soon as something links to it. With {@code -Dshotdeed.screenshots=true} each is photographed
 * in every language, light and dark, wide and narrow, under {@code target/screenshots/console}.
 */
class ConsolePagesTest {
  private static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");
  private static final List<String> SIGNED_OUT = List.of(
      "/sign-in", "/sign-in?code=abc", "/sign-up", "/forgot-password", "/pair", "/nothing-here", "/certificates");
  private static final int WIDE = 1280;
  private static final int NARROW = 360;

  /** Of pages that differ in numbers only, and that a list shows in the same state, this many are looked at. */
  private static final int OF_A_KIND = 2;

  private static final boolean PHOTOGRAPHED = Boolean.getBoolean("shotdeed.screenshots");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "console");

  /** All that axe runs by itself, and that a finger can hit what is to be hit. */
  private static final AxeRunOptions RULES = new AxeRunOptions();

  static {
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    RULES.setRules(Map.of("target-size", on));
    RULES.setResultTypes(List.of("violations"));
  }

  private static ShotDeedServer server;
  private static PlainChromium browser;
  private static BrowserContext admin;
  private static Page page;
  private static ConsoleOthers others;
  private static String faultsOf;
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void fill_a_server() throws IOException {
    try (InputStream in = ConsolePagesTest.class.getResourceAsStream("/console/faults.js")) {
      faultsOf = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    server = new ShotDeedServer("--sign-up", "open");
    browser = new PlainChromium();
    admin = browser.person("en", null);
    page = admin.newPage();
    page.navigate(server.signInLink());
    page.locator("main button").click();
    page.waitForURL(server.origin() + "/");
    new ConsoleSeed(page, server.origin()).fill();
    others = new ConsoleOthers(browser, page, server.origin());
    others.fill(List.of(Photos.OTHER_BLOUSE, Photos.OTHER_TIGHTS, Photos.DRESS));
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  @Test
  void every_page_is_whole_readable_and_usable_in_every_language_light_and_dark_wide_and_narrow() {
    List<String> paths = everyPage(page);
    assertThat(paths).hasSizeGreaterThan(60);
    listen(page);
    for (String path : paths) {
      look(page, path, () -> page.navigate(server.origin() + path), 200);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void every_page_of_a_reviewer_without_a_shop_is_so_too() {
    List<String> paths = everyPage(others.reviewer());
    assertThat(paths).contains("/reviews", "/disputes").doesNotContain("/upload", "/monitor", "/browsers");
    lookAtAll("reviewer", others.reviewer(), paths);
  }

  @Test
  void every_page_of_a_shop_that_has_nothing_yet_is_so_too() {
    List<String> paths = everyPage(others.newcomer());
    assertThat(paths).contains("/upload", "/monitor", "/browsers").doesNotContain("/reviews", "/disputes");
    lookAtAll("newcomer", others.newcomer(), paths);
  }

  private void lookAtAll(String person, Page tab, List<String> paths) {
    listen(tab);
    for (String path : paths) {
      look(tab, person + " " + path, () -> tab.navigate(server.origin() + path), 200);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void every_page_for_strangers_is_so_too() {
    try (BrowserContext stranger = browser.person("en", null)) {
      Page tab = stranger.newPage();
      listen(tab);
      for (String path : SIGNED_OUT) {
        int status = path.equals("/nothing-here") ? 404 : path.equals("/certificates") ? 401 : 200;
        look(tab, "stranger " + path, () -> tab.navigate(server.origin() + path), status);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The browser's own check is turned off: the server must say it as well, where the eye and the keyboard then are. */
  @Test
  void every_form_left_empty_is_answered_by_a_page_that_says_what_is_missing_and_has_the_focus_there() {
    Set<String> actions = new LinkedHashSet<>();
    for (String path : everyPage(page)) {
      page.navigate(server.origin() + path);
      for (Object action : (List<?>) page.evaluate("() => [...document.querySelectorAll('form[method=post]')]"
          + ".filter(f => f.querySelector('[required]')).map(f => f.getAttribute('action'))")) {
        if (actions.add(kind(action.toString()))) {
          look(page, path + " sent empty", () -> sentEmpty(path, action.toString()), 400, 422);
          if (!(Boolean) page.evaluate("() => document.activeElement.matches('.problem')")) {
            faults.add(path + " sent empty: the focus is not on what is wrong");
          }
        }
      }
    }
    assertThat(actions).isNotEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void what_a_form_answers_is_so_too() {
    listen(page);
    look(page, "pairing link", () -> {
      page.navigate(server.origin() + "/browsers");
      return page.waitForNavigation(() -> page.locator("form[action='/browsers/link'] button").click());
    }, 200);
    look(page, "team invited", () -> {
      page.navigate(server.origin() + "/team");
      page.fill("#name", "Zhao");
      return page.waitForNavigation(() -> page.locator("form[action='/team/invite'] button").click());
    }, 200);
    look(page, "password link", () -> {
      page.navigate(server.origin() + "/team");
      page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
      return page.waitForNavigation(() -> page.locator("form[action$='/password'] button").first().click());
    }, 200);
    page.navigate(server.origin() + "/lesson");
    page.locator("form[action='/exam/start'] button").click();
    look(page, "exam question", () -> page.navigate(server.origin() + "/exam"), 200);
    look(page, "upload results", () -> {
      page.navigate(server.origin() + "/upload");
      page.setInputFiles("#file", new FilePayload[] {
        new FilePayload("notes.jpg", "image/jpeg", new byte[40]), new FilePayload("外套.jpg", "image/jpeg", Photos.file(Photos.JACKET))
      });
      page.check("input[value=unpublished]");
      return page.waitForNavigation(() -> page.locator("main form button").click());
    }, 200);
    assertThat(faults).isEmpty();
  }

  @Test
  void what_the_queue_of_reviews_answers_is_so_too() {
    look(page, "reviews, none chosen", () -> {
      page.navigate(server.origin() + "/reviews");
      return page.waitForNavigation(() -> page.click("#approve"));
    }, 400, 422);
    look(page, "reviews decided", () -> {
      takeBack();
      page.navigate(server.origin() + "/reviews");
      page.locator(".sheet input:not(:disabled)").first().check();
      return page.waitForNavigation(() -> page.click("#approve"));
    }, 200);
    takeBack();
    assertThat(page.locator("#done").textContent()).contains("Taken back: 1");
    assertThat(faults).isEmpty();
  }

  private static void takeBack() {
    if (page.locator("#undo").count() > 0) {
      page.waitForNavigation(() -> page.locator("#undo button").click());
    }
  }

  @Test
  void photographs_are_reviewed_by_keyboard_and_the_keys_are_shown() {
    page.setViewportSize(WIDE, 900);
    page.navigate(server.origin() + "/reviews");
    page.keyboard().press("?");
    assertThat(page.isVisible("dl.keys")).isTrue();
    page.keyboard().press("j");
    assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("ids");
    page.keyboard().press("Space");
    assertThat(page.textContent("#chosen")).isEqualTo("Chosen: 1");
    page.keyboard().press("r");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("because");
    page.keyboard().press("Escape");
    assertThat(page.textContent("#chosen")).isEqualTo("None chosen");
    assertThat(page.isVisible("#because")).isFalse();
  }

  @Test
  void approving_and_rejecting_stand_side_by_side_and_the_bar_never_covers_a_photograph_that_is_worked_on() {
    page.setViewportSize(WIDE, 900);
    page.navigate(server.origin() + "/reviews");
    assertThat(top("#approve")).isEqualTo(top("#rejection summary"));
    page.setViewportSize(NARROW, 740);
    page.locator("#rejection summary").click();
    page.locator(".sheet input:not(:disabled)").first().focus();
    assertThat(page.evaluate("""
        () => {
          const card = document.activeElement.closest('li').getBoundingClientRect();
          const bar = document.querySelector('.decide').getBoundingClientRect();
          return bar.top < Math.min(card.bottom, innerHeight) && bar.bottom > Math.max(card.top, 0);
        }"""))
        .as("covered").isEqualTo(false);
    page.setViewportSize(WIDE, 900);
  }

  private static double top(String selector) {
    return page.locator(selector).boundingBox().y;
  }

  @Test
  void where_and_when_it_was_published_is_asked_only_of_what_was_published() {
    page.navigate(server.origin() + "/upload");
    page.check("input[value=published]");
    assertThat(page.isVisible("#firstPublished")).isTrue();
    page.check("input[value=unpublished]");
    assertThat(page.isVisible("#firstPublished")).isFalse();
  }

  @Test
  void on_a_phone_the_menu_opens_and_closes_by_keyboard_and_leads_on() {
    page.setViewportSize(NARROW, 740);
    page.navigate(server.origin() + "/monitor");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.getAttribute('href')")).as("first").isEqualTo("#main");
    assertThat(page.isVisible("#menu a")).isFalse();
    page.focus("button.open");
    page.keyboard().press("Enter");
    assertThat(page.isVisible("#menu a")).isTrue();
    assertThat(page.getAttribute("#menu a[href='/monitor']", "aria-current")).isEqualTo("page");
    page.keyboard().press("Escape");
    assertThat(page.isVisible("#menu a")).isFalse();
    assertThat(page.evaluate("() => document.activeElement.matches('button.open')")).isEqualTo(true);
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL(server.origin() + "/certificates");
    page.setViewportSize(WIDE, 900);
    assertThat(page.isVisible("button.open")).isFalse();
    assertThat(page.isVisible("#menu a")).isTrue();
  }

  private static Response sentEmpty(String path, String action) {
    page.navigate(server.origin() + path);
    return page.waitForNavigation(() -> page.evaluate(
        """
        action => {
          const form = [...document.forms].find(f => f.getAttribute('action') === action);
          for (const field of form.querySelectorAll('[required]')) {
            field.required = false;
            if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
            else field.value = '';
          }
          form.submit();
        }
        """,
        action));
  }

  private interface Opened {
    Response page();
  }

  private void look(Page tab, String name, Opened opened, Integer... statuses) {
    for (String language : LANGUAGES) {
      speak(tab.context(), language);
      tab.setViewportSize(WIDE, 900);
      tab.emulateMedia(in(ColorScheme.LIGHT));
      Response response = opened.page();
      if (!List.of(statuses).contains(response.status())) {
        faults.add(name + " answers " + response.status() + " in " + language);
        continue;
      }
      look(tab, name, language, "light", WIDE);
      // What is folded away is looked at as well.
      tab.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
      tab.emulateMedia(in(ColorScheme.DARK));
      look(tab, name, language, "dark", WIDE);
      tab.setViewportSize(NARROW, 740);
      look(tab, name, language, "dark", NARROW);
      tab.emulateMedia(in(ColorScheme.LIGHT));
      look(tab, name, language, "light", NARROW);
    }
    speak(tab.context(), "en");
  }

  /** Without the fading of colours, which a contrast could be measured in the midst of. */
  private static Page.EmulateMediaOptions in(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
  }

  private void look(Page tab, String name, String language, String scheme, int width) {
    String where = name + " (" + language + ", " + scheme + ", " + width + "): ";
    if (scheme.equals("light")) {
      Object found = tab.evaluate(faultsOf, Map.of("language", language, "narrow", width == NARROW));
      ((List<?>) found).forEach(fault -> faults.add(where + fault));
    }
    if (language.equals("en")) {
      // In the other languages the same elements hold other words.
      for (Rule violation : new AxeBuilder(tab).options(RULES).setLegacyMode(true).analyze().getViolations()) {
        if (List.of("serious", "critical").contains(violation.getImpact())) {
          violation.getNodes().forEach(
              node -> faults.add(where + violation.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
        }
      }
    }
    if (PHOTOGRAPHED) {
      String file = name.replaceAll("[^A-Za-z0-9=]+", "-").replaceAll("^-|-$", "");
      tab.screenshot(new Page.ScreenshotOptions()
          .setFullPage(true)
          .setPath(SCREENSHOTS.resolve((file.isEmpty() ? "overview" : file) + "." + language + "-" + scheme + "-" + width + ".png")));
    }
  }

  /** What the browser itself complains of, such as the content security policy; a refusal's status is none. */
  private void listen(Page tab) {
    tab.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        faults.add(tab.url() + ": " + message.text());
      }
    });
    tab.onPageError(error -> faults.add(tab.url() + ": " + error));
  }

  /** The addresses that links lead to from the overview on; of one kind, a few in each state that a list shows. */
  private static List<String> everyPage(Page tab) {
    Set<String> seen = new LinkedHashSet<>(List.of("/"));
    Deque<String> next = new ArrayDeque<>(seen);
    Map<String, Integer> kinds = new HashMap<>();
    while (!next.isEmpty()) {
      String path = next.remove();
      tab.navigate(server.origin() + path);
      for (Object found : (List<?>) tab.evaluate(
          """
          () => [...document.querySelectorAll('a[href^="/"]:not([download])')].map(a =>
              [a.getAttribute('href'), a.closest('li')?.querySelector('.state')?.className || ''])
          """)) {
        String link = ((List<?>) found).get(0).toString();
        String kind = kind(path) + " " + kind(link) + " " + ((List<?>) found).get(1);
        if (!link.contains("#") && !seen.contains(link)
            && (kind(link).equals(link) || kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND)) {
          seen.add(link);
          next.add(link);
        }
      }
    }
    return List.copyOf(seen);
  }

  private static String kind(String path) {
    return path.replaceAll("\\d+", "N");
  }

  private static void speak(BrowserContext context, String language) {
    context.addCookies(List.of(new Cookie("shotdeed-language", language).setUrl(server.origin())));
  }
}
