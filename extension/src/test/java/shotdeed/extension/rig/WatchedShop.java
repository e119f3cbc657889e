package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import java.util.List;

/** Like {@link Workshop}, with somebody who watches every byte between the extension and its server. */
public final class WatchedShop implements AutoCloseable {
  private final ShotDeedServer server = new ShotDeedServer();
  private final ServerWatch watch = new ServerWatch(server);
  private final Workshop shop;

  /** Certifies these photographs and watches the site; nobody has answered about the thorough check. */
  public WatchedShop(List<String> photographs, String... arguments) {
    shop = new Workshop(server, watch::link, photographs, arguments);
  }

  public ShotDeedServer server() {
    return server;
  }

  public ServerWatch watch() {
    return watch;
  }

  public Site site() {
    return shop.site();
  }

  public Chromium browser() {
    return shop.browser();
  }

  public Console console() {
    return shop.console();
  }

  /** Certifies more photographs. */
  public void certify(String... photographs) {
    shop.certify(List.of(photographs));
  }

  /** What the user has answered in the options. */
  public void consent(boolean thorough, boolean mistakes) {
    try (Page page = browser().extensionPage("options.html")) {
      page.evaluate(
          "([thorough, mistakes]) => chrome.storage.local.set({consent: {asked: true, thorough, mistakes}})",
          List.of(thorough, mistakes));
    }
  }

  /** Opens a page of these pictures and waits until each was checked. */
  public Page visit(String path, String... pictures) {
    StringBuilder html = new StringBuilder("<title>Jacket</title><h1>Jacket</h1>");
    for (String picture : pictures) {
      html.append("<img style='display:block;width:400px' src=").append(picture).append('>');
    }
    site().page(path, html.toString());
    Page page = browser().newPage();
    page.navigate(site().origin() + path);
    browser().waitUntilChecked(site().origin() + path);
    return page;
  }

  /** The panel beside a page, in a tab. */
  public Page panel(String path) {
    Page asking = browser().extensionPage("options.html");
    int tab = tab(asking, path);
    asking.navigate(browser().origin() + "/panel.html?tab=" + tab);
    return asking;
  }

  /** The browser's number of the tab that shows a page. */
  public int tab(Page asking, String path) {
    return (Integer)
        asking.evaluate(
            "async address => (await chrome.tabs.query({})).find(t => t.url === address).id", site().origin() + path);
  }

  @Override
  public void close() {
    shop.close();
    watch.close();
  }
}
