package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.accused.AccusedData;

/** A seller whose own shop is accused. Today is Saturday, 21 November 2026. */
class AccusedPagesTest {
  private TestServer server;
  private Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_an_accusation_the_page_says_what_it_is_for() {
    assertThat(person.page("/accused")).contains("No accusation is recorded.", ">Record an accusation<");
    assertThat(person.page("/")).doesNotContain("Your own shop is accused");
  }

  @Test
  void the_first_of_the_year_costs_no_points_and_the_answer_is_due_within_a_day() {
    String page = recorded("taobao", "cameOn", "2026-11-20");
    assertThat(page)
        .contains("Accusation 1 is recorded.")
        .contains("<strong>Answer with proof</strong>: by 2026-11-21")
        .contains("24 hours · <bdi>")
        .contains("If upheld, 0 points expected: ledger A")
        .contains("ledger A, general violations, if upheld: 0 points")
        .doesNotContain("earlier points of the shop are unknown")
        .contains("The camera original, as the camera wrote it.")
        .contains("A measure is lifted when its term has ended and a rule exam is passed.")
        .contains("Real orders slowly restore the place in search")
        .contains("None of this promises an outcome: the marketplace decides.");
    assertThat(person.page("/"))
        .contains("Your own shop is accused, and something has to be done soon: 1");
  }

  @Test
  void what_the_shop_has_already_makes_the_forecast_exact() {
    String page = recorded("taobao", "sameHolder", "2026-03-02 2026-05-04", "others", "2026-07-01", "pointsA", "4");
    assertThat(page)
        .contains("If upheld, 6 points expected: ledger A")
        .contains("ledger A, general violations, if upheld: 14 points");
  }

  @Test
  void where_sources_disagree_on_the_appeal_the_days_are_a_range() {
    recorded("taobao", "cameOn", "2026-11-02");
    String page = step(1, "upheld", "2026-11-12").text();
    assertThat(page)
        .contains("<strong>Appeal</strong>: by 2026-11-15; one source says 2026-11-27")
        .contains("15 days · attempts: 1 at most · <bdi>", "3 days or working days · attempts: 2 at most · <bdi>");
  }

  @Test
  void working_days_are_those_of_the_marketplace() {
    assertThat(recorded("pdd", "cameOn", "2026-09-24"))
        .contains("<strong>Answer with proof</strong>: by 2026-10-09")
        .contains("5 working days · <bdi>agoow.cn/pinduoduo/42374.html; dianpujie.com/shop/8731.html</bdi>")
        .contains("No published points: what it would cost on this marketplace is not known.")
        .contains("This day is over.");
  }

  @Test
  void of_a_marketplace_abroad_a_counter_notice_is_told() {
    String page = recorded("etsy", "cameOn", "2026-11-02");
    assertThat(page).contains("A counter-notice, if the accusation is wrong.", "No time limit is known");
    assertThat(step(1, "answered", "2026-11-06").text())
        .contains("The listing is back, unless the other side sues</strong>: expected by 2026-11-20");
  }

  @ParameterizedTest
  @CsvSource({
    "taobao, Taobao", "tmall, Tmall", "aliexpress, AliExpress", "alibaba, Alibaba.com", "pdd, Pinduoduo", "jd, JD",
    "douyin, Douyin", "amazon, Amazon", "etsy, Etsy", "shopify, Shopify", "1688, 1688", "ebay, eBay", "lazada, Lazada",
    "xiaohongshu, Xiaohongshu", "made-in-china, Made-in-China",
  })
  void the_page_of_an_accusation_opens_whatever_the_marketplace(String market, String name) {
    String page = recorded(market);
    assertThat(page).contains("Accusation 1 is recorded.", "<bdi>Willow coats</bdi> · " + name + "</dd>");
    assertThat(person.get("/accused/1").status()).isEqualTo(200);
  }

  @Test
  void every_marketplace_of_the_data_is_a_choice_that_the_test_above_opens() {
    assertThat(AccusedData.bundled().markets().stream().map(AccusedData.Market::id))
        .containsExactlyInAnyOrder(
            "taobao", "tmall", "aliexpress", "alibaba", "pdd", "jd", "douyin", "amazon", "etsy", "shopify", "1688", "ebay",
            "lazada", "xiaohongshu", "made-in-china");
  }

  @Test
  void a_shop_on_aliexpress_is_told_its_points_and_that_nothing_is_known_of_what_restores_it() {
    assertThat(recorded("aliexpress"))
        .contains("If upheld, 0 points expected")
        .contains("What restores a shop on this marketplace is not known.")
        .contains("<strong>First decision</strong>: expected between");
  }

  @Test
  void a_shop_on_alibaba_com_is_not_told_the_points_of_aliexpress() {
    assertThat(recorded("alibaba"))
        .contains("No published points: what it would cost on this marketplace is not known.")
        .contains("What it costs a shop was not found.", "Alibaba IPP, help pages")
        .doesNotContain("If upheld,");
  }

  @Test
  void an_accusation_of_the_last_days_of_december_shows_the_accounts_of_both_years() {
    assertThat(recorded("taobao", "cameOn", "2025-12-29", "pointsA", "8"))
        .contains("<dt>If 2025 counts (decision between 2025-12-29 and 2025-12-31)")
        .contains("<dt>If 2026 counts (decision between 2026-01-01 and 2026-01-06)");
    assertThat(record("taobao", "cameOn", "2026-03-02").text()).doesNotContain("The decision may fall into the next year");
  }

  @Test
  void a_complaint_upheld_years_ago_has_used_up_the_first_of_all_time_on_aliexpress() {
    assertThat(recorded("aliexpress", "others", "2023-05-04")).contains("If upheld, 6 points expected");
  }

  @Test
  void where_nothing_is_known_of_what_to_answer_with_the_page_says_so() {
    assertThat(recorded("xiaohongshu"))
        .contains("What this marketplace wants to see was not found.")
        .contains("No time limit is known for where it stands now.")
        .contains("Only the address for complaints is known; nothing was found about points.");
  }

  @Test
  void it_goes_on_step_by_step_and_each_can_be_taken_back() {
    recorded("tmall", "cameOn", "2026-11-10");
    assertThat(step(1, "answered", "2026-11-11").text()).contains("The step of accusation 1 is recorded.", ">answered<");
    assertThat(step(2, "upheld", "2026-11-13").text()).contains(">upheld<");
    String back = person.submit(person.page("/accused/1"), "/accused/1/undo").text();
    assertThat(back).contains("The last step of accusation 1 is taken back.", "2026-11-13: upheld (taken back)");
    assertThat(step(4, "dismissed", "2026-11-13").text()).contains(">dismissed<", "No time limit is known");
  }

  @Test
  void a_step_that_leads_nowhere_or_comes_too_late_changes_nothing() {
    recorded("taobao", "cameOn", "2026-11-10");
    assertThat(step(1, "overturned", "2026-11-11").text()).contains("This step is not possible now", "It is accused.");
    assertThat(step(1, "answered", "2026-11-09").text()).contains("not before the step before it");
    assertThat(step(1, "answered", "2026-11-22").text()).contains("not in the future");
    assertThat(person.page("/accused/1")).contains("Answer with proof");
  }

  @ParameterizedTest
  @CsvSource({"7", "''", "one"})
  void who_records_a_step_on_an_old_page_is_told_that_a_colleague_was_quicker_and_keeps_what_was_typed(String revision) {
    recorded("taobao", "cameOn", "2026-11-10");
    Client.Reply reply = person.post(
        "/accused/1/step", "revision", revision, "stage", "upheld", "happenedOn", "2026-11-12", "csrf", person.csrf());
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text())
        .contains("A colleague was quicker: accusation 1 has moved on", "value=\"upheld\" required checked")
        .contains("value=\"2026-11-12\"")
        .doesNotContain("This step is not possible now");
    assertThat(person.page("/accused/1")).contains("Answer with proof");
  }

  @Test
  void jd_may_be_appealed_to_three_times_each_with_its_own_day() {
    recorded("jd", "cameOn", "2026-11-02");
    step(1, "upheld", "2026-11-03");
    step(2, "appealed", "2026-11-04");
    assertThat(step(3, "upheld", "2026-11-05").text())
        .contains("2026-11-05: appeal refused, another is possible")
        .contains("<strong>Appeal</strong>: by 2026-11-16");
    step(4, "appealed", "2026-11-06");
    assertThat(step(5, "upheld", "2026-11-09").text()).contains("<strong>Appeal</strong>: by 2026-11-18");
    assertThat(step(6, "appealed", "2026-11-10").text()).contains("value=\"final\"").doesNotContain("value=\"upheld\"");
    assertThat(step(7, "upheld", "2026-11-11").text()).contains("This step is not possible now");
    assertThat(step(7, "final", "2026-11-11").text()).contains("2026-11-11: final");
  }

  @Test
  void of_taobaos_two_texts_only_the_one_with_two_appeals_speaks_of_the_second() {
    recorded("taobao", "cameOn", "2026-11-02");
    step(1, "upheld", "2026-11-10");
    step(2, "appealed", "2026-11-11");
    assertThat(step(3, "upheld", "2026-11-12").text())
        .contains("attempts: 2 at most")
        .doesNotContain("attempts: 1 at most");
    assertThat(step(4, "appealed", "2026-11-13").text()).doesNotContain("another is possible</label>", "value=\"upheld\"");
  }

  @ParameterizedTest
  @CsvSource({"etsy, expected by 2026-11-23", "amazon, expected by 2026-11-19", "shopify, expected between 2026-11-23 and 2026-11-27"})
  void a_counter_notice_after_the_listing_was_taken_down_brings_it_back_on_a_day(String market, String expected) {
    recorded(market, "cameOn", "2026-11-02");
    assertThat(step(1, "upheld", "2026-11-05").text()).contains("appealed, or counter-notice sent");
    assertThat(step(2, "appealed", "2026-11-09").text())
        .contains("The listing is back, unless the other side sues</strong>: " + expected);
  }

  @Test
  void of_two_who_record_a_step_at_once_one_is_told() throws Exception {
    recorded("taobao", "cameOn", "2026-11-10");
    ExecutorService two = Executors.newFixedThreadPool(2);
    CyclicBarrier at = new CyclicBarrier(2);
    List<Future<Integer>> answers = new ArrayList<>();
    for (String stage : List.of("upheld", "dismissed")) {
      answers.add(two.submit(() -> {
        at.await();
        return post(1, stage, "2026-11-11").status();
      }));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    two.shutdownNow();
    assertThat(statuses).containsExactlyInAnyOrder(303, 409);
    int steps = server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from accusation_step").mapTo(int.class).one());
    assertThat(steps).isEqualTo(1);
  }

  @Test
  void one_case_number_is_one_accusation_until_it_is_taken_off_the_list() {
    recorded("taobao", "caseNumber", "TB-1");
    Client.Reply twice = record("taobao", "caseNumber", " TB-1 ", "accusedOf", "Another coat");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text())
        .contains("Case number TB-1 is recorded already, as accusation 1", "value=\"Another coat\"");
    assertThat(record("tmall", "caseNumber", "TB-1").status()).isEqualTo(200);
    assertThat(person.submit(person.page("/accused/1"), "/accused/1/remove").text())
        .contains("Accusation 1 is off the list.", "This accusation was taken off the list.");
    assertThat(record("taobao", "caseNumber", "TB-1").status()).isEqualTo(200);
    assertThat(person.submit(person.page("/accused/1"), "/accused/1/restore").text())
        .contains("is recorded already, as accusation 3");
  }

  @ParameterizedTest
  @CsvSource({
    "market, mars, The marketplace is not right",
    "shopName, '  ', The shop's name is not right",
    "accusedOf, '', What it is accused of is not right",
    "cameOn, 2026-11-22, The day on which it came is not right",
    "cameOn, 2020-01-01, The day on which it came is not right",
    "cameOn, soon, The day on which it came is not right",
    "sameHolder, 2026-11-21, A day of an earlier complaint is not right",
    "sameHolder, 2026-03-01 2026-03-01, A day of an earlier complaint is not right",
    "others, last spring, A day of an earlier complaint is not right",
    "pointsA, -1, Points are a whole number from 0 to 1000",
    "pointsB, 1001, Points are a whole number from 0 to 1000",
    "listing, javascript:alert(1), The address of the listing is not right",
  })
  void what_is_not_right_is_said_and_the_rest_of_the_form_is_kept(String field, String value, String said) {
    Client.Reply reply = record("taobao", "caseNumber", "TB-keep", field, value);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains(said, "value=\"TB-keep\"");
    assertThat(person.page("/accused")).contains("No accusation is recorded.");
  }

  @Test
  void hostile_words_stay_words() {
    String page = recorded("taobao", "accusedOf", "<script>alert(1)</script>", "shopName", "<b>Willow</b>");
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert", "<b>Willow");
  }

  @Test
  void the_overview_is_silent_once_the_last_day_is_over() {
    recorded("taobao", "cameOn", "2026-11-20");
    server.pass(Duration.ofDays(3));
    assertThat(person.page("/")).doesNotContain("Your own shop is accused");
  }

  private String recorded(String market, String... fields) {
    Client.Reply reply = record(market, fields);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.text();
  }

  /** Fields that are named twice count as named last. */
  private Client.Reply record(String market, String... fields) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("market", market);
    all.put("shopName", "Willow coats");
    all.put("accusedOf", "The main picture of the wool coat");
    all.put("cameOn", "2026-11-20");
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    String[] form = all.entrySet().stream()
        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
        .toArray(String[]::new);
    return person.submit(person.page("/accused"), "/accused", form);
  }

  private Client.Reply step(int revision, String stage, String day) {
    Client.Reply reply = post(revision, stage, day);
    return reply.status() == 303 ? person.get("/accused/1") : reply;
  }

  private Client.Reply post(int revision, String stage, String day) {
    return person.post(
        "/accused/1/step",
        "revision", "" + revision, "stage", stage, "happenedOn", day, "csrf", person.csrf());
  }
}
