package shotdeed.server.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;

/** What each side of a dispute sees, and what claims cost. */
class DisputeSidesTest extends DisputeCase {
  @Test
  void copies_are_still_found_and_complaints_wait() {
    int id = server.monitored(willow, COAT);
    int sighting = Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    certificate(birch, COAT);
    server.settle();
    assertThat(state(willow, id)).isEqualTo("contested");
    int later = Reports.sighting(willow, "k-2", "2", "8", Photos.recompressed(COAT, 0.75, 0.6f));
    assertThat(later).isPositive();
    Client.Reply reply = Reports.complain(willow, Reports.complaint("c-1", "" + sighting));
    Checks.problem(
        reply,
        409,
        "certificate-contested",
        "Certificate " + id + " is in dispute",
        "No complaint was prepared. The copy you found is kept; prepare the complaint when the dispute is decided for"
            + " you.",
        ",\"certificate\":" + id);
    // After a restart too.
    server.restart();
    assertThat(Reports.sighting(willow, "k-3", "3", "9", Photos.recompressed(COAT, 0.75, 0.6f))).isPositive();
    for (String step : List.of("monitor", "pause", "resume", "retire")) {
      assertThat(willow.post(PATH + "/" + id + "/" + step).status()).as(step).isEqualTo(409);
    }
  }

  @Test
  void each_side_sees_that_there_is_a_dispute_and_what_was_decided_and_nothing_else() throws Exception {
    int own = certificate(willow, COAT);
    server.pass(Duration.ofHours(1));
    int copy = certificate(birch, COAT);
    server.settle();
    OwnDispute disputes = server.server().features().reviews().ownDispute();
    assertThat(disputes.of(caller(willow), own).toString())
        .isEqualTo("View[open=true, since=2026-11-21T09:00:00Z, told=null, decidedAt=null, stands=true, statements=[]]");
    assertThat(disputes.of(caller(birch), copy).toString())
        .isEqualTo("View[open=true, since=2026-11-21T09:00:00Z, told=null, decidedAt=null, stands=true, statements=[]]");
    disputes.say(caller(willow), own, "I have the RAW file.");
    assertThat(disputes.of(caller(birch), copy).statements()).isEmpty();
    assertThat(refusal(() -> disputes.of(caller(birch), own))).isEqualTo("not-found");
    assertThat(refusal(() -> {
          disputes.say(caller(birch), own, "x");
          return null;
        }))
        .isEqualTo("not-found");
    Dispute dispute = open().get(0);
    decide().run(judge, dispute.id(), ownerIs(dispute, own));
    assertThat(disputes.of(caller(birch), copy).toString())
        .isEqualTo("View[open=false, since=null, told=Compared., decidedAt=2026-11-21T09:00:00Z, stands=false,"
            + " statements=[]]");
    assertThat(disputes.of(caller(willow), own).stands()).isTrue();
    Checks.notFound(birch.get(PATH + "/" + own));
    Checks.notFound(birch.get(PATH + "/" + own + "/picture"));
    assertThat(birch.get(PATH + "/" + copy).text()).doesNotContain("RAW", "Willow", "Compared");
  }

  @Test
  void claims_without_ground_count_and_in_the_end_hold_nobody_up() throws Exception {
    List<byte[]> photos = List.of(COAT, Photos.photo("shirt"), Photos.photo("dress"));
    for (byte[] photo : photos) {
      int own = server.monitored(willow, photo);
      certificate(birch, photo);
      server.settle();
      Dispute dispute = open().get(0);
      boolean isA = dispute.a() == own;
      decide().run(judge, dispute.id(), new DecideDispute.Words(isA ? "a" : "b", !isA, isA, "A copy.", "Compared."));
    }
    int shoe = server.monitored(willow, Photos.photo("shoe"));
    int copy = certificate(birch, Photos.photo("shoe"));
    server.settle();
    assertThat(state(birch, copy)).isEqualTo("contested");
    assertThat(state(willow, shoe)).isEqualTo("monitored");
    Dispute dispute = open().get(0);
    ReadDisputes.Details details = server.server().features().reviews().disputes().one(judge, dispute.id());
    assertThat(details.parties())
        .extracting(party -> party.certificate().id() + " " + party.groundless())
        .containsExactlyInAnyOrder(shoe + " 0", copy + " 3");
    Claims claims = server.server().features().reviews().claims();
    assertThat(refusal(() -> {
          claims.make(caller(birch), copy, 1, "It is mine.");
          return null;
        }))
        .startsWith("claims-used-up");
    // The one who loses need not have been frozen to be revoked.
    decide().run(judge, dispute.id(), ownerIs(dispute, copy));
    assertThat(List.of(state(willow, shoe), state(birch, copy))).containsExactly("revoked", "first-passed");
    // A year later it is forgotten.
    server.pass(Duration.ofDays(366));
    claims.make(caller(birch), copy, 1, "It is mine.");
  }

  @Test
  void a_claim_by_number_gets_the_same_answer_whatever_the_number_and_holds_nothing_up() {
    TestDisputes.off(database(), server.now());
    int other = certificate(willow, COAT);
    int own = certificate(birch, COAT);
    Claims claims = server.server().features().reviews().claims();
    claims.make(caller(birch), own, other, "I was told of its number.");
    claims.make(caller(birch), own, 4711, "I was told of its number.");
    assertThat(refusal(() -> {
          claims.make(caller(birch), own, own, "x");
          return null;
        }))
        .startsWith("field-invalid [against");
    assertThat(refusal(() -> {
          claims.make(caller(birch), other, own, "x");
          return null;
        }))
        .isEqualTo("not-found");
    assertThat(List.of(state(willow, other), state(birch, own))).containsExactly("first-passed", "first-passed");
    assertThat(claims.waiting(judge))
        .extracting(claim -> claim.certificate() + " against " + claim.against() + " " + claim.exists())
        .containsExactly(own + " against " + other + " true", own + " against 4711 false");

    claims.dismiss(judge, claims.waiting(judge).get(1).id(), "There is none.", true);
    assertThat(claims.open(judge, claims.waiting(judge).get(0).id())).isPositive();
    assertThat(claims.waiting(judge)).isEmpty();
    assertThat(List.of(state(willow, other), state(birch, own))).containsExactly("contested", "contested");
    assertThat(open().get(0).finding()).isEqualTo("claimed");
    for (int i = 0; i < Claims.MAX_WAITING; i++) {
      claims.make(caller(birch), own, 4711 + i, "x");
    }
    assertThat(refusal(() -> {
          claims.make(caller(birch), own, 4799, "x");
          return null;
        }))
        .startsWith("claims-used-up");
  }
}
