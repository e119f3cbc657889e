package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read: a forecast, and worded as one. */
class ForecastWordsTest {
  @Test
  void points_with_the_rule_and_where_it_comes_from() {
    Text words = Asking.of("taobao").upheld("Chen", "2026-01-04").next("Lin", "2026-05-01").wording();
    assertThat(words.en())
        .isEqualTo(
            "If upheld, 2 points expected in ledger A, general violations (rule P2: an ordinary violation, each time)."
                + " This is a forecast from copies of a rule text of 2020-09 / 2022-12, read in 2026-11;"
                + " not verified by the marketplace.");
    assertThat(words.zhCn())
        .isEqualTo(
            "若投诉成立，预计在一般违规（A 类）扣 2 分（规则 P2：一般违规，每次）。"
                + "此为预测，依据 2020-09 / 2022-12 规则文本的转载（2026-11 查阅），未经平台核实。");
    assertThat(words.zhTw())
        .isEqualTo(
            "若投訴成立，預計在一般違規（A 類）扣 2 分（規則 P2：一般違規，每次）。"
                + "此為預測，依據 2020-09 / 2022-12 規則文本的轉載（2026-11 查閱），未經平台核實。");
  }

  @Test
  void measures_and_their_term() {
    Text words =
        Asking.of("taobao").prior("A", 10, 10).upheld("Chen", "2026-01-04").next("Lin", "2026-05-01").wording();
    assertThat(words.en())
        .contains(
            " With it the shop is expected to pass 12 points in ledger A:"
                + " shop hidden, no new listings, public warning; 7 days. ");
    assertThat(words.zhCn()).contains("届时预计达到 A 类 12 分节点：屏蔽店铺、限制发布商品、公示警告；7 天。");
  }

  @Test
  void a_complaint_that_joins_another() {
    assertThat(Asking.of("taobao").upheld("Lin", "2026-01-04").next("Lin", "2026-01-05").wording().en())
        .startsWith("If upheld, it is expected to count as one with the complaint of 2026-01-04: no further points");
  }

  @Test
  void unknown_points_are_named() {
    assertThat(Asking.of("taobao").prior("A", 0, null).serious(1).next("Lin", "2026-01-05").wording().en())
        .contains("The shop may have points that are not known here; then heavier measures are possible.");
  }

  @Test
  void no_sentence_keeps_a_hole() {
    for (String policy : new String[] {"taobao", "tmall", "tmall-earlier", "aliexpress"}) {
      Asking shop = Asking.of(policy).prior("A", 0, null);
      if (!policy.equals("aliexpress")) {
        shop.prior("B", 0, null);
      }
      Text words = shop.nextAsExtreme("Lin", "2026-01-05").wording();
      for (String text : new String[] {words.en(), words.zhCn(), words.zhTw()}) {
        assertThat(text).doesNotContain("{", "}", "null");
      }
    }
  }

  @Test
  void every_alternative_has_words() {
    Asking shop = Asking.of("taobao").upheld("Lin", "2026-01-04");
    List<Forecast> forecasts =
        List.of(
            Asking.of("taobao").next("Lin", "2026-01-04"),
            shop.next("Lin", "2026-01-05"),
            shop.next("Lin", "2026-01-08"),
            shop.nextAsExtreme("Lin", "2026-01-08"));
    assertThat(forecasts)
        .flatExtracting(Forecast::alternatives)
        .extracting(Alternative::when)
        .containsOnlyOnceElementsOf(List.of("grace-used", "not-merged", "not-extreme"))
        .hasSameElementsAs(Asking.texts().alternatives().stream().map(PenaltyTexts.Coded::code).toList());
  }

  @Test
  void every_source_behind_the_answer_is_named_with_its_weakest_number() {
    Forecast forecast = Asking.of("taobao").prior("A", 22, 22).upheld("Lin", "2026-01-04").next("Lin", "2026-01-08");
    assertThat(forecast.sources())
        .contains(
            new Forecast.UsedSource(
                "kidbbs-34197",
                "m.kidbbs.com 34197",
                "m.kidbbs.com/qiaomen/youxi/34197.html",
                "copy",
                "L",
                null,
                List.of("A-24")));
    assertThat(forecast.sources()).extracting(Forecast.UsedSource::id).contains("aikaitao-8384", "wztg-204067");
  }

  @Test
  void that_repeated_begins_with_the_third_rests_on_one_source_of_medium_confidence() {
    Asking shop = Asking.of("taobao").allUpheld("Lin", "2026-01-04", "2026-01-08");
    assertThat(workedExample(shop.next("Lin", "2026-01-12")).confidence()).isEqualTo("M");
    assertThat(workedExample(shop.next("Lin", "2026-01-12")).supports()).contains("P3", "P3-from");
    // A fifth is severe because the third and fourth were repeated.
    Forecast fifth = shop.allUpheld("Lin", "2026-01-12", "2026-01-16").next("Lin", "2026-01-20");
    assertThat(fifth.next().rule()).isEqualTo("P4");
    assertThat(workedExample(fifth).confidence()).isEqualTo("M");
    // A first rests on no count, not even where it is assumed to be serious.
    Forecast first = Asking.of("taobao").next("Lin", "2026-01-04");
    assertThat(workedExample(first).confidence()).isEqualTo("H");
    assertThat(workedExample(first).supports()).contains("P3").doesNotContain("P3-from");
  }

  private static Forecast.UsedSource workedExample(Forecast forecast) {
    return forecast.sources().stream().filter(s -> s.id().equals("wl-enterprise-338998")).findFirst().orElseThrow();
  }

  @Test
  void the_date_of_a_rule_text_is_said_in_the_languages_words() {
    Text words = Asking.of("tmall-earlier").next("Lin", "2021-05-01").wording();
    assertThat(words.en()).contains("a rule text of before 2022, read in");
    assertThat(words.zhCn()).contains("依据 2022 年以前 规则文本的转载").doesNotContain("before");
    assertThat(words.zhTw()).contains("依據 2022 年以前 規則文本的轉載").doesNotContain("before");
  }

  @Test
  void the_disagreements_that_touch_the_answer_are_shown_and_no_others() {
    assertThat(Asking.of("taobao").upheld("Lin", "2026-01-04").next("Lin", "2026-01-05").disagreements())
        .extracting(Disagreement::code)
        .contains("appeal-windows", "per-picture-or-complaint")
        .doesNotContain("tmall-a-12", "b-24-takes-down-all", "one-48-or-two");
    Asking tmall = Asking.of("tmall").prior("A", 10, 10).upheld("Chen", "2026-01-04");
    assertThat(tmall.next("Lin", "2026-01-08").disagreements())
        .extracting(Disagreement::code)
        .contains("tmall-a-12");
    assertThat(Asking.of("taobao").nextAsExtreme("Lin", "2026-01-08").disagreements())
        .extracting(Disagreement::code)
        .contains("one-48-or-two", "b-24-takes-down-all");
  }
}
