package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which nodes run, and what is known about them. */
class MeasuresTest {
  private static final List<String> HIDDEN = List.of("shop-hidden", "no-new-listings", "public-warning");

  @Test
  void one_deduction_that_passes_four_nodes_runs_the_heaviest_only() {
    Forecast forecast =
        Asking.of("taobao")
            .allUpheld("Lin", "2026-01-04", "2026-01-08", "2026-01-12", "2026-01-16")
            .next("Lin", "2026-01-20");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(62, 62));
    assertThat(forecast.measures()).containsExactly(new Forecast.Measures("A", 60, HIDDEN, 7));
  }

  @Test
  void a_node_that_was_passed_before_does_not_run_again() {
    assertThat(Asking.of("taobao").serious(2).prior("A", 0, 0).next("Lin", "2026-05-01").measures()).isEmpty();
    assertThat(Asking.of("taobao").prior("A", 12, 12).serious(1).next("Lin", "2026-05-01").measures()).isEmpty();
    assertThat(Asking.of("taobao").prior("A", 15, 15).serious(1).next("Lin", "2026-05-01").measures()).isEmpty();
    assertThat(Asking.of("taobao").prior("A", 16, 16).serious(1).next("Lin", "2026-05-01").measures())
        .containsExactly(new Forecast.Measures("A", 24, HIDDEN, 7));
  }

  @Test
  void taobao_B_48_seals_the_account_for_good() {
    Forecast forecast = Asking.of("taobao").nextAsExtreme("Lin", "2026-01-04");
    assertThat(forecast.measures())
        .containsExactly(new Forecast.Measures("B", 48, List.of("account-sealed"), null));
    assertThat(forecast.terms().get(0).term()).isEqualTo("permanent");
    assertThat(forecast.clears()).containsEntry("B", null);
  }

  @Test
  void tmall_B_48_removes_the_shop_and_takes_the_deposit() {
    Forecast forecast = Asking.of("tmall").nextAsExtreme("Lin", "2026-01-04");
    assertThat(forecast.measures())
        .containsExactly(
            new Forecast.Measures(
                "B", 48, List.of("removed-from-platform", "account-sealed", "deposit-forfeited"), null));
    assertThat(forecast.terms().get(0).money()).isEqualTo(new Money("whole-deposit", null, "CNY"));
  }

  @Test
  void tmalls_two_texts_differ_at_12() {
    Forecast newer = Asking.of("tmall").prior("A", 10, 10).upheld("Chen", "2026-01-01").next("Lin", "2026-05-01");
    assertThat(newer.measures()).containsExactly(new Forecast.Measures("A", 12, HIDDEN, null));
    assertThat(newer.terms().get(0).term()).isEqualTo("not-stated");
    Forecast earlier =
        Asking.of("tmall-earlier").prior("A", 10, 10).upheld("Chen", "2020-01-01").next("Lin", "2020-05-01");
    assertThat(earlier.measures())
        .containsExactly(new Forecast.Measures("A", 12, List.of("events-barred"), 7));
    assertThat(earlier.terms().get(0).money()).isEqualTo(new Money("amount", 10_000, "CNY"));
  }

  @Test
  void tmalls_newer_text_bars_a_serious_case_from_events_too() {
    Forecast forecast =
        Asking.of("tmall").allUpheld("Lin", "2026-01-04", "2026-01-08", "2026-01-12").next("Lin", "2026-01-16");
    assertThat(forecast.measures())
        .containsExactly(
            new Forecast.Measures(
                "A", 12, List.of("shop-hidden", "no-new-listings", "public-warning", "events-barred"), null));
  }

  @Test
  void the_first_of_the_year_deletes_the_listing_without_points() {
    assertThat(Asking.of("taobao").next("Lin", "2026-01-04").listing()).containsExactly("listing-deleted");
  }

  @Test
  void unknown_points_make_a_range_and_what_only_the_most_would_reach_is_kept_apart() {
    Forecast forecast =
        Asking.of("taobao").prior("A", 0, 23).upheld("Chen", "2026-01-04").next("Lin", "2026-05-01");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(2, 25));
    assertThat(forecast.measures()).isEmpty();
    assertThat(forecast.possible())
        .containsExactly(new Forecast.Measures("A", 12, HIDDEN, 7), new Forecast.Measures("A", 24, HIDDEN, 7));
    assertThat(forecast.terms()).extracting(Forecast.NodeTerms::confidence).containsExactly("H", "L");
  }

  @Test
  void points_that_nothing_bounds_stay_unbounded() {
    Forecast forecast =
        Asking.of("taobao")
            .prior("A", 4, null)
            .prior("B", 0, null)
            .upheld("Chen", "2026-01-04")
            .next("Lin", "2026-05-01");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(6, null));
    assertThat(forecast.possible()).extracting(Forecast.Measures::threshold).containsExactly(12, 24, 36, 48);
    assertThat(forecast.clears()).containsEntry("B", "2026-12-31T24:00+08:00");
    assertThat(forecast.clearsAtMost()).containsEntry("B", null);
  }

  @Test
  void nodes_beyond_what_a_source_states_are_marked_as_inferred() {
    Forecast forecast = Asking.of("taobao").prior("A", 58, 58).upheld("Chen", "2026-01-04").next("Lin", "2026-05-01");
    assertThat(forecast.terms()).hasSize(1);
    assertThat(forecast.terms().get(0).threshold()).isEqualTo(60);
    assertThat(forecast.terms().get(0).inferred()).isTrue();
  }
}
