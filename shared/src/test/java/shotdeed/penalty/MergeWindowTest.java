package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergeWindowTest {
  @Test
  void two_complaints_of_one_holder_two_days_apart_are_one() {
    Forecast forecast = Asking.of("taobao").upheld("Lin", "2026-01-04").next("Lin", "2026-01-06");
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-01-06", "A", 0, "W1", "2026-01-04"));
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(0, 0));
    assertThat(forecast.measures()).isEmpty();
    assertThat(forecast.listing()).isEmpty();
    assertThat(forecast.alternatives()).containsExactly(new Alternative("not-merged", "P2", "A", 2));
  }

  @Test
  void exactly_72_hours_still_joins_and_a_second_more_does_not() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2026-01-04T10:00+08:00");
    assertThat(shop.next("Lin", "2026-01-07T10:00+08:00").next())
        .isEqualTo(new Forecast.Next("2026-01-07T10:00+08:00", "A", 0, "W1", "2026-01-04T10:00+08:00"));
    assertThat(shop.next("Lin", "2026-01-07T10:00:01+08:00").next())
        .isEqualTo(new Forecast.Next("2026-01-07T10:00:01+08:00", "A", 2, "P2", null));
  }

  @Test
  void the_window_does_not_slide() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2026-01-04").upheld("Lin", "2026-01-06");
    assertThat(shop.next("Lin", "2026-01-08").next())
        .isEqualTo(new Forecast.Next("2026-01-08", "A", 2, "P2", null));
    shop.upheld("Lin", "2026-01-08");
    assertThat(shop.next("Lin", "2026-01-10").next())
        .isEqualTo(new Forecast.Next("2026-01-10", "A", 0, "W1", "2026-01-08"));
  }

  @Test
  void merged_complaints_count_once_towards_points_and_repeats() {
    Forecast forecast =
        Asking.of("taobao")
            .allUpheld("Lin", "2026-01-04", "2026-01-05", "2026-01-06", "2026-01-07")
            .next("Lin", "2026-01-08");
    assertThat(forecast.next().rule()).isEqualTo("P2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(2, 2));
  }

  @Test
  void different_holders_on_one_day_do_not_merge() {
    assertThat(Asking.of("taobao").upheld("Lin", "2026-01-04").next("Chen", "2026-01-04").next().rule())
        .isEqualTo("P2");
  }

  @Test
  void one_holder_on_another_right_does_not_merge_but_repeats() {
    Complaint trademark =
        new Complaint(Asking.complaint("Lin", "2026-01-09", false).at(), true, "Lin", "trade mark", false);
    Forecast forecast = Asking.of("taobao").allUpheld("Lin", "2026-01-04", "2026-01-08").ask(trademark);
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-01-09", "A", 6, "P3", null));
  }

  @Test
  void another_holder_between_does_not_break_a_group() {
    Forecast forecast =
        Asking.of("taobao").upheld("Lin", "2026-01-04").upheld("Chen", "2026-01-05").next("Lin", "2026-01-06");
    assertThat(forecast.next().mergedWith()).isEqualTo("2026-01-04");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(2, 2));
  }
}
