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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Reports;
import shotdeed.server.platform.Times;

class RecheckApiTest {
  private OutcomeCase desk;
  private int complaint;

  @BeforeEach
  void start() {
    desk = new OutcomeCase();
    complaint = desk.submitted("taobao", "7"); // listing 1001
    desk.stepped(complaint, "outcome", "2026-11-21", ",\"result\":\"upheld\"");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private JsonNode due() {
    return Checks.ok(desk.client().get("/api/v1/rechecks")).json().get("rechecks");
  }

  private Client.Reply look(int id, String key, String result) {
    String at = Times.text(desk.server().now());
    return desk.client().postJson(
        "/api/v1/rechecks/" + id,
        "{\"clientKey\":\"" + key + "\",\"lookedAt\":\"" + at + "\",\"result\":\"" + result + "\"}");
  }

  private int seen(String key, String listing, String shop) {
    return seenAt(key, listing, shop, Times.text(desk.server().now()));
  }

  private int seenAt(String key, String listing, String shop, String at) {
    String report = Reports.report(key, at, "taobao", listing, shop, "Wool coat");
    return Checks.ok(Reports.send(desk.client(), report, OutcomeCase.COPY)).json().get("sighting").asInt();
  }

  private int cameBack(int sighting) {
    return desk.<Integer>read(handle ->
        handle.createQuery("select coalesce(max(b.complaint_id), 0) from sighting s"
                + " join came_back b on b.finding_id = s.finding_id where s.id = " + sighting)
            .mapTo(int.class)
            .one());
  }

  private int finding(int sighting) {
    return desk.<Integer>read(handle ->
        handle.createQuery("select finding_id from sighting where id = " + sighting).mapTo(int.class).one());
  }

  @Test
  void a_listing_is_looked_at_again_three_days_after_the_complaint_was_upheld() {
    assertThat(due()).isEmpty();
    desk.server().pass(Duration.ofDays(3));
    JsonNode one = due().get(0);
    assertThat(due()).hasSize(1);
    assertThat(one.get("complaint").asInt()).isEqualTo(complaint);
    assertThat(one.at("/listing/listingId").asText()).isEqualTo("1001");
    assertThat(one.get("dueOn").asText()).isEqualTo("2026-11-24");
    assertThat(one.get("pictures").toString()).isEqualTo("[\"https://img.alicdn.com/a.jpg_400x400.jpg\"]");
  }

  @Test
  void what_is_still_there_comes_back_and_what_is_gone_does_not() {
    desk.server().pass(Duration.ofDays(3));
    int first = due().get(0).get("id").asInt();
    assertThat(Checks.ok(look(first, "k-1", "still-there")).json().get("result").asText()).isEqualTo("still-there");
    assertThat(due()).isEmpty();
    desk.server().pass(Duration.ofDays(3));
    int second = due().get(0).get("id").asInt();
    Checks.ok(look(second, "k-2", "not-seen"));
    desk.server().pass(Duration.ofDays(1));
    int third = due().get(0).get("id").asInt();
    Checks.ok(look(third, "k-3", "listing-gone"));
    desk.server().pass(Duration.ofDays(30));
    assertThat(due()).isEmpty();
  }

  @Test
  void the_same_message_twice_is_one_and_another_one_after_it_is_told() {
    desk.server().pass(Duration.ofDays(3));
    int id = due().get(0).get("id").asInt();
    String first = look(id, "k-1", "listing-gone").text();
    assertThat(look(id, "k-1", "listing-gone").text()).isEqualTo(first);
    assertThat(look(id, "k-1", "still-there").json().get("code").asText()).isEqualTo("client-key-reused");
    assertThat(look(id, "k-2", "still-there").json().get("code").asText()).isEqualTo("recheck-done");
    assertThat(look(id, "k-3", "vanished").json().get("field").asText()).isEqualTo("result");
    assertThat(desk.client().postJson("/api/v1/rechecks/" + id,
                "{\"clientKey\":\"k-4\",\"lookedAt\":\"2027-11-21T08:00:00Z\",\"result\":\"not-seen\"}")
            .json().get("field").asText())
        .isEqualTo("lookedAt");
    assertThat(desk.<Integer>read(handle -> handle.createQuery("select count(*) from gone_copy").mapTo(int.class).one()))
        .isEqualTo(1);
  }

  @Test
  void of_many_browsers_that_look_at_once_one_look_is_recorded() throws Exception {
    desk.server().pass(Duration.ofDays(3));
    int id = due().get(0).get("id").asInt();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CyclicBarrier start = new CyclicBarrier(4);
    List<Future<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String key = "k-" + i;
      replies.add(threads.submit(() -> {
        start.await();
        return look(id, key, "still-there").status();
      }));
    }
    for (Future<Integer> reply : replies) {
      assertThat(reply.get()).isEqualTo(200);
    }
    threads.shutdownNow();
    assertThat(desk.<Integer>read(handle -> handle.createQuery("select count(*) from recheck").mapTo(int.class).one()))
        .isEqualTo(2);
  }

  @Test
  void a_copy_that_is_there_again_after_it_was_gone_is_a_new_finding_marked_as_come_back() {
    desk.server().pass(Duration.ofDays(3));
    Checks.ok(look(due().get(0).get("id").asInt(), "k-1", "listing-gone"));
    desk.server().pass(Duration.ofDays(2));
    int again = seen("again", "1001", "7");
    assertThat(cameBack(again)).isEqualTo(complaint);
    assertThat(finding(again)).isNotEqualTo(finding(1));
    // The same shop under another listing is a return too; another shop is none.
    assertThat(cameBack(seen("other-listing", "2002", "7"))).isEqualTo(complaint);
    assertThat(cameBack(seen("other-shop", "3003", "8"))).isZero();
  }

  @Test
  void even_on_the_day_on_which_it_was_gone() {
    desk.server().pass(Duration.ofDays(3));
    int morning = seen("morning", "1001", "7");
    assertThat(cameBack(morning)).isZero();
    desk.server().pass(Duration.ofHours(1));
    Checks.ok(look(due().get(0).get("id").asInt(), "k-1", "picture-gone"));
    desk.server().pass(Duration.ofHours(2));
    int evening = seen("evening", "1001", "7");
    assertThat(evening).isNotEqualTo(morning);
    assertThat(finding(evening)).isNotEqualTo(finding(morning));
    assertThat(cameBack(evening)).isEqualTo(complaint);
    // Once more on that day is the same sighting again.
    desk.server().pass(Duration.ofMinutes(5));
    assertThat(seen("later", "1001", "7")).isEqualTo(evening);
  }

  @Test
  void what_was_seen_before_it_was_gone_and_is_told_late_did_not_come_back() {
    String before = Times.text(desk.server().now().plus(Duration.ofDays(2)));
    desk.server().pass(Duration.ofDays(3));
    Checks.ok(look(due().get(0).get("id").asInt(), "k-1", "listing-gone"));
    desk.server().pass(Duration.ofHours(1));
    assertThat(cameBack(seenAt("late", "1001", "7", before))).isZero();
  }

  @Test
  void nobody_looks_for_what_was_dismissed_after_all() {
    desk.stepped(complaint, "appeal", "2026-11-21", ",\"by\":\"accused\"");
    desk.stepped(complaint, "outcome", "2026-11-21", ",\"result\":\"dismissed\",\"reason\":\"licensed\"");
    desk.server().pass(Duration.ofDays(5));
    assertThat(due()).isEmpty();
  }

  @Test
  void another_sellers_looks_are_nobodys() {
    desk.server().pass(Duration.ofDays(3));
    int id = due().get(0).get("id").asInt();
    Client other = desk.server().newSeller("Stranger");
    assertThat(other.get("/api/v1/rechecks").text()).isEqualTo("{\"rechecks\":[]}");
    assertThat(other.postJson("/api/v1/rechecks/" + id,
                "{\"clientKey\":\"k\",\"lookedAt\":\"2026-11-21T08:00:00Z\",\"result\":\"not-seen\"}")
            .status())
        .isEqualTo(404);
  }
}
