package shotdeed.extension.rig;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the extension's own pages as people meet them, and writes down what is wrong with them. */
public final class PanelLooker {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "extension");

  private final List<String> faults = new ArrayList<>();

  /** What was found, a sentence each. */
  public List<String> faults() {
    return faults;
  }

  /** Looks at a page in a language, light and dark, in the width of a side panel and of a window. */
  public void look(Page page, String name, String language) throws IOException {
    String faultsOf;
    try (InputStream in = PanelLooker.class.getResourceAsStream("/console/faults.js")) {
      faultsOf = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (int width : new int[] {360, 900}) {
      page.setViewportSize(width, 900);
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        page.emulateMedia(
            new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        String where = name + " (" + language + ", " + scheme + ", " + width + "): ";
        Object found = page.evaluate(faultsOf, Map.of("language", language, "narrow", width == 360));
        ((List<?>) found).forEach(fault -> faults.add(where + fault));
        for (Rule violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
          if (List.of("serious", "critical").contains(violation.getImpact())) {
            violation.getNodes().forEach(
                node -> faults.add(where + violation.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
          }
        }
        if (Boolean.getBoolean("shotdeed.screenshots")) {
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(SCREENSHOTS.resolve(
                      name + "." + language + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));
        }
      }
    }
  }
}
