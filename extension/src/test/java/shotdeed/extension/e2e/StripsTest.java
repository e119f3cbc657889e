package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/** Detail pages whose slices cut a certified photograph where it is whole in none of them. */
class StripsTest {
  private static final String[] SLICES = {"/jacket-1.jpg", "/jacket-2.jpg", "/jacket-3.jpg"};

  /** Rows of a slice that is too low to show any of the photograph's parts by itself. */
  private static final int THIN = 60;

  private static final List<String> thin = new ArrayList<>();
  private static Workshop shop;

  @BeforeAll
  static void open() {
    shop = new Workshop(List.of(Photos.JACKET, Photos.SKIRT), "--lang=en");
    List<byte[]> cut = Photos.slices(Photos.JACKET, 750, 190, 517);
    for (int i = 0; i < SLICES.length; i++) {
      shop.site().bytes(SLICES[i], "image/jpeg", cut.get(i));
    }
    int rows = Photos.rows(Photos.JACKET, 750);
    int[] cuts = new int[rows / THIN];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = (i + 1) * THIN;
    }
    for (byte[] slice : Photos.slices(Photos.JACKET, 750, cuts)) {
      thin.add("/thin-" + (thin.size() + 1) + ".jpg");
      shop.site().bytes(thin.get(thin.size() - 1), "image/jpeg", slice);
    }
    shop.site()
        .bytes("/blouse.jpg", "image/jpeg", Photos.resized(Photos.OTHER_BLOUSE, 640, 0.8f))
        .bytes("/shorts.jpg", "image/jpeg", Photos.resized(Photos.OTHER_SHORTS, 700, 0.8f))
        .bytes("/line.jpg", "image/jpeg", Photos.square(Photos.OTHER_TIGHTS, 300, 0));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String item(String title, String script, String... pictures) {
    StringBuilder html = new StringBuilder("<title>" + title + "</title><div class=detail>");
    for (String picture : pictures) {
      html.append("<img style='display:block;width:375px' src=").append(picture).append('>');
    }
    return html + "</div>" + script;
  }

  private static Page visit(String path, String html) {
    shop.site().page(path, html);
    Page page = shop.browser().newPage();
    page.navigate(shop.site().origin() + path);
    return page;
  }

  private static List<String> slices() {
    return List.of(SLICES).stream().map(path -> shop.site().origin() + path).toList();
  }

  private static Map<String, Object> checked(String path) {
    return shop.browser().waitUntilChecked(shop.site().origin() + path);
  }

  private static JsonNode sightingOf(String path) {
    return shop.browser().sightingOf(shop.server(), path);
  }

  /** That they were all found clean by themselves before does not hide them when they stand together. */
  @Test
  void slices_that_show_nothing_by_themselves_show_the_copy_together() {
    byte[] between = Photos.square(Photos.OTHER_TIGHTS, 300, 0);
    List<String> spread = new ArrayList<>();
    for (String slice : thin) {
      String gap = "/gap-" + spread.size() + ".jpg";
      shop.site().bytes(gap, "image/jpeg", between);
      spread.addAll(List.of(slice, gap));
    }
    Page apart = visit("/apart", item("Apart", "", spread.toArray(new String[0])));
    checked("/apart");
    assertThat(BadgeReader.on(apart)).isEmpty();
    apart.close();

    Page page = visit("/thin", item("Thin", "", thin.toArray(new String[0])));
    BadgeReader.waitFor(page, thin.size() - 2);
    assertThat((List<?>) checked("/thin").get("copies")).hasSize(1);
    page.close();
  }

  /** Two of the three show enough by themselves; they wait for the rest. */
  @Test
  void badges_land_on_exactly_the_slices_that_show_the_copy_and_it_is_one_copy() {
    Page page = visit("/together", item("Jacket", "", "/blouse.jpg", SLICES[0], SLICES[1], SLICES[2], "/shorts.jpg"));
    BadgeReader.waitFor(page, 3);
    Map<String, Object> status = checked("/together");
    assertThat(BadgeReader.pictures(page)).containsExactlyElementsOf(slices());
    assertThat(BadgeReader.on(page)).extracting(BadgeReader.Badge::text).containsOnly("Copy of your photo");
    assertThat((List<?>) status.get("copies")).as("one line in the panel").hasSize(1);

    JsonNode sighting = sightingOf("/together");
    assertThat(sighting.at("/match/method").asText()).isEqualTo("fingerprint");
    assertThat(sighting.get("slices")).extracting(s -> s.get("shows").asBoolean()).containsExactly(true, true, true);
    assertThat(sighting.get("slices")).extracting(s -> s.at("/picture/position").asInt()).containsExactly(2, 3, 4);

    var box = page.locator("img").nth(2).boundingBox();
    Page panel = shop.browser().panelOpenedBy(() -> page.mouse().click(box.x + 20, box.y + 12));
    Chromium.eventually(
        panel,
        "async () => [...document.querySelectorAll('.strip img')].filter(i => i.naturalWidth > 0).length === 3",
        null);
    assertThat(panel.locator("dl").textContent()).contains("Detail picture 2–4");
    assertThat(panel.locator("figcaption").last().textContent()).as("nothing is outlined").doesNotContain("·");
    panel.close();

    page.reload();
    BadgeReader.waitFor(page, 3);
    assertThat(BadgeReader.pictures(page)).as("on the next visit").containsExactlyElementsOf(slices());
    page.close();
  }

  @Test
  void a_slice_that_comes_later_completes_the_picture() {
    String later =
        "<script>setTimeout(() => { const i = new Image(); i.src = '" + SLICES[2] + "';"
            + " i.style = 'display:block;width:375px'; document.querySelector('.detail').append(i); }, 1500)</script>";
    Page page = visit("/later", item("Later", later, SLICES[0], SLICES[1]));
    BadgeReader.waitFor(page, 3);
    assertThat(BadgeReader.pictures(page)).containsExactlyElementsOf(slices());
    page.close();
  }

  /** The first two were found clean on the visit before. */
  @Test
  void a_slice_that_was_clean_before_is_joined_with_one_that_comes_later() {
    Page first = visit("/first", item("First", "", thin.get(0), thin.get(1)));
    checked("/first");
    assertThat(BadgeReader.on(first)).isEmpty();
    first.close();

    StringBuilder later = new StringBuilder("<script>setTimeout(() => {");
    for (String slice : thin.subList(2, thin.size())) {
      later
          .append(" { const i = new Image(); i.src = '")
          .append(slice)
          .append("'; i.style = 'display:block;width:375px'; document.querySelector('.detail').append(i); }");
    }
    Page page = visit("/second", item("Second", later + " }, 2500)</script>", thin.get(0), thin.get(1)));
    BadgeReader.waitFor(page, thin.size() - 2);
    assertThat(BadgeReader.pictures(page)).contains(shop.site().origin() + thin.get(1));
    page.close();
  }

  @Test
  void a_slice_that_cannot_be_read_breaks_the_strip_until_it_can() {
    AtomicBoolean there = new AtomicBoolean();
    byte[] middle = Photos.slices(Photos.JACKET, 750, 190, 517).get(1);
    shop.site()
        .on(
            "/sometimes.jpg",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
              exchange.getResponseHeaders().set("Cache-Control", "no-store");
              exchange.sendResponseHeaders(there.get() ? 200 : 503, there.get() ? middle.length : -1);
              if (there.get()) {
                exchange.getResponseBody().write(middle);
              }
            });
    Page page = visit("/sometimes", item("Sometimes", "", SLICES[0], "/sometimes.jpg", SLICES[2]));
    assertThat(checked("/sometimes")).containsEntry("checked", 3);
    assertThat(BadgeReader.pictures(page)).doesNotContain(shop.site().origin() + "/sometimes.jpg");
    there.set(true);
    page.reload();
    assertThat(BadgeReader.waitFor(page, 3)).hasSize(3);
    page.close();
  }

  /** The order is the page's: what stands in another is another picture. */
  @Test
  void slices_in_another_order_show_no_copy() {
    List<String> backwards = new ArrayList<>(thin);
    Collections.reverse(backwards);
    Page page = visit("/order", item("Order", "", backwards.toArray(new String[0])));
    assertThat(checked("/order")).containsEntry("checked", thin.size());
    assertThat(BadgeReader.on(page)).isEmpty();
    page.close();
  }

  /** Both copies lie in the same two slices: the badge of the one does not hide the other. */
  @Test
  void two_photographs_side_by_side_in_the_same_slices_are_two_copies() {
    List<byte[]> cut = Photos.slices(Photos.beside(700, 40, Photos.JACKET, Photos.SKIRT), 350);
    shop.site().bytes("/beside-1.jpg", "image/jpeg", cut.get(0)).bytes("/beside-2.jpg", "image/jpeg", cut.get(1));
    Page page = visit("/beside", item("Beside", "", "/beside-1.jpg", "/beside-2.jpg"));
    Map<String, Object> status = checked("/beside");
    assertThat((List<?>) status.get("copies")).hasSize(2);
    assertThat(BadgeReader.on(page)).hasSize(2);
    page.close();
  }

  /** Each slice ends within a photograph; the first shows none of the two that are certified. */
  @Test
  void of_four_photographs_in_a_strip_the_two_copies_are_badged_where_they_are() {
    List<String> names = List.of(Photos.OTHER_BLOUSE, Photos.JACKET, Photos.OTHER_HOODIE, Photos.SKIRT);
    int[] cuts = new int[names.size()];
    int top = 0;
    for (int i = 0; i < cuts.length; i++) {
      int rows = Photos.rows(names.get(i), 750);
      cuts[i] = top + rows * (i % 2 == 0 ? 50 : 45) / 100;
      top += rows + 24;
    }
    List<byte[]> cut = Photos.slices(Photos.stacked(750, 24, names), cuts);
    String[] paths = new String[cut.size()];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/four-" + (i + 1) + ".jpg";
      shop.site().bytes(paths[i], "image/jpeg", cut.get(i));
    }
    Page page = visit("/four", item("Four", "", paths));
    Map<String, Object> status = checked("/four");
    assertThat(BadgeReader.pictures(page))
        .extracting(url -> url.substring(url.lastIndexOf('/')))
        .containsExactly("/four-2.jpg", "/four-3.jpg", "/four-4.jpg", "/four-5.jpg");
    assertThat((List<?>) status.get("copies")).hasSize(2);
    page.close();
  }
}
