package shotdeed.server.complain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Client;

/** The test's clock stands on Saturday, 21 November 2026, 16:00 in Shanghai. */
class OutcomeApiTest {
  private static final String TODAY = "2026-11-21";
  private static OutcomeCase desk;

  @BeforeAll
  static void start() {
    desk = new OutcomeCase();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String deadline(JsonNode progress, String kind) {
    for (JsonNode each : progress.get("deadlines")) {
      if (each.get("kind").asText().equals(kind)) {
        return each.get("dueOn").asText() + " " + each.get("firstOn").asText() + " " + each.get("lastOn").asText()
            + (each.get("done").asBoolean() ? " done" : "") + (each.get("unsure").asBoolean() ? " unsure" : "");
      }
    }
    return "none";
  }

  private static List<String> next(JsonNode progress) {
    List<String> next = new ArrayList<>();
    progress.get("next").forEach(each -> next.add(each.asText()));
    return next;
  }

  @Test
  void a_submitted_complaint_has_days_by_which_evidence_and_decision_may_be_expected() {
    JsonNode progress = desk.progress(desk.submitted("taobao", "7"));
    // 24 hours; 4 working days by one source, 3 to 5 by another: Monday to Friday follow.
    assertThat(deadline(progress, "evidence")).isEqualTo("2026-11-22 2026-11-22 2026-11-22");
    assertThat(deadline(progress, "decision")).isEqualTo("2026-11-27 2026-11-21 2026-11-27");
    assertThat(next(progress)).containsExactly("evidence-period", "outcome", "counter-notice");
  }

  @Test
  void an_upheld_complaint_keeps_its_points_and_another_one_that_they_were_not_told() {
    int told = desk.submitted("taobao", "7");
    JsonNode progress = desk.stepped(
        told, "outcome", TODAY, ",\"result\":\"upheld\",\"ledger\":\"A\",\"points\":2,\"note\":\"by letter\"");
    assertThat(progress.get("state").asText()).isEqualTo("upheld");
    assertThat(progress.get("outcome").toString())
        .isEqualTo("{\"result\":\"upheld\",\"decidedOn\":\"2026-11-21\",\"ledger\":\"A\",\"points\":2,\"reason\":\"\","
            + "\"note\":\"by letter\"}");
    assertThat(deadline(progress, "decision")).endsWith(" done");
    // 3 working days by one source, 15 days by the other.
    assertThat(deadline(progress, "accusedAppeal")).isEqualTo("2026-12-06 2026-11-25 2026-12-06");
    int untold = desk.submitted("taobao", "7");
    assertThat(desk.stepped(untold, "outcome", TODAY, ",\"result\":\"upheld\"").at("/outcome/points").isNull()).isTrue();
  }

  @Test
  void a_self_check_is_upheld_without_points_whatever_is_stated() {
    int id = desk.submitted("taobao", "7");
    JsonNode progress = desk.stepped(id, "outcome", TODAY, ",\"result\":\"self-check\",\"points\":6,\"ledger\":\"A\"");
    assertThat(progress.get("state").asText()).isEqualTo("upheld");
    assertThat(progress.at("/outcome/points").asInt()).isZero();
    assertThat(progress.at("/outcome/ledger").isNull()).isTrue();
  }

  @Test
  void the_whole_way_through_dismissal_and_appeal_to_the_end_is_kept() {
    int id = desk.submitted("other", "7");
    desk.stepped(id, "evidence-period", TODAY, "");
    assertThat(desk.stepped(id, "outcome", TODAY, ",\"result\":\"dismissed\",\"reason\":\"series-missing\"")
            .get("state").asText())
        .isEqualTo("dismissed");
    assertThat(next(desk.progress(id))).containsExactly("appeal", "final");
    assertThat(desk.stepped(id, "appeal", TODAY, ",\"by\":\"us\"").get("state").asText()).isEqualTo("appealed");
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\",\"points\":2,\"ledger\":\"A\"");
    desk.stepped(id, "appeal", TODAY, ",\"by\":\"accused\"");
    JsonNode end = desk.stepped(id, "final", TODAY, "");
    assertThat(end.get("state").asText()).isEqualTo("final");
    // It keeps its outcome.
    assertThat(end.at("/outcome/result").asText()).isEqualTo("upheld");
    assertThat(next(end)).isEmpty();
    assertThat(end.get("steps")).hasSize(7);
    List<String> logged = desk.read(handle ->
        handle.createQuery("select kind from log_leaf where complaint_id = :id order by number")
            .bind("id", id)
            .mapTo(String.class)
            .list());
    assertThat(logged).hasSize(8).startsWith("evidence").endsWith("complaint-step");
    assertThat(desk.<Integer>read(handle ->
            handle.createQuery("select count(*) from audit where subject = 'complaint' and subject_id = :id"
                    + " and action in ('complaint.submitted', 'complaint.evidence-period', 'complaint.outcome',"
                    + " 'complaint.appeal', 'complaint.final')")
                .bind("id", id)
                .mapTo(int.class)
                .one()))
        .isEqualTo(7);
  }

  @Test
  void jd_takes_three_appeals_and_no_more_are_called_for() {
    int id = desk.submitted("other", "7");
    desk.sql("update complaint set site = 'item.jd.com' where id = ?", id);
    for (int i = 0; i < 3; i++) {
      JsonNode dismissed = desk.stepped(id, "outcome", TODAY, ",\"result\":\"dismissed\",\"reason\":\"other\"");
      assertThat(deadline(dismissed, "appeal")).isEqualTo("2026-12-01 2026-12-01 2026-12-01");
      desk.stepped(id, "appeal", TODAY, ",\"by\":\"us\"");
    }
    JsonNode last = desk.stepped(id, "outcome", TODAY, ",\"result\":\"dismissed\",\"reason\":\"other\"");
    assertThat(deadline(last, "appeal")).endsWith(" done");
  }

  @Test
  void a_counter_notice_gives_the_days_of_the_law_that_holds() {
    int shopify = desk.submitted("other", "7");
    desk.sql("update complaint set site = 'coats.myshopify.com' where id = ?", shopify);
    JsonNode progress = desk.stepped(shopify, "counter-notice", TODAY, "");
    // 10 to 14 working days: the earliest is the one to go by; American holidays are not known.
    assertThat(deadline(progress, "counterNotice")).isEqualTo("2026-12-04 2026-12-04 2026-12-10 unsure");
    int taobao = desk.submitted("taobao", "7");
    assertThat(deadline(desk.stepped(taobao, "counter-notice", TODAY, ""), "counterNotice"))
        .isEqualTo("2026-12-06 2026-12-06 2026-12-06");
  }

  @Test
  void a_decision_before_the_submission_is_refused_with_what_to_do() {
    int id = desk.prepared("taobao", "7");
    Client.Reply reply = desk.step(id, "outcome", TODAY, ",\"result\":\"upheld\"");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("complaint-not-submitted");
    assertThat(reply.json().get("detail").asText()).contains("record its case number first");
    assertThat(desk.progress(id).get("steps")).isEmpty();
  }

  @Test
  void a_day_ahead_or_before_the_submission_or_the_step_before_is_refused() {
    int id = desk.submitted("taobao", "7");
    assertThat(desk.step(id, "outcome", "2026-11-22", ",\"result\":\"upheld\"").text())
        .contains("\"step-day\"", "You stated 2026-11-22; today it is 2026-11-21");
    assertThat(desk.step(id, "outcome", "2026-11-20", ",\"result\":\"upheld\"").text())
        .contains("\"step-day\"", "was on 2026-11-21");
    assertThat(desk.progress(id).get("outcome").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"taobao, a, A", "taobao, 一般违规, A", "tmall, 嚴重違規, B", "taobao, '', ", "other, whatever they call it, whatever they call it"})
  void points_are_told_of_a_ledger_that_the_marketplaces_rules_have(String market, String said, String stored) {
    int id = desk.submitted(market, "7");
    JsonNode progress =
        desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\",\"points\":2,\"ledger\":\"" + said + "\"");
    assertThat(progress.at("/outcome/ledger").asText(null)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "outcome | | result",
    "outcome | ,\"result\":\"won\" | result",
    "outcome | ,\"result\":\"upheld\",\"points\":-1 | points",
    "outcome | ,\"result\":\"upheld\",\"points\":1001 | points",
    "outcome | ,\"result\":\"upheld\",\"ledger\":\"0123456789012345678901234567890\" | ledger",
    "outcome | ,\"result\":\"upheld\",\"ledger\":\"Z\" | ledger",
    "outcome | ,\"result\":\"upheld\",\"ledger\":\"C\" | ledger",
    "outcome | ,\"result\":\"dismissed\" | reason",
    "outcome | ,\"result\":\"dismissed\",\"reason\":\"weather\" | reason",
    "outcome | ,\"result\":\"upheld\",\"points\":\"2\" | points",
  })
  void what_is_stated_wrong_is_named(String kind, String more, String field) {
    int id = desk.submitted("taobao", "7");
    Client.Reply reply = desk.step(id, kind, TODAY, more == null ? "" : more);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("field").asText()).isEqualTo(field);
  }

  @Test
  void a_day_that_is_none_and_a_missing_revision_are_named() {
    int id = desk.submitted("taobao", "7");
    assertThat(desk.step(id, "final", "yesterday", "").json().get("code").asText()).isEqualTo("wrong-state");
    assertThat(desk.step(id, "outcome", "2026-02-30", ",\"result\":\"upheld\"").json().get("field").asText())
        .isEqualTo("happenedOn");
    assertThat(desk.client().postJson("/api/v1/complaints/" + id + "/outcome", "{\"happenedOn\":\"2026-11-21\"}")
            .json().get("field").asText())
        .isEqualTo("revision");
  }

  @Test
  void a_step_that_its_state_does_not_allow_is_refused() {
    int id = desk.submitted("taobao", "7");
    assertThat(desk.step(id, "appeal", TODAY, ",\"by\":\"us\"").json().get("code").asText()).isEqualTo("wrong-state");
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\"");
    // Who won does not appeal.
    assertThat(desk.step(id, "appeal", TODAY, ",\"by\":\"us\"").json().get("code").asText()).isEqualTo("wrong-state");
    desk.stepped(id, "appeal", TODAY, ",\"by\":\"accused\"");
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"withdrawn\"");
    assertThat(desk.step(id, "final", TODAY, "").json().get("code").asText()).isEqualTo("wrong-state");
  }

  @Test
  void what_was_recorded_by_mistake_is_taken_back_and_nothing_is_lost() {
    int id = desk.submitted("taobao", "7");
    JsonNode before = desk.progress(id);
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\",\"points\":6,\"ledger\":\"A\",\"note\":\"wrong case\"");
    assertThat(desk.client().get("/api/v1/rechecks").status()).isEqualTo(200);
    JsonNode after = shotdeed.server.Checks.ok(desk.undo(id)).json();
    assertThat(after.get("state").asText()).isEqualTo("submitted");
    assertThat(after.get("outcome").isNull()).isTrue();
    assertThat(after.get("deadlines")).isEqualTo(before.get("deadlines"));
    assertThat(after.get("steps")).hasSize(3);
    assertThat(after.at("/steps/1/undone").asBoolean()).isTrue();
    assertThat(after.at("/steps/1/stated/note").asText()).isEqualTo("wrong case");
    assertThat(desk.<Integer>read(handle ->
            handle.createQuery("select count(*) from recheck where complaint_id = " + id).mapTo(int.class).one()))
        .isZero();
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\",\"points\":2,\"ledger\":\"A\"");
    assertThat(desk.progress(id).at("/outcome/points").asInt()).isEqualTo(2);
    // And back again, to nothing; the submission itself is not undone.
    shotdeed.server.Checks.ok(desk.undo(id));
    assertThat(desk.undo(id).json().get("code").asText()).isEqualTo("nothing-to-undo");
  }

  @Test
  void the_same_step_sent_twice_is_one() {
    int id = desk.submitted("taobao", "7");
    String body = "{\"revision\":" + desk.revision(id) + ",\"happenedOn\":\"2026-11-21\",\"result\":\"upheld\"}";
    String first = desk.client().postJson("/api/v1/complaints/" + id + "/outcome", body).text();
    assertThat(desk.client().postJson("/api/v1/complaints/" + id + "/outcome", body).text()).isEqualTo(first);
    assertThat(desk.progress(id).get("steps")).hasSize(2);
  }

  @Test
  void of_two_people_at_once_one_wins_and_the_other_is_told_what_stands() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        int id = desk.submitted("taobao", "7");
        int revision = desk.revision(id);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Client.Reply>> replies = new ArrayList<>();
        for (String result : List.of("upheld", "withdrawn")) {
          replies.add(threads.submit(() -> {
            start.await();
            return desk.client().postJson(
                "/api/v1/complaints/" + id + "/outcome",
                "{\"revision\":" + revision + ",\"happenedOn\":\"2026-11-21\",\"result\":\"" + result + "\"}");
          }));
        }
        List<Client.Reply> both = List.of(replies.get(0).get(), replies.get(1).get());
        assertThat(both).extracting(Client.Reply::status).containsExactlyInAnyOrder(200, 409);
        JsonNode lost = both.get(0).status() == 409 ? both.get(0).json() : both.get(1).json();
        JsonNode stands = desk.progress(id);
        assertThat(lost.get("code").asText()).isEqualTo("complaint-moved-on");
        assertThat(lost.get("state")).isEqualTo(stands.get("state"));
        assertThat(lost.get("revision")).isEqualTo(stands.get("revision"));
        assertThat(lost.get("title").asText()).isNotEmpty();
        assertThat(stands.get("steps")).hasSize(2);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void another_seller_neither_sees_nor_records_anything() {
    int id = desk.submitted("taobao", "7");
    Client other = desk.server().newSeller("Stranger");
    assertThat(other.get("/api/v1/complaints/" + id + "/outcome").status()).isEqualTo(404);
    for (String kind : List.of("outcome", "evidence-period", "appeal", "counter-notice", "final", "undo")) {
      assertThat(other.postJson("/api/v1/complaints/" + id + "/" + kind,
                  "{\"revision\":1,\"happenedOn\":\"2026-11-21\",\"result\":\"upheld\",\"by\":\"us\"}")
              .status())
          .as(kind)
          .isEqualTo(404);
    }
  }

  @Test
  void the_forecasts_class_reads_what_was_recorded() {
    int id = desk.submitted("taobao", "4711");
    desk.stepped(id, "outcome", TODAY, ",\"result\":\"upheld\",\"points\":2,\"ledger\":\"A\"");
    List<Outcomes.Known> known =
        desk.read(handle -> Outcomes.ofShop(handle, desk.seller(), "number alibaba 4711"));
    assertThat(known).hasSize(1);
    assertThat(known.get(0).points()).isEqualTo(2);
    assertThat(Duration.between(known.get(0).submittedAt(), desk.server().now())).isLessThan(Duration.ofDays(1));
  }
}
