package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Reports;
import shotdeed.server.platform.Times;

class ShopForecastApiTest {
  private static CoatCase desk;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void a_forecast_says_what_an_upheld_complaint_would_cost_as_far_as_this_server_knows() {
    JsonNode answer = Checks.ok(desk.client().get("/api/v1/sightings/" + desk.sighting("71") + "/forecast")).json();
    assertThat(answer.get("market").asText()).isEqualTo("taobao");
    assertThat(answer.get("note").isNull()).isTrue();
    assertThat(answer.get("knownUpheld").asInt()).isZero();
    JsonNode forecast = answer.get("forecast");
    assertThat(forecast.get("policy")).isEqualTo(answer.get("policy"));
    assertThat(forecast.get("next").toString())
        .isEqualTo("{\"date\":\"2026-11-21\",\"ledger\":\"A\",\"points\":0,\"rule\":\"P1\",\"mergedWith\":null}");
    // What others complained of is not known: no upper end.
    assertThat(forecast.get("cumulative").get("A").toString()).isEqualTo("{\"min\":0,\"max\":null}");
  }

  @Test
  void upheld_complaints_against_the_same_shop_are_counted() {
    for (int i = 0; i < 2; i++) {
      int id = desk.prepared("upheld-" + i, "" + desk.sighting("72"));
      Checks.ok(desk.client().postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"N" + i + "\"}"));
      upheld(id, 20 - 10 * i, null, null);
    }
    JsonNode answer = desk.client().get("/api/v1/sightings/" + desk.sighting("72") + "/forecast").json();
    assertThat(answer.get("knownUpheld").asInt()).isEqualTo(2);
    assertThat(answer.get("forecast").get("next").get("rule").asText()).isEqualTo("P3");
    assertThat(answer.get("forecast").get("next").get("points").asInt()).isEqualTo(6);
    assertThat(desk.client().get("/api/v1/sightings/" + desk.sighting("73") + "/forecast").json().get("knownUpheld").asInt())
        .isZero();
  }

  @Test
  void a_complaint_that_waits_for_its_decision_is_told_with_what_follows_if_it_is_upheld_first() {
    int id = desk.prepared("waits", "" + desk.sighting("79"));
    Checks.ok(desk.client().postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"W1\"}"));
    JsonNode answer = forecast(desk.sighting("79"));
    assertThat(answer.at("/forecast/next/mergedWith").isNull()).isTrue();
    assertThat(answer.get("waiting").get("complaints").toString()).isEqualTo("[" + id + "]");
    assertThat(answer.at("/waiting/forecast/next").toString())
        .isEqualTo("{\"date\":\"2026-11-21\",\"ledger\":\"A\",\"points\":0,\"rule\":\"W1\",\"mergedWith\":\"2026-11-21\"}");
    upheld(id, 0, "A", 0);
    assertThat(forecast(desk.sighting("79")).get("waiting").isNull()).isTrue();
  }

  @Test
  void what_the_rules_say_besides_points_is_told_with_how_far_it_can_be_trusted() {
    JsonNode notes = forecast(desk.sighting("78")).get("notes");
    assertThat(notes.at("/searchEffect/points").asInt()).isEqualTo(2);
    assertThat(notes.at("/searchEffect/basis/confidence").asText()).isEqualTo("L");
    assertThat(notes.at("/conduct/0/id").asText()).isEqualTo("W1");
    assertThat(notes.at("/execution/rule").asText()).isEqualTo("heaviest-only");
    assertThat(notes.at("/lifting/conditions").toString()).isEqualTo("[\"term-ended\",\"rule-exam-passed\"]");
  }

  @Test
  void elsewhere_there_are_no_published_points() {
    String report = Reports.report("other-1", "2026-11-21T07:00:00Z", "other", "200", "7", "Coat");
    int sighting = Checks.ok(Reports.send(desk.client(), report, CoatCase.COPY)).json().get("sighting").asInt();
    assertThat(desk.client().get("/api/v1/sightings/" + sighting + "/forecast").text())
        .isEqualTo(
            "{\"policy\":null,\"market\":\"other\",\"note\":\"no-published-points\",\"knownUpheld\":0,"
                + "\"forecast\":null,\"marketName\":null,\"ruleTextDate\":null,\"cases\":[],\"ledgers\":[],"
                + "\"known\":[],\"stated\":[],\"decision\":null,\"years\":[],"
                + "\"byDecision\":null,\"waiting\":null,\"notes\":null,\"elsewhere\":null}");
    int id = desk.prepared("other-c", "" + sighting);
    assertThat(desk.client().get("/api/v1/complaints/" + id).json().get("forecast").isNull()).isTrue();
  }

  @Test
  void what_is_known_of_a_marketplace_without_points_is_said_with_its_sources() {
    JsonNode known = forecast(elsewhere("ebay-1", "www.ebay.de")).get("elsewhere");
    assertThat(known.at("/name/en").asText()).isEqualTo("eBay");
    assertThat(known.at("/facts/0/confidence").asText()).isEqualTo("M");
    assertThat(known.at("/facts/0/sources/0/read").asText()).isEqualTo("official");
    assertThat(forecast(elsewhere("jd-1", "item.jd.com")).at("/elsewhere/facts/1/text/en").asText()).contains("72 hours");
  }

  @Test
  void aliexpress_is_told_by_its_site() {
    JsonNode answer = forecast(elsewhere("ali-1", "www.aliexpress.com"));
    assertThat(answer.at("/policy/id").asText()).isEqualTo("aliexpress.image_theft");
    assertThat(answer.at("/forecast/next/rule").asText()).isEqualTo("E1");
    assertThat(answer.at("/ledgers/0/clearsOtherwise").asText()).isEqualTo("2027-11-21");
    assertThat(answer.at("/forecast/disagreements/0/code").asText()).isEqualTo("two-texts");
  }

  @Test
  void what_the_marketplace_told_beats_what_the_rules_say() {
    int first = desk.prepared("told-1", "" + desk.sighting("91"));
    int second = desk.prepared("told-2", "" + desk.sighting("91"));
    Checks.ok(desk.client().postJson("/api/v1/complaints/" + first + "/submitted", "{\"caseNumber\":\"T1\"}"));
    Checks.ok(desk.client().postJson("/api/v1/complaints/" + second + "/submitted", "{\"caseNumber\":\"T2\"}"));
    upheld(first, 30, "A", 2);
    upheld(second, 20, "A", 6);
    JsonNode answer = forecast(desk.sighting("91"));
    assertThat(answer.at("/forecast/cumulative/A").toString()).isEqualTo("{\"min\":14,\"max\":null}");
    assertThat(answer.at("/forecast/measures/0/threshold").asInt()).isEqualTo(12);
    assertThat(answer.at("/known/1/points").asInt()).isEqualTo(6);
  }

  @Test
  void each_rule_is_priced_and_the_expected_one_marked() {
    JsonNode cases = forecast(desk.sighting("92")).get("cases");
    assertThat(cases).hasSize(5);
    assertThat(cases.get(0).get("expected").asBoolean()).isTrue();
    assertThat(cases.get(4).at("/then/zhTw").asText()).isEqualTo("查封帳戶；永久");
  }

  private static JsonNode forecast(int sighting) {
    return Checks.ok(desk.client().get("/api/v1/sightings/" + sighting + "/forecast")).json();
  }

  /** Number of a sighting on a site that the program does not know. */
  private static int elsewhere(String key, String site) {
    String report = Reports.report(key, "2026-11-21T07:00:00Z", "other", key, "7", "Coat")
        .replace("\"site\":\"item.taobao.com\"", "\"site\":\"" + site + "\"");
    return Checks.ok(Reports.send(desk.client(), report, CoatCase.COPY)).json().get("sighting").asInt();
  }

  private static void upheld(int complaint, int daysAgo, String ledger, Integer points) {
    desk.server().server().features().database().write(handle -> {
      handle.execute(
          "update complaint set state = 'upheld', submitted_at = ? where id = ?",
          Times.text(desk.server().now().minus(Duration.ofDays(daysAgo))),
          complaint);
      return handle.execute(
          "insert into complaint_outcome (complaint_id, result, decided_on, ledger, points, reason, note, account_id,"
              + " recorded_at) values (?, 'upheld', '2026-11-20', ?, ?, '', '', 1, '2026-11-20T00:00:00Z')",
          complaint,
          ledger,
          points);
    });
  }
}
