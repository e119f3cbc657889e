package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Reports;

/** What the seller has to say before a complaint is prepared against which something speaks. */
class ReasonsApiTest {
  private static RiskCase desk;

  @BeforeAll
  static void start() {
    desk = new RiskCase();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void a_licence_asks_for_a_reason_and_the_reason_is_kept_shown_and_sealed() throws Exception {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    int licence = desk.licence(shop, "Shop " + shop, null);
    JsonNode risk = desk.risk(sighting, "en");
    assertThat(risk.get("level").asText()).isEqualTo("reason");
    assertThat(risk.get("items").get(0).get("text").asText())
        .isEqualTo(
            "Licence " + licence + " allows this shop to use the photograph. End the licence if it is over. Or state why"
                + " this use is not covered.");
    Checks.problem(
        Reports.complain(desk.coat().client(), Reports.complaint("kept", "" + sighting)),
        409,
        "reason-needed",
        "This complaint needs a reason from you",
        "No complaint was prepared; the copy you found is kept. Something speaks against it: read what, and either put it"
            + " right or state in your own words why you complain nevertheless.",
        ",\"codes\":[\"licensed\"],\"sighting\":" + sighting);

    String request = Reports.because("kept", "" + sighting, "licensed", "  The licence is for\\n their own shop page. ");
    int id = Checks.ok(Reports.complain(desk.coat().client(), request)).json().get("id").asInt();
    assertThat(Checks.ok(Reports.complain(desk.coat().client(), request)).json().get("id").asInt()).isEqualTo(id);
    JsonNode manifest = desk.manifest(id);
    assertThat(manifest.get("reasons").toString())
        .isEqualTo(
            "[{\"against\":{\"value\":\"licensed\",\"source\":\"verified by the server\"},"
                + "\"sightings\":{\"value\":[" + sighting + "],\"source\":\"verified by the server\"},"
                + "\"reason\":{\"value\":\"The licence is for their own shop page.\",\"source\":\"stated by the seller\"},"
                + "\"statedAt\":{\"value\":\"2026-11-21T08:00:00.000Z\",\"source\":\"verified by the server\"}}]");
    assertThat(desk.audited(id)).containsExactly("complaint.prepare", "complaint.reason licensed");
  }

  @Test
  void a_complaint_that_needs_no_reason_says_nothing_of_any() throws Exception {
    int id = desk.coat().prepared("plain", "" + desk.coat().sighting(desk.nextShop()));
    assertThat(desk.manifest(id).has("reasons")).isFalse();
  }

  @Test
  void the_same_request_with_another_reason_is_another_request() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    desk.licence(shop, "", null);
    Checks.ok(Reports.complain(desk.coat().client(), Reports.because("twice", "" + sighting, "licensed", "It ended in May.")));
    Client.Reply other =
        Reports.complain(desk.coat().client(), Reports.because("twice", "" + sighting, "licensed", "It never began."));
    assertThat(other.json().get("code").asText()).isEqualTo("client-key-reused");
  }

  @Test
  void an_own_shop_is_never_complained_about_whatever_the_reason() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    desk.sql("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) select seller_id,"
        + " 'alibaba', '" + shop + "', '', id, '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'");
    assertThat(desk.risk(sighting, "en").get("level").asText()).isEqualTo("blocked");
    Checks.problem(
        Reports.complain(desk.coat().client(), Reports.because("own", "" + sighting, "licensed", "Mine is mine.")),
        409,
        "own-shop",
        "Sighting " + sighting + " is in a shop of your own",
        "No complaint was prepared. If the shop is not yours, take that back on the page of the copy found or under \\\"Own"
            + " shops\\\", then try again.",
        ",\"sighting\":" + sighting);
  }

  @ParameterizedTest
  @CsvSource({
    "update sighting set verdict = 'related', related",
    "update sighting set state = 'not-a-copy', not-a-copy",
    "update sighting set state = 'licensed', licensed",
    "update sighting set state = 'rectify-requested', rectify-requested"
  })
  void what_was_judged_otherwise_takes_a_reason(String judged, String code) {
    int sighting = desk.coat().sighting(desk.nextShop());
    desk.sql(judged + " where id = " + sighting);
    assertThat(desk.refused(sighting)).containsExactly(code);
    Checks.ok(Reports.complain(
        desk.coat().client(), Reports.because("judged-" + code, "" + sighting, code, "Looked at it again with a colleague.")));
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
    int sighting = desk.coat().sighting(desk.nextShop());
    Client.Reply reply =
        Reports.complain(desk.coat().client(), Reports.with(Reports.complaint("bad", "" + sighting), reasons));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("field").asText()).startsWith("reasons");
    assertThat(desk.coat().client().get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  @Test
  void ten_thousand_reasons_and_one_of_501_characters_are_refused() {
    int sighting = desk.coat().sighting(desk.nextShop());
    String one = "{\"code\":\"licensed\",\"text\":\"It ended.\"}";
    for (String reasons : List.of(
        "[" + (one + ",").repeat(9_999) + one + "]",
        "[" + one.replace("It ended.", "x".repeat(501)) + "]")) {
      Client.Reply reply =
          Reports.complain(desk.coat().client(), Reports.with(Reports.complaint("many", "" + sighting), reasons));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().get("field").asText()).isEqualTo("reasons");
    }
  }

  @Test
  void a_reason_for_what_is_not_there_is_not_sealed_in_silence() {
    int sighting = desk.coat().sighting(desk.nextShop());
    Client.Reply reply =
        Reports.complain(desk.coat().client(), Reports.because("idle", "" + sighting, "licensed", "It ended last year."));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("reason-not-asked");
    assertThat(reply.json().get("codes").toString()).isEqualTo("[\"licensed\"]");
  }

  @Test
  void of_a_licence_given_at_the_click_either_the_complaint_was_first_or_it_asks_for_a_reason() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        String shop = desk.nextShop();
        int sighting = desk.coat().sighting(shop);
        CyclicBarrier at = new CyclicBarrier(2);
        Future<Client.Reply> complaint = two.submit(() -> {
          at.await();
          return Reports.complain(desk.coat().client(), Reports.complaint("race-" + shop, "" + sighting));
        });
        Callable<Integer> give = () -> {
          at.await();
          return desk.licence(shop, "", null);
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
    String shop = desk.nextShop();
    String listing = desk.coat().nextListing();
    int first = Reports.sighting(desk.coat().client(), "day-1-" + listing, listing, shop, CoatCase.COPY);
    int complaint = desk.coat().prepared("first-" + shop, "" + first);
    String later = Reports.report("day-2-" + listing, listing, shop).replace("2026-11-21T07", "2026-11-20T07");
    int second = Checks.ok(Reports.send(desk.coat().client(), later, CoatCase.COPY)).json().get("sighting").asInt();
    assertThat(second).isNotEqualTo(first);
    Client.Reply reply = Reports.complain(desk.coat().client(), Reports.complaint("second-" + shop, "" + second));
    assertThat(reply.json().get("code").asText()).isEqualTo("already-complained");
    assertThat(reply.json().get("complaint").asInt()).isEqualTo(complaint);
  }
}
