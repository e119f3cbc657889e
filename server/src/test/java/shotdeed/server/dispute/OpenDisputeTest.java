package shotdeed.server.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;

/** What opens a dispute, and what does not. */
class OpenDisputeTest extends DisputeCase {
  @Test
  void the_one_who_uploads_anothers_photograph_gets_the_answer_that_everybody_gets() {
    int first = certificate(willow, COAT);
    server.settle();
    String answer = upload(birch, COAT);
    assertThat(answer)
        .isEqualTo("{\"results\":[{\"file\":\"photo.jpg\",\"certificate\":" + (first + 1)
            + ",\"state\":\"first-passed\",\"code\":null,\"message\":null,\"existing\":0}]}");
    server.settle();
    assertThat(state(birch, first + 1)).isEqualTo("contested");
    assertThat(state(willow, first)).isEqualTo("contested");
  }

  @Test
  void the_same_file_an_altered_copy_and_a_crop_open_disputes_and_another_photograph_does_not() {
    certificate(willow, Photos.recompressed(COAT, 2, 0.9f));
    server.settle();
    byte[] large = Photos.recompressed(COAT, 2, 0.9f);
    certificate(birch, large);
    certificate(server.newSeller("Altered"), Photos.mirrored(COAT));
    certificate(server.newSeller("Crop"), Photos.part(large, 0, 0, 800, 600));
    int other = certificate(server.newSeller("Other"), Photos.photo("dress"));
    server.settle();
    // Each against the first; among themselves they may meet too.
    assertThat(open()).filteredOn(dispute -> Math.min(dispute.a(), dispute.b()) == 1)
        .extracting(dispute -> Math.max(dispute.a(), dispute.b()) + " " + dispute.finding())
        .containsExactlyInAnyOrder("2 same-file", "3 copy", "4 copy");
    assertThat(open()).noneMatch(dispute -> dispute.a() == other || dispute.b() == other);
  }

  @Test
  void of_one_sellers_own_photographs_none_is_disputed() {
    certificate(willow, COAT);
    certificate(willow, Photos.part(Photos.recompressed(COAT, 2, 0.9f), 0, 0, 800, 600));
    server.settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void two_uploads_at_once_open_one_dispute() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<Integer> one = threads.submit(() -> {
      together.await();
      return certificate(willow, COAT);
    });
    Future<Integer> other = threads.submit(() -> {
      together.await();
      return certificate(birch, COAT);
    });
    int ofWillow = one.get();
    int ofBirch = other.get();
    threads.shutdown();
    server.settle();
    assertThat(open()).hasSize(1);
    assertThat(state(willow, ofWillow)).isEqualTo("contested");
    assertThat(state(birch, ofBirch)).isEqualTo("contested");
  }

  @Test
  void a_comparison_that_the_end_of_the_program_cut_off_is_made_at_the_next_start() {
    certificate(willow, COAT);
    TestDisputes.off(database(), server.now());
    certificate(birch, COAT);
    server.settle();
    assertThat(open()).isEmpty();
    database().write(handle -> handle.execute("insert into claim_check values (2, 'waiting', 1, '2026-11-21')"));
    server.restart();
    server.settle();
    assertThat(open()).hasSize(1);
  }

  @Test
  void an_admin_has_what_was_certified_before_compared() {
    TestDisputes.off(database(), server.now());
    int ofWillow = server.monitored(willow, COAT);
    int ofBirch = server.certified(birch, COAT);
    server.settle();
    assertThat(open()).isEmpty();
    CheckClaims check = server.server().features().reviews().check();
    assertThat(refusal(() -> check.all(judge))).startsWith("not-allowed");
    assertThat(check.all(caller(server.admin()))).isEqualTo(2);
    server.settle();
    assertThat(check.progress()).isEqualTo(new CheckClaims.Progress(0, 0));
    assertThat(open()).extracting(dispute -> dispute.later() + " " + dispute.openedBy()).containsExactly(ofBirch + " match");
    assertThat(state(willow, ofWillow)).isEqualTo("contested");
  }

  @Test
  void which_side_is_which_is_drawn_by_lot() {
    java.util.Set<Boolean> laterIsA = new java.util.HashSet<>();
    TestDisputes.off(database(), server.now());
    int own = certificate(willow, COAT);
    for (int i = 0; i < 40 && laterIsA.size() < 2; i++) {
      int copy = certificate(server.newSeller("Seller " + i), COAT);
      int id = database().write(handle -> OpenDispute.open(
          handle,
          own,
          copy,
          new OpenDispute.Grounds("match", 1, "copy", 1),
          DisputeSettings.DEFAULT,
          new java.security.SecureRandom(),
          server.now()));
      laterIsA.add(database().read(handle -> DisputeStore.one(handle, id)).laterSide() == Side.A);
    }
    assertThat(laterIsA).containsExactlyInAnyOrder(true, false);
  }
}
