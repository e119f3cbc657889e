package shotdeed.extension.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;
import shotdeed.wire.SeenListing;

/** What a day's marks hold, and what they add up to. */
class DayMarksTest {
  private static final String DAY = "2026-11-21";

  private static String id(String market, String kind, String what) {
    return DayMarks.id("home", DAY, market, kind, what);
  }

  private static SeenListing listing(String id) {
    return new SeenListing("other", "www.amazon.com", "https://www.amazon.com/dp/" + id, id, "Coat", "7", "Willow");
  }

  private static CoverageReport report(String... ids) {
    Set<String> stored = new LinkedHashSet<>(List.of(ids)); // as the store keeps them
    return DayMarks.report(DAY, new ArrayList<>(stored));
  }

  private static String changed(String id, String part) {
    return id("other", DayMarks.changed("amazon", part), DayMarks.name(listing(id)));
  }

  private static CoverageReport told(MarketCoverage... markets) {
    return new CoverageReport(DAY, List.of(markets));
  }

  @Test
  void a_mark_holds_neither_address_nor_name() {
    assertThat(changed("B0COAT", "shop")).matches("home 2026-11-21 other c:amazon:shop [0-9a-f]{2,16}");
  }

  @Test
  void each_listing_counts_once_a_part_and_each_part_by_itself() {
    assertThat(report(changed("1", "shop"), changed("1", "shop"), changed("2", "shop"), changed("1", "main")))
        .isEqualTo(told(new MarketCoverage(
            "other",
            0,
            0,
            0,
            List.of(),
            List.of(new ChangedPages("amazon", "main", 1), new ChangedPages("amazon", "shop", 2)))));
  }

  @Test
  void listings_shops_pictures_and_failures_are_counted_by_marketplace() {
    assertThat(report(
            id("tmall", DayMarks.LISTING, "a"),
            id("tmall", DayMarks.SHOP, "b"),
            id("tmall", DayMarks.PICTURE, "c"),
            id("tmall", DayMarks.PICTURE, "d"),
            id("tmall", DayMarks.FAILED + "refused", "e"),
            id("other", DayMarks.PICTURE, "c")))
        .isEqualTo(told(
            new MarketCoverage("other", 0, 0, 1, List.of(), List.of()),
            new MarketCoverage("tmall", 1, 1, 2, List.of(new FailedPictures("refused", 1)), List.of())));
  }

  @Test
  void what_is_no_mark_or_names_a_site_or_part_that_nobody_knows_is_not_told() {
    assertThat(report(
            "damaged",
            id("other", "c:shop.example:shop", "a"),
            id("other", "c:amazon:price", "a"),
            id("other", "c:amazon", "a"),
            id("other", "c:", "a"),
            id("other", "x", "a")))
        .isEqualTo(told(new MarketCoverage("other", 0, 0, 0, List.of(), List.of())));
  }

  @Test
  void without_changed_pages_the_rest_stays() {
    CoverageReport report = report(changed("1", "shop"), id("other", DayMarks.PICTURE, "a"));
    assertThat(DayMarks.withoutChanged(report))
        .isEqualTo(told(new MarketCoverage("other", 0, 0, 1, List.of(), List.of())));
  }
}
