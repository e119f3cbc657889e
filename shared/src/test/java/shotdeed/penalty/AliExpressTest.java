package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A marketplace with fewer kinds of rule, another way to merge, and two texts that contradict each other. */
class AliExpressTest {
  @Test
  void the_first_costs_nothing_and_each_later_one_6_whoever_complains() {
    List<Integer> points = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    List<String> nodes = new ArrayList<>();
    Asking shop = Asking.of("aliexpress");
    for (String day : new String[] {"01", "11", "12", "13", "14", "15", "16", "17", "18"}) {
      Forecast forecast = shop.next("holder " + day, "2026-03-" + day);
      points.add(forecast.next().points());
      sums.add(forecast.cumulative().get("A").min());
      for (Forecast.Measures measures : forecast.measures()) {
        nodes.add(measures.threshold() + " " + measures.measures() + " " + measures.days());
      }
      shop.upheld("holder " + day, "2026-03-" + day);
    }
    assertThat(points).containsExactly(0, 6, 6, 6, 6, 6, 6, 6, 6);
    assertThat(sums).containsExactly(0, 6, 12, 18, 24, 30, 36, 42, 48);
    assertThat(nodes)
        .containsExactly(
            "6 [no-new-listings] 3",
            "12 [account-frozen] 7",
            "24 [account-frozen] 14",
            "36 [account-frozen] 30",
            "48 [shop-closed] null");
  }

  @Test
  void complaints_in_the_five_days_after_the_first_are_one_with_it() {
    Asking shop = Asking.of("aliexpress").upheld("Lin", "2026-03-01");
    assertThat(shop.next("Chen", "2026-03-06").next())
        .isEqualTo(new Forecast.Next("2026-03-06", "A", 0, "E3", "2026-03-01"));
    assertThat(shop.next("Chen", "2026-03-06T00:00:01+08:00").next().rule()).isEqualTo("E2");
  }

  @Test
  void after_the_first_no_window_opens_and_a_day_counts_once() {
    Asking shop = Asking.of("aliexpress").upheld("Lin", "2026-03-01").upheld("Lin", "2026-03-10T09:00+08:00");
    assertThat(shop.next("Chen", "2026-03-10T23:59+08:00").next().rule()).isEqualTo("E4");
    assertThat(shop.next("Chen", "2026-03-10T23:59+08:00").next().points()).isZero();
    assertThat(shop.next("Lin", "2026-03-11T00:00+08:00").next().points()).isEqualTo(6);
  }

  @Test
  void the_first_is_the_first_of_all_years_and_points_clear_with_the_year() {
    Forecast forecast =
        Asking.of("aliexpress").upheld("Lin", "2025-03-01").upheld("Lin", "2025-04-01").next("Lin", "2026-01-05");
    assertThat(forecast.next().rule()).isEqualTo("E2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(6, 6));
    assertThat(forecast.clears()).containsEntry("A", "2026-12-31T24:00+08:00");
    assertThat(forecast.clears()).containsEntry("S", "2027-01-05T24:00+08:00");
  }

  @Test
  void strikes_count_for_365_days_and_the_third_closes_the_shop() {
    Asking shop = Asking.of("aliexpress").upheldAsExtreme("Lin", "2025-11-01").upheldAsExtreme("Lin", "2026-02-01");
    Forecast third = shop.nextAsExtreme("Lin", "2026-10-31");
    assertThat(third.cumulative().get("S")).isEqualTo(new PointRange(3, 3));
    assertThat(third.measures()).singleElement().extracting(Forecast.Measures::measures).isEqualTo(List.of("shop-closed"));
    assertThat(third.clears().get("S")).isNull();
    assertThat(shop.nextAsExtreme("Lin", "2026-11-01").cumulative().get("S")).isEqualTo(new PointRange(2, 2));
  }

  @Test
  void both_texts_are_named_where_they_contradict_each_other() {
    Forecast forecast = Asking.of("aliexpress").next("Lin", "2026-03-01");
    assertThat(forecast.disagreements())
        .extracting(Disagreement::code)
        .containsExactly("two-texts", "clears-when", "first-of-what");
    assertThat(forecast.alternatives())
        .containsExactly(new Alternative("grace-used", "E2", "A", 6), new Alternative("extreme", "E5", "S", 1));
    assertThat(forecast.wording().en()).startsWith("If upheld, 0 points expected").contains("not verified by the marketplace");
    assertThat(forecast.wording().zhTw()).doesNotContain("{", "null");
  }

  @Test
  void serious_cases_are_not_known_there() {
    assertThatThrownBy(() -> Asking.of("aliexpress").serious(1).next("Lin", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("knows no serious cases");
  }
}
