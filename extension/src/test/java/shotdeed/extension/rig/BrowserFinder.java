package shotdeed.extension.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Chromium that takes unpacked extensions (branded Chrome does not), or installs one the way the machine allows.
 */
public final class BrowserFinder {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "ungoogled-chromium");

  private BrowserFinder() {}

  /** The browser's program; the first call may install it. */
  public static synchronized Path find() {
    return named()
        .or(BrowserFinder::onPath)
        .or(BrowserFinder::fromPlaywright)
        .or(BrowserFinder::installPackage)
        .or(BrowserFinder::installPlaywright)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium was found, and none could be installed.\n"
                        + "Install the package \"chromium\", or set SHOTDEED_BROWSER to the program of a Chromium."));
  }

  private static Optional<Path> named() {
    return Optional.ofNullable(System.getenv("SHOTDEED_BROWSER")).map(Path::of).filter(Files::isExecutable);
  }

  private static Optional<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fromPlaywright() {
    Path cache =
        Path.of(
            System.getenv()
                .getOrDefault(
                    "PLAYWRIGHT_BROWSERS_PATH", Path.of(System.getProperty("user.home"), ".cache/ms-playwright").toString()));
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(cache, 4, (file, a) -> file.endsWith("chrome-linux/chrome"))) {
      return files.filter(Files::isExecutable).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> installPackage() {
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return Optional.empty();
    }
    return run("apt-get", "update") && run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
        ? onPath()
        : Optional.empty();
  }

  private static Optional<Path> installPlaywright() {
    return run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "com.microsoft.playwright.CLI",
            "install",
            "chromium")
        ? fromPlaywright()
        : Optional.empty();
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
