package shotdeed.extension.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server with certified, monitored photographs, a paired browser, and a site of literals that it watches. */
public final class Workshop implements AutoCloseable {
  private final ShotDeedServer server = new ShotDeedServer();
  private final Site site = new Site();
  private final Chromium browser;
  private final Console console;

  /** Certifies these photographs and watches the site by Taobao's rule book. */
  public Workshop(List<String> photographs, String... arguments) {
    browser = new Chromium(arguments);
    console = new Console(browser, server);
    console.certifyAndMonitor(files(photographs));
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(console.pairingLink());
    browser.watch(site.origin(), "taobao");
  }

  public ShotDeedServer server() {
    return server;
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

  @Override
  public void close() {
    browser.close();
    site.close();
    server.close();
  }
}
