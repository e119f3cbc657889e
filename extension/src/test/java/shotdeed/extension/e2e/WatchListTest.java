package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch.Request;
import shotdeed.extension.rig.WatchedShop;

/** What the team wants looked at again: put on the list, visited, told. */
class WatchListTest {
  private static final String LIST = "/api/v1/watch-list";
  private WatchedShop shop;

  @BeforeEach
  void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.consent(false, false);
    shop.site()
        .bytes("/skirt.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f))
        .bytes("/dress.jpg", "image/jpeg", Photos.resized(Photos.DRESS, 500, 0.8f));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private void addInConsole(String path) {
    Page console = shop.console().open("/watch-list");
    console.fill("#address", shop.site().origin() + path);
    press(console, "Add to the watch list");
    console.locator(".notice").waitFor();
  }

  private JsonNode entries() {
    return shop.browser().api(shop.watch().origin(), LIST).get("entries");
  }

  private void waitForVisit(String path, int pictures) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          """
          async ([address, path, pictures]) => {
            const {server} = await chrome.storage.local.get('server');
            const answer = await fetch(address, {headers: {Authorization: 'Bearer ' + server.token}});
            return (await answer.json()).entries.some(e => e.address.endsWith(path) && e.lastVisit && e.lastVisit.pictures === pictures);
          }
          """,
          List.of(shop.watch().origin() + LIST, path, pictures));
    }
  }

  private List<Request> since(int before) {
    List<Request> all = shop.watch().requests();
    return all.subList(before, all.size()).stream().filter(r -> !r.path().equals("/api/v1/handshake")).toList();
  }

  private static void synchronize(Page page) {
    Chromium.eventually(
        page, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
  }

  @Test
  void a_page_is_watched_from_the_panel_visited_and_opened_again_with_one_click() {
    Page page = shop.visit("/coat", "/skirt.jpg", "/dress.jpg");
    Page panel = shop.panel("/coat");
    press(panel, "Watch this listing");
    panel.getByText("On the watch list of your team.").waitFor();
    waitForVisit("/coat", 2);
    panel.getByText("On the list: 1 of at most 2000.").waitFor();
    panel.locator("#watch .watched li", new Page.LocatorOptions().setHasText("last visit")).waitFor();
    panel.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "watch-list-panel.png")).setFullPage(true));
    page.close();
    Page opened = shop.browser().context().waitForPage(() -> panel.locator("#watch .watched a").click());
    opened.waitForURL(shop.site().origin() + "/coat");

    press(panel, "Take this listing off the watch list");
    panel.getByText("Taken off the watch list.").waitFor();
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_page_that_is_not_on_the_list_causes_no_request_and_one_that_is_one_visit() {
    addInConsole("/coat");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
    }
    int before = shop.watch().requests().size();
    Page other = shop.visit("/other", "/skirt.jpg");
    shop.site().page("/coat", "<title>Coat</title><img width=400 src=/dress.jpg>");
    Page coat = shop.browser().newPage();
    coat.navigate(shop.site().origin() + "/coat?utm_source=mail");
    waitForVisit("/coat", 1);
    other.close();
    coat.close();
    shop.visit("/coat", "/dress.jpg").close(); // shortly after: the same visit
    List<Request> sent = since(before);
    assertThat(sent).extracting(Request::toString).filteredOn(r -> r.startsWith("POST")).containsExactly("POST " + LIST + "/1/visits");
    for (Request request : sent) {
      assertThat(request.toString()).isIn("POST " + LIST + "/1/visits", "GET " + LIST);
      assertThat(new String(request.body())).doesNotContain("127.0.0.1", "other", ".jpg");
    }
    assertThat(entries().get(0).at("/lastVisit/copies").asInt()).isZero();
  }

  @Test
  void visits_of_a_while_without_the_server_survive_the_worker_and_are_sent_once() {
    addInConsole("/coat");
    addInConsole("/skirt");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
      shop.server().kill();
      shop.visit("/coat", "/skirt.jpg").close();
      shop.visit("/skirt", "/skirt.jpg", "/dress.jpg").close();
      Chromium.eventually(asking, WAITING, 2);
      shop.browser().stopWorker();
      shop.server().startAgain();
      synchronize(asking);
      synchronize(asking);
      Chromium.eventually(asking, WAITING, 0);
    }
    waitForVisit("/coat", 1);
    waitForVisit("/skirt", 2);
    assertThat(shop.watch().requests().stream().filter(r -> r.path().endsWith("/visits")).map(r -> new String(r.body())).distinct())
        .as("each visit has one key, however often it was tried").hasSize(2);
  }

  /** Whether so many visits wait in this browser. */
  private static final String WAITING =
      """
      count => new Promise((done, fail) => {
        const open = indexedDB.open('shotdeed');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('visits').objectStore('visits').getAll();
          all.onsuccess = () => { open.result.close(); done(all.result.filter(v => !v.told).length === count); };
        };
      })
      """;

  @Test
  void a_damaged_visit_and_a_damaged_list_keep_nothing_else_from_its_way() {
    addInConsole("/coat");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
      shop.browser().stopWorker();
      asking.evaluate(
          """
          () => new Promise(done => {
            const open = indexedDB.open('shotdeed');
            open.onsuccess = () => {
              const t = open.result.transaction(['visits', 'watch-list'], 'readwrite');
              t.objectStore('visits').put({id: '1', entry: 'x', told: 7});
              t.objectStore('watch-list').put({id: 'watch-list', home: 5, list: {entries: 'none'}});
              t.oncomplete = () => { open.result.close(); done(); };
            };
          })
          """);
      synchronize(asking);
    }
    shop.visit("/coat", "/dress.jpg").close();
    waitForVisit("/coat", 1);
  }

  /** Changes what is kept of visits. */
  private static final String CHANGE_VISITS =
      """
      members => new Promise(done => {
        const open = indexedDB.open('shotdeed');
        open.onsuccess = () => {
          const t = open.result.transaction('visits', 'readwrite');
          t.objectStore('visits').getAll().onsuccess = event =>
            event.target.result.forEach(v => t.objectStore('visits').put({...v, ...members}));
          t.oncomplete = () => { open.result.close(); done(); };
        };
      })
      """;

  private long visitsToldOf() {
    return shop.watch().requests().stream().filter(r -> r.path().endsWith("/visits")).map(WatchListTest::clientKey).distinct().count();
  }

  private static String clientKey(Request request) {
    String body = new String(request.body());
    int from = body.indexOf("\"clientKey\":\"") + 13;
    return body.substring(from, body.indexOf('"', from));
  }

  @Test
  void half_an_hour_after_a_visit_began_it_is_another_visit() {
    addInConsole("/coat");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
      shop.visit("/coat", "/skirt.jpg").close();
      waitForVisit("/coat", 1);
      asking.evaluate(CHANGE_VISITS, Map.of("visitedAt", Instant.now().minusSeconds(31 * 60).toString()));
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg").close();
      waitForVisit("/coat", 2);
      assertThat(visitsToldOf()).isEqualTo(2);
    }
  }

  @Test
  void a_visit_to_a_shop_is_all_of_its_pages_each_once_and_the_list_is_shown_though_the_server_is_away() {
    addInConsole("/");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg").close();
      waitForVisit("/", 2);
      shop.visit("/skirt", "/skirt.jpg").close();
      waitForVisit("/", 3);
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg").close();
      shop.site().bytes("/jacket.jpg", "image/jpeg", Photos.resized(Photos.OTHER_JEANS, 500, 0.8f));
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg", "/jacket.jpg").close();
      waitForVisit("/", 4);
      assertThat(visitsToldOf()).isEqualTo(1);
      shop.server().kill();
      shop.browser().stopWorker();
    }
    try (Page panel = shop.browser().extensionPage("panel.html?tab=-1")) {
      panel.getByText("On the list: 1 of at most 2000.").waitFor();
    }
  }

  @Test
  void a_page_that_goes_to_another_listing_without_being_loaded_is_a_visit_to_each() {
    addInConsole("/coat");
    addInConsole("/skirt");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
    }
    Page page = shop.visit("/coat", "/skirt.jpg", "/dress.jpg");
    shop.site().bytes("/jacket.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 500, 0.8f));
    page.evaluate(
        """
        () => {
          history.pushState({}, '', '/skirt');
          document.querySelectorAll('img').forEach((img, i) => { if (i > 0) { img.remove(); } });
          document.body.insertAdjacentHTML('beforeend', "<img style='display:block;width:400px' src=/jacket.jpg>");
        }
        """);
    waitForVisit("/coat", 2);
    waitForVisit("/skirt", 2);
    shop.browser().waitUntilChecked(shop.site().origin() + "/skirt");
    page.close();
    waitForVisit("/skirt", 2);
    for (JsonNode entry : entries()) {
      assertThat(entry.at("/lastVisit/copies").asInt()).as(entry.get("address").asText())
          .isEqualTo(entry.get("address").asText().endsWith("/skirt") ? 1 : 0);
    }
  }

  @Test
  void what_a_teammate_took_off_the_list_is_visited_without_a_trace() {
    addInConsole("/coat");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      synchronize(asking);
    }
    Page console = shop.console().open("/watch-list");
    press(console, "Take off the list");
    console.getByText("Taken off the list:").waitFor();
    shop.visit("/coat", "/dress.jpg").close();
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(asking, WAITING, 0);
      synchronize(asking);
      press(console, "Put it back");
      synchronize(asking);
    }
    assertThat(entries().get(0).get("lastVisit").isNull()).isTrue();
  }
}
