package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Check;
import shotdeed.ledger.verify.Logged;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.Checks;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.ledger.outside.AuthorityServer;
import shotdeed.server.ledger.outside.Openssl;
import shotdeed.server.ledger.outside.TestAuthority;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.TestTargets;

/** Bundles of a server whose log others stamp and witness: an authority, a second server, and another hand's check. */
@Timeout(300)
class AttestedBundleTest {
  @TempDir private Path folder;

  private static byte[] bundle(CoatCase desk, int complaint) {
    return Checks.ok(desk.client().get("/api/v1/complaints/" + complaint + "/evidence.zip")).bytes();
  }

  private static Verification verify(CoatCase desk, byte[] zip) {
    return BundleVerifier.verify(zip, List.of(desk.server().ledger().key().fingerprint()), new PlatformCrypto());
  }

  private static int prepared(CoatCase desk) {
    return Checks.ok(desk.withScreenshot("attested", desk.sighting("70"), CoatCase.SCREENSHOT)).json().get("id").asInt();
  }

  private static byte[] part(byte[] zip, String path) {
    return StoredZip.read(zip).parts().stream()
        .filter(part -> part.path().endsWith(path))
        .findFirst()
        .orElseThrow()
        .content(zip);
  }

  @Test
  void a_bundle_carries_what_an_authority_and_a_second_server_said_and_openssl_takes_the_stamp() throws Exception {
    Path data = folder.resolve("log");
    TestServer before = TestServer.start(data, OutsideSettings.NONE);
    String logKey = before.ledger().key().text();
    before.stop();
    TestAuthority authority = TestAuthority.rsa();
    TestServer[] log = new TestServer[1];
    try (TestServer witness = TestServer.start(
            folder.resolve("witness"),
            new OutsideSettings(null, List.of(), null, null, List.of(logKey), TestTargets.of()));
        AuthorityServer web = AuthorityServer.start(
            AuthorityServer.stamps(question -> authority.answer(question, log[0].now())))) {
      String target = "127.0.0.1:" + witness.port();
      log[0] = TestServer.start(
          data,
          new OutsideSettings(
              web.url(),
              List.of(authority.root()),
              "http://" + target + "/witness",
              Checks.ok(witness.anybody().get("/witness/key")).text().trim(),
              List.of(),
              TestTargets.of(target, web.target())));
      try (CoatCase desk = CoatCase.on(log[0])) {
        int complaint = prepared(desk);
        log[0].server().features().outside().settle();
        byte[] zip = bundle(desk, complaint);
        Verification result = verify(desk, zip);
        assertThat(result.faults()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        Logged evidence = result.records().get(0);
        assertThat(evidence.part()).isEqualTo("proofs/evidence.tlog-proof");
        assertThat(evidence.by()).extracting(Logged.Attested::kind).contains(Check.STAMP, Check.WITNESS);
        assertThat(evidence.by()).extracting(Logged.Attested::time).containsOnly("2026-11-21T08:00:00Z");

        Files.write(folder.resolve("x.tsr"), part(zip, ".tsr"));
        Files.write(folder.resolve("x.checkpoint"), part(zip, ".checkpoint"));
        Files.writeString(folder.resolve("ca.pem"), TestAuthority.pem(authority.root()));
        assertThat(new Openssl(folder)
                .run("ts", "-verify", "-data", "x.checkpoint", "-in", "x.tsr", "-CAfile", "ca.pem"))
            .contains("Verification: OK");
      }
    }
  }

  /** Nothing else is left that knows: the file beside the data folder came back too. */
  @Test
  void after_an_old_backup_came_back_the_witness_is_asked_before_anything_is_signed() throws Exception {
    Path data = folder.resolve("log");
    TestServer before = TestServer.start(data, OutsideSettings.NONE);
    String logKey = before.ledger().key().text();
    String origin = before.ledger().origin();
    before.stop();
    try (TestServer witness = TestServer.start(
        folder.resolve("witness"),
        new OutsideSettings(null, List.of(), null, null, List.of(logKey), TestTargets.of()))) {
      String target = "127.0.0.1:" + witness.port();
      OutsideSettings witnessed = new OutsideSettings(
          null,
          List.of(),
          "http://" + target + "/witness",
          Checks.ok(witness.anybody().get("/witness/key")).text().trim(),
          List.of(),
          TestTargets.of(target));
      TestServer log = TestServer.start(data, witnessed);
      log.stop();
      byte[] backup = Files.readAllBytes(data.resolve("shotdeed.db"));
      log.startAgain();
      log.monitored(log.newSeller("Willow"), Photos.photo("coat"));
      log.server().features().outside().settle();
      log.stop();
      Files.write(data.resolve("shotdeed.db"), backup);
      try (log) {
        log.startAgain();
        assertThat(log.ledger().origin()).isNotEqualTo(origin);
        assertThat(log.ledger().predecessor(log.ledger().origin()).entry().field("reason")).isEqualTo("older-than-signed");
      }
    }
  }

  @Test
  void an_authority_that_never_answers_delays_no_sealing_and_the_time_is_the_operators_own_claim() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (AuthorityServer web = AuthorityServer.start((exchange, question) -> end.await());
        CoatCase desk = CoatCase.on(TestServer.start(
            folder.resolve("log"),
            new OutsideSettings(
                web.url(), List.of(), null, null, List.of(), TestTargets.of(web.target()))))) {
      Verification result = verify(desk, bundle(desk, prepared(desk)));
      assertThat(result.verdict()).isEqualTo(Verdict.VALID);
      assertThat(result.records()).allSatisfy(record -> assertThat(record.by()).isEmpty());
    } finally {
      end.countDown();
    }
  }
}
