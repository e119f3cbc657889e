package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Workshop;

/** Copies that are a part of a picture, or of which a part was taken. */
class PartialCopiesTest {
  private static final int GUTTER = 24;
  private static final String OUTLINE = ".evidence polygon, svg.part rect";

  private static Workshop shop;

  @BeforeAll
  static void open() {
    shop = new Workshop(List.of(Photos.JACKET, Photos.SKIRT), "--lang=en");
    BufferedImage jacket = Photos.read(Photos.JACKET);
    int width = jacket.getWidth();
    int height = jacket.getHeight();
    BufferedImage crop = jacket.getSubimage(width / 10, height / 20, width * 8 / 10, height * 8 / 10);
    BufferedImage collage = new BufferedImage(1_000, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = collage.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 1_000, 700);
    g.drawImage(Photos.read(Photos.OTHER_HOODIE), 0, 0, 500 - GUTTER, 700, null);
    g.drawImage(jacket, 500, 0, 500, 700, null);
    g.dispose();
    shop.site()
        .bytes("/crop.jpg", "image/jpeg", Photos.jpeg(crop, 0.8f))
        .bytes("/collage.jpg", "image/jpeg", Photos.jpeg(collage, 0.8f))
        .bytes("/hoodie.jpg", "image/jpeg", Photos.square(Photos.OTHER_HOODIE, 500, 0));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void a_photograph_in_a_collage_is_badged_and_outlined_where_it_stands() {
    Page page = visit("/collage", "/collage.jpg", "/hoodie.jpg");
    assertThat(BadgeReader.waitFor(page, 1)).containsExactly(shop.site().origin() + "/collage.jpg");
    shop.browser().waitUntilChecked(shop.site().origin() + "/collage");
    JsonNode sighting = sightingOf("/collage");
    JsonNode region = sighting.at("/match/region");
    assertThat(region.get("left").asInt()).isCloseTo(5_000, within(400));
    assertThat(region.get("right").asInt()).isCloseTo(10_000, within(400));

    BoundingBox box = page.locator("img").first().boundingBox();
    Page panel = shop.browser().panelOpenedBy(() -> page.mouse().click(box.x + 20, box.y + 12));
    panel.waitForSelector(".evidence polygon");
    assertOutline(panel);
    panel.close();

    Page console = shop.console().open("/sightings/" + sighting.get("id").asText());
    console.waitForSelector(OUTLINE);
    assertOutline(console);
    console.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "evidence-in-the-console.png"))
            .setFullPage(true));
    page.close();
  }

  /** The last outline on a page is the copy's: it covers the right half of the picture under it. */
  private static void assertOutline(Page page) {
    boolean drawn = page.locator(".evidence polygon").count() > 0; // else the page knows no more than a rectangle
    BoundingBox outline = page.locator(OUTLINE).last().boundingBox();
    BoundingBox picture =
        (drawn ? page.locator(".evidence svg").first().locator("image") : page.locator("svg:has(rect)"))
            .last()
            .boundingBox();
    assertThat((outline.x - picture.x) / picture.width).isCloseTo(0.5, within(0.06));
    assertThat(outline.width / picture.width).isCloseTo(0.5, within(0.06));
    assertThat(outline.height / picture.height).isGreaterThan(0.9);
  }

  @Test
  void a_cropped_copy_is_badged_and_the_part_of_the_photograph_that_it_shows_is_named() {
    Page page = visit("/crop", "/crop.jpg", "/hoodie.jpg");
    assertThat(BadgeReader.waitFor(page, 1)).containsExactly(shop.site().origin() + "/crop.jpg");
    shop.browser().waitUntilChecked(shop.site().origin() + "/crop");
    JsonNode sighting = sightingOf("/crop");
    JsonNode original = sighting.at("/match/original");
    assertThat(original.get("bottom").asInt()).as("what was cut off below").isLessThan(9_500);
    Page console = shop.console().open("/sightings/" + sighting.get("id").asText());
    assertThat(console.locator("figure").first().locator("polygon, svg.part rect").count()).as("outline").isPositive();
    page.close();
  }

  private static Page visit(String path, String... pictures) {
    StringBuilder html = new StringBuilder("<title>Jacket</title>");
    for (String picture : pictures) {
      html.append("<img style='display:block;width:400px' src=").append(picture).append('>');
    }
    shop.site().page(path, html.toString());
    Page page = shop.browser().newPage();
    page.navigate(shop.site().origin() + path);
    return page;
  }

  private static JsonNode sightingOf(String path) {
    return shop.browser().sightingOf(shop.server(), path);
  }
}
