package shotdeed.server.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Refused;

/** Disputes from the upload that opens one to the decision, on a real server. */
class DisputeTest {
  private static final String PATH = "/api/v1/certificates";
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Client willow;
  private Client birch;
  private Caller judge;
  private Caller colleague;

  @BeforeEach
  void start() {
    server = TestServer.start().comparing();
    willow = server.newSeller("Willow");
    birch = server.newSeller("Birch");
    judge = caller(server.person("Rowan", Role.REVIEWER));
    colleague = caller(server.person("Alder", Role.REVIEWER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Caller caller(Client client) {
    return server.server().features().devices().caller(client.token(), "test");
  }

  private Database database() {
    return server.server().features().database();
  }

  private String upload(Client client, byte[] photo) {
    Client.Parts parts = new Client.Parts().field("unpublished", "true").file("file", "photo.jpg", photo);
    return Checks.ok(client.postParts(PATH, parts)).text();
  }

  private int certificate(Client client, byte[] photo) {
    return TestServer.json(upload(client, photo).getBytes()).at("/results/0/certificate").asInt();
  }

  private String state(Client client, int certificate) {
    return Checks.ok(client.get(PATH + "/" + certificate)).json().at("/certificate/state").asText();
  }

  private List<Dispute> open() {
    return server.server().features().reviews().disputes().list(judge, "open", 1).disputes();
  }

  private DecideDispute decide() {
    return server.server().features().reviews().decideDispute();
  }

  private DecideDispute.Words words(String owner) {
    return new DecideDispute.Words(owner, false, false, "Side has the camera original.", "Compared.");
  }

  /** The words that make a certificate's owner the owner. */
  private DecideDispute.Words ownerIs(Dispute dispute, int certificate) {
    return words(dispute.a() == certificate ? "a" : "b");
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
