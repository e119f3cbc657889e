package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void a_ledger_that_the_policy_does_not_have_is_refused() {
    Asking asking = Asking.of("taobao").told("Lin", "2026-01-04", "Z", 2);
    assertThatThrownBy(() -> asking.next("Lin", "2026-01-08")).hasMessage("policy taobao.improper_use has no ledger Z");
  }

  @ParameterizedTest
  @CsvSource({
    "A, A", "a, A", "A类, A", "A 類, A", "一般违规, A", "一般違規, A", "一般违规（A 类）, A", "Ledger A, A",
    "General violations, A", "b, B", "严重违规, B", "B類, B", "serious violations, B", "Z, ", "C, ", "'', ", "类, "
  })
  void a_ledger_is_known_by_what_people_call_it(String said, String ledger) {
    assertThat(Asking.policy("taobao").ledgerNamed(said)).isEqualTo(ledger);
  }

  @Test
  void two_told_as_serious_make_the_third_the_third_serious_case() {
    Forecast forecast =
        Asking.of("taobao").told("Lin", "2026-01-04", "A", 6).told("Lin", "2026-01-08", "A", 6).next("Lin", "2026-01-12");
    assertThat(forecast.next().rule()).isEqualTo("P4");
    assertThat(forecast.next().points()).isEqualTo(48);
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(60, 60));
  }

  @Test
  void complaints_told_as_ordinary_are_no_serious_ones_whatever_their_number() {
    Forecast forecast = Asking.of("taobao")
        .told("Lin", "2026-01-04", "A", 0)
        .told("Lin", "2026-01-08", "A", 2)
        .told("Lin", "2026-01-12", "A", 2)
        .told("Lin", "2026-01-16", "A", 2)
        .told("Lin", "2026-01-20", "A", 2)
        .next("Lin", "2026-01-24");
    assertThat(forecast.next().rule()).isEqualTo("P3");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(14, 14));
  }

  @Test
  void a_first_one_told_as_a_repeat_makes_the_next_a_repeat() {
    Forecast forecast = Asking.of("taobao").told("Lin", "2026-01-04", "A", 6).next("Lin", "2026-01-08");
    assertThat(forecast.next().rule()).isEqualTo("P3");
  }

  @Test
  void forty_eight_told_in_the_ledger_of_general_violations_makes_every_further_one_cost_as_much() {
    for (String ledger : new String[] {"A", null}) {
      Forecast forecast = Asking.of("taobao").told("Lin", "2026-01-04", ledger, 48).next("Lin", "2026-01-08");
      assertThat(forecast.next().rule()).isEqualTo("P4");
      assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(96, 96));
    }
  }

  @Test
  void told_points_recorded_with_each_part_of_what_counts_as_one_are_one_serious_case() {
    Forecast forecast = Asking.of("taobao")
        .told("Lin", "2026-01-04", "A", 6)
        .told("Lin", "2026-01-04", "A", 6)
        .told("Lin", "2026-01-05", "A", 6)
        .next("Lin", "2026-02-01");
    assertThat(forecast.next().rule()).isEqualTo("P3");
  }

  @Test
  void forty_eight_told_in_the_ledger_of_serious_violations_was_no_repeat() {
    Forecast forecast = Asking.of("taobao").told("Lin", "2026-01-04", "B", 48).next("Lin", "2026-01-08");
    assertThat(forecast.next().rule()).isEqualTo("P2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(2, 2));
    assertThat(forecast.cumulative().get("B")).isEqualTo(new PointRange(48, 48));
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
        Asking.of("taobao").told("Lin", "2026-01-04", "A", 2).told("Lin", "2026-01-05", "A", 2).next("Lin", "2026-02-01");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(6, 6));
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

  @Test
  void what_was_made_in_december_counts_in_january_if_the_decision_is_what_counts() {
    Complaint late = Asking.complaint("Lin", "2025-12-29", false);
    Complaint decided = new Complaint(
        late.at(), true, "Lin", "photographs", false, null, Asking.complaint("Lin", "2026-01-05", false).at());
    Forecast byDay = Asking.of("taobao").upheld(late).next("Lin", "2026-01-12");
    Forecast byDecision = Asking.of("taobao").upheld(decided).next("Lin", "2026-01-12");
    assertThat(byDay.next().rule()).isEqualTo("P1");
    assertThat(byDecision.next().rule()).isEqualTo("P2");
  }

  @Test
  void what_counts_as_one_goes_by_the_days_of_the_complaints_not_of_the_decisions() {
    Complaint first = Asking.complaint("Lin", "2026-01-04", false);
    Complaint second = Asking.complaint("Lin", "2026-01-10", false);
    long decided = Asking.complaint("Lin", "2026-01-15", false).at();
    Forecast forecast = Asking.of("taobao")
        .upheld(new Complaint(first.at(), true, "Lin", "photographs", false, null, decided))
        .upheld(new Complaint(second.at(), true, "Lin", "photographs", false, null, decided))
        .next("Lin", "2026-01-20");
    assertThat(forecast.next().rule()).isEqualTo("P3");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(8, 8));
  }
}
