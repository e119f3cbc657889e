package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/**
 * How long it takes from the click on "Prepare the complaint" to sealed evidence, with the page scrolled to the picture and
 * the screenshot taken: a real browser, a real server, both on this machine. Prints figures, asserts none: {@code mvn verify
 * -pl extension -am -Dgroups=benchmark -DexcludedGroups= -Dtest=SealingBenchmark}.
 */
@Tag("benchmark")
class SealingBenchmark {
  private static final int ROUNDS = 11;

  /** From the button's press to the line that the complaint is prepared, by the panel's own clock. */
  private static final String SEAL =
      """
      () => new Promise(done => {
        const start = Date.now();
        const look = () => {
          if (document.querySelector('.complaint .notice.good')) {
            watch.disconnect();
            done(Date.now() - start);
          }
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, {subtree: true, childList: true, characterData: true});
      })
      """;

  @Test
  void from_the_click_to_sealed() {
    try (SealingDesk desk = new SealingDesk()) {
      double[] millis = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        Page listing =
            desk.listing(
                "/item-" + round,
                "<div style='height:1600px'>text</div><img loading=lazy width=700 height=700 src=/copy.jpg>"
                    + "<div style='height:1600px'>text</div>");
        Toolbar.click(desk.browser(), listing);
        try (Page panel = desk.panel(listing)) {
          panel.bringToFront();
          panel.check("#owned");
          // The press itself must be a person's; the clock starts when the browser hears of it.
          panel.evaluate(
              "() => { const seal = " + SEAL + "; document.addEventListener('click', () => globalThis.sealed = seal(),"
                  + " {capture: true, once: true}); }");
          panel.locator(".complaint button.primary").click();
          millis[round] = ((Number) panel.evaluate("() => globalThis.sealed")).doubleValue();
        }
        listing.close();
      }
      Arrays.sort(millis);
      System.out.printf(
          "%nclick to sealed, %d listings with a screenshot: median %.0f ms, worst %.0f ms%n",
          ROUNDS, millis[ROUNDS / 2], millis[ROUNDS - 1]);
      System.out.println(Arrays.toString(millis));
    }
  }
}
