package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.WatchedShop;

/**
 * How long a new certificate takes to be compared with a full history, and what that history takes on the disk. Prints
 * figures, asserts none: {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class HistoryBenchmark {
  private static final int PICTURES = 30_000;

  private static final String FILL =
      """
      count => new Promise((done, fail) => {
        const open = indexedDB.open('shotdeed');
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const t = open.result.transaction('seen', 'readwrite');
          const store = t.objectStore('seen');
          store.getAll().onsuccess = event => {
            const one = event.target.result[0];
            store.put({...one, at: new Date(Date.now() - 7 * 86400000).toISOString()});
            for (let i = 1; i < count; i++) {
              const prints = one.prints.slice();
              for (let b = 0; b < prints.length; b++) { if (b % 42 >= 10) { prints[b] = Math.random() * 256; } }
              store.put({...one, id: one.id.split(' ')[0] + ' https://img.alicdn.com/imgextra/i1/123456789/O1CN01' + i + '_!!123456789.jpg',
                prints, at: new Date(Date.now() - i * 20000).toISOString()});
            }
          };
          t.oncomplete = () => { open.result.close(); done(0); };
        };
      })
      """;

  @Test
  void a_new_certificate_is_compared_with_a_full_history() {
    try (WatchedShop shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en")) {
      shop.consent(false, false);
      shop.site().bytes("/skirt.jpg", "image/jpeg", Photos.resized(Photos.SKIRT, 500, 0.8f));
      shop.visit("/last-week", "/skirt.jpg").close();
      try (Page page = shop.browser().extensionPage("options.html")) {
        Object before = page.evaluate("async () => (await navigator.storage.estimate()).usage");
        page.evaluate(FILL, PICTURES);
        Object after = page.evaluate("async () => (await navigator.storage.estimate()).usage");
        shop.certify(Photos.SKIRT);
        long start = System.nanoTime();
        Chromium.eventually(
            page, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
        page.evaluate(
            """
            async () => {
              for (;;) {
                const {comparedCertificates: c} = await chrome.storage.local.get('comparedCertificates');
                if (c && c.numbers.includes(2)) { return; }
                await new Promise(r => setTimeout(r, 20));
              }
            }
            """);
        System.out.printf("%d pictures: compared in %d ms; on the disk from %s to %s bytes; found %s%n",
            PICTURES, (System.nanoTime() - start) / 1_000_000, before, after,
            page.evaluate("async () => (await chrome.storage.local.get('seenBefore')).seenBefore.found.length"));
      }
    }
  }
}
