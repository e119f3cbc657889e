package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.LibraryOfNoise;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;

/**
 * How long a listing takes and what its page feels of it, beside the same listing without the extension's script. Prints
 * figures, asserts none: {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class ListingBenchmark {
  private static final int PICTURES = 40;
  private static final int SIDE = 800;
  private static final int CERTIFICATES = 1000;
  private static final int FINGERPRINTS = 64;
  private static final int ROUNDS = 7;

  /** The steps' times of the tab with an address, once all its pictures are checked. */
  private static final String PAGE_MILLIS =
      """
      async address => {
        const tab = (await chrome.tabs.query({})).find(t => t.url === address);
        const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};
        return page && page.found >= 40 && page.checked === page.found && page.millis;
      }
      """;

  @Test
  void forty_pictures_against_a_thousand_certificates() throws IOException {
    try (Site site = listing();
        Site server = LibraryOfNoise.server(CERTIFICATES, FINGERPRINTS);
        Chromium browser = new Chromium()) {
      double[] without = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        without[round] = longestTask(browser, site.origin() + "/" + round, false);
      }
      browser.willGrant("http://127.0.0.1/*");
      LibraryOfNoise.pair(browser, server, CERTIFICATES, site.origin());
      System.out.printf("%n%d pictures of %d x %d, %d certificates of %d fingerprints, ms%n",
          PICTURES, SIDE, SIDE, CERTIFICATES, FINGERPRINTS);
      System.out.println("round  last arrival→last verdict  fetch  decode  hash  match (sums over 4 at a time)");
      double[] verdict = new double[ROUNDS];
      double[] with = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        with[round] = longestTask(browser, site.origin() + "/" + (ROUNDS + round), true);
        Map<String, Object> millis = last;
        verdict[round] = number(millis, "lastArrivalToLastVerdict");
        System.out.printf(
            "%5d  %26.0f  %5.0f  %6.0f  %4.0f  %5.1f%n",
            round,
            verdict[round],
            number(millis, "fetch"),
            number(millis, "decode"),
            number(millis, "hash"),
            number(millis, "match"));
      }
      System.out.printf("median last arrival→last verdict: %.0f ms%n", median(verdict));
      System.out.printf(
          "longest main-thread task of the page, median: %.0f ms with, %.0f ms without the extension (0: none above 50)%n",
          median(with), median(without));
      printSizes();
    }
  }

  /** Loads the listing and returns its longest task; tasks below 50 ms are not reported by browsers and count 0. */
  private static double longestTask(Chromium browser, String address, boolean wait) {
    try (Page page = browser.newPage()) {
      page.addInitScript(
          "window.longest = 0; new PerformanceObserver(l => l.getEntries().forEach("
              + "e => window.longest = Math.max(window.longest, e.duration))).observe({type: 'longtask', buffered: true});");
      page.navigate(address);
      page.waitForLoadState();
      if (wait) {
        Page probe = browser.extensionPage("options.html");
        last = castMap(Chromium.eventually(probe, PAGE_MILLIS, address));
        probe.close();
      }
      return ((Number) page.evaluate("window.longest")).doubleValue();
    }
  }

  /** Of the last listing that was waited for. */
  private static Map<String, Object> last;

  @SuppressWarnings("unchecked")
  private static Map<String, Object> castMap(Object map) {
    return (Map<String, Object>) map;
  }

  private static Site listing() {
    Site site = new Site();
    List<String> names =
        List.of(
            Photos.OTHER_JEANS,
            Photos.OTHER_PINAFORE,
            Photos.OTHER_HOODIE,
            Photos.OTHER_SHORTS,
            Photos.OTHER_BLOUSE,
            Photos.OTHER_TIGHTS);
    for (int round = 0; round < 2 * ROUNDS; round++) {
      StringBuilder html = new StringBuilder("<title>Listing</title><h1>Listing</h1><div class=gallery>");
      for (int i = 0; i < PICTURES; i++) {
        html.append("<img width=400 height=400 src='/").append(round).append('-').append(i).append(".jpg'>");
        byte[] picture = Photos.square(names.get(i % names.size()), SIDE, i);
        site.bytes("/" + round + "-" + i + ".jpg", "image/jpeg", picture);
      }
      site.page("/" + round, html + "</div>");
    }
    return site;
  }

  static void printSizes() throws IOException {
    System.out.println("script          raw   gzip");
    for (String script : List.of("content.js", "show.js", "background.js", "panel.js", "options.js")) {
      byte[] bytes = Files.readAllBytes(Path.of("target", "extension", script));
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip =
          new GZIPOutputStream(zipped) {
            {
              def.setLevel(9);
            }
          }) {
        gzip.write(bytes);
      }
      System.out.printf("%-13s %6d %6d%n", script, bytes.length, zipped.size());
    }
  }

  private static double number(Map<String, Object> map, String key) {
    return ((Number) map.get(key)).doubleValue();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
