package shotdeed.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.digest.Sha256;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.JdkCrypto;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;

/** Bundles that somebody signed with a key of their own, to wear out or to mislead whoever checks them. */
class HostileBundleTest {
  private static final int LARGE = 20 << 20;

  private final TestBundle bundle = TestBundle.genuine();
  private final AtomicInteger asked = new AtomicInteger();

  private Verification verify() {
    Crypto crypto = new JdkCrypto();
    return BundleVerifier.verify(bundle.zip(), List.of(bundle.log.key().fingerprint()), (name, key, message, signature) -> {
      asked.incrementAndGet();
      return crypto.verify(name, key, message, signature);
    });
  }

  private static List<String> faults(Verification result) {
    return result.faults().stream().map(fault -> fault.code() + " " + fault.part() + " " + fault.values()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "sealed.txt", "proofs/evidence.tlog-proof", "proofs/certificate-12-1.tlog-proof", "proofs/predecessor.tlog-proof",
    "proofs/keys.note", "proofs/witnesses.txt", "certificate-3.json", "stamps/a-5.tsr"
  })
  void a_part_of_twenty_mebibytes_of_short_lines_is_refused_unread(String path) {
    bundle.parts.put(path, "a\n".repeat(LARGE / 2).getBytes(StandardCharsets.US_ASCII));
    if (path.startsWith("stamps/")) {
      bundle.parts.put("stamps/a-5.checkpoint", TestBundle.bytes(bundle.log.checkpoint().text()));
    }
    Verification result = verify();
    assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(result.faultyParts()).contains(path);
  }

  @Test
  void a_chain_of_more_than_fifty_keys_is_refused() {
    StringBuilder notes = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      notes.append(bundle.log.changeKey("2026-11-22T11:30:00.000Z").format());
    }
    bundle.parts.put("proofs/keys.note", TestBundle.bytes(notes.toString()));
    assertThat(faults(verify())).contains("keys proofs/keys.note [, , too many changes of keys]");
  }

  @Test
  void a_chain_of_fifty_keys_is_checked_with_two_signatures_each() {
    StringBuilder notes = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      notes.append(bundle.log.changeKey("2026-11-22T11:30:00.000Z").format());
    }
    bundle.parts.put("proofs/keys.note", TestBundle.bytes(notes.toString()));
    Verification result = verify();
    assertThat(faults(result)).isEmpty();
    assertThat(result.keys()).hasSize(51);
    // The list of contents, two of each change, and the one checkpoint that all proofs share.
    assertThat(asked).hasValue(1 + 100 + 1);
  }

  @Test
  void more_records_than_any_complaint_has_are_too_much_to_check() {
    byte[] proof = bundle.parts.get("proofs/certificate-12.tlog-proof");
    for (int i = 0; i < Effort.MAX_RECORDS; i++) {
      bundle.parts.put("proofs/certificate-" + (i + 100) + ".tlog-proof", proof);
    }
    Verification result = verify();
    assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(faults(result)).contains("effort  [records, 5000]");
    assertThat(result.records()).isEmpty();
  }

  /** Each proof under a checkpoint of its own, with as many signatures by known witnesses as a note can have. */
  @Test
  void more_signatures_than_any_complaint_has_are_too_much_to_check() throws Exception {
    String path = "proofs/certificate-12.tlog-proof";
    TlogProof proof = TlogProof.parse(new String(bundle.parts.get(path), StandardCharsets.UTF_8));
    TestLog witness = new TestLog("witness.example");
    SignedNote.Signature seen = witness.witnessed(proof.checkpoint(), 1_795_345_200).signatures().get(1);
    List<SignedNote.Signature> signatures = new ArrayList<>(proof.checkpoint().signatures());
    while (signatures.size() < 16) {
      signatures.add(seen);
    }
    SignedNote note = new SignedNote(proof.checkpoint().text(), signatures);
    byte[] many = TestBundle.bytes(new TlogProof(proof.extra(), proof.index(), proof.path(), note).format());
    for (int i = 0; i < 100; i++) {
      bundle.parts.put("proofs/certificate-" + (i + 100) + ".tlog-proof", many);
    }
    bundle.parts.put("proofs/witnesses.txt", TestBundle.bytes((witness.witness().text() + "\n").repeat(100)));
    assertThat(faults(verify())).contains("effort  [signatures, 12000]");
    assertThat(asked.get()).isLessThan(Effort.MAX_SIGNATURES + 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "proofs/photo.png", "proofs/certificate-12.png", "proofs/certificate-12-1-1.tlog-proof", "proofs/notes.txt",
    "proofs/certificate-.tlog-proof", "proofs/certificate-012.tlog-proof", "stamps/photo.png", "stamps/photo-5.png",
    "stamps/readme.txt", "stamps/a.tsr", "stamps/-5.tsr", "stamps/deep/a-5.tsr", "stamps/a-05.checkpoint"
  })
  void what_was_never_sealed_finds_no_place_beside_the_proofs(String path) {
    bundle.parts.put(path, bundle.parts.get(TestBundle.PICTURE));
    Verification result = verify();
    assertThat(result.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(faults(result))
        .contains("sealed " + path + " [, " + Sha256.hex(bundle.parts.get(TestBundle.PICTURE)) + "]");
    assertThat(result.evidence()).doesNotContain(path);
  }

  @Test
  void what_nothing_stamps_is_no_stamp() {
    bundle.parts.put("stamps/a-5.checkpoint", TestBundle.bytes(bundle.log.checkpoint().text()));
    assertThat(faults(verify())).containsExactly("stamp stamps/a-5.checkpoint [, , stamps/a-5.tsr]");
  }

  @Test
  void a_masked_screenshot_of_no_screenshot_is_no_evidence() {
    SealedList.Part screenshot = bundle.withheld.remove(0);
    String list = new String(bundle.parts.get("sealed.txt"), StandardCharsets.UTF_8);
    byte[] without = TestBundle.bytes(list.replace(screenshot.line() + "\n", ""));
    bundle.parts.put("sealed.txt", without);
    int evidence = bundle.log.append("evidence", "2026-11-22T11:10:00Z",
        "complaint", "9", "sealed-sha256", Sha256.hex(without), "sealed-parts", "4");
    bundle.proof("evidence", evidence);
    assertThat(verify().faultyParts()).containsExactly("screenshot-masked.png");
    bundle.parts.remove("screenshot-masked.png");
    assertThat(faults(verify())).isEmpty();
  }

  @Test
  void only_what_was_sealed_the_masked_screenshot_and_the_originals_are_evidence() {
    assertThat(verify().evidence()).containsExactlyInAnyOrder("manifest.json", TestBundle.PICTURE, "certificate-3.json",
        "certificate-12.json", "screenshot-masked.png", "originals/certificate-3.jpg");
  }
}
