package shotdeed.server.certify.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;
import shotdeed.server.account.Caller;

/** Deadlines of second reviews, and what is told when one is missed. */
class ReviewQueueTest extends ReviewCase {
  @Test
  void what_comes_on_a_saturday_is_due_when_monday_is_over_in_shanghai() {
    upload(seller, Photos.photo("coat"));
    ReviewQueue.Series series = queue().series().get(0);
    assertThat(series.enteredAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(series.dueAt()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    assertThat(series.overdue()).isFalse();
  }

  @Test
  void photographs_of_one_person_within_ten_minutes_are_one_series() {
    int coat = upload(seller, Photos.photo("coat"));
    server.pass(Duration.ofMinutes(10));
    int dress = upload(seller, Photos.photo("dress"));
    server.pass(Duration.ofMinutes(-3)); // a clock that is set back parts nothing
    int shirt = upload(seller, Photos.photo("shirt"));
    server.pass(Duration.ofMinutes(15));
    int shoe = upload(seller, Photos.photo("shoe"));
    int other = upload(server.newSeller("Birch"), Photos.photo("coat"));
    assertThat(queue().series())
        .extracting(series -> series.items().stream().map(item -> item.certificate().id()).toList())
        .containsExactly(List.of(coat, dress, shirt), List.of(shoe), List.of(other));
  }

  @Test
  void what_is_overdue_comes_first_and_is_marked() {
    server.pass(Duration.ofDays(3));
    int late = upload(seller, Photos.photo("coat"));
    server.pass(Duration.ofHours(30));
    upload(server.newSeller("Birch"), Photos.photo("dress"));
    ReviewQueue.Page page = queue();
    assertThat(page.waiting()).isEqualTo(2);
    assertThat(page.overdue()).isEqualTo(1);
    assertThat(page.series()).extracting(ReviewQueue.Series::overdue).containsExactly(true, false);
    assertThat(page.series().get(0).items().get(0).certificate().id()).isEqualTo(late);
  }

  @Test
  void a_clock_that_jumps_and_new_settings_move_no_deadline_that_stands() {
    upload(seller, Photos.photo("coat"));
    Instant due = queue().series().get(0).dueAt();
    server.pass(Duration.ofDays(-400));
    assertThat(queue().series().get(0).dueAt()).isEqualTo(due);
    server.pass(Duration.ofDays(500));
    assertThat(queue().series().get(0).dueAt()).isEqualTo(due);
    SetUpReviews setUp = server.server().features().reviews().setUp();
    setUp.change(caller(server.admin()), ReviewSettings.stated("UTC", 9, 0));
    server.restart();
    assertThat(queue().series().get(0).dueAt()).isEqualTo(due);
    upload(seller, Photos.photo("dress"));
    assertThat(queue().series().get(1).dueAt()).isAfter(server.now().plus(Duration.ofDays(9)));
  }

  @Test
  void what_waited_before_there_was_a_queue_gets_a_place_at_the_start() {
    upload(seller, Photos.photo("coat"));
    server.server().features().database().write(handle -> handle.execute("delete from second_review"));
    assertThat(queue().series()).isEmpty();
    server.pass(Duration.ofDays(3));
    server.restart();
    assertThat(queue().series().get(0).dueAt()).isEqualTo(Instant.parse("2026-11-25T08:00:00Z"));
  }

  @Test
  void reviewers_are_told_of_each_overdue_review_once_even_if_one_way_of_telling_fails() {
    upload(seller, Photos.photo("coat"));
    upload(seller, Photos.photo("dress"));
    List<String> told = new ArrayList<>();
    OverdueWatch watch = new OverdueWatch(
        server.server().features().database(),
        List.of(
            (pictures, oldest) -> {
              throw new IllegalStateException("the mail server is away");
            },
            (pictures, oldest) -> told.add(pictures + " since " + oldest)),
        () -> server.now());
    assertThat(watch.look()).isZero();
    server.pass(Duration.ofDays(5));
    assertThat(watch.look()).isEqualTo(2);
    assertThat(watch.look()).isZero();
    assertThat(told).containsExactly("2 since 2026-11-23T16:00:00Z");
    watch.close();
  }

  @Test
  void a_loaded_calendar_holds_after_a_restart_and_a_faulty_one_changes_nothing() {
    SetUpReviews setUp = server.server().features().reviews().setUp();
    Caller admin = caller(server.admin());
    String file = "{\"years\":[{\"year\":2026,\"source\":\"Test\",\"holidays\":[{\"from\":\"2026-11-23\","
        + "\"to\":\"2026-11-24\"}],\"workingWeekends\":[]}]}";
    assertThat(refusal(() -> {
          setUp.load(admin, file.replace("2026-11-24", "2026-11-22").getBytes());
          return null;
        }))
        .isEqualTo("calendar-invalid [years[0].holidays[0].to]");
    setUp.load(admin, file.getBytes());
    server.restart();
    upload(seller, Photos.photo("coat"));
    assertThat(queue().series().get(0).dueAt()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
  }

  @Test
  void a_year_whose_holidays_are_not_known_is_named_from_december_before() {
    SetUpReviews setUp = server.server().features().reviews().setUp();
    assertThat(setUp.uncovered()).isEmpty();
    server.pass(Duration.ofDays(12));
    assertThat(setUp.uncovered()).containsExactly(2027);
    server.pass(Duration.ofDays(400));
    assertThat(setUp.uncovered()).containsExactly(2028);
  }
}
