package shotdeed.server.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.wire.ChangedPages;

/** What browsers tell about what they looked at, and what is made of it. */
class CoverageTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  private TestServer server;
  private Client willow;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String market(String market, int listings, int shops, int pictures, String failed) {
    return "{\"market\":\"%s\",\"listings\":%d,\"shops\":%d,\"pictures\":%d,\"failed\":[%s]}"
        .formatted(market, listings, shops, pictures, failed);
  }

  private static String failed(String reason, int pictures) {
    return "{\"reason\":\"" + reason + "\",\"pictures\":" + pictures + "}";
  }

  /** Pages of a marketplace that is not among the three, with what was not found on them. */
  private static String changed(String... entries) {
    return "{\"market\":\"other\",\"listings\":9,\"shops\":1,\"pictures\":40,\"failed\":[],\"changed\":["
        + String.join(",", entries) + "]}";
  }

  private static String missing(String site, String part, int listings) {
    return "{\"site\":\"%s\",\"part\":\"%s\",\"listings\":%d}".formatted(site, part, listings);
  }

  private static Client.Reply tell(Client client, String day, String markets) {
    String body = "{\"day\":\"" + day + "\",\"markets\":[" + markets + "]}";
    return client.send("PUT", "/api/v1/coverage", "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private void told(Client client, String day, String markets) {
    Client.Reply reply = tell(client, day, markets);
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  private Coverage coverage(LocalDate from, LocalDate to) {
    int seller = number("select id from seller where name = 'Willow'");
    return server.server().features().database()
        .read(handle -> new ReadCoverage().of(handle, seller, from, to));
  }

  private int number(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }

  /** A second browser of Willow's person. */
  private Client secondBrowser() {
    int account = number("select a.id from account a join seller s on s.id = a.seller_id where s.name = 'Willow'");
    server.server().features().database().write(handle -> handle.execute(
        "insert into device (account_id, name, token_hash, created_at) values (?, 'Laptop', ?, ?)",
        account,
        shotdeed.server.platform.Secrets.hash("second"),
        server.now().toString()));
    return willow.with("second");
  }

  @Test
  void a_day_is_the_sum_of_what_its_browsers_looked_at() {
    told(willow, "2026-11-21",
        market("taobao", 3, 2, 40, failed("unreachable", 2) + "," + failed("too-small", 1)) + "," + market("other", 1, 0, 5, ""));
    told(secondBrowser(), "2026-11-21", market("taobao", 1, 1, 10, failed("unreachable", 1)));
    Coverage coverage = coverage(TODAY, TODAY);
    assertThat(coverage.total().listings()).isEqualTo(5);
    assertThat(coverage.total().shops()).isEqualTo(3);
    assertThat(coverage.total().pictures()).isEqualTo(55);
    assertThat(coverage.total().failed()).isEqualTo(4);
    assertThat(coverage.total().reasons()).isEqualTo(Map.of("too-small", 1, "unreachable", 3));
    assertThat(coverage.markets().keySet()).containsExactly("other", "taobao");
    assertThat(coverage.markets().get("taobao").pictures()).isEqualTo(50);
    assertThat(coverage.told()).extracting(Coverage.Browser::name).contains("Laptop").hasSize(2);
    assertThat(coverage.silent()).isEmpty();
  }

  @Test
  void a_report_that_comes_twice_or_late_is_counted_once() {
    told(willow, "2026-11-21", market("taobao", 3, 2, 40, failed("unreachable", 2)));
    told(willow, "2026-11-21", market("taobao", 3, 2, 40, failed("unreachable", 2)));
    told(willow, "2026-11-21", market("taobao", 1, 1, 9, failed("unreachable", 1)));
    told(willow, "2026-11-21", market("taobao", 4, 1, 9, ""));
    Coverage.Figures total = coverage(TODAY, TODAY).total();
    assertThat(total.listings()).isEqualTo(4);
    assertThat(total.shops()).isEqualTo(2);
    assertThat(total.pictures()).isEqualTo(40);
    assertThat(total.failed()).isEqualTo(2);
  }

  @Test
  void a_reason_that_has_no_words_counts_as_a_failure() {
    told(willow, "2026-11-21",
        market("taobao", 1, 1, 1, failed("failed", 1) + "," + failed("eaten", 2) + "," + failed("lost-in-space", 3)));
    assertThat(coverage(TODAY, TODAY).total().reasons()).isEqualTo(Map.of("failed", 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void every_reason_that_is_kept_has_words(String language) {
    Texts texts = Texts.in(Language.of(language));
    for (String reason : TellCoverage.REASONS) {
      assertThat(texts.get("coverage.failed." + reason)).as(reason).isNotBlank().doesNotContain("coverage.");
    }
  }

  @Test
  void pages_that_have_changed_are_added_up_by_site_and_part_over_days_and_browsers() {
    told(willow, "2026-11-19", changed(missing("amazon", "shop", 1)));
    told(willow, "2026-11-20", changed(missing("amazon", "shop", 4), missing("etsy", "main", 2)));
    told(secondBrowser(), "2026-11-21", changed(missing("amazon", "shop", 3)));
    assertThat(coverage(TODAY.minusDays(1), TODAY).changed()).containsExactly(
        new Coverage.Changed("amazon", "shop", 7, LocalDate.parse("2026-11-19"), 2),
        new Coverage.Changed("etsy", "main", 2, LocalDate.parse("2026-11-20"), 1));
    assertThat(coverage(TODAY.minusDays(9), TODAY.minusDays(8)).changed()).isEmpty();
  }

  @Test
  void a_change_that_was_over_for_more_than_two_weeks_is_another_one() {
    told(willow, "2026-10-20", changed(missing("amazon", "shop", 1)));
    told(willow, "2026-11-06", changed(missing("amazon", "shop", 1)));
    told(willow, "2026-11-20", changed(missing("amazon", "shop", 1)));
    assertThat(coverage(TODAY.minusDays(1), TODAY).changed().get(0).since()).isEqualTo("2026-11-06");
  }

  @Test
  void a_change_that_is_told_twice_or_late_is_counted_once() {
    told(willow, "2026-11-21", changed(missing("amazon", "shop", 4)));
    told(willow, "2026-11-21", changed(missing("amazon", "shop", 4)));
    told(willow, "2026-11-21", changed(missing("amazon", "shop", 2)));
    told(willow, "2026-11-21", market("other", 9, 1, 40, ""));
    assertThat(coverage(TODAY, TODAY).changed()).extracting(Coverage.Changed::listings).containsExactly(4);
  }

  @Test
  void a_browser_that_says_nothing_of_changed_pages_is_heard_as_before() {
    told(willow, "2026-11-21", market("other", 9, 1, 40, ""));
    told(willow, "2026-11-20", market("other", 9, 1, 40, "").replace("[]}", "[],\"changed\":null}"));
    assertThat(coverage(TODAY.minusDays(1), TODAY).total().pictures()).isEqualTo(80);
    assertThat(coverage(TODAY.minusDays(1), TODAY).changed()).isEmpty();
  }

  @Test
  void of_a_newer_browser_everything_counts_but_the_names_that_only_it_knows() {
    String newer = missing("mercado-libre", "shop", 4) + "," + missing("amazon", "price", 3);
    String report = changed(newer, missing("amazon", "shop", 2)).replaceFirst("\\{", "{\"weather\":[\"rain\"],");
    told(willow, "2026-11-21", report);
    assertThat(coverage(TODAY, TODAY).changed()).containsExactly(new Coverage.Changed("amazon", "shop", 2, TODAY, 1));
    assertThat(coverage(TODAY, TODAY).total().pictures()).isEqualTo(40);
    assertThat(number("select count(*) from coverage_changed")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, shop, 1", "https://www.amazon.com/dp/1, shop, 1", "Amazon, shop, 1", "'', shop, 1", "amazon, '', 1",
    "amazon, shop name, 1", "amazon, shop, -1", "amazon, shop, 1000001", "amazon, abcdefghijklmnopqrstu, 1"
  })
  void what_is_no_name_or_number_of_changed_pages_is_refused_and_nothing_kept(String site, String part, int listings) {
    Client.Reply reply = tell(willow, "2026-11-21", changed(missing(site, part, listings)));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("field").asText()).startsWith("markets.changed");
    assertThat(number("select count(*) from coverage_day")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "\"shop\"", "null", "{}", "{\"site\":\"amazon\",\"part\":\"shop\"}",
    "{\"site\":\"amazon\",\"listings\":1}", "{\"site\":\"amazon\",\"part\":\"shop\",\"listings\":\"1\"}",
    "{\"site\":\"amazon\",\"part\":\"shop\",\"listings\":1},{\"site\":\"amazon\",\"part\":\"shop\",\"listings\":2}"
  })
  void changed_pages_of_another_form_are_refused(String entries) {
    assertThat(tell(willow, "2026-11-21", changed(entries)).status()).isEqualTo(400);
    assertThat(number("select count(*) from coverage_day")).isZero();
  }

  @Test
  void a_report_names_at_most_two_hundred_changed_parts_of_a_marketplace() {
    String[] entries = new String[201];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = missing("site" + i, "shop", 1);
    }
    assertThat(tell(willow, "2026-11-21", changed(entries)).status()).isEqualTo(400);
    told(willow, "2026-11-21", changed(Arrays.copyOf(entries, 200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void every_site_and_part_that_is_kept_has_words(String language) {
    Texts texts = Texts.in(Language.of(language));
    for (String site : ChangedPages.SITES) {
      assertThat(texts.get("coverage.site." + site)).as(site).isNotBlank().doesNotContain("coverage.");
    }
    for (String part : ChangedPages.PARTS) {
      assertThat(texts.get("coverage.part." + part)).as(part).isNotBlank().doesNotContain("coverage.");
    }
  }

  @Test
  void days_of_long_ago_are_forgotten_when_a_browser_tells_of_a_later_one() {
    Client oak = server.newSeller("Oak");
    told(willow, "2026-11-21", market("taobao", 1, 1, 1, failed("refused", 1)) + "," + changed(missing("etsy", "shop", 1)));
    told(oak, "2026-11-21", market("taobao", 1, 1, 1, failed("refused", 1)));
    server.pass(Duration.ofDays(120));
    told(willow, "2027-03-21", market("taobao", 1, 1, 1, failed("refused", 1)));
    assertThat(coverage(TODAY, TODAY).total().pictures()).isEqualTo(41);
    assertThat(coverage(TODAY, TODAY).changed()).hasSize(1);
    server.pass(Duration.ofDays(1));
    told(willow, "2027-03-22", "");
    assertThat(coverage(TODAY, TODAY).total().isNothing()).isTrue();
    assertThat(number("select count(*) from coverage_changed")).isZero();
    assertThat(number("select count(*) from coverage_failure")).as("another seller's are theirs").isEqualTo(2);
    assertThat(number("select count(*) from coverage_day")).isEqualTo(3);
  }

  @Test
  void days_are_added_up_and_others_left_out() {
    told(willow, "2026-11-19", market("taobao", 1, 1, 1, ""));
    told(willow, "2026-11-20", market("taobao", 2, 1, 20, ""));
    told(willow, "2026-11-21", market("taobao", 3, 1, 30, ""));
    assertThat(coverage(TODAY.minusDays(1), TODAY).total().pictures()).isEqualTo(50);
    assertThat(coverage(TODAY.minusDays(9), TODAY.minusDays(8)).total().isNothing()).isTrue();
  }

  @Test
  void a_browser_that_did_not_tell_is_named_and_one_that_looked_at_nothing_has_told() {
    secondBrowser();
    told(willow, "2026-11-21", "");
    Coverage coverage = coverage(TODAY, TODAY);
    assertThat(coverage.total().isNothing()).isTrue();
    assertThat(coverage.told()).hasSize(1);
    assertThat(coverage.told().get(0).lastToldAt()).isEqualTo(server.now());
    assertThat(coverage.silent()).extracting(Coverage.Browser::name).containsExactly("Laptop");
    server.server().features().database()
        .write(handle -> handle.execute("update device set revoked_at = '2026-11-10T00:00:00.000Z' where name = 'Laptop'"));
    assertThat(coverage(TODAY, TODAY).silent()).as("ended before").isEmpty();
  }

  @Test
  void entries_of_the_watch_list_that_nobody_visited_are_named() {
    int[] ids = new int[3];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Checks.ok(willow.postJson("/api/v1/watch-list",
              "{\"kind\":\"listing\",\"listing\":{\"market\":\"other\",\"pageUrl\":\"https://shop.example/" + i + "\"}}"))
          .json().get("id").asInt();
    }
    visit(ids[0], "2026-11-21T07:00:00.000Z", "2026-11-21");
    visit(ids[1], "2026-11-20T23:30:00.000Z", "2026-11-21"); // in the browser's own calendar
    Coverage today = coverage(TODAY, TODAY);
    assertThat(today.watched()).isEqualTo(3);
    assertThat(today.unvisited()).isEqualTo(1);
    assertThat(today.firstUnvisited()).extracting(entry -> entry.id()).containsExactly(ids[2]);
    assertThat(coverage(TODAY.plusDays(1), TODAY.plusDays(1)).unvisited()).isEqualTo(3);
    assertThat(coverage(TODAY.minusDays(1), TODAY.minusDays(1)).unvisited()).as("not on the list then").isZero();
  }

  private void visit(int id, String at, String day) {
    Checks.ok(willow.postJson("/api/v1/watch-list/" + id + "/visits",
        "{\"clientKey\":\"k\",\"visitedAt\":\"" + at + "\",\"day\":\"" + day + "\",\"pictures\":1,\"failed\":0,\"copies\":0}"));
  }

  @Test
  void another_sellers_figures_are_not_among_them() {
    Client oak = server.newSeller("Oak");
    told(oak, "2026-11-21", market("taobao", 3, 2, 40, "") + "," + changed(missing("amazon", "shop", 2)));
    assertThat(coverage(TODAY, TODAY).changed()).isEmpty();
    assertThat(coverage(TODAY, TODAY).total().isNothing()).isTrue();
    assertThat(coverage(TODAY, TODAY).told()).isEmpty();
  }

  @Test
  void a_browser_whose_day_began_before_the_servers_tells_of_its_own() {
    told(willow, "2026-11-22", market("taobao", 1, 1, 1, ""));
    server.pass(Duration.ofDays(30));
    told(willow, "2026-11-22", market("taobao", 2, 1, 1, ""));
    assertThat(coverage(TODAY.plusDays(1), TODAY.plusDays(1)).total().listings()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "2026-11-23 | taobao | 1 | unreachable", "2026-09-01 | taobao | 1 | unreachable", "today | taobao | 1 | unreachable",
    "2026-11-21 | mars | 1 | unreachable", "2026-11-21 | taobao | -1 | unreachable", "2026-11-21 | taobao | 1000001 | x",
    "2026-11-21 | taobao | 1 | https://shop.example/coat", "2026-11-21 | taobao | 1 | Unreachable"
  })
  void what_is_no_such_report_is_refused_and_nothing_of_it_kept(String day, String market, int pictures, String reason) {
    assertThat(tell(willow, day, market(market, 1, 1, pictures, failed(reason, 1))).status()).isEqualTo(400);
    assertThat(number("select count(*) from coverage_day")).isZero();
    assertThat(number("select count(*) from coverage_market")).isZero();
  }

  @Test
  void a_marketplace_that_is_named_twice_is_refused() {
    String twice = market("taobao", 1, 1, 1, "") + "," + market("taobao", 2, 1, 1, "");
    assertThat(tell(willow, "2026-11-21", twice).status()).isEqualTo(400);
  }

  @Test
  void a_reviewer_of_the_server_tells_nothing() {
    assertThat(tell(server.person("Reviewer", shotdeed.server.account.Role.REVIEWER), "2026-11-21", "").status())
        .isEqualTo(403);
  }
}
