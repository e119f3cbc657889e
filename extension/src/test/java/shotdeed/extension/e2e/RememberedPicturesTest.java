package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Fetched;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/** No picture is fetched or hashed twice in a week. */
class RememberedPicturesTest {
  private Workshop shop;
  private Fetched fetched;

  @BeforeEach
  void open() {
    shop = new Workshop(List.of(Photos.JACKET), "--lang=en");
    fetched =
        new Fetched(shop.site())
            .serve("/copy.jpg", Photos.resized(Photos.JACKET, 300, 0.6f))
            .serve("/skirt.jpg", Photos.resized(Photos.SKIRT, 400, 0.8f))
            .serve("/dress.jpg", Photos.resized(Photos.DRESS, 400, 0.8f));
    shop.site()
        .page("/one", "<title>One</title><img width=300 src=/skirt.jpg><img width=300 src=/dress.jpg>")
        .page("/two", "<title>Two</title><img width=300 src=/dress.jpg><img width=300 src=/copy.jpg>");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void pictures_that_were_looked_at_are_not_fetched_again_on_another_page_after_the_worker_was_stopped() {
    assertThat(check("/one")).containsEntry("checked", 2).containsEntry("copies", List.of());
    assertThat(fetched.paths()).containsExactlyInAnyOrder("/skirt.jpg", "/dress.jpg");
    waitUntilKept(2);
    shop.browser().stopWorker();
    assertThat((List<?>) check("/two").get("copies")).hasSize(1);
    assertThat(fetched.paths()).containsExactlyInAnyOrder("/skirt.jpg", "/dress.jpg", "/copy.jpg");
  }

  @Test
  void a_copy_that_was_found_today_is_shown_again_without_being_fetched() {
    assertThat((List<?>) check("/two").get("copies")).hasSize(1);
    waitUntilKept(2);
    shop.browser().stopWorker();
    try (Page page = shop.browser().newPage()) {
      page.navigate(shop.site().origin() + "/two");
      assertThat(BadgeReader.waitFor(page, 1)).containsExactly(shop.site().origin() + "/copy.jpg");
    }
    assertThat(fetched.paths()).containsExactlyInAnyOrder("/dress.jpg", "/copy.jpg");
  }

  @Test
  void a_new_certificate_finds_its_copy_among_them_and_only_that_is_fetched_for_its_evidence() {
    check("/one");
    waitUntilKept(2);
    shop.certify(List.of(Photos.SKIRT));
    shop.browser().stopWorker();
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).certificates === 2", null);
    }
    assertThat((List<?>) check("/one").get("copies")).hasSize(1);
    assertThat(fetched.paths()).containsExactlyInAnyOrder("/skirt.jpg", "/dress.jpg", "/skirt.jpg");
  }

  @Test
  void after_eight_days_and_when_what_is_kept_is_damaged_they_are_fetched_again() {
    check("/one");
    waitUntilKept(2);
    changeKept(
        """
        all => {
          all.find(p => p.id.includes('skirt')).at = new Date(Date.now() - 8 * 86400000).toISOString();
          const dress = all.find(p => p.id.includes('dress'));
          dress.prints = dress.prints.slice(0, 30);
        }
        """);
    shop.browser().stopWorker();
    assertThat(check("/one")).containsEntry("checked", 2);
    assertThat(fetched.paths()).containsExactlyInAnyOrder("/skirt.jpg", "/dress.jpg", "/skirt.jpg", "/dress.jpg");
  }

  @Test
  void who_wants_no_history_has_none_of_it_kept_either() {
    check("/one");
    waitUntilKept(2);
    try (Page options = shop.browser().extensionPage("options.html")) {
      options.evaluate("async () => { await chrome.storage.local.set({history: {on: false, days: 30}}); }");
    }
    waitUntilKept(0);
    check("/two");
    assertThat(kept()).isZero();
  }

  private Map<String, Object> check(String path) {
    try (Page page = shop.browser().newPage()) {
      page.navigate(shop.site().origin() + path);
      return shop.browser().waitUntilChecked(shop.site().origin() + path);
    }
  }

  private static final String STORE =
      """
      work => new Promise(done => {
        const open = indexedDB.open('shotdeed');
        open.onsuccess = () => {
          const store = open.result.transaction('remembered', 'readwrite').objectStore('remembered');
          store.getAll().onsuccess = e => { work(e.target.result); e.target.result.forEach(p => store.put(p)); };
          store.transaction.oncomplete = () => { open.result.close(); done(true); };
        };
      })
      """;

  private void changeKept(String work) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      asking.evaluate("() => (" + STORE + ")(" + work + ")");
    }
  }

  private int kept() {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      return (Integer) asking.evaluate("async () => { let n; await (" + STORE + ")(all => { n = all.length; }); return n; }");
    }
  }

  private void waitUntilKept(int pictures) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          "async wanted => { let n; await (" + STORE + ")(all => { n = all.length; }); return n === wanted; }",
          pictures);
    }
  }
}
