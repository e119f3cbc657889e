package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.ConsoleOthers;
import shotdeed.extension.rig.ConsoleSeed;
import shotdeed.extension.rig.PageLooker;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.extension.rig.ShotDeedServer;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.TestBundle;

/**
 * Every page of the console that a signed-in admin can reach by links, and every page that answers a form left empty: a
 * new page is among them as soon as something links to it. With {@code -Dshotdeed.screenshots=true} each is photographed
 * in every language, light and dark, wide and narrow, under {@code target/screenshots/console}.
 */
class ConsolePagesTest {
  private static final List<String> SIGNED_OUT = List.of(
      "/sign-in", "/sign-in?code=abc", "/sign-up", "/forgot-password", "/pair", "/verify", "/nothing-here", "/certificates");
  private static final int WIDE = PageLooker.WIDE;
  private static final int NARROW = PageLooker.NARROW;

  private static ShotDeedServer server;
  private static PlainChromium browser;
  private static BrowserContext admin;
  private static Page page;
  private static ConsoleOthers others;
  private final PageLooker looker = new PageLooker(server.origin());

  @BeforeAll
  static void fill_a_server() {
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
    List<String> paths = looker.everyPage(page);
    assertThat(paths).hasSizeGreaterThan(60);
    looker.listen(page);
    for (String path : paths) {
      looker.look(page, path, () -> page.navigate(server.origin() + path), 200);
    }
    assertThat(looker.faults()).isEmpty();
  }

  @Test
  void every_page_of_a_reviewer_without_a_shop_is_so_too() {
    List<String> paths = looker.everyPage(others.reviewer());
    assertThat(paths).contains("/reviews", "/disputes").doesNotContain("/upload", "/monitor", "/browsers");
    lookAtAll("reviewer", others.reviewer(), paths);
  }

  @Test
  void every_page_of_a_shop_that_has_nothing_yet_is_so_too() {
    List<String> paths = looker.everyPage(others.newcomer());
    assertThat(paths).contains("/upload", "/monitor", "/browsers").doesNotContain("/reviews", "/disputes");
    lookAtAll("newcomer", others.newcomer(), paths);
  }

  private void lookAtAll(String person, Page tab, List<String> paths) {
    looker.listen(tab);
    for (String path : paths) {
      looker.look(tab, person + " " + path, () -> tab.navigate(server.origin() + path), 200);
    }
    assertThat(looker.faults()).isEmpty();
  }

  @Test
  void every_page_for_strangers_is_so_too() {
    try (BrowserContext stranger = browser.person("en", null)) {
      Page tab = stranger.newPage();
      looker.listen(tab);
      for (String path : SIGNED_OUT) {
        int status = path.equals("/nothing-here") ? 404 : path.equals("/certificates") ? 401 : 200;
        looker.look(tab, "stranger " + path, () -> tab.navigate(server.origin() + path), status);
      }
      TestBundle bundle = TestBundle.genuine();
      looker.look(tab, "stranger bundle whole", () -> checked(tab, bundle.zip(), ""), 200);
      looker.look(tab, "stranger bundle valid", () -> checked(tab, bundle.zip(), bundle.log.key().fingerprint()), 200);
      looker.look(tab, "stranger bundle tampered", () -> checked(tab, Tampering.all(bundle).get(3).zip(), ""), 200);
      looker.look(tab, "stranger bundle without key", () -> checked(tab, bundle.zip(), "12"), 400);
      page.navigate(server.origin() + "/certificates/1");
      String sha256 = (String) page.evaluate("() => [...document.querySelectorAll('dt')]"
          + ".find(name => name.textContent === 'SHA-256').nextElementSibling.textContent");
      looker.look(tab, "stranger certificate", () -> {
        tab.navigate(server.origin() + "/verify");
        tab.fill("#certificate", "1");
        tab.fill("#sha256", sha256);
        return tab.waitForNavigation(() -> tab.locator("form[action='/verify/certificate'] button").click());
      }, 200);
    }
    assertThat(looker.faults()).isEmpty();
  }

  private static Response checked(Page tab, byte[] zip, String key) {
    tab.navigate(server.origin() + "/verify");
    tab.setInputFiles("#bundle", new FilePayload("complaint-9.zip", "application/zip", zip));
    tab.fill("#key", key);
    return tab.waitForNavigation(() -> tab.locator("form[action='/verify'] button").click());
  }

  /** The browser's own check is turned off: the server must say it as well, where the eye and the keyboard then are. */
  @Test
  void every_form_left_empty_is_answered_by_a_page_that_says_what_is_missing_and_has_the_focus_there() {
    Set<String> actions = new LinkedHashSet<>();
    for (String path : looker.everyPage(page)) {
      page.navigate(server.origin() + path);
      for (Object action : (List<?>) page.evaluate("() => [...document.querySelectorAll('form[method=post]')]"
          + ".filter(f => f.querySelector('[required]')).map(f => f.getAttribute('action'))")) {
        if (actions.add(PageLooker.kind(action.toString()))) {
          looker.look(page, path + " sent empty", () -> sentEmpty(path, action.toString()), 400, 422);
          if (!(Boolean) page.evaluate("() => document.activeElement.matches('.problem')")) {
            looker.fault(path + " sent empty: the focus is not on what is wrong");
          }
        }
      }
    }
    assertThat(actions).isNotEmpty();
    assertThat(looker.faults()).isEmpty();
  }

  @Test
  void each_field_for_a_marketplace_has_one_button_that_copies_it() {
    page.navigate(server.origin() + "/complaints/1/form");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    assertThat(page.locator("main button.copy").all())
        .hasSameSizeAs(page.locator("main input[data-copy], main textarea[data-copy]").all())
        .hasSizeGreaterThan(3)
        .allMatch(button -> button.getAttribute("aria-label").length() > "Copy: ".length());
    page.locator("main button.copy").first().click();
    page.locator("#copied").getByText("Copied").waitFor();
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(page.locator("main [data-copy]:not(#copied)").first().inputValue());
  }

  @Test
  void what_a_form_answers_is_so_too() {
    looker.listen(page);
    looker.look(page, "pairing link", () -> {
      page.navigate(server.origin() + "/browsers");
      return page.waitForNavigation(() -> page.locator("form[action='/browsers/link'] button").click());
    }, 200);
    looker.look(page, "team invited", () -> {
      page.navigate(server.origin() + "/team");
      page.fill("#name", "Zhao");
      return page.waitForNavigation(() -> page.locator("form[action='/team/invite'] button").click());
    }, 200);
    looker.look(page, "password link", () -> {
      page.navigate(server.origin() + "/team");
      page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
      return page.waitForNavigation(() -> page.locator("form[action$='/password'] button").first().click());
    }, 200);
    page.navigate(server.origin() + "/lesson");
    page.locator("form[action='/exam/start'] button").click();
    looker.look(page, "exam question", () -> page.navigate(server.origin() + "/exam"), 200);
    looker.look(page, "upload results", () -> {
      page.navigate(server.origin() + "/upload");
      page.setInputFiles("#file", new FilePayload[] {
        new FilePayload("notes.jpg", "image/jpeg", new byte[40]), new FilePayload("外套.jpg", "image/jpeg", Photos.file(Photos.JACKET))
      });
      page.check("input[value=unpublished]");
      return page.waitForNavigation(() -> page.locator("main form button").click());
    }, 200);
    assertThat(looker.faults()).isEmpty();
  }

  @Test
  void what_the_queue_of_reviews_answers_is_so_too() {
    looker.look(page, "reviews, none chosen", () -> {
      page.navigate(server.origin() + "/reviews");
      return page.waitForNavigation(() -> page.click("#approve"));
    }, 400, 422);
    looker.look(page, "reviews decided", () -> {
      takeBack();
      page.navigate(server.origin() + "/reviews");
      page.locator(".sheet input:not(:disabled)").first().check();
      return page.waitForNavigation(() -> page.click("#approve"));
    }, 200);
    takeBack();
    assertThat(page.locator("#done").textContent()).contains("Taken back: 1");
    assertThat(looker.faults()).isEmpty();
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
}
