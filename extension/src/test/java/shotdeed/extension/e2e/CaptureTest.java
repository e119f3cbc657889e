package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/** What is captured at the click: the page with the picture in view, as the page shows it, and nothing of the page moved. */
class CaptureTest {
  private static final String FAR_DOWN =
      "<div style='height:2600px'>description</div><img loading=lazy width=500 height=500 src=/copy.jpg>"
          + "<div style='height:2000px'>more</div>";

  private SealingDesk desk;

  @BeforeEach
  void open() {
    desk = new SealingDesk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void the_screenshot_has_the_picture_in_view_and_the_page_stands_as_before() {
    Page listing = desk.listing("/item", FAR_DOWN);
    Toolbar.click(desk.browser(), listing);
    listing.evaluate("scrollTo(0, 120)");
    listing.evaluate(
        """
        () => { window.felt = [];
          new PerformanceObserver(l => l.getEntries().forEach(e => window.felt.push(e.entryType + ' ' + (e.value || e.duration))))
              .observe({entryTypes: ['layout-shift', 'longtask']}); }
        """);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    desk.awaitPrepared(panel);
    assertThat(desk.said(panel)).isEqualTo("Complaint 1 is prepared (not yet submitted).");
    assertThat(listing.evaluate("scrollY")).isEqualTo(120);
    assertThat(listing.evaluate("window.felt.join()")).as("layout shifts and long tasks").isEqualTo("");

    JsonNode click = desk.click(1);
    assertThat(click.at("/pageTexts/value").toString())
        .isEqualTo("[\"title: Denim jacket\",\"shop: Copycat Corner\",\"price: ¥ 99.00\",\"item: "
            + desk.site().origin() + "/item\"]");
    assertThat(click.at("/pageOfSighting/value").asInt()).isEqualTo(1);
    assertThat(click.at("/pictureNotInViewBecause/value").isNull()).isTrue();
    assertThat(click.at("/screenshotHasTheProportionsOfTheView/value").asBoolean()).isTrue();
    BufferedImage screenshot = SealingDesk.read(desk.evidence(1).get("screenshot.png"));
    JsonNode box = click.at("/readableBoxesOfTheView/value/0");
    BufferedImage part =
        screenshot.getSubimage(box.get("left").asInt(), box.get("top").asInt(), width(box), height(box));
    BufferedImage copy = Photos.scaled(SealingDesk.read(desk.copy()), part.getWidth(), part.getHeight());
    assertThat(SealingDesk.difference(part, copy)).isLessThan(6);
    assertThat(SealingDesk.difference(part.getSubimage(0, 0, 120, 24), copy.getSubimage(0, 0, 120, 24)))
        .as("where our badge stands on the page")
        .isLessThan(10);
    assertThat(click.at("/readableBoxesOfTheView/value")).as("the picture alone: title and shop are far above").hasSize(1);
  }

  private static int width(JsonNode box) {
    return box.get("right").asInt() - box.get("left").asInt();
  }

  private static int height(JsonNode box) {
    return box.get("bottom").asInt() - box.get("top").asInt();
  }

  @Test
  void without_the_right_it_says_so_before_sealing_and_goes_on_with_one_click() {
    Page listing = desk.listing("/item", FAR_DOWN);
    Page panel = desk.panel(listing);
    desk.prepare(panel);
    panel.locator(".complaint .notice", new Page.LocatorOptions().setHasText("No screenshot, because")).waitFor();
    assertThat(desk.complaints()).isZero();
    Toolbar.click(desk.browser(), listing);
    desk.awaitPrepared(panel);
    assertThat(desk.complaints()).isEqualTo(1);
    assertThat(desk.evidence(1)).containsKey("screenshot.png");
  }
}
