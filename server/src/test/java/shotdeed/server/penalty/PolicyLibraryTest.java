package shotdeed.server.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shotdeed.penalty.AppealWindow;
import shotdeed.penalty.Disagreement;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.Node;
import shotdeed.penalty.OwnTerm;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRule;

/** What the files that come with the program say, against the table they were written from. */
class PolicyLibraryTest {
  private final PolicyLibrary library = PolicyLibrary.bundled();

  @Test
  void the_policy_of_a_date_changes_at_midnight_in_shanghai() {
    assertThat(idOf("tmall", "2021-12-31T15:59:59Z")).contains("tmall.improper_use.earlier");
    assertThat(idOf("tmall", "2021-12-31T16:00:00Z")).contains("tmall.improper_use");
    assertThat(idOf("taobao", "2016-01-01T00:00:00Z")).contains("taobao.improper_use");
    assertThat(idOf("ebay", "2026-01-01T00:00:00Z")).isEmpty();
    assertThat(library.markets()).containsExactly("aliexpress", "taobao", "tmall");
  }

  @Test
  void all_three_texts_have_the_point_rules_of_the_table() {
    for (PenaltyPolicy policy : alibabas()) {
      List<String> rules = new ArrayList<>();
      for (PointRule rule : policy.points()) {
        rules.add(rule.id() + " " + rule.ledger() + " " + rule.points() + " " + rule.from() + " "
            + rule.otherReading() + " " + rule.basis().confidence()
            + (rule.fromBasis() == null ? "" : " " + rule.fromBasis().confidence()));
      }
      assertThat(rules)
          .containsExactly(
              "P1 A 0 null null H", "P2 A 2 null null H", "P3 A 6 3 2 H M", "P4 A 48 3 null H", "P5 B 48 null null H");
      assertThat(policy.merge().hours()).isEqualTo(72);
      assertThat(policy.grace().count()).isEqualTo(1);
      assertThat(policy.timeZone().offsetMinutes()).isEqualTo(480);
      assertThat(policy.searchEffect().points()).isEqualTo(2);
      assertThat(policy.searchEffect().basis().confidence()).isEqualTo("L");
      assertThat(policy.lifting().conditions()).containsExactly("term-ended", "rule-exam-passed");
      assertThat(policy.otherLedgers()).singleElement().matches(c -> c.keepFrom() == 24 && c.carries() == 24);
    }
  }

  @Test
  void the_nodes_are_those_of_the_table() {
    assertThat(nodes("taobao.improper_use"))
        .containsExactly(
            "A every 12 to 48: 7 days null H L",
            "B 12: 7 days null H",
            "B 24: 14 days null M",
            "B 36: 21 days null H",
            "B 48: permanent null H");
    assertThat(nodes("tmall.improper_use"))
        .containsExactly(
            "A every 12 to 12: not-stated not-stated null M L",
            "B 12: 7 days amount 20000 M events-barred 30",
            "B 24: 14 days amount 30000 M events-barred 60",
            "B 36: 21 days amount 40000 M events-barred 90",
            "B 48: permanent whole-deposit null M");
    assertThat(nodes("tmall.improper_use.earlier"))
        .containsExactly(
            "A every 12 to 12: 7 days amount 10000 M M",
            "B 12: 7 days amount 20000 M events-barred 30",
            "B 24: 14 days amount 30000 M events-barred 60",
            "B 36: 21 days amount 40000 M events-barred 90",
            "B 48: permanent whole-deposit null M");
  }

  @Test
  void the_appeal_windows_are_those_of_the_table() {
    List<String> windows = new ArrayList<>();
    for (AppealWindow window : library.byId("taobao.improper_use").orElseThrow().appeal()) {
      windows.add(window.step() + " " + window.textOf() + ": " + (window.min() == null ? "" : window.min() + " to ")
          + window.max() + " " + window.unit() + (window.attempts() == null ? "" : " x" + window.attempts()));
    }
    assertThat(windows)
        .containsExactly(
            "accused-evidence before-2015: 48 hours",
            "accused-evidence 2015-2016: 24 hours",
            "accused-evidence 2022: 24 hours",
            "first-decision 2015-2016: 4 working-days",
            "first-decision 2022: 3 to 5 working-days",
            "appeal 2015-2016: 15 days x1",
            "appeal 2022: 3 days-or-working-days x2",
            "appeal 2022: 3 days x2",
            "appeal 2022: 15 days x1",
            "appeal-material 2015-2016: 5 days",
            "appeal-material 2022: 5 days",
            "appeal-decision 2015-2016: 1 working-days",
            "appeal-decision 2022: 1 to 2 days");
  }

  @Test
  void all_six_disagreements_are_in_every_file() {
    for (PenaltyPolicy policy : alibabas()) {
      assertThat(policy.disagreements())
          .extracting(Disagreement::code)
          .containsExactly(
              "one-48-or-two",
              "tmall-a-12",
              "repeated-from",
              "appeal-windows",
              "b-24-takes-down-all",
              "per-picture-or-complaint");
    }
  }

  @Test
  void the_rules_of_aliexpress_are_those_of_the_table() {
    PenaltyPolicy policy = library.byId("aliexpress.image_theft").orElseThrow();
    assertThat(policy.points()).extracting(rule -> rule.id() + " " + rule.ledger() + " " + rule.points())
        .containsExactly("E1 A 0", "E2 A 6", "E5 S 1");
    assertThat(nodes("aliexpress.image_theft"))
        .containsExactly(
            "A 1: not-stated null M", "A 6: 3 days null M", "A 12: 7 days null M", "A 24: 14 days null M",
            "A 36: 30 days null M", "A 48: permanent null M", "S 3: permanent null M");
    assertThat(policy.merge().hours()).isEqualTo(120);
    assertThat(policy.merge().firstOnly()).isTrue();
    assertThat(policy.ledgers().get(0).clearing().otherAfterDays()).isEqualTo(365);
  }

  @Test
  void a_site_tells_the_marketplace_where_the_page_does_not() {
    assertThat(library.marketOf("other", "www.aliexpress.com")).isEqualTo("aliexpress");
    assertThat(library.marketOf("other", "es.aliexpress.com")).isEqualTo("aliexpress");
    assertThat(library.marketOf("other", "notaliexpress.com")).isEqualTo("other");
    assertThat(library.marketOf("tmall", "www.aliexpress.com")).isEqualTo("tmall");
  }

  @Test
  void of_other_marketplaces_it_is_said_what_is_known_with_source_and_confidence() {
    Elsewhere elsewhere = Elsewhere.bundled();
    assertThat(elsewhere.all()).extracting(Elsewhere.Known::market)
        .contains("jd", "pdd", "douyin", "lazada", "shopify", "etsy", "amazon", "ebay");
    for (Elsewhere.Known known : elsewhere.all()) {
      assertThat(known.facts()).isNotEmpty().allMatch(fact -> !fact.sources().isEmpty());
      assertThat(known.facts()).allMatch(fact -> List.of("H", "M", "L").contains(fact.confidence()));
    }
    assertThat(elsewhere.of("other", "www.ebay.de")).get().extracting(Elsewhere.Known::market).isEqualTo("ebay");
    assertThat(elsewhere.of("other", "shop.example.org")).isEmpty();
  }

  private List<PenaltyPolicy> alibabas() {
    return library.all().stream().filter(policy -> !policy.market().equals("aliexpress")).toList();
  }

  private Optional<String> idOf(String market, String at) {
    return library.pick(market, Instant.parse(at)).map(PenaltyPolicy::policy);
  }

  private List<String> nodes(String policy) {
    List<String> lines = new ArrayList<>();
    for (Ledger ledger : library.byId(policy).orElseThrow().ledgers()) {
      for (Node node : ledger.nodes()) {
        lines.add(ledger.id() + " " + line(node));
      }
    }
    return lines;
  }

  private static String line(Node node) {
    StringBuilder line = new StringBuilder();
    line.append(node.at() != null ? node.at() : "every " + node.every() + " to " + node.statedTo()).append(": ");
    line.append(node.days() != null ? node.days() + " days" : node.term()).append(' ');
    line.append(node.money() == null ? "" : node.money().kind() + " ");
    line.append(node.money() == null ? null : node.money().amount()).append(' ');
    line.append(node.basis().confidence());
    line.append(node.repeatBasis() == null ? "" : " " + node.repeatBasis().confidence());
    for (OwnTerm own : node.ownTerms()) {
      line.append(' ').append(own.measure()).append(' ').append(own.days());
    }
    return line.toString();
  }
}
