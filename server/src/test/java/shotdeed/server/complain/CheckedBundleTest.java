package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Check;
import shotdeed.ledger.verify.Logged;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.Checks;
import shotdeed.server.ledger.PlatformCrypto;

/** Bundles as the server packs them, to whoever checks them. */
class CheckedBundleTest {
  private CoatCase desk;
  private int complaint;

  @BeforeEach
  void prepare() {
    desk = CoatCase.open();
    complaint = Checks.ok(desk.withScreenshot("checked-1", desk.sighting("70"), CoatCase.SCREENSHOT))
        .json()
        .get("id")
        .asInt();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private byte[] bundle(String query) {
    return Checks.ok(desk.client().get("/api/v1/complaints/" + complaint + "/evidence.zip" + query)).bytes();
  }

  private static Verification verify(byte[] zip, String key) {
    return BundleVerifier.verify(zip, List.of(key), new PlatformCrypto());
  }

  private String key() {
    return desk.server().ledger().key().fingerprint();
  }

  private void assertValid(Verification result) {
    assertThat(result.faults()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?language=en", "?language=zh-CN&screenshot=true", "?language=zh-TW&originals=1"})
  void a_bundle_is_valid_whatever_was_ticked(String query) {
    Verification result = verify(bundle(query.replace("originals=1", "originals=" + desk.coat())), key());
    assertValid(result);
    assertThat(result.contents().complaint()).isEqualTo(complaint);
    assertThat(result.records()).extracting(Logged::part).startsWith(
        "proofs/evidence.tlog-proof", "proofs/certificate-" + desk.coat() + ".tlog-proof");
    boolean unmasked = query.contains("screenshot");
    assertThat(result.checks()).filteredOn(check -> check.code().equals(Check.WITHHELD)).hasSize(unmasked ? 0 : 1);
  }

  @Test
  void whatever_is_done_to_one_of_its_parts_is_found_and_the_part_is_named() {
    byte[] zip = bundle("?language=en&originals=" + desk.coat());
    Map<String, byte[]> parts = new LinkedHashMap<>();
    StoredZip.read(zip).parts().forEach(part -> parts.put(part.path(), part.content(zip)));
    List<Tampering> all = Tampering.all(parts);
    assertThat(all).hasSizeGreaterThan(150);
    for (Tampering done : all) {
      Verification result = verify(done.zip(), key());
      assertThat(result.verdict()).as(done.name()).isEqualTo(Verdict.TAMPERED);
      assertThat(result.faultyParts()).as(done.name()).containsAll(done.named());
    }
  }

  @Test
  void what_followed_on_a_certificate_is_in_a_bundle_that_is_packed_later() {
    int before = verify(bundle(""), key()).records().size();
    desk.server().pass(Duration.ofHours(1));
    Checks.ok(desk.client().post("/api/v1/certificates/" + desk.coat() + "/pause"));
    Verification later = verify(bundle(""), key());
    assertValid(later);
    assertThat(later.records()).hasSize(before + 1);
    assertThat(later.records().get(before).record().field("state")).isEqualTo("paused");
  }

  @Test
  void after_a_key_that_somebody_else_may_have_bundles_are_under_the_next_key_alone() {
    String first = key();
    desk.server().ledger().rotate(true);
    String second = key();
    desk.server().ledger().rotate(false);
    byte[] zip = bundle("");
    assertValid(verify(zip, key()));
    assertThat(verify(zip, first).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(verify(zip, second).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
  }

  @Test
  void who_knows_a_key_from_before_a_successor_can_check_what_the_key_after_signed() {
    String first = key();
    desk.server().ledger().rotate(true);
    desk.server().ledger().checkpoint();
    desk.server().ledger().succeed();
    desk.server().ledger().rotate(true);
    assertValid(verify(bundle(""), first));
    assertValid(verify(bundle(""), key()));
  }

  @Test
  void what_was_not_signed_yet_when_a_successor_started_is_in_a_bundle_once() {
    desk.server().ledger().checkpoint();
    Checks.ok(desk.client().post("/api/v1/certificates/" + desk.coat() + "/pause"));
    desk.server().ledger().succeed();
    Verification result = verify(bundle(""), key());
    assertValid(result);
    assertThat(result.records())
        .extracting(record -> record.record().field("state"))
        .containsOnlyOnce("monitored", "paused");
  }

  @Test
  void who_knows_the_key_before_can_check_what_the_key_after_signed() {
    String first = key();
    desk.server().pass(Duration.ofHours(1));
    desk.server().ledger().rotate(true);
    desk.server().pass(Duration.ofHours(1));
    desk.server().ledger().rotate(true);
    assertThat(key()).isNotEqualTo(first);
    byte[] zip = bundle("");
    assertValid(verify(zip, first));
    assertValid(verify(zip, key()));
    assertThat(verify(zip, "0".repeat(64)).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
  }

  @Test
  void a_bundle_of_a_log_that_follows_another_says_so() {
    String before = desk.server().ledger().origin();
    bundle("");
    desk.server().pass(Duration.ofHours(1));
    desk.server().ledger().succeed();
    Verification result = verify(bundle(""), key());
    assertValid(result);
    assertThat(result.records().get(0).record().kind()).isEqualTo("predecessor");
    assertThat(result.records().get(0).record().field("origin")).isEqualTo(before);
  }
}
