package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the marketplace told beats what the rules say, and each rule is priced beside the expected one. */
class ToldPointsTest {
  @Test
  void a_told_number_stands_in_for_the_computed_one() {
    Forecast forecast =
        Asking.of("taobao").told("Lin", "2026-01-04", "A", 2).told("Lin", "2026-01-08", null, 6).next("Lin", "2026-01-12");
    assertThat(forecast.next().rule()).isEqualTo("P3");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(14, 14));
  }

  @Test
  void a_ledger_that_the_policy_does_not_have_is_taken_for_the_rules() {
    Forecast forecast = Asking.of("taobao").told("Lin", "2026-01-04", "Z", 2).next("Lin", "2026-01-08");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(4, 4));
  }

  @Test
  void a_self_check_is_an_upheld_first_without_points() {
    Forecast forecast = Asking.of("taobao").told("Lin", "2026-01-04", "A", 0).next("Lin", "2026-01-08");
    assertThat(forecast.next().rule()).isEqualTo("P2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(2, 2));
  }

  @Test
  void told_points_of_complaints_that_count_as_one_are_added() {
    Forecast forecast =
        Asking.of("taobao").told("Lin", "2026-01-04", "A", 2).told("Lin", "2026-01-05", "A", 6).next("Lin", "2026-02-01");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(10, 10));
  }

  @Test
  void each_rule_is_priced_with_what_follows() {
    List<String> cases =
        Asking.of("taobao").prior("A", 8, null).upheld("Lin", "2026-01-04").cases("Lin", "2026-02-01").stream()
            .map(c -> c.rule() + " " + c.kind() + " " + c.points() + " " + c.ledger() + " from " + c.sum().min()
                + (c.expected() ? " expected" : "") + (c.then() == null ? "" : ": " + c.then().en()))
            .toList();
    assertThat(cases)
        .containsExactly(
            "P1 grace 0 A from 8",
            "P2 ordinary 2 A from 10 expected",
            "P3 repeated 6 A from 14: shop hidden, no new listings, public warning; 7 days",
            "P4 severe 48 A from 56: shop hidden, no new listings, public warning; 7 days",
            "P5 extreme 48 B from 48: account sealed; permanent");
  }
}
