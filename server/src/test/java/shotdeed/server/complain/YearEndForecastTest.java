package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;

/** A complaint late in December may be decided in January: both accounts are shown. */
class YearEndForecastTest {
  private CoatCase desk;
  private int sighting;

  @BeforeEach
  void start() {
    desk = CoatCase.open();
    sighting = desk.sighting("71");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private JsonNode at(String time) {
    desk.server().pass(Duration.between(desk.server().now(), Instant.parse(time)));
    return Checks.ok(desk.client().get("/api/v1/sightings/" + sighting + "/forecast")).json();
  }

  @Test
  void a_decision_of_this_year_needs_no_second_account() {
    JsonNode answer = at("2026-11-23T02:00:00Z"); // Monday 10:00 in Shanghai
    assertThat(answer.get("decision").toString())
        .isEqualTo("{\"earliest\":\"2026-11-23\",\"latest\":\"2026-11-30\",\"holidaysKnown\":true}");
    assertThat(answer.get("years")).isEmpty();
  }

  @Test
  void from_the_day_on_which_it_may_fall_into_january_both_are_shown() {
    assertThat(at("2026-12-24T01:00:00Z").get("years")).isEmpty(); // Thursday: the fifth working day is 31 December
    JsonNode answer = at("2026-12-28T02:00:00Z");
    assertThat(answer.get("years")).hasSize(2);
    JsonNode first = answer.get("years").get(0);
    JsonNode second = answer.get("years").get(1);
    assertThat(first.get("year").asInt()).isEqualTo(2026);
    assertThat(first.get("until").asText()).isEqualTo("2026-12-31");
    assertThat(first.get("forecast")).isEqualTo(answer.get("forecast"));
    assertThat(second.get("year").asInt()).isEqualTo(2027);
    assertThat(second.get("from").asText()).isEqualTo("2027-01-01");
    assertThat(second.at("/forecast/clears/A").asText()).isEqualTo("2027-12-31T24:00+08:00");
  }

  @Test
  void what_was_made_in_december_and_decided_in_january_is_shown_in_both_years() {
    int id = desk.prepared("across", "" + desk.sighting("71"));
    Checks.ok(desk.client().postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"N9\"}"));
    desk.server().server().features().database().write(handle -> {
      handle.execute("update complaint set submitted_at = '2026-12-29T02:00:00.000Z' where id = " + id);
      return handle.execute(
          "insert into complaint_outcome values (" + id + ", 'upheld', '2027-01-05', null, null, '', '', 1, '2027-01-05T03:00:00Z')");
    });
    JsonNode answer = at("2027-01-11T02:00:00Z");
    assertThat(answer.at("/forecast/next/rule").asText()).isEqualTo("P1");
    assertThat(answer.get("byDecision").get("complaints").toString()).isEqualTo("[" + id + "]");
    assertThat(answer.at("/byDecision/forecast/next/rule").asText()).isEqualTo("P2");
  }

  @Test
  void points_of_this_year_do_not_burden_the_account_of_the_next() {
    for (int i = 0; i < 2; i++) {
      int id = desk.prepared("c" + i, "" + desk.sighting("71"));
      Checks.ok(desk.client().postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"N" + i + "\"}"));
      int day = 10 + 5 * i;
      desk.server().server().features().database().write(handle -> {
        handle.execute("update complaint set submitted_at = '2026-11-" + day + "T00:00:00.000Z' where id = " + id);
        return handle.execute(
            "insert into complaint_outcome values (" + id + ", 'upheld', '2026-11-20', 'A', 6, '', '', 1, '2026-11-20T00:00:00Z')");
      });
    }
    JsonNode answer = at("2026-12-30T02:00:00Z");
    // Two told as serious: this is the third serious case of the year.
    assertThat(answer.at("/years/0/forecast/next/points").asInt()).isEqualTo(48);
    assertThat(answer.at("/years/0/forecast/cumulative/A/min").asInt()).isEqualTo(60);
    assertThat(answer.at("/years/1/forecast/next/points").asInt()).isZero();
    assertThat(answer.at("/years/1/forecast/cumulative/A/min").asInt()).isZero();
  }
}
