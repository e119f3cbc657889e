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
      int days = 20 - 10 * i;
      desk.server().server().features().database().write(handle ->
          handle.execute(
              "update complaint set state = 'upheld', submitted_at = ? where id = ?",
              Times.text(desk.server().now().minus(Duration.ofDays(days))),
              id));
    }
    JsonNode answer = desk.client().get("/api/v1/sightings/" + desk.sighting("72") + "/forecast").json();
    assertThat(answer.get("knownUpheld").asInt()).isEqualTo(2);
    assertThat(answer.get("forecast").get("next").get("rule").asText()).isEqualTo("P3");
    assertThat(answer.get("forecast").get("next").get("points").asInt()).isEqualTo(6);
    assertThat(desk.client().get("/api/v1/sightings/" + desk.sighting("73") + "/forecast").json().get("knownUpheld").asInt())
        .isZero();
  }

  @Test
  void elsewhere_there_are_no_published_points() {
    String report = Reports.report("other-1", "2026-11-21T07:00:00Z", "other", "200", "7", "Coat");
    int sighting = Checks.ok(Reports.send(desk.client(), report, CoatCase.COPY)).json().get("sighting").asInt();
    assertThat(desk.client().get("/api/v1/sightings/" + sighting + "/forecast").text())
        .isEqualTo(
            "{\"policy\":null,\"market\":\"other\",\"note\":\"no-published-points\",\"knownUpheld\":0,"
                + "\"forecast\":null}");
    int id = desk.prepared("other-c", "" + sighting);
    assertThat(desk.client().get("/api/v1/complaints/" + id).json().get("forecast").isNull()).isTrue();
  }
}
