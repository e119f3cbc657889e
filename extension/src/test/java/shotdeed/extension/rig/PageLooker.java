package shotdeed.extension.rig;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at pages of the console as people meet them, and writes down what is wrong with them. */
public final class PageLooker {
  /** Pixels of a usual window. */
  public static final int WIDE = 1280;

  /** Pixels of a small phone. */
  public static final int NARROW = 360;

  /** Of pages that differ in numbers only, and that a list shows in the same state, this many are looked at. */
  private static final int OF_A_KIND = 2;

  private static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");
  private static final boolean PHOTOGRAPHED = Boolean.getBoolean("shotdeed.screenshots");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots", "console");

  /** All that axe runs by itself, and that a finger can hit what is to be hit. */
  private static final AxeRunOptions RULES = new AxeRunOptions();

  static {
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    RULES.setRules(Map.of("target-size", on));
    RULES.setResultTypes(List.of("violations"));
  }

  private final String origin;
  private final String faultsOf;
  private final List<String> faults = new ArrayList<>();

  /**
   * Has found nothing yet.
   *
   * @param origin of the server whose pages are looked at
   */
  public PageLooker(String origin) {
    this.origin = origin;
    try (InputStream in = PageLooker.class.getResourceAsStream("/console/faults.js")) {
      faultsOf = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("faults.js", e);
    }
  }

  /** What was found, a sentence each. */
  public List<String> faults() {
    return faults;
  }

  /** Writes down what a test saw by itself. */
  public void fault(String sentence) {
    faults.add(sentence);
  }

  /** The addresses that links lead to from the overview on; of one kind, a few in each state that a list shows. */
  public List<String> everyPage(Page tab) {
    Set<String> seen = new LinkedHashSet<>(List.of("/"));
    Deque<String> next = new ArrayDeque<>(seen);
    Map<String, Integer> kinds = new HashMap<>();
    while (!next.isEmpty()) {
      String path = next.remove();
      tab.navigate(origin + path);
      for (Object found : (List<?>) tab.evaluate(
          """
          () => [...document.querySelectorAll('a[href^="/"]:not([download])')].map(a =>
              [a.getAttribute('href'), a.closest('li')?.querySelector('.state')?.className || ''])
          """)) {
        String link = ((List<?>) found).get(0).toString();
        String kind = kind(path) + " " + kind(link) + " " + ((List<?>) found).get(1);
        if (!link.contains("#") && !seen.contains(link)
            && (kind(link).equals(link) || kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND)) {
          seen.add(link);
          next.add(link);
        }
      }
    }
    return List.copyOf(seen);
  }

  /** An address without its numbers, and without which states a list of the library shows. */
  public static String kind(String path) {
    return path.replaceAll("\\d+", "N").replaceAll("show=[a-z]+", "show=S");
  }

  /** Opens a page, or sends a form. */
  public interface Opened {
    /** What the server answered. */
    Response page();
  }

  /**
   * Looks at a page in every language, light and dark, wide and narrow.
   *
   * @param opened is called once a language
   * @param statuses any of which it may answer with
   */
  public void look(Page tab, String name, Opened opened, Integer... statuses) {
    for (String language : LANGUAGES) {
      speak(tab.context(), language);
      tab.setViewportSize(WIDE, 900);
      tab.emulateMedia(in(ColorScheme.LIGHT));
      Response response = opened.page();
      if (!List.of(statuses).contains(response.status())) {
        faults.add(name + " answers " + response.status() + " in " + language);
        continue;
      }
      look(tab, name, language, "light", WIDE);
      // What is folded away is looked at as well.
      tab.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
      tab.emulateMedia(in(ColorScheme.DARK));
      look(tab, name, language, "dark", WIDE);
      tab.setViewportSize(NARROW, 740);
      look(tab, name, language, "dark", NARROW);
      tab.emulateMedia(in(ColorScheme.LIGHT));
      look(tab, name, language, "light", NARROW);
    }
    speak(tab.context(), "en");
  }

  /** Without the fading of colours, which a contrast could be measured in the midst of. */
  private static Page.EmulateMediaOptions in(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
  }

  private void look(Page tab, String name, String language, String scheme, int width) {
    String where = name + " (" + language + ", " + scheme + ", " + width + "): ";
    if (scheme.equals("light")) {
      Object found = tab.evaluate(faultsOf, Map.of("language", language, "narrow", width == NARROW));
      ((List<?>) found).forEach(fault -> faults.add(where + fault));
    }
    if (language.equals("en")) {
      // In the other languages the same elements hold other words.
      for (Rule violation : new AxeBuilder(tab).options(RULES).setLegacyMode(true).analyze().getViolations()) {
        if (List.of("serious", "critical").contains(violation.getImpact())) {
          violation.getNodes().forEach(
              node -> faults.add(where + violation.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
        }
      }
    }
    if (PHOTOGRAPHED) {
      String file = name.replaceAll("[^A-Za-z0-9=]+", "-").replaceAll("^-|-$", "");
      tab.screenshot(new Page.ScreenshotOptions()
          .setFullPage(true)
          .setPath(SCREENSHOTS.resolve((file.isEmpty() ? "overview" : file) + "." + language + "-" + scheme + "-" + width + ".png")));
    }
  }

  /** What the browser itself complains of, such as the content security policy; a refusal's status is none. */
  public void listen(Page tab) {
    tab.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        faults.add(tab.url() + ": " + message.text());
      }
    });
    tab.onPageError(error -> faults.add(tab.url() + ": " + error));
  }

  private void speak(BrowserContext context, String language) {
    context.addCookies(List.of(new Cookie("shotdeed-language", language).setUrl(origin)));
  }
}
