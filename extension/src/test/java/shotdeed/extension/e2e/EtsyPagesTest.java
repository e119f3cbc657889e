package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketRig;
import shotdeed.extension.rig.MarketRig.Opened;
import shotdeed.extension.rig.Photos;

/** Etsy's pages, under its own host. */
class EtsyPagesTest {
  private static MarketRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new MarketRig(folder, "*.etsy.com", "*.etsystatic.com", "*.captcha-delivery.com");
    rig.page("/fr/listing/1500000001/robe-en-lin", "etsy-2026.html");
    rig.page("/search", "etsy-search.html");
    rig.page("/shop/LinenLoft", "etsy-search.html");
    rig.page("/listing/1500000009/x", "etsy-captcha.html");
    sizes("/111/r/il/aa/501/il_", "501_xxxx", Photos.JACKET);
    sizes("/111/r/il/bb/502/il_", "502_yyyy", Photos.OTHER_JEANS);
    sizes("/111/r/il/cc/503/il_", "503_zzzz", Photos.SKIRT);
    sizes("/9/r/il/ee/509/il_", "509_oooo", Photos.SHOES);
    sizes("/1/r/il/ff/511/il_", "511_gggg", Photos.DRESS);
    sizes("/1/r/il/hh/512/il_", "512_hhhh", Photos.SKIRT);
    rig.photograph(Photos.SHIRT, "/iap/dd/504/iap_300x300.504_rrrr.jpg");
    rig.watch("etsy", "Etsy");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void carousel_and_overlay_are_one_gallery_and_the_shop_is_what_its_address_names() {
    Opened page = rig.open("https://www.etsy.com/fr/listing/1500000001/robe-en-lin?ref=search", 3, 2);
    assertThat(page.copies()).extracting(copy -> copy.title() + " " + copy.line("501_xxxx", "503_zzzz", "504_rrrr"))
        .containsExactlyInAnyOrder(
            "Linen dress, made to order 1500000001 LinenLoft LinenLoft main 1 501_xxxx",
            "Linen dress, made to order 1500000001 LinenLoft LinenLoft main 3 503_zzzz",
            "Linen dress, made to order 1500000001 LinenLoft LinenLoft review 1 504_rrrr");
    assertThat(page.badges()).anyMatch(picture -> picture.contains("501_xxxx"));
  }

  @Test
  void what_was_searched_for_is_of_the_items_that_the_cards_lead_to() {
    Opened page = rig.open("https://www.etsy.com/search?q=linen", 2, 1);
    assertThat(page.copies()).extracting(copy -> copy.pageUrl() + " " + copy.title() + " " + copy.line("511_gggg", "512_hhhh"))
        .containsExactlyInAnyOrder(
            "https://www.etsy.com/listing/1500000011 Linen dress 1500000011   other 1 511_gggg",
            "https://www.etsy.com/listing/1500000012 Skirt 1500000012   other 1 512_hhhh");
    assertThat(page.badges()).isNotEmpty();
  }

  @Test
  void a_page_that_asks_to_prove_to_be_human_is_left_alone() {
    try (Page page = rig.browser().newPage()) {
      page.navigate("https://www.etsy.com/listing/1500000009/x");
      assertThat(((Number) rig.browser().waitForBarrier(page.url()).get("found")).intValue()).isZero();
    }
  }

  private static void sizes(String before, String name, String photograph) {
    for (String size : new String[] {"fullxfull.", "794xN.", "340x270.", "170x135.", "300x300."}) {
      rig.photograph(photograph, before + size + name + ".jpg");
    }
  }
}
