package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Like {@link Workshop}, with somebody who watches every byte between the extension and its server. */
public final class WatchedShop implements AutoCloseable {
  private final ShotDeedServer server = new ShotDeedServer();
  private final ServerWatch watch = new ServerWatch(server);
  private final Site site = new Site();
  private final Chromium browser;
  private final Console console;

  /** Certifies these photographs and watches the site; nobody has answered about the thorough check. */
  public WatchedShop(List<String> photographs, String... arguments) {
    browser = new Chromium(arguments);
    console = new Console(browser, server);
    console.certifyAndMonitor(files(photographs));
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(watch.link(console.pairingLink()));
    browser.watch(site.origin(), "taobao");
  }

  private static List<Path> files(List<String> photographs) {
    try {
      Path folder = Files.createTempDirectory("shotdeed-photographs");
      List<Path> files = new ArrayList<>();
      for (String name : photographs) {
        files.add(Files.write(folder.resolve(name), Photos.file(name)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the photographs", e);
    }
  }

  public ShotDeedServer server() {
    return server;
  }

  public ServerWatch watch() {
    return watch;
  }

  public Site site() {
    return site;
  }

  public Chromium browser() {
    return browser;
  }

  public Console console() {
    return console;
  }

  /** What the user has answered in the options. */
  public void consent(boolean thorough, boolean mistakes) {
    try (Page page = browser.extensionPage("options.html")) {
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
    site.page(path, html.toString());
    Page page = browser.newPage();
    page.navigate(site.origin() + path);
    browser.waitUntilChecked(site.origin() + path);
    return page;
  }

  /** The panel beside a page, in a tab. */
  public Page panel(String path) {
    Page asking = browser.extensionPage("options.html");
    int tab = tab(asking, path);
    asking.navigate(browser.origin() + "/panel.html?tab=" + tab);
    return asking;
  }

  /** The browser's number of the tab that shows a page. */
  public int tab(Page asking, String path) {
    return (Integer)
        asking.evaluate(
            "async address => (await chrome.tabs.query({})).find(t => t.url === address).id", site.origin() + path);
  }

  @Override
  public void close() {
    browser.close();
    site.close();
    watch.close();
    server.close();
  }
}
