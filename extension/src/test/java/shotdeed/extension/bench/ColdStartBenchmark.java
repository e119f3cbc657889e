package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.LibraryOfNoise;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;

/**
 * How long a page waits for its first verdict when the worker has to start for it, and where that time goes. Prints
 * figures, asserts none: {@code mvn verify -pl extension -am -Dtest=ColdStartBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class ColdStartBenchmark {
  private static final int CERTIFICATES = 1000;
  private static final int FINGERPRINTS = 64;
  private static final int PICTURES = 12;
  private static final int SIDE = 800;
  private static final int ROUNDS = 15;
  private static final int WARMING = 2;

  /** Times of the clock, once all pictures are checked; those of the worker count from its start. */
  private static final String MILLIS =
      """
      async address => {
        const tab = (await chrome.tabs.query({})).find(t => t.url === address);
        const {page, libraryMillis} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
        return page && page.found >= 12 && page.checked === page.found && {...page.millis, library: libraryMillis};
      }
      """;

  private static final String LOADED =
      "performance.timeOrigin + performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";

  private final Map<String, double[]> steps = new LinkedHashMap<>();

  @Test
  void the_first_verdict_of_a_page_that_starts_the_worker() {
    try (Site site = listings();
        Site server = LibraryOfNoise.server(CERTIFICATES, FINGERPRINTS);
        Chromium browser = new Chromium()) {
      browser.willGrant("http://127.0.0.1/*");
      LibraryOfNoise.pair(browser, server, CERTIFICATES, site.origin());
      waitForIndex(browser);
      measure(browser, site, "a page that was never seen", round -> "/new/" + round);
      measure(browser, site, "a page of the round before", round -> "/new/" + Math.max(0, round - 1));
    }
  }

  /** What a worker leaves for the next, a moment after it has the snapshot. */
  private static void waitForIndex(Chromium browser) {
    try (Page asking = browser.extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          """
          () => new Promise(done => {
            const open = indexedDB.open('shotdeed');
            open.onsuccess = () => {
              open.result.transaction('snapshot').objectStore('snapshot').getAllKeys().onsuccess = event => {
                open.result.close();
                done(event.target.result.includes('monitor-library-index'));
              };
            };
          })
          """,
          null);
    }
  }

  private interface Path {
    String of(int round);
  }

  private void measure(Chromium browser, Site site, String what, Path path) {
    steps.clear();
    for (int round = 0; round < ROUNDS + WARMING; round++) {
      browser.stopWorker();
      try (Page page = browser.newPage()) {
        String address = site.origin() + path.of(round);
        page.navigate(address);
        page.waitForTimeout(1500); // asking would start the worker, or take its time
        try (Page asking = browser.extensionPage("options.html")) {
          take(round - WARMING, number(page.evaluate(LOADED)), cast(Chromium.eventually(asking, MILLIS, address)));
        }
      }
    }
    System.out.printf("%n%s: %d certificates of %d fingerprints, %d pictures of %d x %d; ms%n",
        what, CERTIFICATES, FINGERPRINTS, PICTURES, SIDE, SIDE);
    System.out.printf("%-40s %8s %8s%n", "", "median", "90th");
    steps.forEach(
        (step, values) -> {
          Arrays.sort(values);
          System.out.printf("%-40s %8.1f %8.1f%n", step, values[ROUNDS / 2], values[ROUNDS * 9 / 10]);
        });
  }

  private void take(int round, double loaded, Map<String, Object> millis) {
    double origin = number(millis.get("origin"));
    Map<String, Object> library = cast(millis.get("library"));
    Map<String, Object> first = cast(millis.get("first"));
    step(round, "page loaded → first verdict", origin + number(millis.get("firstVerdict")) - loaded);
    step(round, "worker started → first verdict", number(millis.get("firstVerdict")));
    step(round, "first picture's arrival → first verdict",
        number(millis.get("firstVerdict")) - number(millis.get("firstArrival")));
    step(round, "page loaded → worker started", origin - loaded);
    step(round, "worker started → first arrival", number(millis.get("firstArrival")));
    for (String name : List.of("from", "read", "decode", "build", "index")) {
      step(round, "library: " + name, number(library.get(name)));
    }
    for (String name : List.of("fetch", "decode", "hash", "match")) {
      step(round, "first picture: " + name, number(first.get(name)));
    }
    step(round, "last arrival → last verdict", number(millis.get("lastArrivalToLastVerdict")));
  }

  private void step(int round, String name, double value) {
    if (round >= 0) {
      steps.computeIfAbsent(name, key -> new double[ROUNDS])[round] = value;
    }
  }

  private static Site listings() {
    Site site = new Site();
    List<String> names = List.of(Photos.OTHER_JEANS, Photos.OTHER_PINAFORE, Photos.OTHER_HOODIE, Photos.OTHER_SHORTS);
    for (int round = 0; round < ROUNDS + WARMING; round++) {
      StringBuilder html = new StringBuilder("<title>Listing</title><h1>Listing</h1><div class=gallery>");
      for (int i = 0; i < PICTURES; i++) {
        String picture = "/" + round + "-" + i + ".jpg";
        html.append("<img width=400 height=400 src='").append(picture).append("'>");
        site.bytes(picture, "image/jpeg", Photos.square(names.get(i % names.size()), SIDE, i));
      }
      site.page("/new/" + round, html + "</div>");
    }
    return site;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object map) {
    return (Map<String, Object>) map;
  }

  /** Of a step that was not taken: 0. */
  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }
}
