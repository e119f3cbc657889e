package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.probe.StripCost;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;
import shotdeed.extension.rig.Workshop;

/**
 * What joining slices costs beside judging them one by one. Prints figures, asserts none:
 * {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups= -Dtest=StripBenchmark}.
 */
@Tag("benchmark")
class StripBenchmark {
  private static final int SLICES = 60;

  @Test
  void one_slice_and_one_strip() throws IOException {
    byte[] rgba = new byte[790 * 1200 * 4];
    for (int i = 0; i < rgba.length; i++) {
      rgba[i] = (byte) (i * 7919 + (i >> 7) * 31);
    }
    System.out.println("ms: a slice of 790 x 1200 alone, made small, four joined, their strip looked at");
    System.out.println("JVM      " + StripCost.of(790, 1200, Photos.abgr(rgba)));
    byte[] probe = Files.readAllBytes(Path.of("target", "probe", "probe.js"));
    try (Site site =
            new Site()
                .page("/", "<script src=probe.js></script><script>probe([])</script>")
                .bytes("/probe.js", "text/javascript", probe);
        Chromium browser = new Chromium()) {
      Page page = browser.newPage();
      page.navigate(site.origin());
      Object line =
          page.evaluate(
              """
              () => {
                const rgba = new Int8Array(790 * 1200 * 4);
                for (let i = 0; i < rgba.length; i++) {
                  rgba[i] = i * 7919 + (i >> 7) * 31;
                }
                return stripCost(790, 1200, rgba);
              }
              """);
      System.out.println("browser  " + line);
    }
  }

  @Test
  void a_page_of_sixty_slices() {
    try (Workshop shop = new Workshop(List.of(Photos.JACKET), "--lang=en")) {
      List<String> photos =
          List.of(Photos.OTHER_BLOUSE, Photos.OTHER_HOODIE, Photos.OTHER_JEANS, Photos.OTHER_PINAFORE);
      for (int i = 0; i < photos.size(); i++) {
        for (int width : new int[] {790, 791}) {
          shop.site().bytes("/" + width + "-" + i + ".jpg", "image/jpeg", Photos.resized(photos.get(i), width, 0.8f));
        }
      }
      System.out.printf("%d slices of 790 pixels across, ms%n", SLICES);
      System.out.println("page           last arrival→last verdict  fetch  decode  hash  match (sums over 4 at a time)");
      for (int round = 0; round < 5; round++) {
        print("joined", shop, "/joined-" + round, false);
        print("apart", shop, "/apart-" + round, true);
      }
    }
  }

  /** Slices of two widths in turn make no strip: the same work but for the strips. */
  private static void print(String name, Workshop shop, String path, boolean twoWidths) {
    StringBuilder html = new StringBuilder("<title>Slices</title><div class=detail>");
    for (int i = 0; i < SLICES; i++) {
      int width = twoWidths && i % 2 == 1 ? 791 : 790;
      html.append("<img src='/").append(width).append('-').append(i % 4).append(".jpg?").append(path.substring(1)).append(i).append("'>");
    }
    shop.site().page(path, html + "</div>");
    try (Page page = shop.browser().newPage()) {
      page.navigate(shop.site().origin() + path);
      Map<?, ?> millis = (Map<?, ?>) shop.browser().waitUntilChecked(shop.site().origin() + path).get("millis");
      System.out.printf(
          "%-13s  %26.0f  %5.0f  %6.0f  %4.0f  %5.1f%n",
          name,
          number(millis, "lastArrivalToLastVerdict"),
          number(millis, "fetch"),
          number(millis, "decode"),
          number(millis, "hash"),
          number(millis, "match"));
    }
  }

  private static double number(Map<?, ?> millis, String key) {
    return ((Number) millis.get(key)).doubleValue();
  }
}
