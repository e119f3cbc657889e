package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.extension.rig.ShotDeedServer;

/** The upload page's script in a real browser: progress, folders, zip files, broken connections and reloads. */
class UploadPageTest {
  private static final String PIECES = "**/uploads/*/files/*";

  @TempDir private Path folder;

  private ShotDeedServer server;
  private PlainChromium browser;
  private BrowserContext person;
  private Page page;
  private final List<String> errors = new ArrayList<>();

  @BeforeEach
  void open() {
    server = new ShotDeedServer();
    browser = new PlainChromium();
    person = browser.person("en", null);
    page = person.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
        errors.add(message.text());
      }
    });
    page.navigate(server.signInLink());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(server.origin() + "/");
    page.navigate(server.origin() + "/upload");
  }

  @AfterEach
  void close() {
    assertThat(errors).isEmpty();
    browser.close();
    server.close();
  }

  /** A PNG of some 9 MB, which takes several pieces. */
  private static byte[] large() {
    try {
      BufferedImage photo = ImageIO.read(new ByteArrayInputStream(Photos.file(Photos.JACKET)));
      BufferedImage grained = new BufferedImage(1800, 1800, BufferedImage.TYPE_INT_RGB);
      grained.createGraphics().drawImage(photo, 0, 0, 1800, 1800, null);
      Random random = new Random(1);
      for (int y = 0; y < 1800; y++) {
        for (int x = 0; x < 1800; x++) {
          grained.setRGB(x, y, grained.getRGB(x, y) ^ random.nextInt() & 0x1f1f1f);
        }
      }
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(grained, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send() {
    page.check("input[value=unpublished]");
    page.locator("#upload > button").click();
  }

  private String results() {
    page.waitForURL("**/uploads/*");
    return page.locator("main").innerText();
  }

  @Test
  void several_files_show_their_progress_and_end_on_the_page_of_results() {
    page.setInputFiles(
        "#file",
        new FilePayload[] {
          new FilePayload("jacket.jpg", "image/jpeg", Photos.file(Photos.JACKET)),
          new FilePayload("裙.jpg", "image/jpeg", Photos.file(Photos.SKIRT)),
          new FilePayload("notes.txt", "text/plain", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        });
    send();
    page.locator("#sending-files li >> nth=2").waitFor();
    assertThat(page.locator("#sending-said").getAttribute("aria-live")).isEqualTo("polite");
    page.locator("#sending-said", new Page.LocatorOptions().setHasText("Sent: 3 of 3 files, 100 %")).waitFor();
    assertThat(results()).contains("Accepted: 2, refused: 1", "jacket.jpg", "裙.jpg", "This file is not a picture.");
    page.navigate(server.origin() + "/upload");
    assertThat(page.locator("#unfinished").isVisible()).isFalse();
  }

  @Test
  void a_folder_is_taken_with_those_below_it_and_without_what_systems_add() throws IOException {
    Files.createDirectories(folder.resolve("spring/coats"));
    Files.write(folder.resolve("spring/coats/jacket.jpg"), Photos.file(Photos.JACKET));
    Files.write(folder.resolve("spring/skirt.jpg"), Photos.file(Photos.SKIRT));
    Files.write(folder.resolve("spring/.DS_Store"), new byte[] {1});
    page.setInputFiles("#folder", folder.resolve("spring"));
    send();
    assertThat(results())
        .contains("Accepted: 2, refused: 0", "spring/coats/jacket.jpg", "spring/skirt.jpg")
        .doesNotContain("DS_Store");
  }

  @Test
  void a_zip_file_has_a_line_for_each_photograph() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a/jacket.jpg"));
      zip.write(Photos.file(Photos.JACKET));
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write(65);
    }
    page.setInputFiles("#file", new FilePayload("spring.zip", "application/zip", bytes.toByteArray()));
    send();
    assertThat(results()).contains("Accepted: 1, refused: 1", "spring.zip › a/jacket.jpg", "spring.zip › readme.txt");
  }

  @Test
  void a_broken_connection_is_said_and_the_upload_goes_on_by_itself() {
    boolean[] broken = {true};
    int[] pieces = new int[1];
    page.route(PIECES, route -> {
      pieces[0]++;
      if (pieces[0] > 1 && broken[0]) {
        route.abort("connectionreset");
      } else {
        route.resume();
      }
    });
    page.setInputFiles("#file", new FilePayload("large.png", "image/png", large()));
    send();
    page.locator("#sending-notice", new Page.LocatorOptions().setHasText("The connection is broken.")).waitFor();
    broken[0] = false;
    assertThat(results()).contains("Accepted: 1, refused: 0");
  }

  @Test
  void after_a_reload_the_same_file_goes_on_where_it_stopped() throws IOException {
    Path file = folder.resolve("large.png");
    Files.write(file, large());
    int[] pieces = new int[1];
    page.route(PIECES, route -> {
      pieces[0]++;
      if (pieces[0] > 1) {
        route.abort("connectionreset");
      } else {
        route.resume();
      }
    });
    page.setInputFiles("#file", file);
    send();
    page.locator("#sending-notice", new Page.LocatorOptions().setHasText("The connection is broken.")).waitFor();
    page.unroute(PIECES);
    page.navigate(server.origin() + "/upload");
    String unfinished = "0 of 1 files arrived. Choose the same files again to go on.";
    page.locator("#unfinished", new Page.LocatorOptions().setHasText(unfinished)).waitFor();
    assertThat(page.isChecked("input[value=unpublished]")).isTrue();

    List<String> offsets = new ArrayList<>();
    page.onRequest(request -> {
      if (request.method().equals("PUT")) {
        offsets.add(request.url().replaceAll(".*offset=", ""));
      }
    });
    page.setInputFiles("#file", file);
    page.locator("#upload > button").click();
    assertThat(results()).contains("Accepted: 1, refused: 0");
    assertThat(offsets).doesNotContain("0").first().isEqualTo("" + (4 << 20));
  }

  @Test
  void a_server_that_is_started_again_in_the_middle_loses_nothing() {
    int[] pieces = new int[1];
    page.route(PIECES, route -> {
      pieces[0]++;
      if (pieces[0] == 2) {
        server.kill();
        server.startAgain();
      }
      route.resume();
    });
    page.setInputFiles("#file", new FilePayload("large.png", "image/png", large()));
    send();
    assertThat(results()).contains("Accepted: 1, refused: 0");
    assertThat(pieces[0]).isGreaterThan(1);
  }
}
