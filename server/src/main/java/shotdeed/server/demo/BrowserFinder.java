package shotdeed.server.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds a Chromium that takes unpacked extensions from its command line. Google's own Chrome no longer does.
 *
 * @param environment of this program
 * @param system name of the operating system, as Java says it
 * @param runs whether a file can be run
 */
record BrowserFinder(Map<String, String> environment, String system, Predicate<Path> runs) {
  /** Names the browser to take, whatever else there is. */
  static final String CHOSEN = "SHOTDEED_BROWSER";

  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "ungoogled-chromium");
  private static final List<String> MAC = List.of(
      "Chromium.app/Contents/MacOS/Chromium",
      "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
  private static final List<String> WINDOWS =
      List.of("Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe");

  /** For this computer. */
  static BrowserFinder here() {
    return new BrowserFinder(System.getenv(), System.getProperty("os.name"), BrowserFinder::canRun);
  }

  private static boolean canRun(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /**
   * The browser, or {@code null}.
   *
   * @throws IllegalStateException if the chosen one cannot be run
   */
  Path find() {
    String chosen = environment.get(CHOSEN);
    if (chosen != null && !chosen.isBlank()) {
      if (!runs.test(Path.of(chosen))) {
        throw new IllegalStateException(CHOSEN + " names " + chosen + ", which cannot be run");
      }
      return Path.of(chosen);
    }
    for (Path candidate : candidates()) {
      if (runs.test(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** Whether a window can be shown. */
  boolean hasDisplay() {
    return isMac() || isWindows() || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  private boolean isMac() {
    return system.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  private boolean isWindows() {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    String suffix = isWindows() ? ".exe" : "";
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      // A browser packed as a snap sees neither the temporary folder nor the extension in it.
      // Windows allows quotes in the search path, which no path has.
      if (!folder.isEmpty() && !folder.startsWith("/snap/") && folder.indexOf('"') < 0) {
        NAMES.forEach(name -> candidates.add(Path.of(folder, name + suffix)));
      }
    }
    if (isMac()) {
      for (String root : List.of("/", environment.getOrDefault("HOME", "/"))) {
        MAC.forEach(place -> candidates.add(Path.of(root, "Applications", place)));
      }
    } else if (isWindows()) {
      for (String root : List.of("LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)")) {
        if (isSet(root)) {
          WINDOWS.forEach(place -> candidates.add(Path.of(environment.get(root), place)));
        }
      }
    }
    return candidates;
  }
}
