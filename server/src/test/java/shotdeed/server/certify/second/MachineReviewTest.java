package shotdeed.server.certify.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;

/** Second review by the machine, with random samples for a person. */
class MachineReviewTest extends ReviewCase {
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
}
