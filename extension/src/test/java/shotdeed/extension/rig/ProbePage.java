package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with the extension's code behind functions that a test calls; see the probe package. */
public final class ProbePage implements AutoCloseable {
  private static final Path PROBE = Path.of("target", "probe", "probe.js");

  private final Site site = new Site();
  private final Chromium browser;
  private final Page page;

  public ProbePage() {
    site.page("/", "<script src=probe.js></script><script>probe([])</script>");
    try {
      site.bytes("/probe.js", "text/javascript", Files.readAllBytes(PROBE));
    } catch (IOException e) {
      throw new UncheckedIOException("the build makes " + PROBE, e);
    }
    browser = new Chromium();
    page = browser.newPage();
    page.navigate(site.origin());
  }

  /** Serves a file to the page, under a path that starts with a slash. */
  public ProbePage serve(String path, String type, byte[] bytes) {
    site.bytes(path, type, bytes);
    return this;
  }

  /** The result of an asynchronous or plain function. */
  public Object call(String function, Object argument) {
    return page.evaluate(function, argument);
  }

  @Override
  public void close() {
    browser.close();
    site.close();
  }
}
