package shotdeed.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.ledger.verify.Verified.faults;
import static shotdeed.ledger.verify.Verified.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.digest.Sha256;
import shotdeed.ledger.JdkCrypto;
import shotdeed.ledger.SealedList;

class BundleVerifierTest {
  private static final TestBundle GENUINE = TestBundle.genuine();

  /** To somebody who knows the key of the genuine bundle. */
  private static Verification asGenuine(byte[] zip) {
    return BundleVerifier.verify(zip, List.of(GENUINE.log.key().fingerprint()), new JdkCrypto());
  }

  @Test
  void a_bundle_as_it_was_packed_is_valid_to_who_knows_its_key() {
    Verification result = verify(GENUINE);
    assertThat(faults(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.contents().complaint()).isEqualTo(9);
    assertThat(result.records()).extracting(Logged::part).containsExactly(
        "proofs/evidence.tlog-proof",
        "proofs/certificate-3.tlog-proof",
        "proofs/certificate-12.tlog-proof",
        "proofs/certificate-12-1.tlog-proof",
        "proofs/certificate-12-2.tlog-proof");
    assertThat(result.parts()).hasSameSizeAs(GENUINE.parts.keySet());
    assertThat(result.checks())
        .contains(new Check(Check.WITHHELD, "screenshot.png", true, List.of(GENUINE.withheld.get(0).sha256())));
  }

  @Test
  void without_its_key_a_bundle_is_whole_under_an_unknown_key_and_says_which() {
    Verification result = BundleVerifier.verify(GENUINE.zip(), List.of(), new JdkCrypto());
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(result.faults()).isEmpty();
    assertThat(result.fingerprint()).isEqualTo(GENUINE.log.key().fingerprint());
    assertThat(result.knowing(List.of("0".repeat(64))).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(result.knowing(List.of(result.fingerprint())).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_bundle_that_somebody_else_made_up_is_under_another_key() {
    Verification result = asGenuine(TestBundle.genuine().zip());
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
  }

  static Stream<Tampering> tamperings() {
    return Tampering.all(GENUINE).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tamperings")
  void whatever_is_done_to_a_part_is_found_and_the_part_is_named(Tampering done) {
    Verification result = asGenuine(done.zip());
    assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(result.faultyParts()).containsAll(done.named());
    assertThat(result.knowing(List.of(GENUINE.log.key().fingerprint())).verdict()).isEqualTo(Verdict.TAMPERED);
  }

  @Test
  void each_of_several_damaged_parts_is_named_and_no_other() {
    byte[] zip = GENUINE.zip();
    int damaged = 0;
    for (var part : shotdeed.ledger.StoredZip.read(GENUINE.zip()).parts()) {
      if (List.of("evidence.pdf", TestBundle.PICTURE, "originals/certificate-3.jpg").contains(part.path())) {
        zip[part.from() + 1] ^= 1;
        damaged++;
      }
    }
    assertThat(damaged).isEqualTo(3);
    assertThat(asGenuine(zip).faultyParts())
        .containsExactlyInAnyOrder("evidence.pdf", TestBundle.PICTURE, "originals/certificate-3.jpg");
  }

  /** The operator could sign whatever they like, but not change what the log has. */
  @Test
  void evidence_that_the_operator_changed_after_sealing_is_not_what_the_log_has() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.put(TestBundle.PICTURE, TestBundle.bytes("another picture"));
    assertThat(faults(verify(bundle))).singleElement().asString().startsWith("sealed " + TestBundle.PICTURE);

    TestBundle relisted = TestBundle.genuine();
    relisted.parts.put("sealed.txt",
        new SealedList(List.of(new SealedList.Part(Sha256.hex(relisted.parts.get("manifest.json")),
            relisted.parts.get("manifest.json").length, "manifest.json"))).bytes());
    assertThat(faults(verify(relisted))).anySatisfy(fault -> assertThat(fault).startsWith("sealed-list sealed.txt"));
  }

  @Test
  void a_sealed_part_that_is_left_out_has_to_be_named_as_such() {
    TestBundle bundle = TestBundle.genuine();
    bundle.withheld.clear();
    assertThat(faults(verify(bundle))).singleElement().asString().startsWith("sealed screenshot.png");
  }

  @Test
  void a_part_that_was_never_sealed_is_no_evidence() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.put("sighting-8/picture.png", TestBundle.bytes("made up"));
    assertThat(faults(verify(bundle))).singleElement().asString().startsWith("sealed sighting-8/picture.png");
    TestBundle left = TestBundle.genuine();
    left.withheld.add(new SealedList.Part(Sha256.hex(), 0, "never.png"));
    assertThat(faults(verify(left))).singleElement().asString().startsWith("withheld never.png");
  }

  @Test
  void a_proof_of_something_else_proves_nothing_in_its_place() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.put("proofs/certificate-3.tlog-proof", bundle.parts.get("proofs/certificate-12.tlog-proof"));
    assertThat(faults(verify(bundle))).contains("record proofs/certificate-3.tlog-proof [certificate, certificate]");

    TestBundle complaint = TestBundle.genuine();
    complaint.proof("evidence", complaint.log.append("evidence", "2026-11-22T11:30:00Z", "complaint", "10",
        "sealed-sha256", Sha256.hex(complaint.parts.get("sealed.txt")), "sealed-parts", "5"));
    assertThat(faults(verify(complaint))).contains("record proofs/evidence.tlog-proof [evidence, complaint]");
  }

  @Test
  void a_record_that_is_not_in_the_log_is_not_proven() {
    TestBundle bundle = TestBundle.genuine();
    TestLog other = new TestLog(TestBundle.ORIGIN);
    TestBundle elsewhere = new TestBundle(other, 1, 300);
    bundle.parts.put("proofs/certificate-3.tlog-proof", elsewhere.parts.get("proofs/certificate-3.tlog-proof"));
    assertThat(faults(verify(bundle))).contains("proof proofs/certificate-3.tlog-proof [signature]");
    String proof = new String(bundle.parts.get("proofs/evidence.tlog-proof"), java.nio.charset.StandardCharsets.UTF_8);
    bundle.parts.put("proofs/evidence.tlog-proof", TestBundle.bytes(proof.replace("index 4", "index 3")));
    assertThat(faults(verify(bundle))).contains("proof proofs/evidence.tlog-proof [path]");
  }

  @Test
  void a_certificate_without_its_record_is_named() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.remove("proofs/certificate-3.tlog-proof");
    assertThat(faults(verify(bundle))).anySatisfy(fault -> assertThat(fault).startsWith("certificate certificate-3"));
  }

  @Test
  void a_decision_that_is_left_out_between_others_is_missed() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.remove("proofs/certificate-12-1.tlog-proof");
    assertThat(faults(verify(bundle)))
        .containsExactly("log proofs/certificate-12-2.tlog-proof [order, proofs/certificate-12.tlog-proof]");
  }

  @Test
  void another_original_than_the_certified_one_is_named() {
    TestBundle bundle = TestBundle.genuine();
    bundle.parts.put("originals/certificate-3.jpg", TestBundle.bytes("another"));
    assertThat(faults(verify(bundle))).singleElement().asString().startsWith("original originals/certificate-3.jpg");
    TestBundle unknown = TestBundle.genuine();
    unknown.parts.put("originals/certificate-99.jpg", TestBundle.bytes("another"));
    assertThat(faults(verify(unknown))).singleElement().asString().startsWith("original originals/certificate-99.jpg");
  }

  @Test
  void a_log_whose_times_go_back_is_no_log() {
    TestBundle bundle = TestBundle.genuine();
    bundle.proof("certificate-12-3", bundle.log.append(
        "state", "2026-11-05T08:00:00Z", "certificate", "12", "from", "paused", "state", "monitored"));
    assertThat(faults(verify(bundle)))
        .containsExactly("log proofs/certificate-12-3.tlog-proof [time, proofs/evidence.tlog-proof]");
  }

  @Test
  void a_key_that_an_earlier_one_vouched_for_is_known_to_who_knows_the_earlier_one() {
    TestBundle bundle = TestBundle.genuine();
    String first = bundle.log.key().fingerprint();
    String one = bundle.log.changeKey("2026-11-22T11:30:00.000Z").format();
    String second = bundle.log.key().fingerprint();
    String other = bundle.log.changeKey("2026-11-22T11:40:00.000Z").format();
    byte[] alone = bundle.zip();
    for (String statements : List.of(one + other, one + "\n" + other)) {
      bundle.parts.put("proofs/keys.note", TestBundle.bytes(statements));
      for (String known : List.of(first, second, bundle.log.key().fingerprint())) {
        Verification result = BundleVerifier.verify(bundle.zip(), List.of(known), new JdkCrypto());
        assertThat(faults(result)).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.keys()).containsExactly(bundle.log.key().fingerprint(), second, first);
      }
    }
    // The records' checkpoints were signed by the first: without the statements nothing leads there.
    assertThat(BundleVerifier.verify(alone, List.of(first), new JdkCrypto()).verdict()).isEqualTo(Verdict.TAMPERED);
  }

  @Test
  void a_change_of_keys_that_the_earlier_one_did_not_sign_leads_nowhere() {
    TestBundle bundle = TestBundle.genuine();
    TestBundle other = TestBundle.genuine();
    String first = bundle.log.key().fingerprint();
    String forged = bundle.log.changeKey("2026-11-22T11:30:00.000Z").format();
    String theirs = other.log.changeKey("2026-11-22T11:30:00.000Z").format();
    String signature = theirs.substring(theirs.lastIndexOf(' '));
    for (String statement : List.of(
        forged.substring(0, forged.lastIndexOf(' ')) + signature, theirs, "shotdeed-key@v1\n", "", "x\n\n\n")) {
      bundle.parts.put("proofs/keys.note", TestBundle.bytes(statement));
      Verification result = BundleVerifier.verify(bundle.zip(), List.of(first), new JdkCrypto());
      assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
      assertThat(result.keys()).containsExactly(bundle.log.key().fingerprint());
    }
  }

  /** As after an old backup came back: what the earlier log has stays proven by it. */
  @Test
  void records_of_the_log_before_count_if_the_bundles_log_names_it() {
    TestBundle bundle = TestBundle.genuine();
    bundle.log = bundle.log.successor("shotdeed/fedcba9876543210", "2026-11-22T11:30:00.000Z");
    assertThat(faults(verify(bundle))).contains("proof proofs/evidence.tlog-proof [origin]");
    bundle.proof("predecessor", 0);
    Verification result = verify(bundle);
    assertThat(faults(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.records().get(0).record().field("origin")).isEqualTo(TestBundle.ORIGIN);
    assertThat(result.records().get(1).origin()).isEqualTo(TestBundle.ORIGIN);
  }

  @Test
  void what_an_earlier_log_has_behind_the_end_that_its_successor_named_is_a_contradiction() {
    TestBundle bundle = TestBundle.genuine();
    TestLog before = bundle.log;
    bundle.log = before.successor("shotdeed/fedcba9876543210", "2026-11-22T11:30:00.000Z");
    int behind = before.append("state", "2026-11-22T11:20:00.000Z", "certificate", "12", "from", "paused", "state", "retired");
    bundle.parts.put("proofs/certificate-12-3.tlog-proof", TestBundle.bytes(before.proof(behind).format()));
    bundle.proof("predecessor", 0);
    assertThat(faults(verify(bundle))).containsExactly("log  [roots]");
  }

  @Test
  void a_log_that_shows_two_faces_is_no_log() {
    TestBundle bundle = TestBundle.genuine();
    TestLog log = bundle.log;
    int third = log.append("state", "2026-11-22T11:20:00.000Z", "certificate", "12", "from", "paused", "state", "retired");
    bundle.proof("certificate-12-3", third);
    String honest = log.proof(third).checkpoint().text();
    log.forget(third);
    int other = log.append("state", "2026-11-22T11:20:00.000Z", "certificate", "3", "from", "x", "state", "monitored");
    bundle.proof("certificate-3-1", other);
    assertThat(log.proof(other).checkpoint().text()).isNotEqualTo(honest);
    assertThat(faults(verify(bundle))).contains("log  [roots]");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "PK", "not a zip at all", "shotdeed-bundle@v1\n", "PK\u0003\u0004", "PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
  })
  void anything_else_is_no_bundle_and_nothing_fails(String text) {
    Verification result = asGenuine(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(result.contents()).isNull();
    assertThat(result.faultyParts()).contains("contents.note");
  }

  /** Reproducible by the seed: 600 bundles with up to twenty bytes changed, moved or cut. */
  @Test
  void no_damage_whatever_makes_it_fail_or_pass() {
    byte[] genuine = GENUINE.zip();
    Random random = new Random(8);
    for (int i = 0; i < 600; i++) {
      byte[] zip = genuine.clone();
      for (int n = random.nextInt(20); n >= 0; n--) {
        int at = random.nextInt(zip.length);
        switch (random.nextInt(4)) {
          case 0 -> zip[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> zip[at] = (byte) random.nextInt(256);
          case 2 -> System.arraycopy(genuine, random.nextInt(genuine.length / 2), zip, at / 2, zip.length / 100);
          default -> zip = random.nextInt(8) == 0 ? Arrays.copyOf(zip, 1 + random.nextInt(zip.length)) : zip;
        }
      }
      boolean same = Arrays.equals(zip, genuine);
      assertThat(asGenuine(zip).verdict()).as("bundle %d", i).isEqualTo(same ? Verdict.VALID : Verdict.TAMPERED);
    }
  }

  /** Signed by the operator, so that the list and the proofs are read; no part of them may be what it should. */
  @Test
  void no_list_of_contents_makes_it_fail() {
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      TestBundle bundle = TestBundle.genuine();
      for (String path : List.copyOf(bundle.parts.keySet())) {
        byte[] content = bundle.parts.get(path).clone();
        if (random.nextInt(4) == 0 && content.length > 0) {
          content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
          bundle.parts.put(path, content);
        }
        if (random.nextInt(8) == 0) {
          bundle.parts.remove(path);
        }
      }
      assertThat(verify(bundle).verdict()).isIn(Verdict.TAMPERED, Verdict.VALID);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "AB12 %s", "ab:12-%s", " ab12%s\n"
  })
  void a_fingerprint_is_taken_as_people_write_it(String typed) {
    assertThat(BundleVerifier.fingerprint(typed.formatted("0".repeat(60)))).isEqualTo("ab12" + "0".repeat(60));
    assertThat(BundleVerifier.fingerprint(typed.formatted("0".repeat(59)))).isNull();
    assertThat(BundleVerifier.fingerprint(typed.formatted("0".repeat(61)))).isNull();
    assertThat(BundleVerifier.fingerprint(typed.formatted("g" + "0".repeat(59)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 951_782_400, 951_868_800, 1_795_341_600, 4_107_542_399L, 253_402_300_799L})
  void seconds_are_written_as_the_jvm_writes_them(long seconds) {
    assertThat(UtcTime.of(seconds)).isEqualTo(java.time.Instant.ofEpochSecond(seconds).toString());
    assertThat(UtcTime.is(UtcTime.of(seconds))).isTrue();
    assertThat(UtcTime.of(253_402_300_800L)).isEmpty();
    assertThat(UtcTime.of(Long.MAX_VALUE)).isEmpty();
    assertThat(UtcTime.of(-1)).isEmpty();
  }
}
