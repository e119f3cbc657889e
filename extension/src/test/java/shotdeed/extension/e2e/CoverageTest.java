package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch.Request;
import shotdeed.extension.rig.WatchedShop;

/** The browser counts what it looks at, and tells the counts when its alarm rings, nothing else and never before. */
class CoverageTest {
  private static final String COVERAGE = "/api/v1/coverage";
  private WatchedShop shop;

  @BeforeEach
  void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.site()
        .bytes("/skirt.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f))
        .bytes("/dress.jpg", "image/jpeg", Photos.resized(Photos.DRESS, 500, 0.8f))
        .bytes("/broken.jpg", "image/jpeg", "no picture".getBytes());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void coverage(Page asking, boolean on) {
    asking.evaluate(
        "async on => { await chrome.storage.local.set({consent: {asked: true, thorough: false, mistakes: false, coverage: on}}); }", on);
  }

  /** As if the minutes of the regular refresh had passed; waits until a day was told. */
  private void ring(Page asking) {
    ring(asking, 1);
  }

  /** Each day is told by itself, so who expects several waits for them all. */
  private void ring(Page asking, int days) {
    int before = told().size();
    asking.evaluate("() => chrome.alarms.create('refresh', {when: Date.now()})");
    for (long end = System.nanoTime() + 20_000_000_000L; told().size() < before + days && System.nanoTime() < end; ) {
      asking.waitForTimeout(50);
    }
  }

  private void anHourLater(Page asking) {
    asking.evaluate(
        """
        async () => {
          const {coverageTold} = await chrome.storage.local.get('coverageTold');
          coverageTold.at = new Date(Date.now() - 3600000).toISOString();
          await chrome.storage.local.set({coverageTold});
        }
        """);
  }

  private List<Request> told() {
    return shop.watch().requests().stream().filter(r -> r.path().equals(COVERAGE)).toList();
  }

  private static JsonNode json(Request request) {
    try {
      return new ObjectMapper().readTree(request.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void waitForMarks(Page asking, int marks) {
    Chromium.eventually(asking, MARKS, marks);
  }

  private static final String MARKS =
      """
      count => new Promise((done, fail) => {
        const open = indexedDB.open('shotdeed');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('looked').objectStore('looked').count();
          all.onsuccess = () => { open.result.close(); done(all.result === count); };
        };
      })
      """;

  @Test
  void the_counts_of_the_day_are_told_with_the_alarm_and_hold_numbers_only() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      coverage(asking, true);
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg", "/broken.jpg").close();
      shop.visit("/coat", "/skirt.jpg").close();
      shop.visit("/skirt", "/skirt.jpg").close();
      waitForMarks(asking, 5);
      assertThat(told()).as("a page is no reason to tell anything").isEmpty();
      shop.browser().stopWorker();
      synchronize(asking);
      assertThat(told()).as("nor is a worker that starts").isEmpty();

      ring(asking);
      JsonNode report = json(told().get(0));
      String today = (String) asking.evaluate(
          "() => { const d = new Date(); return new Date(d - d.getTimezoneOffset() * 60000).toISOString().slice(0, 10); }");
      assertThat(report.toString()).isEqualTo(
          "{\"day\":\"" + today + "\",\"markets\":[{\"market\":\"taobao\",\"listings\":2,\"shops\":0,\"pictures\":2,"
              + "\"failed\":[{\"reason\":\"not-a-picture\",\"pictures\":1}]}]}");

      asking.evaluate("() => chrome.alarms.create('refresh', {when: Date.now()})");
      synchronize(asking);
      synchronize(asking);
      assertThat(told()).as("within the hour").hasSize(1);

      anHourLater(asking);
      shop.visit("/dress", "/dress.jpg").close();
      waitForMarks(asking, 6);
      shop.browser().stopWorker();
      ring(asking);
      assertThat(json(told().get(1)).at("/markets/0/listings").asInt()).isEqualTo(3);
      assertThat(json(told().get(1)).at("/markets/0/pictures").asInt()).as("each picture once a day").isEqualTo(2);
    }
  }

  @Test
  void off_nothing_is_counted_and_nothing_told_and_what_was_counted_is_forgotten() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      coverage(asking, true);
      shop.visit("/coat", "/skirt.jpg").close();
      waitForMarks(asking, 2);
      coverage(asking, false);
      shop.visit("/skirt", "/dress.jpg").close();
      waitForMarks(asking, 0);
      int before = shop.watch().requests().size();
      asking.evaluate("() => chrome.alarms.create('refresh', {when: Date.now()})");
      for (long end = System.nanoTime() + 10_000_000_000L; shop.watch().requests().size() == before && System.nanoTime() < end; ) {
        asking.waitForTimeout(50);
      }
      synchronize(asking);
      assertThat(told()).isEmpty();
    }
  }

  @Test
  void it_is_named_where_the_thorough_check_is_asked_about_and_follows_the_first_answer() {
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.getByText("numbers only, no addresses and no other names.").waitFor();
      options.getByText("the title, the shop's name, the gallery or the data within the page were not found").waitFor();
      assertThat(options.locator("#coverage").count()).isZero();
      options.locator("#consent").getByText("Leave it off").click();
      options.locator("#coverage").waitFor();
      assertThat(options.locator("#coverage").isChecked()).as("a no is a no").isFalse();
      options.locator("#coverage").check();
      Chromium.eventually(
          options, "async () => (await chrome.storage.local.get('consent')).consent.coverage === true", null);
      options.reload();
      options.locator("#coverage").waitFor();
      assertThat(options.locator("#coverage").isChecked()).as("changed by itself").isTrue();
      options.evaluate("() => chrome.storage.local.remove('consent')");
      options.reload();
      options.getByText("Turn it on (recommended)").click();
      options.locator("#coverage").waitFor();
      assertThat(options.locator("#coverage").isChecked()).as("a yes is for both").isTrue();
    }
  }

  @Test
  void a_day_that_could_not_be_told_is_told_later_and_damaged_marks_are_dropped() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      coverage(asking, true);
      shop.visit("/coat", "/skirt.jpg").close();
      waitForMarks(asking, 2);
      asking.evaluate(
          """
          () => new Promise(done => {
            const open = indexedDB.open('shotdeed');
            open.onsuccess = () => {
              const store = open.result.transaction('looked', 'readwrite').objectStore('looked');
              store.getAllKeys().onsuccess = e => {
                const home = e.target.result[0].split(' ')[0];
                const yesterday = new Date(Date.now() - 86400000);
                const day = new Date(yesterday - yesterday.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
                ['p a', 'p b', 'f:unreachable c', 'l d', 's e'].forEach(m => store.put({id: home + ' ' + day + ' tmall ' + m}));
                store.put({id: 'damaged'});
                store.put({id: 'another-library ' + day + ' tmall p x'});
              };
              store.transaction.oncomplete = () => { open.result.close(); done(); };
            };
          })
          """);
      ring(asking, 2);
      Chromium.eventually(asking, MARKS, 2);
      assertThat(told()).hasSize(2);
      JsonNode yesterday = json(told().get(0));
      assertThat(yesterday.get("markets").toString()).isEqualTo(
          "[{\"market\":\"tmall\",\"listings\":1,\"shops\":1,\"pictures\":2,\"failed\":[{\"reason\":\"unreachable\",\"pictures\":1}]}]");
    }
  }

  /** Marks of listings that did not show a part, beside those of one that was looked at. */
  private void markChanged(Page asking) {
    coverage(asking, true);
    shop.visit("/coat", "/skirt.jpg").close();
    waitForMarks(asking, 2);
    asking.evaluate(
        """
        () => new Promise(done => {
          const open = indexedDB.open('shotdeed');
          open.onsuccess = () => {
            const store = open.result.transaction('looked', 'readwrite').objectStore('looked');
            store.getAllKeys().onsuccess = e => {
              const day = e.target.result[0].split(' ').slice(0, 2).join(' ');
              ['c:amazon:shop a', 'c:amazon:shop b', 'c:amazon:title a', 'c:1688:main d', 'c:shop.example:shop e',
                  'c:amazon:price f', 'c:amazon g'].forEach(m => store.put({id: day + ' other ' + m}));
            };
            store.transaction.oncomplete = () => { open.result.close(); done(); };
          };
        })
        """);
  }

  private static final String CHANGED =
      "[{\"site\":\"1688\",\"part\":\"main\",\"listings\":1},{\"site\":\"amazon\",\"part\":\"shop\",\"listings\":2},"
          + "{\"site\":\"amazon\",\"part\":\"title\",\"listings\":1}]";

  @Test
  void pages_that_did_not_show_a_part_are_told_by_site_and_part_and_stand_in_the_report() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      markChanged(asking);
      ring(asking);
      JsonNode markets = json(told().get(0)).get("markets");
      assertThat(markets.at("/0/market").asText()).isEqualTo("other");
      assertThat(markets.at("/0/changed").toString()).as("and no name that is not known").isEqualTo(CHANGED);
      assertThat(markets.get(1).has("changed")).as(markets.toString()).isFalse();
    }
    Page reports = shop.console().open("/reports");
    reports.locator("form[action='/reports'] [name=days]").selectOption("7");
    reports.locator("form[action='/reports'] button").click();
    reports.getByText("Amazon: shop's name not found · listings: 2").waitFor();
  }

  @Test
  void a_server_that_takes_no_changed_pages_is_told_the_rest() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      markChanged(asking);
      shop.watch().refuse(COVERAGE, 400, "field-invalid", "No such member");
      ring(asking, 2);
      assertThat(told()).hasSize(2);
      JsonNode first = json(told().get(0)).at("/markets/0");
      JsonNode second = json(told().get(1)).at("/markets/0");
      assertThat(first.has("changed")).isTrue();
      assertThat(second.has("changed")).isFalse();
      assertThat(json(told().get(1)).at("/markets/1")).isEqualTo(json(told().get(0)).at("/markets/1"));
    }
  }

  @Test
  void a_browser_that_is_paired_again_counts_from_the_beginning() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      coverage(asking, true);
      shop.visit("/coat", "/skirt.jpg").close();
      waitForMarks(asking, 2);
      asking.evaluate(
          """
          async () => {
            const {server} = await chrome.storage.local.get('server');
            await chrome.storage.local.set({server: {...server, device: 'paired again'}});
          }
          """);
      waitForMarks(asking, 0);
      shop.visit("/coat", "/skirt.jpg", "/dress.jpg").close();
      waitForMarks(asking, 3);
    }
  }

  @Test
  void a_full_day_stays_full_whichever_worker_counts() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      coverage(asking, true);
      shop.visit("/coat", "/skirt.jpg").close();
      waitForMarks(asking, 2);
      asking.evaluate(
          """
          () => new Promise(done => {
            const open = indexedDB.open('shotdeed');
            open.onsuccess = () => {
              const store = open.result.transaction('looked', 'readwrite').objectStore('looked');
              store.getAllKeys().onsuccess = e => {
                const day = e.target.result[0].split(' ').slice(0, 2).join(' ');
                for (let i = 2; i < 50000; i++) { store.put({id: day + ' tmall p ' + i}); }
              };
              store.transaction.oncomplete = () => { open.result.close(); done(); };
            };
          })
          """);
      shop.browser().stopWorker();
      synchronize(asking);
      shop.visit("/other", "/dress.jpg").close();
      ring(asking);
      JsonNode told = json(told().get(0)).get("markets");
      assertThat(told.at("/0/pictures").asInt()).as(told.toString()).isEqualTo(1);
      assertThat(told.at("/1/pictures").asInt()).as("as many as fit").isEqualTo(49_998);
    }
  }

  private static void synchronize(Page page) {
    Chromium.eventually(
        page, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
  }
}
