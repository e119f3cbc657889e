package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.SealingDesk;
import shotdeed.extension.rig.Toolbar;

/** However a page shows a picture, the screenshot has it in view and the capture says where it is. */
class CapturedPicturesTest {
  private static final AtomicInteger LISTINGS = new AtomicInteger();
  private static final String DOWN = "<div style='height:1800px'>text</div>";

  private static SealingDesk desk;

  @BeforeAll
  static void open() {
    desk = new SealingDesk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void a_picture_element() {
    isInView(DOWN + "<picture><source srcset=/copy.jpg><img width=400 height=400 src=/none.jpg></picture>" + DOWN, false);
  }

  @Test
  void a_background_written_on_the_element() {
    isInView(DOWN + "<div style='width:400px;height:400px;background-image:url(/copy.jpg);background-size:100% 100%'></div>", false);
  }

  @Test
  void a_background_from_a_style_sheet() {
    isInView(
        "<style>.shot{width:400px;height:400px;background:url('/copy.jpg') 0 0/100% 100%}</style>" + DOWN + "<div class=shot></div>",
        true);
  }

  @Test
  void an_image_in_a_closed_shadow_root() {
    isInView(
        DOWN + "<x-gallery></x-gallery><script>document.querySelector('x-gallery').attachShadow({mode: 'closed'}).innerHTML ="
            + " '<img width=400 height=400 src=/copy.jpg>'</script>" + DOWN,
        true);
  }

  @Test
  void the_visible_thumbnail_of_a_large_picture_that_is_folded_away() {
    isInView(
        "<div style='display:none'><img width=800 height=800 src=/copy.jpg></div>" + DOWN
            + "<img width=120 height=120 src=/copy.jpg>",
        false);
  }

  @Test
  void a_picture_that_a_gallery_of_its_own_scrolls_to() {
    Page listing =
        isInView(
            "<div id=row style='width:420px;overflow:hidden;white-space:nowrap'><div style='display:inline-block;width:900px'>"
                + "</div><img width=400 height=400 src=/copy.jpg></div>",
            false);
    assertThat(listing.evaluate("document.getElementById('row').scrollLeft")).as("scrolled back").isEqualTo(0);
  }

  @Test
  void a_picture_whose_address_only_a_script_puts_in_once_it_is_seen() {
    isInView(
        DOWN + "<img width=400 height=400 data-src=/copy.jpg src=/s.gif><script>new IntersectionObserver(l => l.forEach(e => {"
            + " if (e.isIntersecting) setTimeout(() => e.target.src = e.target.dataset.src, 150); }))"
            + ".observe(document.querySelector('img'))</script>",
        false);
  }

  @Test
  void what_lies_over_the_picture_is_said() {
    JsonNode click =
        click(
            "<img width=400 height=400 src=/copy.jpg><div style='position:fixed;inset:0;background:#fff'>Sign in</div>", false);
    assertThat(click.at("/pictureNotInViewBecause/value").asText()).isEqualTo("Something on the page lay over the picture.");
    assertThat(click.at("/screenshotWidth/value").asInt()).isPositive();
  }

  @Test
  void a_page_that_feels_the_mouse_over_its_picture_does_not_cover_it() {
    isInView(
        "<div style='position:relative'><img width=400 height=400 src=/copy.jpg>"
            + "<div style='position:absolute;inset:0;cursor:zoom-in'></div></div>",
        false);
  }

  @Test
  void a_picture_that_is_folded_away_is_said_to_be() {
    JsonNode click = click("<details><summary>More</summary><img width=400 height=400 src=/copy.jpg></details>", false);
    assertThat(click.at("/pictureNotInViewBecause/value").asText())
        .isEqualTo("The page held the picture, but it could not be brought into view.");
  }

  private static Page isInView(String body, boolean asked) {
    JsonNode click = click(body, asked);
    assertThat(click.at("/pictureNotInViewBecause/value").isNull()).as(click.toString()).isTrue();
    assertThat(click.at("/screenshotHasTheProportionsOfTheView/value").asBoolean()).isTrue();
    JsonNode box = click.at("/readableBoxesOfTheView/value/0");
    int left = box.get("left").asInt();
    int top = box.get("top").asInt();
    BufferedImage part =
        SealingDesk.read(desk.evidence(desk.complaints()).get("screenshot.png"))
            .getSubimage(left, top, box.get("right").asInt() - left, box.get("bottom").asInt() - top);
    assertThat(SealingDesk.difference(part, SealingDesk.read(desk.copy()))).isLessThan(16);
    return last;
  }

  private static Page last;

  /** @param asked whether the person has the picture checked, because the page's other pictures do not name it */
  private static JsonNode click(String body, boolean asked) {
    String path = "/kind-" + LISTINGS.incrementAndGet();
    if (asked) {
      last = desk.open(path, "<img width=200 height=200 src=/other.jpg>" + body);
      try (Page options = desk.browser().extensionPage("options.html")) {
        Chromium.eventually(
            options,
            """
            async ({address, picture}) => {
              const tab = (await chrome.tabs.query({})).find(t => t.url === address);
              await chrome.runtime.sendMessage({type: 'check', tab: tab.id, picture});
              const {page} = await chrome.runtime.sendMessage({type: 'status', tab: tab.id});
              return page && page.copies.length > 0;
            }
            """,
            Map.of("address", last.url(), "picture", desk.site().origin() + "/copy.jpg"));
      }
    } else {
      last = desk.listing(path, body);
    }
    Toolbar.click(desk.browser(), last);
    try (Page panel = desk.panel(last)) {
      desk.prepare(panel);
      desk.awaitPrepared(panel);
    }
    return desk.click(desk.complaints());
  }
}
