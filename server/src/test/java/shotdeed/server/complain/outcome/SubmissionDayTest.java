package shotdeed.server.complain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;

/** Complaints prepared on Saturday, 21 November 2026, 16:00 in Shanghai; the clock stands on Monday, 16:00. */
class SubmissionDayTest {
  private static OutcomeCase desk;
  private static int[] prepared;
  private static int next;

  @BeforeAll
  static void start() {
    desk = new OutcomeCase();
    prepared = new int[13];
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = desk.prepared("taobao", "7");
    }
    desk.server().pass(Duration.ofDays(2));
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Client.Reply submit(int complaint, String more) {
    return desk.client().postJson(
        "/api/v1/complaints/" + complaint + "/submitted", "{\"caseNumber\":\"N-" + complaint + "\"" + more + "}");
  }

  private static String submittedAt(int complaint) {
    return desk.client().get("/api/v1/complaints/" + complaint).json().get("submittedAt").asText();
  }

  private static String decisionBy(int complaint) {
    for (JsonNode each : desk.progress(complaint).get("deadlines")) {
      if (each.get("kind").asText().equals("decision")) {
        return each.get("dueOn").asText();
      }
    }
    return "none";
  }

  @ParameterizedTest
  @CsvSource({
    // 4 or 5 working days; the hour of a day that is past is taken for noon, and never before the preparation.
    "2026-11-21, 2026-11-21T08:00:00Z, 2026-11-27",
    "2026-11-22, 2026-11-22T04:00:00Z, 2026-11-27",
    "2026-11-23, 2026-11-23T08:00:00Z, 2026-11-30",
    // What a browser kept while the server was away: its time, within what can be.
    "2026-11-22T05:06:07Z, 2026-11-22T05:06:07Z, 2026-11-27",
    "2026-11-20T00:00:00Z, 2026-11-21T08:00:00Z, 2026-11-27",
    "2026-11-29T00:00:00Z, 2026-11-23T08:00:00Z, 2026-11-30"
  })
  void the_days_count_from_the_stated_day_of_submission(String day, String at, String decisionBy) {
    int id = prepared[next++];
    Checks.ok(submit(id, ",\"submittedOn\":\"" + day + "\""));
    assertThat(java.time.Instant.parse(submittedAt(id))).isEqualTo(at);
    assertThat(desk.progress(id).at("/steps/0/happenedOn").asText()).isEqualTo(at.substring(0, 10));
    assertThat(decisionBy(id)).isEqualTo(decisionBy);
  }

  @Test
  void without_a_day_it_was_submitted_now() {
    int id = prepared[next++];
    Checks.ok(submit(id, ""));
    assertThat(java.time.Instant.parse(submittedAt(id))).isEqualTo("2026-11-23T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24, 422, step-day", "2026-11-20, 422, step-day", "last Friday, 400, field-invalid"})
  void a_day_that_cannot_be_is_said_and_nothing_is_recorded(String day, int status, String code) {
    int id = prepared[next++];
    Client.Reply reply = submit(id, ",\"submittedOn\":\"" + day + "\"");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).contains("\"code\":\"" + code + "\"", "\"field\":\"submittedOn\"");
    assertThat(desk.client().get("/api/v1/complaints/" + id).text()).contains("\"state\":\"prepared\"");
  }

  @Test
  void a_decision_may_lie_after_the_stated_day_and_not_before_it() {
    int id = prepared[next++];
    Checks.ok(submit(id, ",\"submittedOn\":\"2026-11-22\""));
    Client.Reply early = desk.step(id, "outcome", "2026-11-21", ",\"result\":\"upheld\"");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.text()).contains("step-day");
    desk.stepped(id, "outcome", "2026-11-22", ",\"result\":\"upheld\"");
    assertThat(desk.progress(id).get("state").asText()).isEqualTo("upheld");
  }
}
