package shotdeed.extension.rig;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** A real Chromium without the extension, for pages that need none. */
public final class PlainChromium implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(BrowserFinder.find())
                  .setArgs(List.of("--no-sandbox", "--disable-background-networking")));

  /** A person's own browser: no cookies but these. */
  public BrowserContext person(String language, String storageState) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setLocale(language).setViewportSize(1280, 900);
    if (storageState != null) {
      options.setStorageState(storageState);
    }
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(20_000);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
