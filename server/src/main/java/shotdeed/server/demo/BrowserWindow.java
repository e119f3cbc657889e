package shotdeed.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser of our own: fresh profile, the prepared extension, and nothing of the person's usual one. */
final class BrowserWindow implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final List<String> command;
  private final Process process;
  private Process second;

  private BrowserWindow(List<String> command, Process process) {
    this.command = command;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param profile folder for its data; made if need be
   * @param url first page
   */
  static BrowserWindow open(Path browser, Path profile, Path extension, String url) throws IOException {
    List<String> command = command(browser, profile, extension, "root".equals(System.getProperty("user.name")));
    return new BrowserWindow(command, run(command, url));
  }

  /** The command line without the page. */
  static List<String> command(Path browser, Path profile, Path extension, boolean root) {
    List<String> command = new ArrayList<>(List.of(
        browser.toString(),
        "--user-data-dir=" + profile,
        "--load-extension=" + extension,
        // Newer versions of Edge and Chrome for Testing keep the flag above behind the first; only the last list counts.
        "--disable-features=DisableLoadExtensionCommandLineSwitch,Translate",
        "--no-first-run",
        "--no-default-browser-check",
        "--password-store=basic"));
    if (root) {
      command.add("--no-sandbox"); // Chromium does not start as root with one
    }
    return command;
  }

  private static Process run(List<String> command, String url) throws IOException {
    List<String> whole = new ArrayList<>(command);
    whole.add(url);
    return new ProcessBuilder(whole)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Opens another page in the same browser: a second start with the same profile hands its page to the first. */
  void show(String url) throws IOException {
    second = run(command, url);
  }

  boolean isOpen() {
    return process.isAlive();
  }

  /** Closes it, and waits a little so that its profile can be deleted. */
  @Override
  public void close() {
    if (second != null) {
      end(second);
    }
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
