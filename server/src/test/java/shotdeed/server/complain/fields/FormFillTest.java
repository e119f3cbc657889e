package shotdeed.server.complain.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;

/** What goes into the marketplaces' forms, and what is recorded once they are lodged. */
class FormFillTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private static final byte[] SMALLER = Photos.recompressed(COAT, 0.5, 0.6f);

  private static TestServer server;
  private static Client willow;
  private static int coat;
  private static int next;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
    coat = server.monitored(willow, COAT);
    sql("update certificate set title = 'Wool coat' where id = " + coat);
    sql("insert into complainant (seller_id, holder, capacity, contact, position, company, address, phone, email,"
        + " id_number, copyright, registration, brand, account_id, changed_at) select seller_id, 'Willow Ltd', 'owner',"
        + " 'Li Na', 'Manager', '', '1 Willow Road, Hangzhou', '+86 571 1234', 'li@willow.example', 'ID-77',"
        + " 'unregistered', '', 'WILLOW', id, '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void sql(String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }

  private static int count(String from) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from " + from).mapTo(int.class).one());
  }

  private static int sighting(String market, String site, String role, byte[] picture) {
    next++;
    String report = Reports.report("s-" + next + role.hashCode(), "2026-11-21T07:59:30.000Z", market, "" + (5000 + next), "70", "¥99 coat")
        .replace("item.taobao.com", site)
        .replace("\"role\":\"main\",\"position\":1", role);
    return Checks.ok(Reports.send(willow, report, picture)).json().get("sighting").asInt();
  }

  private static int complaint(String market, String site, int listings) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < listings; i++) {
      seen.add("" + sighting(market, site, "\"role\":\"detail\",\"position\":" + (i + 3), COPY));
    }
    next++;
    String asked = Reports.complaint("c-" + next, String.join(",", seen));
    return Checks.ok(Reports.complain(willow, asked)).json().get("id").asInt();
  }

  private static JsonNode form(int complaint, String more) {
    return Checks.ok(willow.get("/api/v1/complaints/" + complaint + "/form" + more)).json();
  }

  private static JsonNode field(JsonNode form, String id) {
    for (JsonNode field : form.get("fields")) {
      if (field.get("id").asText().equals(id)) {
        return field;
      }
    }
    throw new AssertionError("no field " + id + " in " + form);
  }

  private static String value(JsonNode form, String id) {
    return field(form, id).get("value").asText();
  }

  private static Client.Reply submit(int complaint, String body) {
    return willow.postJson("/api/v1/complaints/" + complaint + "/submitted", body);
  }

  @Test
  void taobaos_form_is_filled_in_as_its_deciders_read_it() {
    int id = complaint("taobao", "item.taobao.com", 1);
    JsonNode form = form(id, "?language=en");
    assertThat(form.get("form").asText()).isEqualTo("taobao");
    assertThat(form.get("language").asText()).isEqualTo("zh-CN");
    assertThat(form.get("entry").asText()).isEqualTo("https://jubao.taobao.com/");
    assertThat(form.get("hosts").toString()).isEqualTo("[\"jubao.taobao.com\"]");
    assertThat(value(form, "type")).isEqualTo("盗用他人图片");
    assertThat(value(form, "links")).isEqualTo("https://item.taobao.com/item.htm?id=" + (5000 + next - 1));
    assertThat(value(form, "scene")).isEqualTo("PC端");
    assertThat(value(form, "pictures")).isEqualTo("详情图 3");
    assertThat(value(form, "statement")).isEqualTo("""
        所列商品使用了我方的实拍图，我方未授权该店铺使用：
        详情图 3：与我方实拍图（证书 %d）吻合。
        我方服务器保存了浏览器从商品页收到的图片，并逐张与我方原图比对，可提供对比图。""".formatted(coat));
    assertThat(field(form, "links").get("label").asText()).isEqualTo("Links to the listings");
    assertThat(form.get("mail").isNull()).isTrue();
    assertThat(form.get("submitted").isNull()).isTrue();
  }

  @Test
  void the_very_file_and_several_pictures_are_said_as_they_were_found() {
    int same = sighting("taobao", "m.taobao.com", "\"role\":\"main\",\"position\":1", COAT);
    next++;
    int id = Checks.ok(Reports.complain(willow, Reports.complaint("c-" + next, "" + same))).json().get("id").asInt();
    JsonNode form = form(id, "");
    assertThat(value(form, "statement")).contains("主图 1：与我方实拍图（证书 " + coat + "）是同一个文件，逐字节相同。");
    assertThat(value(form, "scene")).isEqualTo("手机端");
  }

  @Test
  void tmall_is_lodged_by_the_main_account_alone() {
    JsonNode form = form(complaint("tmall", "detail.tmall.com", 1), "?language=zh-TW");
    assertThat(form.get("lodger").asText()).isEqualTo("只有店鋪主帳號可以提交，成員請轉交給主帳號。");
    assertThat(form.get("warnings").get(0).asText()).isEqualTo("只有店鋪主帳號可以提交。如果不是您，請轉交。");
    assertThat(value(form, "statement")).startsWith("所列商品使用了我方的实拍图");
  }

  @Test
  void amazons_form_stands_at_the_site_of_the_listing_and_holds_who_complains() {
    JsonNode form = form(complaint("other", "www.amazon.de", 2), "?language=en");
    assertThat(form.get("entry").asText()).isEqualTo("https://www.amazon.de/report/infringement");
    assertThat(form.get("hosts").toString()).isEqualTo("[\"www.amazon.de\"]");
    assertThat(value(form, "capacity")).isEqualTo("Rights owner");
    assertThat(value(form, "concern")).isEqualTo("Copyright concerns");
    assertThat(value(form, "brand")).isEqualTo("WILLOW");
    assertThat(value(form, "work")).matches("Our photograph “Wool coat”, certificate " + coat + ", \\d+ × \\d+ pixels");
    assertThat(value(form, "links").lines()).hasSize(2);
    assertThat(value(form, "pictures")).contains(": Detail picture 3\n", ": Detail picture 4");
    assertThat(value(form, "more")).isEqualTo("""
        The listings named here show our own photographs. We did not license them to this shop.
        Listing 1, Detail picture 3: matches our photograph (certificate %1$d).
        Listing 2, Detail picture 4: matches our photograph (certificate %1$d).
        Our server kept the pictures as our browser received them from the listing and compared each with our original. \
        Comparison sheets are available.""".formatted(coat));
    assertThat(value(form, "declaration")).isEqualTo("yes");
    assertThat(field(form, "declaration").get("hint").asText())
        .startsWith("Read it and tick it yourself: I have a good faith belief");
    assertThat(value(form, "signature")).isEqualTo("Li Na");
  }

  @Test
  void ebay_gets_the_whole_as_one_text() {
    JsonNode form = form(complaint("other", "www.ebay.com", 1), "?language=zh-CN");
    assertThat(form.get("entry").isNull()).isTrue();
    assertThat(form.get("hosts").isEmpty()).isTrue();
    assertThat(form.at("/mail/to").asText()).isEqualTo("vero@ebay.com");
    assertThat(form.at("/mail/subject").asText()).isEqualTo("Notice of Claimed Infringement");
    String body = form.at("/mail/body").asText();
    assertThat(body).startsWith("""
        Notice of Claimed Infringement

        Rights holder: Willow Ltd

        Name and title: Li Na, Manager

        Address: 1 Willow Road, Hangzhou

        Phone: +86 571 1234

        E-mail: li@willow.example

        Item numbers:
        """);
    assertThat(body).contains(
        "\nReason code: Copyright: the listing shows a copy of our photograph without our permission\n",
        "\nI state, under penalty of perjury, that the information in this notice is accurate and that I am the owner of"
            + " the copyright or authorised to act for the owner.\n",
        "\nTyped signature: Li Na\n");
    assertThat(body).endsWith("\nDate: 2026-11-21\n");
  }

  @Test
  void an_email_has_no_limit_of_length_and_nothing_of_it_is_cut() {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      seen.append(i == 0 ? "" : ",").append(sighting("other", "www.ebay.com", "\"role\":\"main\",\"position\":1", COPY));
      next--; // the same listing
      seen.append(',').append(sighting("other", "www.ebay.com", "\"role\":\"sku\",\"position\":2", SMALLER));
    }
    next++;
    String asked = Reports.complaint("c-" + next, seen.toString());
    int id = Checks.ok(Reports.complain(willow, asked)).json().get("id").asInt();
    JsonNode form = form(id, "?language=en");
    JsonNode statement = field(form, "statement");
    String text = statement.get("value").asText();
    assertThat(text.length()).isGreaterThan(1000);
    assertThat(text).doesNotContain("…");
    assertThat(statement.get("max").isNull()).isTrue();
    assertThat(statement.get("over").asInt()).isZero();
    assertThat(statement.get("hint").asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "We own this photograph|12|We own this…",
    "We own this photograph|11|We own…",
    "We own this photograph|22|We own this photograph",
    "我方实拍图未授权|5|我方实拍…",
    "aaaaaaaaaaaaaaaaaaaa|5|aaaa…"
  })
  void a_cut_falls_between_words(String text, int max, String cut) {
    assertThat(Shortened.to(text, max)).isEqualTo(cut);
  }

  @Test
  void what_is_needed_and_not_known_is_said_and_where_to_enter_it() {
    Client bare = server.newSeller("Bare");
    byte[] shirt = Photos.photo("shirt");
    server.monitored(bare, shirt);
    String report = Reports.report("b-1", "1", "70").replace("item.taobao.com", "www.etsy.com");
    int seen = Checks.ok(Reports.send(bare, report, Photos.recompressed(shirt, 0.75, 0.6f))).json().get("sighting").asInt();
    int id = Checks.ok(Reports.complain(bare, Reports.complaint("b-2", "" + seen).replace("taobao", "other")))
        .json().get("id").asInt();
    sql("update complaint set market = 'other', site = 'www.etsy.com' where id = " + id);
    JsonNode form = Checks.ok(bare.get("/api/v1/complaints/" + id + "/form?language=en")).json();
    assertThat(form.get("warnings").toString())
        .contains("Missing: Full name, Address, Phone, E-mail, Typed signature.");
    assertThat(field(form, "phone").get("missing").asBoolean()).isTrue();
    assertThat(field(form, "phone").get("hint").asText()).isEqualTo("Needed, and not known yet.");
    assertThat(form.toString()).as("another seller's").doesNotContain("Willow Ltd", "ID-77", "+86 571 1234");
    Checks.notFound(willow.get("/api/v1/complaints/" + id + "/form"));
  }

  /** Every marketplace in every language: no points, no money, nothing of the accused listing's own words. */
  @Test
  void no_text_to_a_marketplace_quotes_points_or_asks_for_money() throws Exception {
    Pattern never = Pattern.compile(
        "\\bpoints?\\b|compensat|damages|\\bfee\\b|refund|money|[¥$€£￥]|扣\\d*分|\\d+\\s*分|积分|計分|计分|赔|賠|罚款|罰款|费用|費用|元\\b|¥99",
        Pattern.CASE_INSENSITIVE);
    Caller caller = server.server().features().database().read(handle -> {
      int account = handle.createQuery("select id from account where name = 'Willow''s person'").mapTo(int.class).one();
      return AccountStore.caller(handle, account, null, null);
    });
    Map<String, String> sites = new TreeMap<>(Map.ofEntries(
        Map.entry("item.taobao.com", "taobao"), Map.entry("detail.tmall.com", "tmall"),
        Map.entry("detail.1688.com", "1688"), Map.entry("www.aliexpress.com", "alibaba"),
        Map.entry("www.lazada.sg", "lazada"), Map.entry("mobile.yangkeduo.com", "pdd"), Map.entry("item.jd.com", "jd"),
        Map.entry("haohuo.jinritemai.com", "douyin"), Map.entry("www.xiaohongshu.com", "xiaohongshu"),
        Map.entry("www.amazon.com", "amazon"), Map.entry("www.ebay.com", "ebay"), Map.entry("www.etsy.com", "etsy"),
        Map.entry("x.myshopify.com", "shopify"), Map.entry("x.made-in-china.com", "made-in-china")));
    int id = complaint("other", "shop.example", 2);
    FillForm fill = server.server().features().cases().formTexts().fill();
    for (String form : sites.values()) {
      for (shotdeed.server.platform.Language writes : shotdeed.server.platform.Language.values()) {
        FillForm.Filled filled = fill.run(caller, id, form, shotdeed.server.platform.Language.ENGLISH, writes, 1);
        for (var field : filled.fill().fields()) {
          assertThat(never.matcher(field.value()).find()).as(form + " " + writes + " " + field).isFalse();
          assertThat(field.missing() && field.required()).as(form + " " + field).isFalse();
        }
        if (filled.fill().mail() != null) {
          assertThat(never.matcher(filled.fill().mail().body()).find()).as(filled.fill().mail().body()).isFalse();
        }
      }
    }
  }

  @Test
  void a_copy_of_what_was_sent_is_kept_with_who_and_when() {
    int id = complaint("taobao", "item.taobao.com", 1);
    Checks.ok(submit(id, "{\"caseNumber\":\"TB-100\",\"sent\":[{\"id\":\"statement\",\"value\":\"as I wrote it\"}]}"));
    assertThat(count("complaint_part where complaint_id = " + id + " and form = 'taobao' and language = 'zh-CN'"
        + " and sent = '[{\"id\":\"statement\",\"value\":\"as I wrote it\"}]'")).isEqualTo(1);
    JsonNode form = form(id, "?language=en");
    assertThat(form.get("submitted").toString()).matches(
        "\\{\"caseNumber\":\"TB-100\",\"confirmation\":null,\"at\":\"2026-11-21T[0-9:.]+Z\",\"by\":\"Willow's person\"\\}");
    assertThat(form.get("warnings").get(0).asText())
        .isEqualTo("Willow's person already recorded this part as lodged. Do not lodge it twice.");
    int other = complaint("taobao", "item.taobao.com", 1);
    Checks.ok(submit(other, "{\"caseNumber\":\"TB-101\"}"));
    assertThat(count("complaint_part where complaint_id = " + other + " and sent like '%盗用他人图片%'")).isEqualTo(1);
  }

  @Test
  void a_number_typed_twice_changes_nothing_and_on_another_complaint_is_said() {
    int first = complaint("taobao", "item.taobao.com", 1);
    int second = complaint("taobao", "item.taobao.com", 1);
    Checks.ok(submit(first, "{\"caseNumber\":\"TB-200\"}"));
    Checks.ok(submit(first, "{\"caseNumber\":\" TB-200 \"}"));
    assertThat(count("complaint_part where complaint_id = " + first)).isEqualTo(1);
    Client.Reply refused = submit(second, "{\"caseNumber\":\"TB-200\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text())
        .contains("\"code\":\"case-number-elsewhere\"", "\"complaint\":" + first, "TB-200");
    assertThat(count("complaint_part where complaint_id = " + second)).isZero();
    Checks.ok(submit(second, "{\"caseNumber\":\"TB-200\",\"again\":true}"));
    assertThat(count("complaint where id = " + second + " and state = 'submitted' and case_number = 'TB-200'"))
        .isEqualTo(1);
  }

  @Test
  void each_part_has_its_own_number_and_what_is_missing_is_known() {
    int id = complaint("taobao", "item.taobao.com", 3);
    JsonNode form = form(id, "?language=en&part=2");
    assertThat(form.get("parts").asInt()).isEqualTo(3);
    assertThat(form.get("warnings").toString()).contains("The form takes 1 listings at a time. This is part 2 of 3;");
    Checks.ok(submit(id, "{\"caseNumber\":\"TB-302\",\"part\":2}"));
    assertThat(count("complaint where id = " + id + " and state = 'submitted'")).isEqualTo(1);
    assertThat(submit(id, "{\"caseNumber\":\"TB-302\",\"part\":1}").text()).contains("case-number-elsewhere");
    Checks.ok(submit(id, "{\"confirmation\":\"We got it\",\"part\":1}"));
    Checks.ok(submit(id, "{\"caseNumber\":\"TB-301\",\"part\":1}"));
    Client.Reply none = submit(id, "{\"caseNumber\":\"TB-304\",\"part\":4}");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text()).contains("\"field\":\"part\"");
    assertThat(count("complaint_part where complaint_id = " + id
        + " and (part = 1 and case_number = 'TB-301' and confirmation = 'We got it' or part = 2)")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"result\":\"upheld\"', 200, upheld",
    "'\"result\":\"dismissed\",\"reason\":\"other\"', 200, dismissed",
    "'\"result\":\"withdrawn\"', 409, withdrawn"
  })
  void a_part_is_recorded_after_another_was_decided_unless_the_complaint_was_withdrawn(
      String outcome, int status, String state) {
    int id = complaint("taobao", "item.taobao.com", 2);
    Checks.ok(submit(id, "{\"caseNumber\":\"A-" + id + "\",\"part\":1}"));
    int revision = Checks.ok(willow.get("/api/v1/complaints/" + id + "/outcome")).json().get("revision").asInt();
    Checks.ok(willow.postJson("/api/v1/complaints/" + id + "/outcome",
        "{\"revision\":" + revision + ",\"happenedOn\":\"2026-11-21\"," + outcome + "}"));
    assertThat(submit(id, "{\"caseNumber\":\"B-" + id + "\",\"part\":2}").status()).isEqualTo(status);
    assertThat(count("complaint_part where case_number = 'B-" + id + "'")).isEqualTo(status == 200 ? 1 : 0);
    assertThat(count("complaint where id = " + id + " and state = '" + state + "' and case_number = 'A-" + id + "'"))
        .isOne();
  }

  @Test
  void of_a_decided_complaint_the_number_of_a_later_part_is_corrected_and_its_own_stays() {
    int id = complaint("taobao", "item.taobao.com", 2);
    Checks.ok(submit(id, "{\"caseNumber\":\"C-" + id + "\",\"part\":1}"));
    sql("update complaint set state = 'upheld' where id = " + id);
    Checks.ok(submit(id, "{\"caseNumber\":\"D-" + id + "\",\"part\":2}"));
    Checks.ok(submit(id, "{\"caseNumber\":\"E-" + id + "\",\"part\":2,\"correct\":true}"));
    assertThat(submit(id, "{\"caseNumber\":\"F-" + id + "\",\"part\":1,\"correct\":true}").status()).isEqualTo(409);
    assertThat(count("complaint_part where complaint_id = " + id
        + " and case_number in ('C-" + id + "', 'E-" + id + "')")).isEqualTo(2);
  }

  @Test
  void what_was_lodged_before_a_dispute_began_is_recorded_with_its_copy_all_the_same() {
    int id = complaint("taobao", "item.taobao.com", 1);
    sql("update certificate set state = 'contested', contested_from = 'monitored'");
    try {
      assertThat(willow.get("/api/v1/complaints/" + id + "/form").status()).isEqualTo(409);
      Checks.ok(submit(id, "{\"caseNumber\":\"D-1\",\"sent\":[{\"id\":\"links\",\"value\":\"https://a.example/1\"}]}"));
      assertThat(submit(id, "{\"caseNumber\":\"D-1\",\"sent\":[{\"id\":\"<b>\",\"value\":\"x\"}]}").status()).isEqualTo(400);
    } finally {
      sql("update certificate set state = 'monitored', contested_from = null");
    }
    assertThat(count("complaint_part where case_number = 'D-1' and sent like '%https://a.example/1%'")).isOne();
  }

  @Test
  void lying_clients_are_refused_and_nothing_is_recorded() {
    int id = complaint("taobao", "item.taobao.com", 1);
    StringBuilder many = new StringBuilder("{\"id\":\"links\",\"value\":\"\"}");
    for (int i = 1; i < 10_000; i++) {
      many.append(",{\"id\":\"links\",\"value\":\"\"}");
    }
    assertThat(submit(id, sent("x".repeat(10 << 20))).status()).isEqualTo(413);
    assertThat(submit(id, sent("x".repeat(500_001))).text()).contains("field-invalid");
    assertThat(submit(id, "{\"caseNumber\":\"N\",\"sent\":[" + many + "]}").text()).contains("a list of 0 to 60");
    for (String list : new String[] {
      "[{\"id\":\"nope\",\"value\":\"\"}]",
      "[{\"id\":\"links\",\"value\":\"\"},{\"id\":\"links\",\"value\":\"\"}]",
      "[null]",
      "[{\"id\":\"links\"}]"
    }) {
      Client.Reply reply = submit(id, "{\"caseNumber\":\"N\",\"sent\":" + list + "}");
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    }
    for (String body : new String[] {
      "{}", "{\"caseNumber\":\" \",\"confirmation\":\"\"}", "{\"caseNumber\":\"" + "9".repeat(101) + "\"}",
      "{\"confirmation\":\"" + "9".repeat(301) + "\"}", "{\"caseNumber\":\"N\",\"part\":0}",
      "{\"caseNumber\":\"N\",\"part\":-2147483648}", "{\"caseNumber\":\"N\",\"language\":\"xx\"}"
    }) {
      assertThat(submit(id, body).status()).as(body).isEqualTo(400);
    }
    assertThat(submit(id, "{\"caseNumber\":\"N\",\"form\":\"nowhere\"}").status()).isEqualTo(404);
    assertThat(count("complaint_part where complaint_id = " + id)).isZero();
    assertThat(count("complaint where id = " + id + " and state = 'prepared'")).isEqualTo(1);
  }

  private static String sent(String value) {
    return "{\"caseNumber\":\"N\",\"sent\":[{\"id\":\"links\",\"value\":\"" + value + "\"}]}";
  }

  @Test
  void of_two_who_record_at_once_one_is_told_and_nothing_is_doubled() throws Exception {
    for (int round = 0; round < 5; round++) {
      int id = complaint("taobao", "item.taobao.com", 1);
      String[] numbers = {"R-" + id + "-1", "R-" + id + "-2"};
      ExecutorService people = Executors.newFixedThreadPool(2);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<Client.Reply>> replies = new ArrayList<>();
      for (String number : numbers) {
        Callable<Client.Reply> press = () -> {
          together.await();
          return submit(id, "{\"caseNumber\":\"" + number + "\"}");
        };
        replies.add(people.submit(press));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Client.Reply> reply : replies) {
        statuses.add(reply.get().status());
        if (reply.get().status() == 409) {
          assertThat(reply.get().text()).contains("case-number-differs", "Willow's person");
        }
      }
      people.shutdown();
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      assertThat(count("complaint_part where complaint_id = " + id)).isEqualTo(1);
      assertThat(count("audit where action = 'complaint.submit' and subject_id = " + id)).isEqualTo(1);
    }
  }
}
