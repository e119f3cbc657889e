package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The year is the marketplace's: it begins at 16:00 UTC of 31 December. */
class CalendarYearTest {
  @Test
  void sixteen_hours_utc_of_31_december_is_the_new_year_in_shanghai() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2025-12-20");
    Forecast lastSecond = shop.next("Chen", "2025-12-31T15:59:59Z");
    assertThat(lastSecond.next())
        .isEqualTo(new Forecast.Next("2025-12-31T23:59:59+08:00", "A", 2, "P2", null));
    assertThat(lastSecond.clears()).containsEntry("A", "2025-12-31T24:00+08:00");
    Forecast newYear = shop.next("Chen", "2025-12-31T16:00Z");
    assertThat(newYear.next()).isEqualTo(new Forecast.Next("2026-01-01T00:00+08:00", "A", 0, "P1", null));
    assertThat(newYear.clears()).containsEntry("A", "2026-12-31T24:00+08:00");
  }

  @Test
  void complaints_of_earlier_years_add_nothing_and_use_no_grace() {
    Forecast forecast =
        Asking.of("taobao")
            .allUpheld("Lin", "2025-01-04", "2025-01-08", "2025-01-12", "2025-01-16", "2025-01-20")
            .next("Lin", "2026-01-20");
    assertThat(forecast.next().rule()).isEqualTo("P1");
    assertThat(forecast.cumulative()).isEqualTo(sums(new PointRange(0, 0), new PointRange(0, 0)));
  }

  @Test
  void a_group_over_the_new_year_belongs_to_the_year_of_its_first() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2025-12-30");
    assertThat(shop.next("Lin", "2026-01-01").next())
        .isEqualTo(new Forecast.Next("2026-01-01", "A", 0, "W1", "2025-12-30"));
    shop.upheld("Lin", "2026-01-01");
    assertThat(shop.next("Lin", "2026-01-04").next())
        .isEqualTo(new Forecast.Next("2026-01-04", "A", 0, "P1", null));
  }

  @Test
  void forty_eight_points_in_ledger_B_stay_over_the_new_year_and_never_clear() {
    Forecast forecast = Asking.of("taobao").upheldAsExtreme("Lin", "2024-06-01").next("Chen", "2026-02-01");
    assertThat(forecast.cumulative()).isEqualTo(sums(new PointRange(0, 0), new PointRange(48, 48)));
    Map<String, String> clears = new HashMap<>();
    clears.put("A", "2026-12-31T24:00+08:00");
    clears.put("B", null);
    assertThat(forecast.clears()).isEqualTo(clears);
  }

  @Test
  void ledger_B_below_48_clears_and_at_48_does_not() {
    assertThat(Asking.of("taobao").prior("B", 47, 47).next("Lin", "2026-02-01").clears())
        .containsEntry("B", "2026-12-31T24:00+08:00");
    assertThat(Asking.of("taobao").prior("B", 48, 48).next("Lin", "2026-02-01").clears()).containsEntry("B", null);
  }

  private static Map<String, PointRange> sums(PointRange a, PointRange b) {
    return Map.of("A", a, "B", b);
  }
}
