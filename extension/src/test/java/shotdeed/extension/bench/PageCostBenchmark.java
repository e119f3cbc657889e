package shotdeed.extension.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.LibraryOfNoise;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;

/**
 * What a page of 100 pictures feels of the extension: each round opens it once without and once with the content script, in the
 * same browser. Prints figures, asserts none: {@code mvn verify -pl extension -am -DskipITs -Dgroups=benchmark
 * -DexcludedGroups= -Dtest=PageCostBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class PageCostBenchmark {
  private static final int PICTURES = 100;
  private static final int CERTIFICATES = 1000;
  private static final int FINGERPRINTS = 64;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 2;

  /** What one visit cost. */
  private record Cost(double longestTask, double load, double shift, double heapKilobytes) {}

  @Test
  void a_hundred_pictures() throws IOException {
    try (Site site = new Site();
        Site server = LibraryOfNoise.server(CERTIFICATES, FINGERPRINTS);
        Chromium browser = new Chromium()) {
      byte[] picture = Photos.square(Photos.OTHER_JEANS, 400, 1);
      StringBuilder html = new StringBuilder("<title>Listing</title><h1>Listing</h1><div class=gallery>");
      for (int i = 0; i < PICTURES; i++) {
        site.bytes("/" + i + ".jpg", "image/jpeg", picture);
        html.append("<img width=200 height=200 src='/").append(i).append(".jpg'>");
      }
      site.page("/with", html.toString()).page("/without", html.toString());
      browser.willGrant("http://127.0.0.1/*");
      LibraryOfNoise.pair(browser, server, CERTIFICATES, site.origin());
      List<Cost> with = new ArrayList<>();
      List<Cost> without = new ArrayList<>();
      for (int round = 0; round < ROUNDS + WARM_UP; round++) {
        watch(browser, false);
        Cost bare = visit(browser, site.origin() + "/without", false);
        watch(browser, true);
        Cost watched = visit(browser, site.origin() + "/with", true);
        if (round >= WARM_UP) {
          without.add(bare);
          with.add(watched);
        }
      }
      System.out.printf("%n%d pictures, %d pairs of visits%n                      without    with   added%n", PICTURES, ROUNDS);
      print("longest task, ms", without, with, Cost::longestTask);
      print("load event, ms", without, with, Cost::load);
      print("layout shift", without, with, Cost::shift);
      print("heap after GC, KB", without, with, Cost::heapKilobytes);
      ListingBenchmark.printSizes();
    }
  }

  private interface Figure {
    double of(Cost cost);
  }

  private static void print(String name, List<Cost> without, List<Cost> with, Figure figure) {
    double[] a = without.stream().mapToDouble(figure::of).toArray();
    double[] b = with.stream().mapToDouble(figure::of).toArray();
    double[] added = new double[a.length];
    for (int i = 0; i < added.length; i++) {
      added[i] = b[i] - a[i];
    }
    System.out.printf(
        "%-20s %8.3f %8.3f %8.3f (medians)%n",
        name, ListingBenchmark.median(a), ListingBenchmark.median(b), ListingBenchmark.median(added));
  }

  /** The content script is registered for this site, or is not. */
  private static void watch(Chromium browser, boolean on) {
    try (Page asking = browser.extensionPage("options.html")) {
      asking.evaluate(
          """
          async on => {
            const all = await chrome.scripting.getRegisteredContentScripts();
            if (!on) {
              globalThis.localStorage.setItem('kept', JSON.stringify(all));
              await chrome.scripting.unregisterContentScripts();
            } else {
              await chrome.scripting.registerContentScripts(JSON.parse(localStorage.getItem('kept')));
            }
          }
          """,
          on);
    }
  }

  private static Cost visit(Chromium browser, String address, boolean wait) {
    try (Page page = browser.newPage()) {
      page.addInitScript(
          "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => window.shift += e.value))"
              + ".observe({type: 'layout-shift', buffered: true});");
      CDPSession session = page.context().newCDPSession(page);
      List<JsonObject> events = new ArrayList<>();
      boolean[] complete = {false};
      session.on("Tracing.dataCollected", e -> e.getAsJsonArray("value").forEach(v -> events.add(v.getAsJsonObject())));
      session.on("Tracing.tracingComplete", e -> complete[0] = true);
      JsonObject tracing = new JsonObject();
      tracing.addProperty("categories", "devtools.timeline,disabled-by-default-devtools.timeline,toplevel");
      session.send("Tracing.start", tracing);
      page.navigate(address);
      if (wait) {
        browser.waitUntilChecked(address);
      }
      page.waitForTimeout(500);
      session.send("Tracing.end");
      while (!complete[0]) {
        page.waitForTimeout(20);
      }
      double load = number(page, "performance.getEntriesByType('navigation')[0].loadEventEnd");
      double shift = number(page, "window.shift");
      session.send("HeapProfiler.collectGarbage");
      double heap = session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1024;
      return new Cost(longest(events, address), load, shift, heap);
    }
  }

  /** The longest task on the main thread of the page's own process: pages of the extension run in others. */
  private static double longest(List<JsonObject> events, String address) {
    Set<String> processes = new HashSet<>();
    Set<String> mains = new HashSet<>();
    for (JsonObject event : events) {
      String name = event.get("name").getAsString();
      if (name.equals("FrameCommittedInBrowser")
          && event.getAsJsonObject("args").getAsJsonObject("data").get("url").getAsString().equals(address)) {
        processes.add(event.getAsJsonObject("args").getAsJsonObject("data").get("processId").getAsString());
      }
      if (name.equals("thread_name") && event.getAsJsonObject("args").get("name").getAsString().equals("CrRendererMain")) {
        mains.add(event.get("pid").getAsString() + " " + event.get("tid").getAsString());
      }
    }
    double longest = 0;
    for (JsonObject event : events) {
      String name = event.get("name").getAsString();
      String process = event.get("pid").getAsString();
      boolean task = name.equals("RunTask") || name.equals("ThreadControllerImpl::RunTask");
      if (task && event.has("dur") && processes.contains(process) && mains.contains(process + " " + event.get("tid").getAsString())) {
        longest = Math.max(longest, event.get("dur").getAsDouble() / 1000);
      }
    }
    return longest;
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
