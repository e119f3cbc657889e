package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Serious cases that are known only as a number. */
class SeriousCasesTest {
  @ParameterizedTest
  @CsvSource({"0, P1, 0, 0", "1, P2, 2, 8", "2, P2, 2, 14", "3, P4, 48, 108", "4, P4, 48, 156"})
  void with_nothing_else_known(int serious, String rule, int points, int sum) {
    Forecast forecast = Asking.of("taobao").serious(serious).next("Lin", "2026-05-01");
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-05-01", "A", points, rule, null));
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(sum, sum));
  }

  @Test
  void two_serious_cases_and_a_repeat_make_the_third() {
    Forecast forecast =
        Asking.of("taobao").allUpheld("Lin", "2026-01-04", "2026-01-08").serious(2).next("Lin", "2026-01-12");
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-01-12", "A", 48, "P4", null));
    // 0 + 2 + 6 + 6 + 48, or 2 + 2 + 6 + 6 + 48 if a serious case used up the grace of the year
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(62, 64));
  }

  @Test
  void a_number_that_the_dates_imply_anyway_changes_nothing() {
    Asking shop = Asking.of("taobao").allUpheld("Lin", "2026-01-04", "2026-01-08", "2026-01-12", "2026-01-16");
    Forecast without = shop.next("Lin", "2026-01-20");
    assertThat(shop.serious(2).next("Lin", "2026-01-20")).isEqualTo(without);
    assertThat(without.next().rule()).isEqualTo("P4");
  }

  @Test
  void further_serious_cases_may_have_come_before_or_after_the_dated_ones() {
    Forecast forecast = Asking.of("taobao").upheld("Chen", "2026-01-04").serious(3).next("Lin", "2026-05-01");
    // 0 + 6 + 6 + 48 + 48, or 6 + 6 + 48 + 48 + 48 with the dated one after the third
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(108, 156));
  }

  @Test
  void they_are_of_this_year_so_last_years_complaints_stay_cleared() {
    Forecast forecast =
        Asking.of("taobao").allUpheld("Lin", "2025-01-04", "2025-01-08").serious(1).next("Lin", "2026-01-12");
    assertThat(forecast.next().rule()).isEqualTo("P2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(8, 8));
  }

  @Test
  void less_than_none_and_absurdly_many_are_refused() {
    assertThatThrownBy(() -> Asking.of("taobao").serious(-1).next("Lin", "2026-05-01"))
        .hasMessage("serious cases must be 0 to 1000, not -1");
    assertThatThrownBy(() -> Asking.of("taobao").serious(1001).next("Lin", "2026-05-01"))
        .hasMessage("serious cases must be 0 to 1000, not 1001");
  }
}
