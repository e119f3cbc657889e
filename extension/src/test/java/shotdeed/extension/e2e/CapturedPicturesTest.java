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
    assertThat(asked).startsWith("Something on the page lay over the picture.");
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

  @Test
  void a_picture_that_its_frame_crops_is_in_view_as_far_as_the_frame_goes() {
    JsonNode box =
        seen("<div style='width:300px;height:400px;overflow:hidden'><img width=400 height=400 style='max-width:none'"
            + " src=/copy.jpg></div>");
    assertThat(box.get("right").asInt() - box.get("left").asInt()).isEqualTo(300);
    assertThat(box.get("bottom").asInt() - box.get("top").asInt()).isEqualTo(400);
  }

  @Test
  void what_a_fixed_bar_hides_of_the_picture_does_not_stay_readable() {
    for (String bar :
        new String[] {
          "<div style='position:fixed;left:0;right:0;top:0;height:300px;background:#fff'>Anna's account</div>",
          "<div style='position:fixed;left:0;right:0;top:0;height:300px;background:#fff;pointer-events:none'>Anna's account</div>",
          "<shotdeed-overlay style='position:fixed;left:0;right:0;top:0;height:300px;background:#fff'>Anna's</shotdeed-overlay>"
        }) {
      JsonNode box = seen("<img width=600 height=600 src=/copy.jpg>" + bar);
      assertThat(box.get("top").asInt()).as(bar).isBetween(300, 310);
      assertThat(box.get("bottom").asInt() - box.get("top").asInt()).as(bar).isGreaterThan(250);
      assertThat(boxes).as("title and shop lie under the bar").hasSize(1);
    }
  }

  @Test
  void a_name_that_is_written_over_the_picture_does_not_stay_readable() {
    JsonNode box =
        seen("<div style='position:relative'><img width=400 height=400 src=/copy.jpg>"
            + "<div style='position:absolute;inset:0'><p style='margin:0;font:20px/40px serif'>Signed in as Anna</p></div></div>");
    assertThat(box.get("bottom").asInt() - box.get("top").asInt()).isBetween(350, 375);
  }

  @Test
  void words_that_nobody_sees_keep_nothing_readable() {
    for (String style : new String[] {"h1,p a{opacity:0}", "h1,p a{visibility:hidden}", "h1,p{overflow:hidden;height:0}",
        "body{overflow-x:hidden} h1,p{overflow:hidden;width:200px} p a{margin-left:300px} h1{clip-path:inset(100%)}"}) {
      seen("<style>" + style + "</style><img width=400 height=400 src=/copy.jpg>");
      assertThat(boxes).as(style).hasSize(1);
    }
    seen("<img width=400 height=400 src=/copy.jpg>");
    assertThat(boxes).as("title and shop in plain sight").hasSize(3);
  }

  @Test
  void another_picture_where_this_one_is_only_written_down_is_not_taken_for_it() {
    JsonNode click = click("<img width=400 height=400 data-src=/copy.jpg src=/other.jpg>", false);
    assertThat(click.at("/pictureNotInViewBecause/value").asText())
        .isEqualTo("The page held the picture, but it could not be brought into view.");
    assertThat(asked).startsWith("The page holds the picture but does not show it now.");
  }

  @Test
  void the_smaller_of_the_sizes_that_a_page_offers_is_the_same_picture() {
    isInView(DOWN + "<img width=400 height=400 srcset='/copy.jpg?small 1x, /copy.jpg 2x' src=/copy.jpg?small>", false);
  }

  @Test
  void a_picture_that_comes_late_is_waited_for() {
    isInView(
        DOWN + "<img width=400 height=400 data-src=/copy.jpg src=/s.gif><script>new IntersectionObserver(l => l.forEach(e => {"
            + " if (e.isIntersecting) setTimeout(() => e.target.src = e.target.dataset.src, 2000); }))"
            + ".observe(document.querySelector('img'))</script>",
        false);
  }

  @Test
  void a_page_of_many_pictures_that_never_load_is_answered_and_scrolled_back() {
    String lazy = "<img width=400 height=400 data-src=/copy.jpg src=/s.gif><div style='height:900px'></div>";
    click(lazy.repeat(9), false);
    assertThat(asked).startsWith("The page holds the picture but does not show it now.");
    assertThat(last.evaluate("scrollY")).isEqualTo(0);
  }

  private static JsonNode seen(String body) {
    JsonNode click = click(body, false);
    assertThat(click.at("/pictureNotInViewBecause/value").isNull()).as(body + " " + click).isTrue();
    assertThat(asked).isEmpty();
    boxes = click.at("/readableBoxesOfTheView/value");
    return boxes.get(0);
  }

  private static JsonNode boxes;

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

  /** What the panel asked before sealing; the empty text if nothing. */
  private static String asked = "";

  /** @param checked whether the person has the picture checked, because the page's other pictures do not name it */
  private static JsonNode click(String body, boolean checked) {
    int before = desk.complaints();
    asked = "";
    String path = "/kind-" + LISTINGS.incrementAndGet();
    if (checked) {
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
      panel.locator(".complaint .notice.good, .complaint :text('Prepare with this screenshot')").first().waitFor();
      if (panel.locator(".complaint .notice.good").count() == 0) {
        asked = panel.locator(".complaint .notice").textContent();
        assertThat(desk.complaints()).as("nothing is sealed before the person said so").isEqualTo(before);
        panel.bringToFront();
        panel.getByText("Prepare with this screenshot").click();
      }
      desk.awaitPrepared(panel);
    }
    return desk.click(desk.complaints());
  }
}
