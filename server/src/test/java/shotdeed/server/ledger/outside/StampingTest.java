package shotdeed.server.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.TestTargets;

/** Authorities that stamp, and such that answer late, wrongly or never, each a real server on this computer. */
@Timeout(120)
class StampingTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final byte[] NOTHING = {};

  @TempDir private Path folder;
  private Database database;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private String newest = note(7);
  private final TestAuthority authority = TestAuthority.rsa();

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("shotdeed.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** A checkpoint as the log signs it. */
  private static String note(int size) {
    byte[] root = new byte[32];
    Arrays.fill(root, (byte) size);
    return "shotdeed/3f9a\n" + size + "\n" + Base64.getEncoder().encodeToString(root)
        + "\n\n\u2014 shotdeed/3f9a Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
  }

  private Stamping stamping(String url, List<X509Certificate> roots, String... listed) {
    AddressFilter filter = new AddressFilter(TestTargets.of(listed), name -> {
      throw new UnknownHostException(name);
    });
    OutsideSettings settings = new OutsideSettings(url, roots, null, null, List.of(), TestTargets.of(listed));
    return new Stamping(
        settings, new OutsideCall(filter.withPlain(), LIMIT, LIMIT), () -> Noted.of(newest).note(), database, () -> now);
  }

  private Stamping stamping(AuthorityServer server) {
    return stamping(server.url(), List.of(authority.root()), server.target());
  }

  private AuthorityServer.Behaviour right() {
    return AuthorityServer.stamps(question -> authority.answer(question, now));
  }

  private List<OutsideTime> covering(int leaf) {
    return database.read(handle -> OutsideTimes.covering(handle, "shotdeed/3f9a", leaf));
  }

  /** Why nothing is kept of what is answered so; the whole of the state is looked at. */
  private String fault(AuthorityServer.Behaviour behaviour) throws Exception {
    try (AuthorityServer server = AuthorityServer.start(behaviour);
        Stamping stamping = stamping(server)) {
      return fault(stamping);
    }
  }

  private String fault(Stamping stamping) {
    assertThat(stamping.errand().once()).isFalse();
    OutsideState state = stamping.errand().state();
    assertThat(covering(0)).isEmpty();
    assertThat(state.nextAt()).isEqualTo(now.plusSeconds(10));
    assertThat(state.tries()).isEqualTo(1);
    assertThat(state.doneAt()).isNull();
    return state.detail().isEmpty() ? state.fault() : state.fault() + ": " + state.detail();
  }

  @Test
  void the_newest_checkpoint_is_stamped_and_openssl_takes_what_is_kept() throws Exception {
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(server)) {
      assertThat(stamping.errand().once()).isTrue();
      OutsideTime stamp = covering(6).get(0);
      assertThat(stamp.stamp()).isTrue();
      assertThat(stamp.time()).isEqualTo("2026-11-22T10:00:00Z");
      assertThat(stamp.by()).isEqualTo("CN=Willow Time Stamping, O=Willow, C=CN");
      assertThat(stamp.checkpoint()).satisfies(kept -> assertThat(kept.note().format()).isEqualTo(note(7)));
      assertThat(new Openssl(folder)
          .verify(stamp.checkpoint().bytes(), stamp.tsr(), authority.rootPem()))
          .contains("Verification: OK");
      assertThat(stamping.errand().state())
          .isEqualTo(new OutsideState(0, now, null, null, null, now, "shotdeed/3f9a", 7));
    }
  }

  @Test
  void an_authority_run_by_openssl_stamps_too() throws Exception {
    now = Instant.now();
    Openssl openssl = new Openssl(folder).authority("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384");
    try (AuthorityServer server = AuthorityServer.start(AuthorityServer.stamps(openssl::answer));
        Stamping stamping = stamping(server.url(), List.of(), server.target())) {
      assertThat(stamping.errand().once()).isTrue();
      assertThat(covering(0).get(0).by()).isEqualTo("CN=Willow Time Stamping, O=柳织, C=CN");
    }
  }

  @Test
  void it_is_asked_once_a_checkpoint_at_most_each_minute_and_sooner_when_evidence_was_sealed() throws Exception {
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(server)) {
      assertThat(stamping.errand().once()).isTrue();
      now = now.plusSeconds(3600);
      assertThat(stamping.errand().once()).isFalse(); // nothing new
      newest = note(8);
      assertThat(stamping.errand().once()).isTrue();
      newest = note(9);
      now = now.plusSeconds(59);
      assertThat(stamping.errand().once()).isFalse();
      now = now.plusSeconds(1);
      assertThat(stamping.errand().once()).isTrue();
      newest = note(12);
      now = now.plusSeconds(10);
      stamping.errand().sealed();
      stamping.errand().settle();
      assertThat(stamping.errand().state().doneSize()).isEqualTo(12);
      assertThat(server.asked()).isEqualTo(4);
      assertThat(covering(6).get(0).checkpoint().size()).isEqualTo(7);
      assertThat(covering(7).get(0).checkpoint().size()).isEqualTo(8);
      assertThat(covering(8).get(0).checkpoint().size()).isEqualTo(9);
      assertThat(covering(9).get(0).checkpoint().size()).isEqualTo(12);
      assertThat(covering(11).get(0).checkpoint().size()).isEqualTo(12);
      assertThat(covering(12)).isEmpty();
    }
  }

  @Test
  void an_empty_log_is_not_stamped() throws Exception {
    newest = note(0);
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(server)) {
      assertThat(stamping.errand().once()).isFalse();
      assertThat(server.asked()).isZero();
    }
  }

  @Test
  void after_failures_it_waits_longer_and_then_stamps_what_is_newest_by_then() throws Exception {
    try (AuthorityServer server =
            AuthorityServer.start((exchange, question) -> AuthorityServer.send(exchange, 503, "text/plain", NOTHING));
        Stamping stamping = stamping(server)) {
      for (int seconds : new int[] {10, 60, 300, 900, 1800, 3600, 3600}) {
        assertThat(stamping.errand().once()).isFalse();
        assertThat(stamping.errand().state().nextAt()).isEqualTo(now.plusSeconds(seconds));
        now = now.plusSeconds(seconds - 1);
        stamping.errand().sealed(); // does not make it hurry
        stamping.errand().settle();
        now = now.plusSeconds(1);
      }
      assertThat(server.asked()).isEqualTo(7);
      server.now(right());
      newest = note(30);
      assertThat(stamping.errand().once()).isTrue();
      assertThat(stamping.errand().state().tries()).isZero();
      assertThat(covering(0).get(0).checkpoint().size()).isEqualTo(30);
    }
  }

  @Test
  void one_that_never_answers_holds_up_nobody() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (AuthorityServer server = AuthorityServer.start((exchange, question) -> {
          asked.countDown();
          end.await();
        });
        Stamping stamping = stamping(server)) {
      stamping.errand().sealed(); // returns, though nobody answers
      asked.await();
      assertThat(stamping.errand().state()).isEqualTo(OutsideState.NEVER);
      stamping.errand().sealed();
      int written = database.write(handle -> handle.execute(
          "insert into witnessed_log (origin, size, root, note, signed_at) values ('x', 0, '', '', '')"));
      assertThat(written).isEqualTo(1);
      stamping.errand().settle();
      assertThat(stamping.errand().state().fault()).isEqualTo("slow");
      end.countDown();
    }
  }

  @Test
  void one_that_answers_too_late_gave_nothing() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    assertThat(fault((exchange, question) -> {
      byte[] tsr = authority.answer(question, now);
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, tsr.length);
      exchange.getResponseBody().write(tsr, 0, tsr.length - 1);
      exchange.getResponseBody().flush();
      end.await();
    })).isEqualTo("slow");
    end.countDown();
  }

  @Test
  void an_answer_to_another_question() throws Exception {
    byte[] other = new TimeStampRequestGenerator()
        .generate(NISTObjectIdentifiers.id_sha256, new byte[32], BigInteger.ONE)
        .getEncoded();
    assertThat(fault(AuthorityServer.stamps(question -> authority.answer(other, now)))).isEqualTo("nonce");
  }

  @Test
  void a_stamp_over_other_bytes() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      return authority.answer(
          generator
              .generate(NISTObjectIdentifiers.id_sha256, new byte[32], new TimeStampRequest(question).getNonce())
              .getEncoded(),
          now);
    }))).startsWith("imprint");
  }

  @Test
  void a_refusal_is_told_in_its_own_words() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> authority.refusal("no more today"))))
        .isEqualTo("rejected: no more today");
  }

  @Test
  void garbage() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> "hello".getBytes(StandardCharsets.UTF_8)))).startsWith("form");
    assertThat(fault(AuthorityServer.stamps(question -> NOTHING))).startsWith("form");
    assertThat(fault(AuthorityServer.stamps(question -> question))).startsWith("form");
  }

  @Test
  void ten_megabytes() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> new byte[10 << 20]))).isEqualTo("large");
  }

  @Test
  void something_that_is_not_said_to_be_a_stamp() throws Exception {
    assertThat(fault((exchange, question) ->
        AuthorityServer.send(exchange, 200, "text/html; charset=utf-8", authority.answer(question, now))))
        .isEqualTo("type: text/html; charset=utf-8");
  }

  @Test
  void a_redirect_inwards_is_not_followed() throws Exception {
    try (AuthorityServer inside = AuthorityServer.start(right())) {
      for (int status : new int[] {301, 302, 307, 308}) {
        assertThat(fault((exchange, question) -> {
          exchange.getResponseHeaders().set("Location", inside.url());
          AuthorityServer.send(exchange, status, "text/plain", NOTHING);
        })).isEqualTo("redirect: " + status);
        database.write(handle -> handle.execute("delete from outside_errand"));
      }
      assertThat(inside.asked()).isZero();
    }
  }

  @Test
  void an_address_inside_is_not_asked_unless_it_is_listed() throws Exception {
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(server.url(), List.of())) {
      assertThat(fault(stamping)).isEqualTo("forbidden");
      assertThat(server.asked()).isZero();
    }
    database.write(handle -> handle.execute("delete from outside_errand"));
    try (Stamping stamping = stamping("http://tsa.example.org/tsr", List.of())) {
      assertThat(fault(stamping)).isEqualTo("unknown-host");
    }
  }

  @Test
  void a_signature_that_does_not_hold() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> {
      byte[] tsr = authority.answer(question, now);
      tsr[tsr.length - 5] ^= 1;
      return tsr;
    }))).startsWith("signature");
  }

  @Test
  void a_certificate_that_has_run_out() throws Exception {
    authority.certified(
        now.minus(Duration.ofDays(731)), TestAuthority.stamps(true, KeyPurposeId.id_kp_timeStamping));
    assertThat(fault(right())).startsWith("expired");
  }

  @Test
  void a_certificate_for_something_else() throws Exception {
    TestAuthority.Extra[] others = {
      TestAuthority.stamps(true, KeyPurposeId.id_kp_serverAuth),
      TestAuthority.stamps(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth),
      TestAuthority.stamps(false, KeyPurposeId.id_kp_timeStamping),
    };
    for (TestAuthority.Extra other : others) {
      authority.certifiedForAnything(other);
      assertThat(fault(right())).startsWith("certificate");
      database.write(handle -> handle.execute("delete from outside_errand"));
    }
  }

  @Test
  void an_authority_that_does_not_come_from_the_roots_that_were_set() throws Exception {
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(
            server.url(), List.of(TestAuthority.signing("SHA256withECDSA").certificate()), server.target())) {
      assertThat(fault(stamping)).startsWith("chain");
    }
  }

  @Test
  void a_time_far_from_this_computers() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> authority.answer(question, now.minus(Duration.ofDays(1))))))
        .isEqualTo("clock: 2026-11-21T10:00:00Z");
  }

  @Test
  void another_address_begins_anew() throws Exception {
    assertThat(fault(AuthorityServer.stamps(question -> NOTHING))).startsWith("form");
    try (AuthorityServer server = AuthorityServer.start(right());
        Stamping stamping = stamping(server)) {
      assertThat(stamping.errand().once()).isTrue(); // does not wait for the other's next turn
    }
  }
}
