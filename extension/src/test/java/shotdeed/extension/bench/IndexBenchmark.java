package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Site;

/**
 * A picture's look-ups in Chromium among 6,400 and 64,000 codes beside plain scans in the same run. Prints figures,
 * asserts none: {@code mvn verify -pl extension -am -Dtest=IndexBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class IndexBenchmark {
  @Test
  void a_look_up_in_the_browser_beside_a_plain_scan() throws IOException {
    try (Site site =
            new Site()
                .page("/", "<script src=probe.js></script><script>probe([])</script>")
                .bytes("/probe.js", "text/javascript", Files.readAllBytes(Path.of("target", "probe", "probe.js")));
        Chromium browser = new Chromium()) {
      Page page = browser.newPage();
      page.navigate(site.origin());
      System.out.println("\ncodes   look-up µs  scan µs  ratio  picture of 90 ms  first picture ms");
      for (String codes : List.of("2000", "6400", "64000")) {
        String[] times = ((String) page.evaluate("codes => index('times', codes)", codes)).split(" ");
        double lookUp = Double.parseDouble(times[0]);
        double scan = Double.parseDouble(times[1]);
        System.out.printf(
            "%-6s  %10.0f  %7.0f  %5.1f  %16.2f  %16s%n",
            codes, lookUp, scan, scan / lookUp, lookUp * 90 / 1000, times[2]);
      }
    }
  }
}
