package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.ConsoleSeed;
import shotdeed.extension.rig.PageLooker;
import shotdeed.extension.rig.PlainChromium;
import shotdeed.extension.rig.ShotDeedServer;

/** The page of files for a marketplace's form in a real browser: ticked by keyboard, saved by a click, dragged out. */
class FormFilesPageTest {
  private static final String FILES = "/complaints/1/files";

  private static ShotDeedServer server;
  private static PlainChromium browser;
  private static BrowserContext person;
  private static Page page;
  private final PageLooker looker = new PageLooker(server.origin());

  @BeforeAll
  static void prepare_a_complaint() {
    server = new ShotDeedServer();
    browser = new PlainChromium();
    person = browser.person("en", null);
    page = person.newPage();
    page.navigate(server.signInLink());
    page.locator("main button").click();
    page.waitForURL(server.origin() + "/");
    new ConsoleSeed(page, server.origin()).inbox();
    page.navigate(server.origin() + "/sightings/1");
    page.check("input[name=owned]");
    page.locator("form[action$='/complaint'] button").click();
    page.waitForURL(server.origin() + "/complaints/1");
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  @Test
  void a_place_is_ticked_by_keyboard_and_its_files_are_saved_by_a_click_or_dragged_out_as_files() throws IOException {
    page.navigate(server.origin() + "/complaints/1");
    page.locator("a[href='" + FILES + "']").click();
    assertThat(page.locator("a[download^='01-original']").count()).isZero();
    page.locator("section[aria-labelledby='slot-original'] input[type=checkbox]").focus();
    page.keyboard().press("Space");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    Download original = page.waitForDownload(() -> page.locator("a[download^='01-original']").click());
    assertThat(original.suggestedFilename()).isEqualTo("01-original-1.jpg");
    assertThat(Files.size(original.path())).isPositive();
    String dragged = page.evaluate(
        """
        () => {
          const link = document.querySelector("a[download^='01-original']");
          const data = new DataTransfer();
          link.dispatchEvent(new DragEvent("dragstart", { dataTransfer: data, bubbles: true }));
          return link.draggable + " " + data.getData("DownloadURL");
        }
        """)
        .toString();
    assertThat(dragged).isEqualTo("true image/jpeg:01-original-1.jpg:" + server.origin() + FILES
        + "/taobao/1/01-original-1.jpg?sheets=zh-CN");
    byte[] sheet = page.request().get(server.origin() + FILES + "/taobao/1/02-comparison-1.jpg").body();
    assertThat(sheet.length).isBetween(50_000, 5_000_000);
  }

  @Test
  void the_page_is_whole_readable_and_usable_for_every_marketplace() {
    looker.listen(page);
    for (String form : new String[] {"taobao", "1688", "alibaba", "amazon", "made-in-china"}) {
      String path = FILES + "?form=" + form;
      looker.look(page, "files of " + form, () -> page.navigate(server.origin() + path), 200);
    }
    assertThat(looker.faults()).isEmpty();
  }
}
