package shotdeed.server.certify.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.SecondReview;

/** Second reviews decided by people, and taken back. */
class DecideReviewTest extends ReviewCase {
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
    Client.Parts again = new Client.Parts().field("unpublished", "true")
        .file("file", "a.jpg", Photos.recompressed(Photos.photo("dress"), 1.1, 0.6f));
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

  /** The reviewer's own sign of being one. */
  @Test
  void an_approval_by_the_use_case_itself_is_refused_to_a_seller() {
    int coat = upload(seller, Photos.photo("coat"));
    SecondReview review = server.server().features().secondReview();
    assertThat(refusal(() -> review.approve(caller(seller), coat))).startsWith("not-allowed");
  }
}
