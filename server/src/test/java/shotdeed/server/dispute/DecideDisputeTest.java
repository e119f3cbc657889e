package shotdeed.server.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.account.Caller;

/** Who decides a dispute, and what becomes of the certificates. */
class DecideDisputeTest extends DisputeCase {
  @Test
  void a_thief_who_certified_first_loses_what_he_certified() throws Exception {
    int stolen = server.monitored(birch, COAT);
    int own = certificate(willow, COAT);
    server.settle();
    Dispute dispute = open().get(0);
    Decision decision = decide().run(judge, dispute.id(), ownerIs(dispute, own));
    assertThat(decision.outcome()).isEqualTo("transfer");
    assertThat(state(birch, stolen)).isEqualTo("revoked");
    // The photographer's goes on where it was: it waits for its second review.
    assertThat(state(willow, own)).isEqualTo("first-passed");
    assertThat(server.server().features().reviews().queue().page(judge, 1).waiting()).isEqualTo(1);
    assertThat(Checks.ok(Reports.send(birch, Reports.report("k-9", "1", "7"),
            Photos.recompressed(COAT, 0.75, 0.6f))).json().get("sighting").asInt()).isZero();
    assertThat(upload(birch, COAT)).contains("picture-already-certified");
  }

  @Test
  void after_a_transfer_the_winner_complains_and_the_loser_cannot_hold_that_up_by_certifying_it_once_more()
      throws Exception {
    int stolen = server.monitored(birch, COAT);
    int own = certificate(willow, COAT);
    server.settle();
    decide().run(judge, open().get(0).id(), ownerIs(open().get(0), own));
    Checks.ok(server.admin().postJson(PATH + "/" + own + "/second-review", "{\"decision\":\"approve\"}"));
    Checks.ok(willow.post(PATH + "/" + own + "/monitor"));
    int again = certificate(birch, Photos.mirrored(COAT));
    server.settle();
    assertThat(open()).hasSize(1);
    assertThat(List.of(state(willow, own), state(birch, stolen), state(birch, again)))
        .containsExactly("monitored", "revoked", "contested");
    int sighting = Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + sighting)));
  }

  @Test
  void what_is_upheld_is_what_it_was_before() throws Exception {
    int id = server.monitored(willow, COAT);
    int copy = certificate(birch, Photos.mirrored(COAT));
    server.settle();
    Dispute dispute = open().get(0);
    assertThat(decide().run(judge, dispute.id(), ownerIs(dispute, id)).outcome()).isEqualTo("uphold");
    assertThat(state(willow, id)).isEqualTo("monitored");
    assertThat(state(birch, copy)).isEqualTo("revoked");
    int sighting = Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + sighting)));
  }

  @Test
  void both_may_lose_and_both_may_stand() throws Exception {
    int one = certificate(willow, COAT);
    int other = certificate(birch, COAT);
    int shirt = certificate(willow, Photos.photo("shirt"));
    int shirtToo = certificate(birch, Photos.photo("shirt"));
    server.settle();
    decide().run(judge, open().get(0).id(), words("neither"));
    decide().run(judge, open().get(0).id(), words("both"));
    assertThat(List.of(state(willow, one), state(birch, other), state(willow, shirt), state(birch, shirtToo)))
        .containsExactly("revoked", "revoked", "first-passed", "first-passed");
    // What stands beside each other by decision is not opened anew.
    server.server().features().reviews().check().all(caller(server.admin()));
    server.settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void of_three_who_claim_one_photograph_the_owner_is_free_when_the_last_dispute_is_decided() throws Exception {
    int own = certificate(willow, COAT);
    int second = certificate(birch, COAT);
    Client cedar = server.newSeller("Cedar");
    int third = certificate(cedar, COAT);
    server.settle();
    assertThat(open()).hasSize(3);
    Dispute first = open().get(0);
    assertThat(DisputeStore.pair(first.a(), first.b())).isEqualTo(own + "-" + second);
    decide().run(judge, first.id(), ownerIs(first, own));
    assertThat(state(willow, own)).isEqualTo("contested");
    assertThat(state(birch, second)).isEqualTo("revoked");
    // The one between the second and the third has nothing left to decide.
    assertThat(open()).hasSize(1);
    Dispute last = open().get(0);
    decide().run(judge, last.id(), ownerIs(last, own));
    assertThat(state(willow, own)).isEqualTo("first-passed");
    assertThat(state(cedar, third)).isEqualTo("revoked");
    assertThat(open()).isEmpty();
  }

  @Test
  void of_two_reviewers_at_once_one_decides() throws Exception {
    certificate(willow, COAT);
    certificate(birch, COAT);
    server.settle();
    int id = open().get(0).id();
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<String> one = threads.submit(() -> {
      together.await();
      return refusal(() -> decide().run(judge, id, words("a")));
    });
    Future<String> other = threads.submit(() -> {
      together.await();
      return refusal(() -> decide().run(colleague, id, words("b")));
    });
    assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder("done", "dispute-decided");
    threads.shutdown();
    assertThat(server.server().features().reviews().disputes().one(judge, id).decisions()).hasSize(1);
  }

  @Test
  void who_belongs_to_a_side_does_not_even_see_the_dispute() {
    int own = certificate(server.admin(), COAT);
    certificate(birch, COAT);
    server.settle();
    Caller admin = caller(server.admin());
    ReadDisputes read = server.server().features().reviews().disputes();
    int id = open().get(0).id();
    assertThat(read.list(admin, "open", 1).total()).isZero();
    assertThat(refusal(() -> read.one(admin, id))).isEqualTo("not-found");
    assertThat(refusal(() -> read.picture(admin, id, Side.A, shotdeed.server.certify.Derived.Size.VIEW)))
        .isEqualTo("not-found");
    assertThat(refusal(() -> decide().run(admin, id, words("a")))).isEqualTo("not-found");
    assertThat(refusal(() -> decide().run(caller(willow), id, words("a")))).isEqualTo("not-allowed");
    assertThat(refusal(() -> read.one(caller(willow), id))).isEqualTo("not-allowed");
    assertThat(own).isPositive();
  }

  @Test
  void bad_decisions_are_none() {
    certificate(willow, COAT);
    certificate(birch, COAT);
    server.settle();
    int id = open().get(0).id();
    assertThat(refusal(() -> decide().run(judge, id, words("c")))).startsWith("field-invalid [owner");
    assertThat(refusal(() -> decide().run(judge, id, new DecideDispute.Words("a", false, false, " ", "x"))))
        .startsWith("field-invalid [reasons");
    assertThat(refusal(() -> decide().run(judge, id, new DecideDispute.Words("a", false, false, "x", "x".repeat(4001)))))
        .startsWith("field-invalid [told");
    assertThat(refusal(() -> decide().run(judge, id, new DecideDispute.Words("a", true, false, "x", "x"))))
        .startsWith("field-invalid [groundless");
    assertThat(refusal(() -> decide().run(judge, 4711, words("a")))).isEqualTo("not-found");
    assertThat(open()).hasSize(1);
  }

  @Test
  void an_admin_of_neither_side_has_it_looked_at_again_and_a_colleague_decides_then() throws Exception {
    int own = server.monitored(willow, COAT);
    int copy = certificate(birch, COAT);
    server.settle();
    Dispute dispute = open().get(0);
    decide().run(judge, dispute.id(), ownerIs(dispute, copy));
    assertThat(List.of(state(willow, own), state(birch, copy))).containsExactly("revoked", "first-passed");
    server.server().features().reviews().ownDispute().say(caller(willow), own, "The RAW file was overlooked.");

    ReopenDispute reopen = server.server().features().reviews().reopen();
    assertThat(refusal(() -> {
          reopen.run(judge, dispute.id(), "x");
          return null;
        }))
        .isEqualTo("not-allowed");
    reopen.run(caller(server.admin()), dispute.id(), "The RAW file was overlooked.");
    assertThat(List.of(state(willow, own), state(birch, copy))).containsExactly("contested", "contested");
    // Matched again at once, as before.
    assertThat(Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f))).isPositive();

    assertThat(refusal(() -> decide().run(judge, dispute.id(), words("both")))).isEqualTo("dispute-not-neutral");
    decide().run(colleague, dispute.id(), ownerIs(dispute, own));
    assertThat(List.of(state(willow, own), state(birch, copy))).containsExactly("monitored", "revoked");
    ReadDisputes.Details details = server.server().features().reviews().disputes().one(judge, dispute.id());
    assertThat(details.decisions())
        .extracting(each -> each.outcome() + " by " + each.by())
        .containsExactly("transfer by Rowan's person", "uphold by Alder's person");
    assertThat(details.reopenings()).extracting(ReadDisputes.Reopening::reason)
        .containsExactly("The RAW file was overlooked.");
  }
}
