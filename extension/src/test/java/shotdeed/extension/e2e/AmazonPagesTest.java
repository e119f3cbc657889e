package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketRig;
import shotdeed.extension.rig.MarketRig.Opened;
import shotdeed.extension.rig.Photos;

/** Amazon's pages, under its own hosts. */
class AmazonPagesTest {
  private static MarketRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new MarketRig(
        folder, "*.amazon.com", "*.amazon.de", "*.media-amazon.com", "images-na.ssl-images-amazon.com");
    rig.page("/Linen-jacket/dp/B0LINEN001/ref=sr_1_3", "amazon-2026.html");
    rig.page("/-/en/gp/product/b0leinen01", "amazon-2019.html");
    rig.page("/s", "amazon-search.html");
    rig.page("/dp/B0CAPTCHA1", "amazon-captcha.html");
    sizes("71main0001", Photos.JACKET, "._AC_SL1500_", "._AC_SX425_", "._AC_SX38_", "._AC_");
    rig.photograph(Photos.OTHER_BLOUSE, "/images/I/71main0001._AC_US40_.jpg"); // a thumbnail tells nothing of its picture
    sizes("41main0002", Photos.SKIRT, "._AC_");
    sizes("51video001", Photos.SHOES, "._AC_US40_");
    sizes("61swatch01", Photos.SHIRT, "._SS64_");
    sizes("61review01", Photos.SHOES, "._SY88");
    sizes("61other001", Photos.DRESS, "._AC_UL165_");
    rig.photograph(Photos.OTHER_JEANS, "/images/S/aplus-media/detail0001.jpg");
    rig.photograph(Photos.DRESS, "/images/S/aplus-media/detail0002.jpg");
    sizes("71old00001", Photos.OTHER_HOODIE, "._SL1500_", "._SS40_");
    sizes("71old00002", Photos.JACKET);
    sizes("61oldsku01", Photos.SHOES, "._SX36_");
    sizes("61banner01", Photos.OTHER_BLOUSE);
    sizes("61grid0001", Photos.JACKET, "._AC_UL320_");
    sizes("61grid0002", Photos.SKIRT, "._AC_UL320_");
    rig.watch("amazon", "Amazon");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void the_gallery_is_what_the_script_says_and_the_brand_stands_in_for_a_seller_that_is_not_named() {
    Opened page = rig.open("https://www.amazon.com/Linen-jacket/dp/B0LINEN001/ref=sr_1_3?keywords=linen", 5, 1);
    String[] pictures = {"71main0001", "41main0002", "61swatch01", "detail0002", "61review01", "51video001", "61other001"};
    assertThat(page.copies()).extracting(copy -> copy.line(pictures))
        .contains(
            "B0LINEN001  Northfield main 1 71main0001",
            "B0LINEN001  Northfield main 2 41main0002",
            "B0LINEN001  Northfield sku 1 61swatch01",
            "B0LINEN001  Northfield detail 2 detail0002",
            "B0LINEN001  Northfield review 1 61review01")
        .as("a video's cover, and other items")
        .noneMatch(line -> line.endsWith("51video001") || line.endsWith("61other001"));
    assertThat(page.copies()).extracting(MarketRig.Copy::title).containsOnly("Linen jacket, loose");
    assertThat(page.badges()).anyMatch(picture -> picture.contains("71main0001"));
  }

  @Test
  void a_gallery_that_the_script_parses_by_itself_and_a_seller_with_a_link_on_an_address_in_lower_case() {
    Opened page = rig.open("https://www.amazon.de/-/en/gp/product/b0leinen01?psc=1", 2, 1);
    assertThat(page.copies()).extracting(copy -> copy.line("71old00002", "61oldsku01"))
        .containsExactlyInAnyOrder(
            "B0LEINEN01 A1SELLER22X Waldweg Mode main 2 71old00002", "B0LEINEN01 A1SELLER22X Waldweg Mode sku 1 61oldsku01");
    assertThat(page.badges()).anyMatch(picture -> picture.contains("61oldsku01"));
  }

  @Test
  void what_was_searched_for_is_of_the_items_that_the_cards_lead_to() {
    Opened page = rig.open("https://www.amazon.com/s?k=linen", 2, 2);
    assertThat(page.copies()).extracting(copy -> copy.pageUrl() + " " + copy.title() + " " + copy.line("grid0001", "grid0002"))
        .containsExactlyInAnyOrder(
            "https://www.amazon.com/dp/B0SEARCH01 Cheap jacket B0SEARCH01   other 1 grid0001",
            "https://www.amazon.com/dp/B0SEARCH02 Skirt B0SEARCH02   other 1 grid0002");
    assertThat(page.badges()).hasSize(2);
  }

  @Test
  void a_page_that_asks_to_prove_to_be_human_is_left_alone() {
    try (Page page = rig.browser().newPage()) {
      page.navigate("https://www.amazon.com/dp/B0CAPTCHA1");
      Map<String, Object> status = rig.browser().waitForBarrier(page.url());
      assertThat(((Number) status.get("found")).intValue()).isZero();
    }
  }

  /** The full picture, and each size that pages name. */
  private static void sizes(String id, String photograph, String... sizes) {
    rig.photograph(photograph, "/images/I/" + id + ".jpg");
    for (String size : sizes) {
      rig.photograph(photograph, "/images/I/" + id + size + ".jpg");
    }
  }
}
