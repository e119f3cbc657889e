package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;

/** Many certificates of the monitor library are changed at once, and that is undone. */
class MonitorLibraryStepsTest extends MonitorLibraryFixture {
  @Test
  void ticked_certificates_take_the_step_that_they_can_and_the_others_are_left_with_the_reason() {
    Person rowan = stranger();
    int other = Integer.parseInt(value("select max(id) from seller"));
    has(7, "a.jpg", "certified");
    has(8, "b.jpg", "registered");
    has(9, "c.jpg", "first-passed");
    has(10, "d.jpg", "contested");
    has(11, "e.jpg", "refused");
    has(12, "f.jpg", "rejected");
    has(13, "g.jpg", "retired");
    has(14, "h.jpg", "voided");
    has(15, "i.jpg", "revoked");
    has(16, "j.jpg", "paused");
    has(17, "k.jpg", "monitored");
    has(other, 18, "rowans.jpg", "certified");
    List<String> fields = new ArrayList<>(List.of("csrf", person.csrf(), "step", "monitor", "query", "show=all"));
    for (int id = 7; id <= 19; id++) {
      fields.addAll(List.of("certificate", "" + id));
    }
    fields.addAll(List.of("certificate", "7")); // twice is once
    Client.Reply reply = person.post("/bulk-steps", fields.toArray(new String[0]));
    assertThat(reply.status()).isEqualTo(303);
    assertThat(person.page("/bulk-steps/1"))
        .contains(
            "Moved: 2",
            "Left as they are: 11",
            "Only what passed the second review can enter the monitor library.",
            "In dispute until a neutral reviewer has decided.",
            "The first review refused these.",
            "The second review turned these down.",
            "Retired for good.",
            "Voided, because the original leaked.",
            "Revoked after a dispute.",
            "Monitored already.",
            "Not among your certificates · 2",
            "href=\"/monitor?show=all\"")
        .doesNotContain("rowans.jpg");
    assertThat(value("select group_concat(id || ' ' || state, ', ') from (select * from certificate order by id)"))
        .isEqualTo("7 monitored, 8 monitored, 9 first-passed, 10 contested, 11 refused, 12 rejected, 13 retired,"
            + " 14 voided, 15 revoked, 16 paused, 17 monitored, 18 certified");
    assertThat(value("select count(*) from certificate_event where to_state = 'monitored'")).isEqualTo("2");
    assertThat(rowan.get("/bulk-steps/1").status()).isEqualTo(404);
    assertThat(rowan.post("/bulk-steps/1/undo", "csrf", rowan.csrf()).status()).isEqualTo(404);
  }

  @Test
  void pausing_is_undone_for_what_was_paused_then_and_still_is() {
    has(7, "a.jpg", "monitored");
    has(8, "b.jpg", "monitored");
    has(9, "c.jpg", "paused");
    String paused = person.submit(
        person.page("/monitor"), "/bulk-steps", "step", "pause", "certificate", "7", "certificate", "8", "certificate", "9")
        .text();
    assertThat(paused).contains("Moved: 2", "Left as they are: 1", "Undo: monitor all of these again");
    person.submit(person.page("/certificates/8"), "/certificates/8/retire");
    assertThat(person.submit(paused, "/bulk-steps/1/undo").text()).contains("Moved: 1", "Left as they are: 1", "Retired for good.");
    assertThat(state(7) + " " + state(8) + " " + state(9)).isEqualTo("monitored retired paused");
    // Pressed twice, it is undone once.
    assertThat(person.submit(paused, "/bulk-steps/1/undo").text()).contains("Moved: 1");
    assertThat(value("select count(*) from bulk_step")).isEqualTo("2");
    assertThat(person.page("/bulk-steps/1")).contains("This was taken back.").doesNotContain("Undo: monitor");
  }

  @Test
  void all_that_the_filter_shows_are_changed_on_all_pages_and_nothing_else() {
    for (int id = 1; id <= 1300; id++) {
      has(id, (id % 2 == 0 ? "even " : "odd ") + id, "monitored");
    }
    String page = person.page("/monitor?q=even");
    assertThat(page).contains("All 650 that this list shows, on all its pages", "Total: 650");
    person.submit(page, "/bulk-steps", "step", "pause", "all", "yes");
    settle();
    assertThat(person.page("/bulk-steps/1")).contains("Moved: 650").doesNotContain("Left as they are");
    assertThat(value("select count(*) from certificate where state = 'paused' and title like 'even%'")).isEqualTo("650");
    assertThat(value("select count(*) from certificate where state = 'monitored'")).isEqualTo("650");
    assertThat(value("select action || ' ' || details from audit order by id desc limit 1")).isEqualTo("certificates.pause 650");
  }

  @Test
  void a_list_longer_than_a_transaction_takes_is_put_down_whole_done_and_undone() {
    sql("insert into certificate (id, seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type, width,"
        + " height, created_at) with recursive n (i) as (select 1 union all select i + 1 from n where i < 11000)"
        + " select i, 1, 1, 'a ' || i, 'monitored', 'certified-before-publication', 'own', 'sha-' || i, 1000, 'image/jpeg',"
        + " 2000, 2000, '2026-11-01T08:00:00.000Z' from n");
    person.submit(person.page("/monitor"), "/bulk-steps", "step", "pause", "all", "yes");
    settle();
    String paused = person.page("/bulk-steps/1");
    assertThat(paused).contains("Moved: 11000");
    assertThat(value("select details from audit where action = 'certificates.pause'")).isEqualTo("11000");
    person.submit(paused, "/bulk-steps/1/undo");
    settle();
    assertThat(value("select total || ' ' || undo_of from bulk_step where id = 2")).isEqualTo("11000 1");
    assertThat(value("select count(*) from certificate where state = 'monitored'")).isEqualTo("11000");
  }

  @Test
  void of_two_who_undo_at_once_both_see_one_step_that_does_it() throws Exception {
    for (int id = 1; id <= 600; id++) {
      has(id, "a " + id, "monitored");
    }
    String page = person.page("/monitor");
    person.submit(page, "/bulk-steps", "step", "pause", "all", "yes");
    settle();
    String csrf = person.csrf();
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<Client.Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      replies.add(two.submit(() -> {
        go.await();
        return person.post("/bulk-steps/1/undo", "csrf", csrf);
      }));
    }
    go.countDown();
    for (Future<Client.Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(303);
      assertThat(reply.get().header("Location")).contains("/bulk-steps/2");
    }
    two.shutdown();
    settle();
    assertThat(value("select count(*) from bulk_step")).isEqualTo("2");
    assertThat(value("select count(*) from certificate where state = 'monitored'")).isEqualTo("600");
  }

  @Test
  void what_became_of_each_certificate_is_kept_for_the_last_twenty_steps() {
    has(7, "a.jpg", "monitored");
    for (int i = 0; i < 21; i++) {
      String step = i % 2 == 0 ? "pause" : "resume";
      person.submit(person.page("/monitor"), "/bulk-steps", "step", step, "certificate", "7");
    }
    settle();
    assertThat(value("select min(bulk_id) || ' ' || count(*) from bulk_item")).isEqualTo("2 20");
    assertThat(value("select count(*) from bulk_step")).isEqualTo("21");
    assertThat(person.page("/bulk-steps/1")).contains("is no longer listed here").doesNotContain("Undo", "Moved: 0");
  }

  @Test
  void what_a_stopped_server_had_not_done_yet_is_done_after_its_start() {
    for (int id = 1; id <= 700; id++) {
      has(id, "a " + id, "monitored");
    }
    sql("insert into bulk_step (seller_id, account_id, step, total, strangers, query, asked_at)"
        + " values (1, 1, 'pause', 700, 0, '', '2026-11-21T08:00:00.000Z')");
    sql("insert into bulk_item select 1, id, case when id <= 300 then 'moved' end from certificate");
    sql("update certificate set state = 'paused' where id <= 300");
    assertThat(person.get("/bulk-steps/1").header("Refresh")).isEqualTo("2");
    assertThat(person.page("/bulk-steps/1")).contains("At work: 300 of 700.", "<progress");
    server.restart();
    settle();
    assertThat(person.at(server).page("/bulk-steps/1")).contains("Moved: 700").doesNotContain("At work");
    assertThat(value("select count(*) from certificate_event where to_state = 'paused'")).isEqualTo("400");
  }

  @Test
  void retiring_many_is_asked_twice() {
    has(7, "a.jpg", "monitored");
    has(8, "b.jpg", "paused");
    String asked = person.submit(
        person.page("/monitor"), "/bulk-steps", "step", "retire", "certificate", "7", "certificate", "8").text();
    assertThat(asked).contains("Retire certificates: 2", "It cannot be undone.");
    assertThat(state(7)).isEqualTo("monitored");
    Matcher number = Pattern.compile("name=\"certificate\" value=\"(\\d+)\"").matcher(asked);
    List<String> ids = new ArrayList<>();
    while (number.find()) {
      ids.addAll(List.of("certificate", number.group(1)));
    }
    ids.addAll(List.of("csrf", person.csrf(), "step", "retire", "sure", "yes"));
    person.post("/bulk-steps", ids.toArray(new String[0]));
    assertThat(state(7) + " " + state(8)).isEqualTo("retired retired");
    assertThat(person.page("/bulk-steps/1")).contains("Moved: 2").doesNotContain("Undo");
  }

  @Test
  void a_bad_request_for_many_changes_nothing() {
    has(7, "a.jpg", "monitored");
    String csrf = person.csrf();
    assertThat(person.post("/bulk-steps", "csrf", csrf, "step", "void", "certificate", "7").status()).isEqualTo(400);
    assertThat(person.post("/bulk-steps", "csrf", csrf, "step", "contest", "all", "yes").status()).isEqualTo(400);
    assertThat(person.post("/bulk-steps", "csrf", csrf, "step", "pause", "certificate", "seven").status()).isEqualTo(400);
    assertThat(person.post("/bulk-steps", "step", "pause", "certificate", "7").status()).isEqualTo(403);
    List<String> many = new ArrayList<>(List.of("csrf", csrf, "step", "pause"));
    for (int i = 0; i <= 500; i++) {
      many.addAll(List.of("certificate", "" + i));
    }
    assertThat(person.post("/bulk-steps", many.toArray(new String[0])).status()).isEqualTo(400);
    assertThat(person.submit(person.page("/monitor"), "/bulk-steps", "step", "pause").text()).contains("Nothing was ticked");
    assertThat(state(7)).isEqualTo("monitored");
    assertThat(value("select count(*) from bulk_step")).isEqualTo("0");
  }

  @Test
  void of_two_people_who_change_one_certificate_at_once_one_wins_and_the_other_is_told_what_it_is_now() throws Exception {
    Client device = server.admin();
    for (int round = 1; round <= 10; round++) {
      has(round, "a.jpg", "monitored");
      CountDownLatch go = new CountDownLatch(1);
      ExecutorService two = Executors.newFixedThreadPool(2);
      List<Future<Client.Reply>> replies = new ArrayList<>();
      for (String step : List.of("pause", "retire")) {
        String path = "/api/v1/certificates/" + round + "/" + step;
        replies.add(two.submit(() -> {
          go.await();
          return device.post(path);
        }));
      }
      go.countDown();
      Client.Reply pause = replies.get(0).get();
      Client.Reply retire = replies.get(1).get();
      two.shutdown();
      // What is paused may be retired; what is retired cannot be paused.
      assertThat(retire.status()).isEqualTo(200);
      assertThat(state(round)).isEqualTo("retired");
      if (pause.status() != 200) {
        assertThat(pause.status() + " " + pause.json().get("state").asText()).isEqualTo("409 retired");
      }
      assertThat(value("select count(*) from certificate_event where certificate_id = " + round))
          .isEqualTo(pause.status() == 200 ? "2" : "1");
    }
  }

  @Test
  void of_two_who_pause_it_at_once_only_one_did() throws Exception {
    Client device = server.admin();
    for (int round = 1; round <= 10; round++) {
      has(round, "a.jpg", "monitored");
      String path = "/api/v1/certificates/" + round + "/pause";
      CountDownLatch go = new CountDownLatch(1);
      ExecutorService two = Executors.newFixedThreadPool(2);
      List<Future<Client.Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        replies.add(two.submit(() -> {
          go.await();
          return device.post(path);
        }));
      }
      go.countDown();
      List<String> answers = new ArrayList<>();
      for (Future<Client.Reply> reply : replies) {
        answers.add(reply.get().status() + " " + reply.get().json().get("state").asText());
      }
      two.shutdown();
      assertThat(answers).containsExactlyInAnyOrder("200 paused", "409 paused");
    }
  }
}
