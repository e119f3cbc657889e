package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketRig;
import shotdeed.extension.rig.MarketRig.Opened;
import shotdeed.extension.rig.Photos;

/** eBay's pages, under its own hosts; a description is a page of its own in a frame. */
class EbayPagesTest {
  private static MarketRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    rig = new MarketRig(folder, "*.ebay.com", "*.ebay.de", "*.ebayimg.com", "*.ebaystatic.com", "*.ebaydesc.com");
    rig.page("/itm/126000000001", "ebay-2026.html");
    rig.page("/itm/washed-denim/126000000003", "ebay-2026.html");
    rig.page("/itmdesc/126000000001", "ebay-description.html");
    rig.page("/ads/1", "ebay-2018.html");
    rig.page("/itm/Leinenrock-2018/226000000002", "ebay-2018.html");
    rig.page("/sch/i.html", "ebay-search.html");
    rig.page("/itm/126000000009", "ebay-interruption.html");
    sizes("hashA", Photos.JACKET);
    sizes("hashB", Photos.OTHER_JEANS);
    sizes("hashC", Photos.SKIRT);
    sizes("hashD", Photos.SHIRT);
    sizes("hashO", Photos.DRESS);
    sizes("hashZ", Photos.SHOES);
    sizes("gridA", Photos.JACKET);
    sizes("gridB", Photos.SKIRT);
    rig.watch("ebay", "eBay");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void what_stands_twice_in_the_carousel_counts_once_and_the_description_in_its_frame_is_the_items_details() {
    Opened page = rig.open("https://www.ebay.com/itm/126000000001?hash=item1", 3, 1);
    assertThat(page.copies()).extracting(copy -> copy.line("hashA", "hashC", "hashD", "hashO", "hashZ"))
        .contains(
            "126000000001 rivieraoutlet Riviera Outlet Store main 1 hashA",
            "126000000001 rivieraoutlet Riviera Outlet Store main 3 hashC",
            "126000000001 rivieraoutlet Riviera Outlet Store detail 2 hashD")
        .noneMatch(line -> line.endsWith("hashZ"))
        .filteredOn(line -> line.contains(" main "))
        .hasSize(2);
    assertThat(page.copies()).extracting(MarketRig.Copy::title).containsOnly("Denim jacket, washed");
    assertThat(page.badges()).anyMatch(picture -> picture.contains("hashA"));
  }

  @Test
  void a_copy_in_the_description_wears_its_badge_there() {
    try (Page page = rig.browser().newPage()) {
      page.navigate("https://www.ebay.com/itm/washed-denim/126000000003");
      Frame description = page.waitForSelector("#desc_ifr").contentFrame();
      description.waitForSelector(
          "shotdeed-overlay", new Frame.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
      assertThat(description.url()).startsWith("https://vi.vipr.ebaydesc.com/");
    }
  }

  @Test
  void the_page_of_2018_has_one_picture_and_names_its_seller_by_a_login_with_a_dot() {
    Opened page = rig.open("https://www.ebay.de/itm/Leinenrock-2018/226000000002", 1, 1);
    assertThat(page.copies()).extracting(copy -> copy.title() + " " + copy.line("hashO"))
        .containsExactly("Leinenrock 226000000002 mode.haus_24 mode.haus_24 main 1 hashO");
    assertThat(page.badges()).hasSize(1);
  }

  @Test
  void what_was_searched_for_is_of_the_items_that_the_cards_lead_to() {
    Opened page = rig.open("https://www.ebay.com/sch/i.html?_nkw=jacket", 2, 1);
    assertThat(page.copies()).extracting(copy -> copy.pageUrl() + " " + copy.title() + " " + copy.line("gridA", "gridB"))
        .containsExactlyInAnyOrder(
            "https://www.ebay.com/itm/126000000011 Jacket, blue 126000000011   other 1 gridA",
            "https://www.ebay.com/itm/126000000012 Skirt, green 126000000012   other 1 gridB");
    assertThat(page.badges()).anyMatch(picture -> picture.contains("gridB"));
  }

  @Test
  void an_interruption_is_left_alone() {
    try (Page page = rig.browser().newPage()) {
      page.navigate("https://www.ebay.com/itm/126000000009");
      assertThat(((Number) rig.browser().waitForBarrier(page.url()).get("found")).intValue()).isZero();
    }
  }

  private static void sizes(String hash, String photograph) {
    for (String size : new String[] {"s-l1600.jpg", "s-l500.jpg", "s-l500.webp", "s-l225.jpg"}) {
      rig.photograph(photograph, "/images/g/" + hash + "/" + size);
    }
  }
}
