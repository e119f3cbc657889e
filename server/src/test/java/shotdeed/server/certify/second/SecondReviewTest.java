package shotdeed.server.certify.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.platform.Refused;

/** The use cases of the second review, on a real server. */
class SecondReviewTest {
  private static final String PATH = "/api/v1/certificates";

  private TestServer server;
  private Client seller;
  private Caller reviewer;
  private Caller colleague;

  @BeforeEach
  void start() {
    server = TestServer.start();
    seller = server.newSeller("Willow");
    reviewer = caller(server.person("Rowan", Role.REVIEWER));
    colleague = caller(server.person("Alder", Role.REVIEWER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Caller caller(Client client) {
    return server.server().features().devices().caller(client.token(), "test");
  }

  private int upload(Client client, byte[] photo) {
    Client.Parts parts = new Client.Parts().field("unpublished", "true").file("file", "photo.jpg", photo);
    return Checks.ok(client.postParts(PATH, parts)).json().get("results").get(0).get("certificate").asInt();
  }

  private ReviewQueue.Page queue() {
    return server.server().features().reviews().queue().page(reviewer, 1);
  }

  private String state(int certificate) {
    return seller.get(PATH + "/" + certificate).json().get("certificate").get("state").asText();
  }

  private DecideMany decide() {
    return new DecideMany(server.server().features().secondReview());
  }

  private UndoReview undo() {
    SetUpReviews setUp = server.server().features().reviews().setUp();
    EnterQueue enter = new EnterQueue(server.server().features().database(), setUp, () -> server.now());
    return new UndoReview(
        server.server().features().database(), server.server().features().secondReview(), enter, () -> server.now());
  }

  private static List<String> texts(List<DecideMany.Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.certificate() + " " + (o.done() ? o.state().text() : o.refused().getMessage()))
        .toList();
  }

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
  void each_of_a_selection_has_its_own_outcome() throws Exception {
    int coat = upload(seller, Photos.photo("coat"));
    int dress = upload(seller, Photos.photo("dress"));
    int shirt = upload(seller, Photos.photo("shirt"));
    server.server().features().secondReview().approve(colleague, dress);
    assertThat(texts(decide().run(reviewer, List.of(coat, dress, shirt, coat, 4711), true, "", "")))
        .containsExactly(
            coat + " certified", dress + " already-reviewed [Alder's person]", shirt + " certified", "4711 not-found");
    assertThat(seller.get(PATH + "/" + dress).json().get("reviews")).hasSize(2);
  }

  @Test
  void a_rejection_keeps_its_reason_and_the_reviewers_words() throws Exception {
    int coat = upload(seller, Photos.photo("coat"));
    decide().run(reviewer, List.of(coat), false, "review-text-or-logo", "a price tag, lower left");
    assertThat(seller.get(PATH + "/" + coat).json().get("reviews").get(1).toString())
        .isEqualTo("{\"stage\":\"second\",\"decision\":\"reject\",\"code\":\"review-text-or-logo\",\"reason\":"
            + "\"a price tag, lower left\",\"by\":\"Rowan's person\",\"ownUpload\":false,"
            + "\"at\":\"2026-11-21T08:00:00.000Z\"}");
  }

  @Test
  void bad_input_decides_nothing() {
    int coat = upload(seller, Photos.photo("coat"));
    assertThat(refusal(() -> decide().run(reviewer, List.of(), true, "", ""))).startsWith("field-invalid [ids");
    assertThat(refusal(() -> decide().run(reviewer, List.of(coat), false, "", "x")))
        .startsWith("field-invalid [because");
    assertThat(refusal(() -> decide().run(reviewer, List.of(coat), false, "review-other", " ")))
        .startsWith("field-invalid [words");
    List<Integer> many = java.util.Collections.nCopies(DecideMany.MAX + 1, coat);
    assertThat(refusal(() -> decide().run(reviewer, many, true, "", ""))).startsWith("field-invalid [ids");
    assertThat(refusal(() -> decide().run(caller(seller), List.of(coat), true, "", ""))).startsWith("not-allowed");
    assertThat(state(coat)).isEqualTo("first-passed");
  }

  private static String refusal(Callable<?> work) {
    try {
      work.call();
      return "done";
    } catch (Refused refused) {
      return refused.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void of_two_reviewers_at_once_one_decides_and_the_other_is_told_who_did() throws Exception {
    List<Integer> ids = new ArrayList<>();
    for (String photo : List.of("coat", "dress", "shirt", "shoe")) {
      ids.add(upload(seller, Photos.photo(photo)));
    }
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<List<DecideMany.Outcome>> one = threads.submit(() -> {
      together.await();
      return decide().run(reviewer, ids, true, "", "");
    });
    Future<List<DecideMany.Outcome>> other = threads.submit(() -> {
      together.await();
      return decide().run(colleague, ids, false, "review-collage", "");
    });
    for (int i = 0; i < ids.size(); i++) {
      List<DecideMany.Outcome> both = List.of(one.get().get(i), other.get().get(i));
      assertThat(both).filteredOn(DecideMany.Outcome::done).hasSize(1);
      assertThat(both)
          .filteredOn(outcome -> !outcome.done())
          .allSatisfy(outcome -> assertThat(outcome.refused().getMessage()).startsWith("already-reviewed"));
      assertThat(seller.get(PATH + "/" + ids.get(i)).json().get("reviews")).hasSize(2);
    }
    threads.shutdown();
  }

  @Test
  void nobody_decides_about_their_own_sellers_photographs_while_somebody_else_could() throws Exception {
    Client admin = server.admin();
    int own = upload(admin, Photos.photo("coat"));
    Caller caller = caller(admin);
    assertThat(server.server().features().reviews().queue().page(caller, 1).series().get(0).items().get(0).yours())
        .isFalse();
    assertThat(texts(decide().run(caller, List.of(own), true, "", ""))).containsExactly(own + " own-review");
    assertThat(queue().series().get(0).items().get(0).yours()).isTrue();
  }

  @Test
  void a_decision_is_taken_back_by_whoever_made_it_within_ten_minutes() throws Exception {
    int coat = upload(seller, Photos.photo("coat"));
    int dress = upload(seller, Photos.photo("dress"));
    decide().run(reviewer, List.of(coat), true, "", "");
    decide().run(reviewer, List.of(dress), false, "review-collage", "");
    server.pass(UndoReview.TIME);
    assertThat(refusal(() -> undo().run(colleague, coat))).isEqualTo("not-found");
    undo().run(reviewer, coat);
    undo().run(reviewer, dress);
    assertThat(state(coat)).isEqualTo("first-passed");
    assertThat(state(dress)).isEqualTo("first-passed");
    assertThat(seller.get(PATH + "/" + coat).json().at("/certificate/certifiedAt").isNull()).isTrue();
    // What was decided stays on record, and the photograph still counts as the seller's own.
    assertThat(seller.get(PATH + "/" + coat).json().get("reviews")).hasSize(2);
    Client.Parts again = new Client.Parts().file("file", "a.jpg", Photos.recompressed(Photos.photo("dress"), 1.1, 0.6f));
    assertThat(seller.postParts(PATH, again).text()).contains("picture-altered-copy-certified");
    // Once is enough, and it waits anew.
    assertThat(refusal(() -> undo().run(reviewer, coat))).isEqualTo("not-found");
    assertThat(texts(decide().run(colleague, List.of(coat), true, "", ""))).containsExactly(coat + " certified");
  }

  @Test
  void a_decision_stands_after_ten_minutes_and_as_soon_as_something_followed_from_it() throws Exception {
    int coat = upload(seller, Photos.photo("coat"));
    int dress = upload(seller, Photos.photo("dress"));
    int shirt = upload(seller, Photos.photo("shirt"));
    decide().run(reviewer, List.of(coat, dress), true, "", "");
    decide().run(reviewer, List.of(shirt), false, "review-collage", "");
    Checks.ok(seller.post(PATH + "/" + dress + "/monitor"));
    upload(seller, Photos.photo("shirt"));
    assertThat(refusal(() -> undo().run(reviewer, dress))).isEqualTo("undo-too-late [10]");
    assertThat(refusal(() -> undo().run(reviewer, shirt))).isEqualTo("undo-too-late [10]");
    server.pass(UndoReview.TIME.plusMillis(1));
    assertThat(refusal(() -> undo().run(reviewer, coat))).isEqualTo("undo-too-late [10]");
    server.pass(Duration.ofDays(-1)); // nor by a clock that was set back
    assertThat(refusal(() -> undo().run(reviewer, coat))).isEqualTo("undo-too-late [10]");
    assertThat(state(coat)).isEqualTo("certified");
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

  /** Lots that fall as a test wants them to: 0 is a person's look. */
  private MachineReview lots(int... numbers) {
    RandomGenerator fixed = new RandomGenerator() {
      private int next;

      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int nextInt(int bound) {
        return numbers[next++];
      }
    };
    return new MachineReview(
        server.server().features().database(), server.server().features().secondReview(), fixed, () -> server.now());
  }

  @Test
  void where_a_share_is_drawn_the_machine_approves_the_others_and_their_certificates_say_so() throws Exception {
    int coat = upload(seller, Photos.photo("coat"));
    int dress = upload(seller, Photos.photo("dress"));
    assertThat(lots().run()).isZero();
    server.server().features().reviews().setUp().change(caller(server.admin()), ReviewSettings.stated("UTC", 1, 20));
    assertThat(lots(7, 0).run()).isEqualTo(1);
    assertThat(lots().run()).isZero(); // lots are drawn once
    assertThat(state(coat)).isEqualTo("certified");
    assertThat(seller.get(PATH + "/" + coat).json().get("reviews").get(1).toString())
        .isEqualTo("{\"stage\":\"second\",\"decision\":\"approve\",\"code\":\"review-by-machine\",\"reason\":null,"
            + "\"by\":null,\"ownUpload\":false,\"at\":\"2026-11-21T08:00:00.000Z\"}");
    assertThat(state(dress)).isEqualTo("first-passed");
    assertThat(queue().series().get(0).items().get(0).drawn()).isTrue();
  }

  @Test
  void whoever_had_a_picture_rejected_lately_cannot_try_the_lots() throws Exception {
    server.server().features().reviews().setUp().change(caller(server.admin()), ReviewSettings.stated("UTC", 1, 1000));
    server.settle();
    server.server().features().database().write(handle -> handle.execute(
        "update review_setting set one_in = 0")); // a person looks at the first
    int coat = upload(seller, Photos.photo("coat"));
    decide().run(reviewer, List.of(coat), false, "review-not-own", "");
    server.server().features().database().write(handle -> handle.execute("update review_setting set one_in = 1000"));
    int again = upload(seller, Photos.photo("coat"));
    server.settle();
    assertThat(state(again)).isEqualTo("first-passed");
    int others = upload(server.newSeller("Birch"), Photos.photo("dress"));
    server.settle();
    assertThat(queue().series().get(0).items()).extracting(item -> item.certificate().id()).containsExactly(again);
    assertThat(others).isPositive();
  }

  @Test
  void settings_are_the_admins_and_have_bounds() {
    SetUpReviews setUp = server.server().features().reviews().setUp();
    assertThat(refusal(() -> {
          setUp.change(reviewer, ReviewSettings.DEFAULT);
          return null;
        }))
        .startsWith("not-allowed");
    for (int oneIn : new int[] {-1, 1, 1001}) {
      assertThat(refusal(() -> ReviewSettings.stated("UTC", 1, oneIn))).startsWith("field-invalid [oneIn");
    }
    assertThat(refusal(() -> ReviewSettings.stated("UTC", 0, 0))).startsWith("field-invalid [workingDays");
    assertThat(refusal(() -> ReviewSettings.stated("Mars/Phobos", 1, 0))).startsWith("field-invalid [zone");
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

  /** The reviewer's own sign of being one. */
  @Test
  void an_approval_by_the_use_case_itself_is_refused_to_a_seller() {
    int coat = upload(seller, Photos.photo("coat"));
    SecondReview review = server.server().features().secondReview();
    assertThat(refusal(() -> review.approve(caller(seller), coat))).startsWith("not-allowed");
  }
}
