package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;

/** Weeks of a busy seller's pages, compared with a certificate of today. */
class LongHistoryTest {
  /** Moves what was seen back by days, puts many strangers' pictures beside it, or damages an entry. */
  private static final String SEEN =
      """
      ([job, value]) => new Promise((done, fail) => {
        const open = indexedDB.open('shotdeed');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const t = open.result.transaction('seen', 'readwrite');
          const store = t.objectStore('seen');
          let result = 0;
          store.getAll().onsuccess = event => {
            const all = event.target.result;
            if (job === 'age') {
              all.forEach(s => store.put({...s, at: new Date(Date.parse(s.at) - value * 86400000).toISOString()}));
            } else if (job === 'fill') {
              for (let i = 0; i < value; i++) {
                const prints = all[0].prints.slice();
                for (let b = 0; b < prints.length; b++) { if (b % 42 >= 10) { prints[b] = Math.random() * 256; } }
                store.put({...all[0], id: all[0].id.split(' ')[0] + ' https://a.example/' + i + '.jpg', prints,
                  page: 'https://a.example/' + i});
              }
            } else if (job === 'other-version') {
              store.put({...all[0], id: '0 https://a.example/old.jpg'});
            } else if (job === 'damage') {
              const kernel = all[0].id.split(' ')[0];
              store.put({id: kernel + ' a', at: all[0].at, page: 'x', title: 'x', prints: new Uint8Array(41)});
              store.put({id: kernel + ' b', at: 7, prints: 'none'});
              store.put({id: kernel + ' c'});
            } else {
              result = all.length;
            }
          };
          t.oncomplete = () => { open.result.close(); done(result); };
        };
      })
      """;

  private WatchedShop shop;

  @BeforeEach
  void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.consent(false, false);
    shop.site().bytes("/secret.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f));
    shop.visit("/last-week", "/secret.jpg").close();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Page options() {
    return shop.browser().extensionPage("options.html");
  }

  private static int seen(Page page, String job, int value) {
    return (Integer) page.evaluate(SEEN, List.of(job, value));
  }

  private static void synchronize(Page page) {
    Chromium.eventually(
        page, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
  }

  private static void waitForFound(Page page, int found) {
    Chromium.eventually(
        page, "async found => (await chrome.runtime.sendMessage({type: 'status', tab: -1})).seenBefore === found", found);
  }

  @Test
  void a_copy_of_last_week_is_named_and_done_once_its_page_was_opened_again() {
    try (Page options = options()) {
      seen(options, "age", 7);
      seen(options, "damage", 0);
      shop.certify(Photos.SKIRT);
      synchronize(options);
      waitForFound(options, 1);
      assertThat(seen(options, "count", 0)).as("what cannot be read is gone").isEqualTo(1);
      options.reload();
      options.getByText("Certificate 2 · ").waitFor();
      Page again = shop.browser().context().waitForPage(() -> options.locator("#history .found a").click());
      again.waitForURL(shop.site().origin() + "/last-week");
      shop.browser().waitUntilChecked(shop.site().origin() + "/last-week");
      waitForFound(options, 0);
      assertThat(shop.browser().api(shop.watch().origin(), "/api/v1/sightings").at("/sightings/0/listing/pageUrl").asText())
          .endsWith("/last-week");
      options.reload();
      options.getByText("opened again on").waitFor();

      Page console = shop.console().open("/certificates/2");
      console.getByText("Pause monitoring", new Page.GetByTextOptions().setExact(true)).click();
      synchronize(options);
      console.getByText("Monitor again", new Page.GetByTextOptions().setExact(true)).click();
      synchronize(options);
      shop.certify(Photos.DRESS); // another that is new, so that all is compared again
      synchronize(options);
      shop.browser().stopWorker();
      synchronize(options);
      options.reload();
      options.getByText("Certificate 2 · ").waitFor();
      assertThat(options.locator("#history .found li").count()).as("paused and resumed is not new").isEqualTo(1);
      waitForFound(options, 0);
    }
  }

  @Test
  void a_worker_that_dies_while_it_compares_is_followed_by_one_that_goes_on() {
    try (Page options = options()) {
      seen(options, "fill", 6_000);
      seen(options, "age", 7);
      shop.certify(Photos.SKIRT);
      options.evaluate("() => { chrome.runtime.sendMessage({type: 'synchronize', tab: -1}); }");
      Chromium.eventually(options, "async () => !!(await chrome.storage.local.get('comparingHistory')).comparingHistory", null);
      shop.browser().stopWorker();
      String stopped = (String) options.evaluate(
          "async () => { const {comparingHistory: c} = await chrome.storage.local.get('comparingHistory'); return c ? c.at : 'finished'; }");
      assertThat(stopped).as("it had not come to the end").startsWith("" + shotdeed.fingerprint.Kernel.VERSION);
      synchronize(options);
      waitForFound(options, 1);
      Chromium.eventually(options, "async () => !(await chrome.storage.local.get('comparingHistory')).comparingHistory", null);
    }
  }

  @Test
  void what_was_seen_between_certifying_and_monitoring_is_named_under_its_whole_address() {
    String page = "/this-morning-" + "x".repeat(400);
    shop.site().bytes("/late.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 400, 0.7f));
    try (Page options = options()) {
      seen(options, "other-version", 0);
      shop.certify(Photos.SKIRT);
      shop.visit(page, "/late.jpg").close(); // before this browser has heard of the certificate
      synchronize(options);
      waitForFound(options, 2);
      assertThat(seen(options, "count", 0)).as("fingerprints of another version are gone").isEqualTo(2);
      options.reload();
      options.getByText("Certificate 2 · ").first().waitFor();
      assertThat(options.locator("#history .found a").last().getAttribute("href")).endsWith(page);
      shop.visit(page, "/late.jpg");
      waitForFound(options, 1);
      options.evaluate(
          """
          async () => {
            const {seenBefore} = await chrome.storage.local.get('seenBefore');
            seenBefore.found.forEach(one => { one.name = ''; one.certifiedAt = ''; });
            await chrome.storage.local.set({seenBefore});
          }
          """);
      options.reload();
      options.getByText("Certificate 2: a picture like it was seen on").first().waitFor();
    }
  }

  @Test
  void what_is_older_than_the_user_wants_is_forgotten_within_a_day_though_the_server_is_away() {
    try (Page options = options()) {
      seen(options, "age", 181);
      shop.server().kill();
      options.evaluate(
          "() => chrome.storage.local.set({historyPruned: {at: new Date(Date.now() - 90000000).toISOString()}})");
      options.evaluate("() => { chrome.runtime.sendMessage({type: 'synchronize', tab: -1}); }");
      Chromium.eventually(options, "async args => await (" + SEEN + ")(args) === 0", List.of("count", 0));
    }
  }

  @Test
  void forgetting_the_pictures_leaves_the_choice_stored_all_the_while() {
    try (Page options = options()) {
      options.evaluate(
          """
          async () => {
            await chrome.storage.local.set({history: {on: true, days: 30}});
            globalThis.heard = [];
            chrome.storage.onChanged.addListener(c => {
              if (c.history) { globalThis.heard.push(c.history.newValue ? c.history.newValue.days : 'nothing'); }
            });
          }
          """);
      options.getByText("Forget all pictures seen").click();
      Chromium.eventually(options, "() => globalThis.heard.length > 0", null);
      assertThat((List<?>) options.evaluate("() => globalThis.heard")).allMatch(days -> days.equals(30));
    }
  }

  /** With the keyboard: the extension takes no other events for the user's. */
  private static void choose(Page options, int days) {
    options.locator("#history-days").press("ArrowUp");
    Chromium.eventually(options, "async days => (await chrome.storage.local.get('history')).history?.days === days", days);
  }

  @Test
  void the_user_chooses_for_how_long_pictures_are_remembered() {
    try (Page options = options()) {
      seen(options, "age", 20);
      choose(options, 90);
      choose(options, 30);
      assertThat(seen(options, "count", 0)).isEqualTo(1);
      choose(options, 7);
      Chromium.eventually(options, "async args => await (" + SEEN + ")(args) === 0", List.of("count", 0));
      options.reload();
      assertThat(options.locator("#history-days").inputValue()).isEqualTo("7");
      shop.certify(Photos.SKIRT);
      synchronize(options);
      waitForFound(options, 0);
    }
  }
}
