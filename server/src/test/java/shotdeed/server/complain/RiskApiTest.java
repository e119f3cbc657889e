package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Reports;

/** What a complaint risks for the seller, and what they have to say before one is prepared nevertheless. */
class RiskApiTest {
  private static CoatCase desk;
  private static int shop = 5000;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void where_nothing_speaks_against_it_what_was_checked_is_said() {
    JsonNode risk = risk(desk.sighting(nextShop()), "en");
    assertThat(codes(risk, "none")).contains("licence-checked", "own-shop-checked", "dispute-checked", "liability");
    assertThat(codes(risk, "note")).containsOnly("proof-missing");
    assertThat(risk.get("statement").asText())
        .isEqualTo("I own these photographs and did not license them to this shop.");
    assertThat(risk.get("acceptance").isNull()).isTrue();
    assertThat(text(risk, "liability"))
        .isEqualTo(
            "Whoever gives a wrong notice has to make good the harm; whoever does so in bad faith pays double"
                + " (E-commerce Law, article 42). Source: hrfabao.com/falvtiao/6471765.html, 2026-11-21, read at the"
                + " source.");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'The camera original is missing. Taobao may reject the complaint without it.'",
    "zh-CN, 缺少相机原图。没有它，淘宝可能不受理投诉。",
    "zh-TW, 缺少相機原圖。少了它，淘寶可能不受理投訴。"
  })
  void missing_proof_is_named_in_the_language_asked_for(String language, String first) {
    assertThat(text(risk(desk.sighting(nextShop()), language), "proof-missing")).isEqualTo(first);
  }

  @Test
  void a_licence_asks_for_a_reason_and_the_reason_is_kept_shown_and_sealed() throws Exception {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    int licence = licence(shop, "Shop " + shop, null);
    JsonNode risk = risk(sighting, "en");
    assertThat(risk.get("level").asText()).isEqualTo("reason");
    assertThat(risk.get("items").get(0).get("text").asText())
        .isEqualTo(
            "Licence " + licence + " allows this shop to use the photograph. End the licence if it is over. Or state why"
                + " this use is not covered.");
    Checks.problem(
        Reports.complain(desk.client(), Reports.complaint("kept", "" + sighting)),
        409,
        "reason-needed",
        "This complaint needs a reason from you",
        "No complaint was prepared; the copy you found is kept. Something speaks against it: read what, and either put it"
            + " right or state in your own words why you complain nevertheless.",
        ",\"codes\":[\"licensed\"],\"sighting\":" + sighting);

    String request = Reports.because("kept", "" + sighting, "licensed", "  The licence is for\\n their own shop page. ");
    int id = Checks.ok(Reports.complain(desk.client(), request)).json().get("id").asInt();
    assertThat(Checks.ok(Reports.complain(desk.client(), request)).json().get("id").asInt()).isEqualTo(id);
    JsonNode manifest = manifest(id);
    assertThat(manifest.get("reasons").toString())
        .isEqualTo(
            "[{\"against\":{\"value\":\"licensed\",\"source\":\"verified by the server\"},"
                + "\"sightings\":{\"value\":[" + sighting + "],\"source\":\"verified by the server\"},"
                + "\"reason\":{\"value\":\"The licence is for their own shop page.\",\"source\":\"stated by the seller\"},"
                + "\"statedAt\":{\"value\":\"2026-11-21T08:00:00.000Z\",\"source\":\"verified by the server\"}}]");
    assertThat(audited(id)).containsExactly("complaint.prepare", "complaint.reason licensed");
  }

  @Test
  void a_complaint_that_needs_no_reason_says_nothing_of_any() throws Exception {
    int id = desk.prepared("plain", "" + desk.sighting(nextShop()));
    assertThat(manifest(id).has("reasons")).isFalse();
  }

  @Test
  void the_same_request_with_another_reason_is_another_request() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    licence(shop, "", null);
    Checks.ok(Reports.complain(desk.client(), Reports.because("twice", "" + sighting, "licensed", "It ended in May.")));
    Client.Reply other =
        Reports.complain(desk.client(), Reports.because("twice", "" + sighting, "licensed", "It never began."));
    assertThat(other.json().get("code").asText()).isEqualTo("client-key-reused");
  }

  @Test
  void a_licence_that_is_over_is_told_and_asks_for_nothing() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    int licence = licence(shop, "", "2026-10-31");
    JsonNode risk = risk(sighting, "en");
    assertThat(text(risk, "licence-ended"))
        .isEqualTo(
            "Licence " + licence + " let this shop use the photograph; its last day was 2026-10-31. Make sure that it may"
                + " not still sell off what it has.");
    desk.prepared("over-" + shop, "" + sighting);
  }

  @Test
  void a_licence_for_other_photographs_is_told() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    int licence = licence(shop, "", null);
    sql("update licence set whole = 0 where id = " + licence);
    assertThat(text(risk(sighting, "en"), "licence-other"))
        .isEqualTo("Licence " + licence + " of this shop is for other photographs of yours.");
  }

  @Test
  void a_shop_of_the_name_of_a_licensed_one_asks_for_a_reason() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    int licence = licence("another-number", "ＳＨＯＰ " + shop + " 旗舰店", null);
    assertThat(text(risk(sighting, "en"), "licence-name"))
        .startsWith("The shop has the same name as \"ＳＨＯＰ " + shop + " 旗舰店\", which licence " + licence + " allows");
    assertThat(refused(sighting)).containsExactly("licence-name");
    sql("update licence set ended_at = '2026-11-21T07:00:00.000Z' where id = " + licence);
    desk.prepared("namesake-" + shop, "" + sighting);
  }

  @Test
  void a_shop_of_the_name_of_an_own_one_asks_for_a_reason() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    sql("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) select seller_id,"
        + " 'mall.example.com', '', 'shop" + shop + " Official Store', id, '2026-11-21T08:00:00.000Z' from account where name ="
        + " 'Willow''s person'");
    assertThat(refused(sighting)).containsExactly("own-shop-name");
  }

  @Test
  void an_own_shop_is_never_complained_about_whatever_the_reason() {
    String shop = nextShop();
    int sighting = desk.sighting(shop);
    sql("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) select seller_id,"
        + " 'alibaba', '" + shop + "', '', id, '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'");
    assertThat(risk(sighting, "en").get("level").asText()).isEqualTo("blocked");
    Checks.problem(
        Reports.complain(desk.client(), Reports.because("own", "" + sighting, "licensed", "Mine is mine.")),
        409,
        "own-shop",
        "Sighting " + sighting + " is in a shop of your own",
        "No complaint was prepared. If the shop is not yours, take that back on the page of the copy found or under \\\"Own"
            + " shops\\\", then try again.",
        ",\"sighting\":" + sighting);
  }

  @ParameterizedTest
  @CsvSource({
    "contested, certificate-contested, Wait until the dispute is decided.",
    "revoked, certificate-revoked, Nobody is complained about with this photograph.",
    "voided, certificate-voided, Complain with a photograph whose original is still private."
  })
  void what_the_law_forbids_is_said_with_what_to_do(String state, String code, String todo) {
    int sighting = desk.sighting(nextShop());
    sql("update certificate set state = '" + state + "', contested_from = 'monitored' where id = " + desk.coat());
    try {
      JsonNode risk = risk(sighting, "en");
      assertThat(risk.get("level").asText()).isEqualTo("blocked");
      assertThat(text(risk, code)).contains(todo);
      Client.Reply reply = Reports.complain(
          desk.client(), Reports.because("law-" + state, "" + sighting, "licensed", "I want it nevertheless."));
      assertThat(reply.json().get("code").asText()).isEqualTo(code);
    } finally {
      sql("update certificate set state = 'monitored', contested_from = null where id = " + desk.coat());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "update sighting set verdict = 'related', related",
    "update sighting set state = 'not-a-copy', not-a-copy",
    "update sighting set state = 'licensed', licensed",
    "update sighting set state = 'rectify-requested', rectify-requested"
  })
  void what_was_judged_otherwise_takes_a_reason(String judged, String code) {
    int sighting = desk.sighting(nextShop());
    sql(judged + " where id = " + sighting);
    assertThat(refused(sighting)).containsExactly(code);
    Checks.ok(Reports.complain(
        desk.client(), Reports.because("judged-" + code, "" + sighting, code, "Looked at it again with a colleague.")));
  }

  @Test
  void a_dispute_that_left_both_sides_standing_takes_a_reason() {
    int sighting = desk.sighting(nextShop());
    Client other = desk.server().newSeller("Alder");
    int theirs = desk.server().monitored(other, shotdeed.server.Photos.photo("shoe"));
    sql("insert into dispute (side_a, side_b, pair, later, opener, opened_by, finding, agreement, state, opened_at)"
        + " select " + theirs + ", " + desk.coat() + ", 'x', " + theirs + ", seller_id, 'match', 'copy', 0, 'decided',"
        + " '2026-11-20T08:00:00.000Z' from certificate where id = " + theirs);
    sql("insert into dispute_decision (dispute_id, outcome, owner, groundless_a, groundless_b, reasons, told, account_id,"
        + " decided_at) select d.id, 'both', 'both', 0, 0, '', '', a.id, '2026-11-20T09:00:00.000Z' from dispute d,"
        + " account a where a.name = 'Alder''s person'");
    try {
      assertThat(refused(sighting)).containsExactly("shared-ownership");
    } finally {
      sql("delete from dispute_decision");
      sql("delete from dispute");
    }
  }

  @Test
  void a_page_that_names_no_shop_leaves_what_cannot_be_looked_up_to_the_seller() {
    String listing = desk.nextListing();
    String report = Reports.report("unnamed", listing, "9").replace("\"shopId\":\"9\"", "\"shopId\":\"\"");
    int sighting = Checks.ok(Reports.send(desk.client(), report, CoatCase.COPY)).json().get("sighting").asInt();
    JsonNode risk = risk(sighting, "en");
    assertThat(codes(risk, "note")).contains("shop-unknown");
    assertThat(codes(risk, "none")).doesNotContain("licence-checked", "own-shop-checked");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "[{\"code\":\"licensed\",\"text\":\"   \"}]",
    "[{\"code\":\"licensed\",\"text\":\"\\u3000\\u200b\\u2003\"}]",
    "[{\"code\":\"licensed\",\"text\":\"!?…\"}]",
    "[{\"code\":\"licensed\"}]",
    "[{\"code\":\"liability\",\"text\":\"I know.\"}]",
    "[{\"code\":\"own-shop\",\"text\":\"It is not.\"}]",
    "[{\"code\":\"\",\"text\":\"Why not.\"}]",
    "[{\"text\":\"Why not.\"}]",
    "[null]",
    "[{\"code\":\"licensed\",\"text\":\"One.\"},{\"code\":\"licensed\",\"text\":\"Two.\"}]",
    "{}",
    "\"because\""
  })
  void reasons_that_are_none_are_refused(String reasons) {
    int sighting = desk.sighting(nextShop());
    Client.Reply reply =
        Reports.complain(desk.client(), Reports.with(Reports.complaint("bad", "" + sighting), reasons));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("field").asText()).startsWith("reasons");
    assertThat(desk.client().get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  @Test
  void ten_thousand_reasons_and_one_of_501_characters_are_refused() {
    int sighting = desk.sighting(nextShop());
    String one = "{\"code\":\"licensed\",\"text\":\"It ended.\"}";
    for (String reasons : List.of(
        "[" + (one + ",").repeat(9_999) + one + "]",
        "[" + one.replace("It ended.", "x".repeat(501)) + "]")) {
      Client.Reply reply =
          Reports.complain(desk.client(), Reports.with(Reports.complaint("many", "" + sighting), reasons));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().get("field").asText()).isEqualTo("reasons");
    }
  }

  @Test
  void a_reason_for_what_is_not_there_is_not_sealed_in_silence() {
    int sighting = desk.sighting(nextShop());
    Client.Reply reply =
        Reports.complain(desk.client(), Reports.because("idle", "" + sighting, "licensed", "It ended last year."));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("reason-not-asked");
    assertThat(reply.json().get("codes").toString()).isEqualTo("[\"licensed\"]");
  }

  @Test
  void of_a_licence_given_at_the_click_either_the_complaint_was_first_or_it_asks_for_a_reason() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        String shop = nextShop();
        int sighting = desk.sighting(shop);
        CyclicBarrier at = new CyclicBarrier(2);
        Future<Client.Reply> complaint = two.submit(() -> {
          at.await();
          return Reports.complain(desk.client(), Reports.complaint("race-" + shop, "" + sighting));
        });
        Callable<Integer> give = () -> {
          at.await();
          return licence(shop, "", null);
        };
        Future<Integer> given = two.submit(give);
        int licence = given.get();
        Client.Reply reply = complaint.get();
        if (reply.status() == 409) {
          assertThat(reply.json().get("codes").toString()).isEqualTo("[\"licensed\"]");
        } else {
          assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
        assertThat(licence).isPositive();
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void another_copy_of_what_is_in_a_complaint_is_not_complained_about_twice() {
    String shop = nextShop();
    String listing = desk.nextListing();
    int first = Reports.sighting(desk.client(), "day-1-" + listing, listing, shop, CoatCase.COPY);
    int complaint = desk.prepared("first-" + shop, "" + first);
    String later = Reports.report("day-2-" + listing, listing, shop).replace("2026-11-21T07", "2026-11-20T07");
    int second = Checks.ok(Reports.send(desk.client(), later, CoatCase.COPY)).json().get("sighting").asInt();
    assertThat(second).isNotEqualTo(first);
    Client.Reply reply = Reports.complain(desk.client(), Reports.complaint("second-" + shop, "" + second));
    assertThat(reply.json().get("code").asText()).isEqualTo("already-complained");
    assertThat(reply.json().get("complaint").asInt()).isEqualTo(complaint);
  }

  @Test
  void nobody_sees_the_risk_of_another_seller() {
    int sighting = desk.sighting(nextShop());
    Checks.notFound(desk.server().newSeller("Rowan").get("/api/v1/sightings/" + sighting + "/risk"));
  }

  private static String nextShop() {
    shop++;
    return String.valueOf(shop);
  }

  private static JsonNode risk(int sighting, String language) {
    return Checks.ok(desk.client().get("/api/v1/sightings/" + sighting + "/risk?language=" + language)).json();
  }

  private static List<String> codes(JsonNode risk, String level) {
    List<String> codes = new ArrayList<>();
    risk.get("items").forEach(item -> {
      if (item.get("level").asText().equals(level)) {
        codes.add(item.get("code").asText());
      }
    });
    return codes;
  }

  private static String text(JsonNode risk, String code) {
    for (JsonNode item : risk.get("items")) {
      if (item.get("code").asText().equals(code)) {
        return item.get("text").asText();
      }
    }
    throw new AssertionError("no " + code + " in " + risk);
  }

  /** The codes that a complaint without reasons is refused for. */
  private static List<String> refused(int sighting) {
    Client.Reply reply = Reports.complain(desk.client(), Reports.complaint("refused-" + sighting, "" + sighting));
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("reason-needed");
    List<String> codes = new ArrayList<>();
    reply.json().get("codes").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static int licence(String shop, String name, String until) {
    return desk.server().server().features().database().write(handle ->
        handle.createQuery(
                """
                insert into licence (seller_id, shop_group, shop_id, name, whole, until_day, note, account_id, stated_at)
                select seller_id, 'alibaba', :shop, :name, 1, :until, '', id, '2026-11-21T08:00:00.000Z'
                from account where name = 'Willow''s person' returning id""")
            .bind("shop", shop)
            .bind("name", name)
            .bind("until", until)
            .mapTo(int.class)
            .one());
  }

  private static void sql(String statement) {
    desk.server().server().features().database().write(handle -> handle.execute(statement));
  }

  private static List<String> audited(int complaint) {
    return desk.server().server().features().database().read(handle ->
        handle.createQuery(
                "select trim(action || ' ' || details) from audit where action like 'complaint.%'"
                + " and subject_id = :id order by id")
            .bind("id", complaint)
            .mapTo(String.class)
            .list());
  }

  private static JsonNode manifest(int complaint) throws Exception {
    byte[] zip = desk.client().get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (java.util.zip.ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith("manifest.json")) {
          return shotdeed.server.platform.Json.tree(in.readAllBytes());
        }
      }
    }
    throw new AssertionError("no manifest");
  }
}
