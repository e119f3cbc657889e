package shotdeed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
  private static final String PATHS = String.join(File.pathSeparator, "/snap/bin", "/usr/bin", "/opt/bin");

  @TempDir Path folder;

  private static BrowserFinder finder(String system, Map<String, String> environment, String... present) {
    Set<Path> there = new HashSet<>();
    for (String path : present) {
      there.add(Path.of(path));
    }
    return new BrowserFinder(environment, system, there::contains);
  }

  @Test
  void the_chosen_browser_wins() {
    Map<String, String> environment = Map.of("PATH", PATHS, "SHOTDEED_BROWSER", "/opt/mine/chrome");
    assertThat(finder("Linux", environment, "/usr/bin/chromium", "/opt/mine/chrome").find())
        .isEqualTo(Path.of("/opt/mine/chrome"));
  }

  @Test
  void a_chosen_browser_that_cannot_be_run_is_an_error_not_a_reason_to_take_another() {
    Map<String, String> environment = Map.of("PATH", PATHS, "SHOTDEED_BROWSER", "/opt/mine/chrome");
    assertThatThrownBy(() -> finder("Linux", environment, "/usr/bin/chromium").find())
        .hasMessage("SHOTDEED_BROWSER names /opt/mine/chrome, which cannot be run");
  }

  @Test
  void chromium_is_found_on_the_path_and_google_chrome_is_not_taken() {
    Map<String, String> environment = Map.of("PATH", PATHS);
    assertThat(finder("Linux", environment, "/usr/bin/google-chrome", "/opt/bin/ungoogled-chromium").find())
        .isEqualTo(Path.of("/opt/bin/ungoogled-chromium"));
    assertThat(finder("Linux", environment, "/usr/bin/google-chrome").find()).isNull();
  }

  @Test
  void a_snap_is_passed_over_because_it_cannot_read_the_temporary_folder() {
    assertThat(finder("Linux", Map.of("PATH", PATHS), "/snap/bin/chromium").find()).isNull();
  }

  @Test
  void macs_and_windows_have_usual_places() {
    assertThat(finder(
                "Mac OS X",
                Map.of("HOME", "/Users/me"),
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
            .find())
        .isEqualTo(Path.of("/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));
    assertThat(finder(
                "Windows 11",
                Map.of("ProgramFiles(x86)", "/programs"),
                "/programs/Google/Chrome/Application/chrome.exe",
                "/programs/Microsoft/Edge/Application/msedge.exe")
            .find())
        .isEqualTo(Path.of("/programs/Microsoft/Edge/Application/msedge.exe"));
  }

  @Test
  void linux_needs_a_display() {
    assertThat(finder("Linux", Map.of()).hasDisplay()).isFalse();
    assertThat(finder("Linux", Map.of("DISPLAY", "")).hasDisplay()).isFalse();
    assertThat(finder("Linux", Map.of("DISPLAY", ":0")).hasDisplay()).isTrue();
    assertThat(finder("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).hasDisplay()).isTrue();
    assertThat(finder("Windows 11", Map.of()).hasDisplay()).isTrue();
  }

  @Test
  void the_browser_gets_a_profile_of_its_own_and_its_sandbox_unless_root_starts_it() {
    assertThat(BrowserWindow.command(Path.of("/b"), Path.of("/p"), Path.of("/e"), false)).containsExactly(
        "/b",
        "--user-data-dir=/p",
        "--load-extension=/e",
        "--disable-features=DisableLoadExtensionCommandLineSwitch,Translate",
        "--no-first-run",
        "--no-default-browser-check",
        "--password-store=basic");
    assertThat(BrowserWindow.command(Path.of("/b"), Path.of("/p"), Path.of("/e"), true)).contains("--no-sandbox");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void closing_it_ends_its_process() throws Exception {
    Path script = folder.resolve("browser");
    Files.writeString(script, "#!/bin/sh\nexec sleep 600\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    BrowserWindow window = BrowserWindow.open(script, folder.resolve("p"), folder.resolve("e"), "http://127.0.0.1/");
    assertThat(window.isOpen()).isTrue();
    window.show("http://127.0.0.1/second");
    window.close();
    assertThat(window.isOpen()).isFalse();
  }
}
