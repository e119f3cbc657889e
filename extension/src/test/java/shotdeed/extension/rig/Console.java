package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** What a seller does in the server's console, by what stands on its pages in English. */
public final class Console {
  private final Page page;
  private final String origin;

  /** Signs in by the link that the server printed. */
  public Console(Chromium browser, ShotDeedServer server) {
    page = browser.newPage();
    origin = server.origin();
    page.setExtraHTTPHeaders(java.util.Map.of("Accept-Language", "en"));
    page.navigate(server.signInLink());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(origin + "/");
  }

  /** The console's tab. */
  public Page page() {
    return page;
  }

  /** Certifies photographs: upload, approve each, move each to the monitor library. */
  public void certifyAndMonitor(List<Path> photographs) {
    page.navigate(origin + "/upload");
    page.setInputFiles("#file", photographs.toArray(Path[]::new));
    page.check("input[value=unpublished]");
    page.locator("main form button").click();
    page.waitForSelector(".results .accepted");
    List<String> certificates =
        page.locator(".results .accepted a").evaluateAll("links => links.map(l => l.getAttribute('href'))") instanceof List<?> l
            ? l.stream().map(String::valueOf).toList()
            : List.of();
    for (String certificate : certificates) {
      page.navigate(origin + certificate);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")).click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move to the monitor library")).click();
      page.waitForSelector(".state.monitored");
    }
  }

  /** A new one-time link for the extension's options page. */
  public String pairingLink() {
    page.navigate(origin + "/browsers");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a pairing link")).click();
    return page.inputValue("#link");
  }

  /** Opens a page of the console. */
  public Page open(String path) {
    page.navigate(origin + path);
    return page;
  }
}
