package shotdeed.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.account.Caller;
import shotdeed.server.webhook.Receiver.Received;

/** Events that wait in the store, sent to real receivers on this computer. */
@Timeout(60)
class WebhooksTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private Sellers sellers(Receiver... receivers) {
    String[] targets = new String[receivers.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = receivers[i].target();
    }
    return new Sellers(folder, LIMIT, name -> {
      throw new UnknownHostException(name);
    }, targets);
  }

  @Test
  void an_event_goes_signed_as_standard_webhooks_has_it() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      String secret = sellers.manage.add(willow, receiver.url(), "ERP").secret();
      sellers.put(willow, "report.ready", "17", "{\"type\":\"report.ready\",\"data\":{\"name\":\"外套\"}}");
      assertThat(sellers.webhooks.deliver()).isEqualTo(1);
      Received received = receiver.next();
      assertThat(received.line()).isEqualTo("POST /hook HTTP/1.1");
      assertThat(received.text()).isEqualTo("{\"type\":\"report.ready\",\"data\":{\"name\":\"外套\"}}");
      assertThat(received.headers())
          .containsEntry("content-type", "application/json")
          .containsEntry("webhook-timestamp", "1795248000")
          .containsEntry("user-agent", "ShotDeed");
      String id = received.headers().get("webhook-id");
      assertThat(id).matches("msg_[\\w-]{43}");
      assertThat(received.headers().get("webhook-signature"))
          .isEqualTo(Signature.of(secret, id, 1795248000, received.body()));
    }
  }

  @Test
  void an_event_is_tried_again_under_the_same_id_until_it_is_taken() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(500, 503, 200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      sellers.put(willow, "report.ready", "17", "{}");
      assertThat(sellers.webhooks.deliver()).isZero();
      assertThat(sellers.last(willow)).isEqualTo("waiting 1 status 500");
      assertThat(sellers.webhooks.deliver()).as("not due yet").isZero();
      assertThat(receiver.all()).hasSize(1);
      sellers.pass(Duration.ofSeconds(10));
      sellers.webhooks.deliver();
      assertThat(sellers.last(willow)).isEqualTo("waiting 2 status 503");
      sellers.pass(Duration.ofMinutes(1));
      assertThat(sellers.webhooks.deliver()).isEqualTo(1);
      assertThat(sellers.last(willow)).isEqualTo("delivered 3 null 200");
      assertThat(receiver.all().stream().map(each -> each.headers().get("webhook-id")).distinct()).hasSize(1);
      assertThat(receiver.all().stream().map(each -> each.headers().get("webhook-timestamp")))
          .containsExactly("1795248000", "1795248010", "1795248070");
    }
  }

  @Test
  void tries_grow_apart_and_end_within_three_days_which_the_overview_and_the_record_tell() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(500)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      int id = sellers.manage.add(willow, receiver.url(), "").id();
      sellers.put(willow, "report.ready", "17", "{}");
      List<Long> waits = new ArrayList<>();
      sellers.webhooks.deliver();
      while (sellers.read.deliveries(willow).get(0).nextAt() != null) {
        Duration wait = Duration.between(sellers.now(), sellers.read.deliveries(willow).get(0).nextAt());
        waits.add(wait.toSeconds());
        sellers.pass(wait);
        sellers.webhooks.deliver();
      }
      assertThat(waits).containsExactly(10L, 60L, 300L, 1800L, 7200L, 18000L, 36000L, 50400L, 72000L, 72000L);
      assertThat(waits.stream().mapToLong(wait -> wait).sum()).isLessThan(Duration.ofDays(3).toSeconds());
      assertThat(sellers.last(willow)).isEqualTo("given-up 11 status 500");
      assertThat(sellers.read.lost(willow)).isEqualTo(1);
      assertThat(sellers.database.<List<String>, RuntimeException>read(handle -> handle.createQuery(
              "select seller_id || ' ' || subject_id || ' ' || details from audit where action = 'webhook.lost'")
          .mapTo(String.class).list())).containsExactly(willow.seller() + " " + id + " status");
      sellers.pass(Duration.ofDays(8));
      assertThat(sellers.read.lost(willow)).isZero();
    }
  }

  @Test
  void what_waited_while_the_server_stood_still_for_long_is_tried_once_more() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(500)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      sellers.put(willow, "report.ready", "17", "{}");
      sellers.pass(Duration.ofDays(9));
      sellers.webhooks.deliver();
      assertThat(sellers.last(willow)).isEqualTo("given-up 1 status 500");
      assertThat(receiver.all()).hasSize(1);
    }
  }

  @Test
  void an_event_that_is_put_twice_is_delivered_once_and_one_of_another_key_or_kind_for_itself() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      List<Thread> threads = new ArrayList<>();
      CountDownLatch go = new CountDownLatch(1);
      for (int i = 0; i < 8; i++) {
        threads.add(new Thread(() -> {
          try {
            go.await();
            sellers.put(willow, "report.ready", "17", "{}");
            sellers.webhooks.deliver();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }));
      }
      threads.forEach(Thread::start);
      go.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(receiver.all()).hasSize(1);
      sellers.put(willow, "report.ready", "17", "{}");
      sellers.put(willow, "report.ready", "18", "{}");
      sellers.put(willow, "report.late", "17", "{}");
      assertThat(sellers.webhooks.deliver()).isEqualTo(2);
    }
  }

  @Test
  void an_event_goes_to_each_target_that_is_on_and_to_nobody_elses() throws Exception {
    try (Receiver first = Receiver.start(Receiver.answering(200));
        Receiver second = Receiver.start(Receiver.answering(200));
        Receiver others = Receiver.start(Receiver.answering(200));
        Sellers sellers = sellers(first, second, others)) {
      Caller willow = sellers.newSeller("Willow");
      Caller elm = sellers.newSeller("Elm");
      sellers.manage.add(willow, first.url(), "");
      int off = sellers.manage.add(willow, second.url(), "").id();
      sellers.manage.add(elm, others.url(), "");
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.manage.change(willow, off, second.url(), "", false);
      sellers.put(willow, "report.ready", "2", "{}");
      assertThat(sellers.webhooks.deliver()).isEqualTo(2);
      assertThat(first.all()).hasSize(2);
      assertThat(second.all()).isEmpty();
      sellers.manage.change(willow, off, second.url(), "", true);
      sellers.webhooks.deliver();
      assertThat(second.all()).as("what waited when it was turned off").hasSize(1);
      assertThat(others.all()).isEmpty();
    }
  }

  @Test
  void what_waits_for_a_target_that_is_off_is_given_up_after_three_days() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      int id = sellers.manage.add(willow, receiver.url(), "").id();
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.manage.change(willow, id, receiver.url(), "", false);
      sellers.pass(Duration.ofDays(3).plusSeconds(1));
      sellers.webhooks.deliver();
      assertThat(sellers.last(willow)).isEqualTo("given-up 0 off 0");
      assertThat(receiver.all()).isEmpty();
    }
  }

  @Test
  void a_target_that_hangs_delays_neither_its_sellers_other_targets_nor_other_sellers() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Receiver hanging = Receiver.start((out, n) -> end.await());
        Receiver quick = Receiver.start(Receiver.answering(200));
        Sellers sellers = sellers(hanging, quick)) {
      Caller willow = sellers.newSeller("Willow");
      Caller elm = sellers.newSeller("Elm");
      sellers.manage.add(willow, hanging.url(), "");
      sellers.manage.add(willow, quick.url() + "/willow", "");
      sellers.manage.add(elm, quick.url() + "/elm", "");
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.put(willow, "report.ready", "2", "{}");
      sellers.webhooks.wake();
      hanging.next();
      sellers.put(elm, "report.ready", "1", "{}");
      sellers.webhooks.wake();
      assertThat(List.of(quick.next().line(), quick.next().line(), quick.next().line()))
          .containsExactlyInAnyOrder(
              "POST /hook/willow HTTP/1.1", "POST /hook/willow HTTP/1.1", "POST /hook/elm HTTP/1.1");
      assertThat(hanging.all()).as("one at a time").hasSize(1);
      end.countDown();
    }
  }

  @Test
  void who_has_nothing_under_way_is_served_before_who_has_much_though_it_came_later() throws Exception {
    Semaphore answers = new Semaphore(0);
    try (Receiver hanging = Receiver.start((out, n) -> {
          answers.acquire();
          Receiver.answering(500).answer(out, n);
        });
        Receiver quick = Receiver.start(Receiver.answering(200));
        Sellers sellers = sellers(hanging, quick)) {
      for (String name : List.of("Alder", "Birch", "Cedar", "Daphne")) {
        Caller seller = sellers.newSeller(name);
        for (int target = 0; target < ManageWebhooks.MOST; target++) {
          sellers.manage.add(seller, hanging.url(), "");
        }
        sellers.put(seller, "report.ready", "1", "{}");
      }
      sellers.webhooks.wake();
      for (int i = 0; i < 16; i++) {
        hanging.next();
      }
      Caller elm = sellers.newSeller("Elm");
      sellers.manage.add(elm, quick.url(), "");
      sellers.pass(Duration.ofSeconds(1));
      sellers.put(elm, "report.ready", "1", "{}");
      sellers.webhooks.wake();
      assertThat(quick.all()).isEmpty();
      answers.release();
      quick.next();
      answers.release(100);
    }
  }

  @Test
  void what_was_taken_but_not_crossed_out_because_of_a_crash_comes_again_under_the_same_id() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200))) {
      try (Sellers sellers = sellers(receiver)) {
        Caller willow = sellers.newSeller("Willow");
        sellers.manage.add(willow, receiver.url(), "");
        sellers.put(willow, "report.ready", "1", "{}");
        sellers.webhooks.deliver();
        // As the store is when a program is killed between the receiver's yes and its own note of it.
        sellers.database.write(handle -> handle.execute(
            "update webhook_delivery set state = 'waiting', tries = 0, next_at = queued_at"));
      }
      try (Sellers again = sellers(receiver)) {
        assertThat(again.webhooks.deliver()).isEqualTo(1);
      }
      assertThat(receiver.all()).hasSize(2);
      assertThat(receiver.all().get(0).headers().get("webhook-id"))
          .isEqualTo(receiver.all().get(1).headers().get("webhook-id"));
    }
  }

  @Test
  void a_stop_ends_a_call_under_way_and_the_next_start_makes_it_again() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Receiver receiver = Receiver.start((out, n) -> {
      if (n == 1) {
        end.await();
      }
      Receiver.answering(200).answer(out, n);
    })) {
      Caller willow;
      try (Sellers sellers = sellers(receiver)) {
        willow = sellers.newSeller("Willow");
        sellers.manage.add(willow, receiver.url(), "");
        sellers.put(willow, "report.ready", "1", "{}");
        sellers.webhooks.wake();
        receiver.next();
      }
      try (Sellers again = sellers(receiver)) {
        assertThat(again.last(willow)).as("that was no try").isEqualTo("waiting 0 null 0");
        again.webhooks.deliver();
        assertThat(again.last(willow)).isEqualTo("delivered 1 null 200");
      }
      end.countDown();
    }
  }

  @Test
  void a_renewed_secret_and_the_one_before_both_sign_for_a_day() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      ManageWebhooks.Made made = sellers.manage.add(willow, receiver.url(), "");
      String renewed = sellers.manage.renew(willow, made.id()).secret();
      assertThat(renewed).isNotEqualTo(made.secret());
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.webhooks.deliver();
      Received both = receiver.next();
      String id = both.headers().get("webhook-id");
      assertThat(both.headers().get("webhook-signature")).isEqualTo(
          Signature.of(renewed, id, 1795248000, both.body()) + " "
              + Signature.of(made.secret(), id, 1795248000, both.body()));
      sellers.pass(Duration.ofHours(24));
      sellers.put(willow, "report.ready", "2", "{}");
      sellers.webhooks.deliver();
      Received one = receiver.next();
      assertThat(one.headers().get("webhook-signature"))
          .isEqualTo(Signature.of(renewed, one.headers().get("webhook-id"), 1795334400, one.body()));
    }
  }

  @Test
  void too_many_that_wait_are_given_up_at_once_and_other_sellers_do_not_feel_it() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      Caller elm = sellers.newSeller("Elm");
      sellers.manage.add(willow, receiver.url(), "");
      sellers.manage.add(elm, receiver.url(), "");
      sellers.database.write(handle -> {
        for (int i = 0; i <= WebhookOutbox.MAX_WAITING; i++) {
          sellers.webhooks.put(handle, willow.seller(), "report.ready", "" + i, "{}".getBytes(StandardCharsets.UTF_8));
        }
        return null;
      });
      assertThat(sellers.last(willow)).isEqualTo("given-up 0 full 0");
      sellers.put(elm, "report.ready", "1", "{}");
      assertThat(sellers.last(elm)).isEqualTo("waiting 0 null 0");
    }
  }

  @Test
  void an_event_that_is_too_large_is_the_callers_mistake() throws Exception {
    try (Sellers sellers = sellers()) {
      Caller willow = sellers.newSeller("Willow");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sellers.put(willow, "report.ready", "1", " ".repeat((256 << 10) + 1)));
      sellers.put(willow, "report.ready", "1", " ".repeat(256 << 10));
    }
  }

  @Test
  void what_was_sent_is_forgotten_after_30_days_and_that_it_was_after_400() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.webhooks.deliver();
      sellers.pass(Duration.ofDays(30).plusSeconds(1));
      sellers.webhooks.deliver();
      assertThat(sellers.read.deliveries(willow)).singleElement()
          .satisfies(delivery -> assertThat(delivery.kept()).isFalse());
      sellers.put(willow, "report.ready", "1", "{}");
      assertThat(sellers.webhooks.deliver()).as("still known").isZero();
      sellers.pass(Duration.ofDays(371));
      sellers.webhooks.deliver();
      assertThat(sellers.read.deliveries(willow)).isEmpty();
    }
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_events_wait() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      sellers.pass(Duration.ofDays(2));
      sellers.put(willow, "report.ready", "1", "{}");
      sellers.pass(Duration.ofDays(-2));
      assertThat(sellers.webhooks.deliver()).isEqualTo(1);
    }
  }

  @Test
  void what_is_put_by_a_step_that_fails_was_never_put() throws Exception {
    try (Receiver receiver = Receiver.start(Receiver.answering(200)); Sellers sellers = sellers(receiver)) {
      Caller willow = sellers.newSeller("Willow");
      sellers.manage.add(willow, receiver.url(), "");
      try {
        sellers.database.write(handle -> {
          sellers.webhooks.put(handle, willow.seller(), "report.ready", "1", "{}".getBytes(StandardCharsets.UTF_8));
          throw new IllegalStateException("the step");
        });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("the step");
      }
      assertThat(sellers.webhooks.deliver()).isZero();
      assertThat(receiver.all()).isEmpty();
    }
  }
}
