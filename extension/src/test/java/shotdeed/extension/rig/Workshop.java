package shotdeed.extension.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server with certified, monitored photographs, a paired browser, and a site of literals that it watches. */
public final class Workshop implements AutoCloseable {
  private final ShotDeedServer server;
  private final Site site = new Site();
  private final Chromium browser;
  private final Console console;

  /** Certifies these photographs and watches the site by Taobao's rule book. */
  public Workshop(List<String> photographs, String... arguments) {
    this(new ShotDeedServer(), link -> link, photographs, arguments);
  }

  /** Pairs by what is made of the console's link. */
  Workshop(ShotDeedServer server, UnaryOperator<String> link, List<String> photographs, String... arguments) {
    this.server = server;
    browser = new Chromium(arguments);
    console = new Console(browser, server);
    certify(photographs);
    browser.willGrant("http://127.0.0.1/*");
    browser.pair(link.apply(console.pairingLink()));
    browser.watch(site.origin(), "taobao");
  }

  /** Certifies more photographs. */
  public void certify(List<String> photographs) {
    try (TemporaryFolder folder = TemporaryFolder.named("shotdeed-photographs")) {
      console.certifyAndMonitor(files(folder.path(), photographs));
    }
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

  private static List<Path> files(Path folder, List<String> photographs) {
    List<Path> files = new ArrayList<>();
    try {
      for (String name : photographs) {
        files.add(Files.write(folder.resolve(name), Photos.file(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a photograph could not be written", e);
    }
    return files;
  }

  @Override
  public void close() {
    browser.close();
    site.close();
    server.close();
  }
}
