package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the rules' worked example and of the point table. */
class PointsTest {
  private static final String[] FOUR_DAYS_APART = {
    "2026-01-04", "2026-01-08", "2026-01-12", "2026-01-16", "2026-01-20", "2026-01-24"
  };

  @ParameterizedTest
  @ValueSource(strings = {"taobao", "tmall", "tmall-earlier"})
  void one_holder_again_and_again_costs_0_2_6_6_48_48(String policy) {
    List<Integer> points = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    Asking shop = Asking.of(policy);
    for (String date : FOUR_DAYS_APART) {
      Forecast forecast = shop.next("Lin", date);
      points.add(forecast.next().points());
      rules.add(forecast.next().rule());
      sums.add(forecast.cumulative().get("A").min());
      assertThat(forecast.cumulative().get("A").max()).isEqualTo(forecast.cumulative().get("A").min());
      assertThat(forecast.cumulative().get("B")).isEqualTo(new PointRange(0, 0));
      shop.upheld("Lin", date);
    }
    assertThat(points).containsExactly(0, 2, 6, 6, 48, 48);
    assertThat(rules).containsExactly("P1", "P2", "P3", "P3", "P4", "P4");
    assertThat(sums).containsExactly(0, 2, 8, 14, 62, 110);
  }

  @Test
  void different_holders_cost_2_each_after_the_first_and_reach_12_with_the_seventh() {
    List<Integer> points = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    List<Integer> thresholds = new ArrayList<>();
    Asking shop = Asking.of("taobao");
    for (int i = 1; i <= 7; i++) {
      Forecast forecast = shop.next("holder " + i, "2026-03-0" + i);
      points.add(forecast.next().points());
      sums.add(forecast.cumulative().get("A").min());
      forecast.measures().forEach(measures -> thresholds.add(measures.threshold()));
      shop.upheld("holder " + i, "2026-03-0" + i);
    }
    assertThat(points).containsExactly(0, 2, 2, 2, 2, 2, 2);
    assertThat(sums).containsExactly(0, 2, 4, 6, 8, 10, 12);
    assertThat(thresholds).containsExactly(12);
  }

  @Test
  void the_order_in_which_complaints_are_given_does_not_matter() {
    Forecast forecast =
        Asking.of("taobao").allUpheld("Lin", "2026-01-12", "2026-01-04", "2026-01-08").next("Lin", "2026-01-16");
    assertThat(forecast.next().rule()).isEqualTo("P3");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(14, 14));
  }

  @Test
  void another_holder_between_does_not_make_a_repeat() {
    Forecast forecast =
        Asking.of("taobao")
            .upheld("Lin", "2026-01-04")
            .upheld("Chen", "2026-01-08")
            .upheld("Lin", "2026-01-12")
            .next("Chen", "2026-01-16");
    assertThat(forecast.next().rule()).isEqualTo("P2");
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(6, 6));
  }

  @Test
  void an_especially_serious_case_costs_48_in_ledger_B_even_as_the_first_of_the_year() {
    Forecast forecast = Asking.of("taobao").nextAsExtreme("Lin", "2026-01-04");
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-01-04", "B", 48, "P5", null));
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(0, 0));
    assertThat(forecast.cumulative().get("B")).isEqualTo(new PointRange(48, 48));
  }

  @Test
  void the_numbers_are_the_policys_and_not_the_engines() {
    PenaltyPolicy taobao = Asking.policy("taobao");
    List<PointRule> points = new ArrayList<>();
    for (PointRule rule : taobao.points()) {
      Integer from = rule.kind() == RuleKind.REPEATED ? Integer.valueOf(2) : rule.from();
      points.add(
          new PointRule(
              rule.id(),
              rule.kind(),
              rule.ledger(),
              rule.points() + 1,
              from,
              null,
              rule.listingMeasures(),
              rule.text(),
              rule.basis(),
              rule.fromBasis()));
    }
    Forecast forecast = Asking.under(with(taobao, points)).upheld("Lin", "2026-01-04").next("Lin", "2026-01-08");
    assertThat(forecast.next()).isEqualTo(new Forecast.Next("2026-01-08", "A", 7, "P3", null));
    assertThat(forecast.cumulative().get("A")).isEqualTo(new PointRange(8, 8));
  }

  @Test
  void what_else_it_could_cost_is_said_the_likeliest_first() {
    assertThat(Asking.of("taobao").next("Lin", "2026-01-04").alternatives())
        .containsExactly(
            new Alternative("grace-used", "P2", "A", 2),
            new Alternative("serious", "P3", "A", 6),
            new Alternative("extreme", "P5", "B", 48));
    assertThat(Asking.of("taobao").upheld("Lin", "2026-01-04").next("Lin", "2026-01-08").alternatives())
        .containsExactly(
            new Alternative("other-reading", "P3", "A", 6),
            new Alternative("serious", "P3", "A", 6),
            new Alternative("extreme", "P5", "B", 48));
  }

  @Test
  void an_upheld_complaint_after_the_next_one_is_refused() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2026-01-05");
    assertThatThrownBy(() -> shop.next("Lin", "2026-01-04"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an upheld complaint is later than the next one");
  }

  private static PenaltyPolicy with(PenaltyPolicy p, List<PointRule> points) {
    return new PenaltyPolicy(
        p.policy(), p.version(), p.market(), p.hosts(), p.validFrom(), p.validUntil(), p.validity(), p.title(),
        p.ruleTextDate(), p.readDate(), p.timeZone(), p.ledgers(), p.otherLedgers(), p.execution(), p.merge(),
        p.grace(), points, p.conduct(), p.lifting(), p.searchEffect(), p.appeal(), p.disagreements(), p.sources());
  }
}
