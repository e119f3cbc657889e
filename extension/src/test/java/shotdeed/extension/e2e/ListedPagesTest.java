package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.extension.rig.ListedMarkets;
import shotdeed.extension.rig.ListedPage;

/** Every page of {@code pages.csv}, under its real host: whose it is, what it sells, and where a stolen picture stands. */
class ListedPagesTest {
  private static ListedMarkets markets;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    markets = new ListedMarkets(folder);
  }

  @AfterAll
  static void close() {
    markets.close();
  }

  static List<ListedPage> items() {
    return pages("item");
  }

  static List<ListedPage> changed() {
    return pages("changed");
  }

  static List<ListedPage> grids() {
    return pages("grid");
  }

  static List<ListedPage> barriers() {
    return pages("barrier");
  }

  private static List<ListedPage> pages(String kind) {
    return ListedPage.all().stream().filter(page -> page.kind().equals(kind)).toList();
  }

  @ParameterizedTest
  @MethodSource("items")
  void an_item_s_page_names_item_and_shop_and_every_stolen_picture_with_its_place(ListedPage page) {
    Map<String, Object> status = markets.visit(page, page.copies().size());
    List<JsonNode> sightings = markets.newSightings();
    assertThat(copies(sightings)).containsExactlyInAnyOrderElementsOf(page.copies());
    assertThat(sightings)
        .allSatisfy(
            sighting -> {
              JsonNode listing = sighting.get("listing");
              assertThat(List.of(text(listing, "market"), text(listing, "site"), text(listing, "listingId"), text(listing, "title")))
                  .containsExactly(page.market(), page.site(), page.listingId(), page.title());
              assertThat(List.of(text(listing, "shopId"), text(listing, "shopName"))).containsExactly(page.shopId(), page.shopName());
            });
    assertThat((List<?>) status.get("changed")).as("parts that were not found").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("grids")
  void a_picture_in_a_grid_is_of_the_item_to_which_its_card_leads(ListedPage page) {
    markets.visit(page, page.copies().size());
    List<String> found = new ArrayList<>();
    for (JsonNode sighting : markets.newSightings()) {
      JsonNode listing = sighting.get("listing");
      found.add(text(listing, "listingId") + ":" + sighting.at("/picture/position").asInt());
      assertThat(text(listing, "pageUrl")).as("the item's own address").doesNotContain("search", "/s?", "/sch/");
      if (!page.shopId().isEmpty()) {
        assertThat(List.of(text(listing, "shopId"), text(listing, "shopName"))).containsExactly(page.shopId(), page.shopName());
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(page.copies());
  }

  @ParameterizedTest
  @MethodSource("barriers")
  void a_page_that_asks_to_sign_in_is_left_alone_and_said_to_be_one(ListedPage page) {
    int before = markets.fetched().size();
    Map<String, Object> status = markets.visit(page, 0);
    assertThat(status).containsEntry("barrier", true).containsEntry("found", 0);
    assertThat(markets.newSightings()).isEmpty();
    assertThat(markets.fetched().subList(before, markets.fetched().size())).noneMatch(path -> path.contains("cM"));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void a_page_without_a_known_element_is_checked_in_the_generic_way_and_said_to_have_changed(ListedPage page) {
    Map<String, Object> status = markets.visit(page, page.copies().size());
    List<JsonNode> sightings = markets.newSightings();
    assertThat(copies(sightings)).containsExactlyInAnyOrderElementsOf(page.copies());
    assertThat(sightings).allSatisfy(s -> assertThat(text(s.get("listing"), "listingId")).isEqualTo(page.listingId()));
    assertThat((List<?>) status.get("changed")).asList().contains("main");
    assertThat((List<?>) status.get("kept")).asList().contains("large");
  }

  private static List<String> copies(List<JsonNode> sightings) {
    List<String> copies = new ArrayList<>();
    for (JsonNode sighting : sightings) {
      String from = sighting.at("/picture/fetchedUrl").asText();
      String path = from.contains("?") ? from.substring(0, from.indexOf('?')) : from;
      copies.add(
          text(sighting.get("picture"), "role")
              + ":"
              + sighting.at("/picture/position").asInt()
              + ":"
              + path.substring(path.lastIndexOf('/') + 1));
    }
    return copies;
  }

  private static String text(JsonNode of, String member) {
    return of.get(member).asText();
  }
}
