package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.complain.letter.LetterCheck;
import shotdeed.server.paper.PaperReader;

/** A shop is asked in a letter to take pictures down by a day, and how that ends. */
class LetterPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final String SHOP = "/batch?shop=number+alibaba+7";

  private TestServer server;
  private Person person;
  private Client browser;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    browser = server.admin();
    server.monitored(browser, COAT);
    Reports.sighting(browser, "1", "111", "7", COPY);
    Reports.sighting(browser, "2", "222", "7", Photos.recompressed(COAT, 0.6, 0.5f));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String value(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private String states() {
    return value("select group_concat(state, ' ') from (select state from finding order by id)");
  }

  private String draft(String... fields) {
    List<String> all = new ArrayList<>(List.of("listing", "1", "listing", "2"));
    all.addAll(List.of(fields));
    Client.Reply reply = post("/letters/new", person.page(SHOP), all.toArray(new String[0]));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.text();
  }

  /** The second button of the shop's form leads to another address. */
  private Client.Reply post(String action, String page, String... fields) {
    List<String> all = new ArrayList<>(List.of("csrf", person.csrf(), "shop", "number alibaba 7", "market", "taobao",
        "site", "item.taobao.com", "key", page.replaceAll("(?s).*name=\"key\" value=\"([^\"]*)\".*", "$1")));
    all.addAll(List.of(fields));
    return person.post(action, all.toArray(new String[0]));
  }

  private static String text(String draft) {
    return draft.replaceAll("(?s).*<textarea id=\"text\"[^>]*>(.*?)</textarea>.*", "$1").strip();
  }

  private Client.Reply record(String draft, String... fields) {
    List<String> all = new ArrayList<>(List.of(
        "language", "en", "due", "2026-11-30", "subject", "Please", "text", "Please take them down. " + fields.length));
    for (int i = 0; i < fields.length; i += 2) {
      int at = all.indexOf(fields[i]);
      if (at >= 0) {
        all.set(at + 1, fields[i + 1]);
      }
    }
    return person.submit(draft, "/letters", all.toArray(new String[0]));
  }

  @Test
  void a_letter_names_listings_pictures_certificate_and_receipt_in_the_language_that_the_shop_reads() {
    String draft = draft();
    assertThat(draft)
        .contains("<option value=\"zh-CN\" lang=\"zh-CN\" selected>", "value=\"2026-11-30\"")
        .contains("https://item.taobao.com/item.htm?id=111", "https://item.taobao.com/item.htm?id=222")
        .contains("主图 1 – 证书 1", "原图 SHA-256：" + value("select sha256 from certificate where id = 1"), "回执：服务器日志第")
        .doesNotContain("Wool coat");
    assertThat(text(draft)).contains("Shop 7：", "共 2 个", "2026年11月30日", "我方可能向平台投诉");
    assertThat(text(draft("language", "zh-TW"))).contains("Shop 7：", "共 2 件", "2026年11月30日", "我方可能向平台投訴");
    String english = draft("language", "en", "due", "2026-12-05");
    assertThat(text(english)).contains("To Shop 7", "by 5 December 2026", "a complaint to the marketplace may follow");
    for (String words : List.of(text(draft), text(english))) {
      assertThat(LetterCheck.forbidden(words)).isEmpty();
    }
    assertThat(states()).isEqualTo("new new");
  }

  @Test
  void recorded_it_is_kept_as_sent_reminded_of_and_closed() throws IOException {
    String recorded = record(draft()).text();
    assertThat(recorded).contains("Letter 1 is on record. Now send it", "Until 2026-11-30", "Please take them down.",
        "Not seen again since the letter.").doesNotContain("The day has come");
    assertThat(states()).isEqualTo("rectify-requested rectify-requested");
    assertThat(person.page(SHOP)).contains("Nothing is open in this shop.", "The shop was asked to take it down.");
    assertThat(person.page("/triage/1")).contains("href=\"/letters?finding=1\"");
    assertThat(person.page("/letters?finding=1")).contains("href=\"/letters/1\"");
    assertThat(person.page("/")).doesNotContain("/letters");
    Client.Reply txt = person.get("/letters/1/letter.txt");
    assertThat(new String(txt.bytes(), StandardCharsets.UTF_8)).startsWith("Please\n\nPlease take them down.")
        .contains("https://item.taobao.com/item.htm?id=222", "Receipt: entry");
    assertThat(txt.header("Content-Disposition")).isEqualTo("attachment; filename=\"letter-1.txt\"");
    Client.Reply pdf = person.get("/letters/1/letter.pdf");
    assertThat(PaperReader.text(pdf.bytes())).startsWith("Please").contains(
        "Please take them down.", "https://item.taobao.com/item.htm?id=111", "https://item.taobao.com/item.htm?id=222",
        "SHA-256 of the original:", "Receipt: entry", "21 November 2026", "1 / 1");

    server.pass(Duration.ofDays(9));
    assertThat(person.page("/")).contains("Letters whose day has come: 1");
    assertThat(person.page("/letters/1")).contains("The day has come. Look at the listings");
    assertThat(person.submit(person.page("/letters/1"), "/letters/1/close").text())
        .contains("Letter 1: taken down.", "Closed: taken down");
    assertThat(person.page("/")).doesNotContain("Letters whose day has come");
    assertThat(person.submit(person.page("/letters/1"), "/letters/1/reopen").text()).contains("Letter 1 is open again.");
    assertThat(person.page("/")).contains("Letters whose day has come: 1");
  }

  @Test
  void from_a_letter_one_goes_on_to_a_complaint() throws Exception {
    record(draft());
    Client.Reply closed = person.post("/letters/1/close", "csrf", person.csrf(), "as", "complain");
    assertThat(closed.header("Location")).endsWith(SHOP);
    assertThat(states()).isEqualTo("confirmed confirmed");
    String shop = person.page(SHOP);
    assertThat(shop).contains("Letter 1 is closed.", "Listings with copies: 2");
    person.submit(shop, "/batch", "owned", "yes", "listing", "1", "listing", "2");
    server.server().features().cases().batches().prepare().settle();
    assertThat(states()).isEqualTo("complained complained");
    // And the end cannot be another any more; taking it back leaves what is complained about.
    assertThat(person.post("/letters/1/close", "csrf", person.csrf(), "as", "taken-down").status()).isEqualTo(409);
    person.post("/letters/1/reopen", "csrf", person.csrf());
    assertThat(states()).isEqualTo("complained complained");
  }

  @Test
  void taken_back_its_findings_stand_as_before_and_a_copy_that_comes_back_after_taking_down_is_new() {
    person.submit(person.page("/triage/1"), "/triage/1", "decision", "copy");
    record(draft());
    person.post("/letters/1/close", "csrf", person.csrf(), "as", "taken-back");
    assertThat(states()).isEqualTo("confirmed new");
    record(draft());
    server.pass(Duration.ofDays(1));
    String again = Reports.report("3", "2026-11-22T07:59:30.000Z", "taobao", "111", "7", "Coat");
    Checks.ok(Reports.send(browser, again, COPY));
    assertThat(states()).isEqualTo("rectify-requested rectify-requested");
    assertThat(person.page("/letters/2")).contains("Seen again since the letter:");
    person.post("/letters/2/close", "csrf", person.csrf(), "as", "taken-down");
    server.pass(Duration.ofDays(1));
    String back = Reports.report("4", "2026-11-23T07:59:30.000Z", "taobao", "111", "7", "Coat");
    Checks.ok(Reports.send(browser, back, COPY));
    assertThat(states()).isEqualTo("rectify-requested rectify-requested new");
  }

  @Test
  void words_of_points_or_money_and_damaged_forms_are_refused_and_nothing_is_lost() {
    String draft = draft();
    Client.Reply refused = record(draft, "text", "Please. You will lose 4 points. Pay 500 yuan <now>.");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("A letter must not say this: 4 points", "You will lose 4 points. Pay 500 yuan &lt;now&gt;.");
    for (String[] field : new String[][] {
      {"text", ""}, {"text", "x".repeat(4001)}, {"subject", ""}, {"subject", "x".repeat(201)}, {"due", "2026-11-21"},
      {"due", "soon"}, {"due", "2030-01-01"}, {"due", ""}
    }) {
      assertThat(record(draft, field).status()).as(field[0] + "=" + field[1]).isEqualTo(400);
    }
    assertThat(post("/letters", draft, "language", "en", "due", "2026-11-30", "subject", "x", "text", "x", "listing", "1,x")
        .status()).isEqualTo(400);
    assertThat(value("select count(*) from rectify_letter")).isEqualTo("0");
    assertThat(states()).isEqualTo("new new");
  }

  @Test
  void pressed_twice_it_is_one_letter_and_of_two_people_at_once_one_is_told() throws Exception {
    String one = draft();
    CountDownLatch both = new CountDownLatch(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Future<Integer>> pressed = new ArrayList<>();
    String csrf = person.csrf();
    for (String key : List.of("k-1", "k-2")) {
      pressed.add(people.submit(() -> {
        both.countDown();
        both.await();
        return person.post("/letters", "csrf", csrf, "shop", "number alibaba 7", "key", key, "listing", "1,2", "language",
            "en", "due", "2026-11-30", "subject", "Please", "text", "Please take them down.").status();
      }));
    }
    List<Integer> statuses = List.of(pressed.get(0).get(), pressed.get(1).get());
    people.shutdown();
    assertThat(statuses).containsExactlyInAnyOrder(303, 409);
    String key = value("select client_key from rectify_letter");
    assertThat(person.post("/letters", "csrf", csrf, "shop", "number alibaba 7", "key", key, "listing", "1,2", "language",
        "en", "due", "2026-11-30", "subject", "Please", "text", "Please take them down.").status()).isEqualTo(303);
    assertThat(value("select count(*) from rectify_letter")).isEqualTo("1");
    assertThat(one).contains("A letter to the shop");
  }

  @Test
  void a_contested_certificate_and_anothers_findings_get_no_letter() {
    server.server().features().database().write(handle ->
        handle.execute("update certificate set state = 'contested' where id = 1"));
    assertThat(post("/letters/new", person.page("/triage"), "listing", "1").status()).isEqualTo(409);
    Person rowan = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    assertThat(rowan.post("/letters/new", "csrf", rowan.csrf(), "shop", "number alibaba 7", "listing", "1").status())
        .isEqualTo(404);
    assertThat(rowan.page("/letters")).doesNotContain("/letters/1");
  }

  @Test
  void a_shops_name_that_speaks_of_money_is_left_out_of_the_letter() {
    server.server().features().database().write(handle ->
        handle.execute("update sighting set shop_name = '赔偿500元<b>店'"));
    String draft = draft();
    assertThat(text(draft)).startsWith("店主：").doesNotContain("500");
  }

  @Test
  void a_long_letter_has_several_pages() throws IOException {
    record(draft(), "text", "请下架这些图片。".repeat(400));
    assertThat(PaperReader.text(person.get("/letters/1/letter.pdf").bytes())).contains("1 / 2", "2 / 2");
  }
}
