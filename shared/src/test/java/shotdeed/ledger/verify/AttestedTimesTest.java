package shotdeed.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.ledger.verify.Verified.faults;
import static shotdeed.ledger.verify.Verified.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.ledger.JdkCrypto;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.TlogProof;

/** Witnesses and time-stamp authorities say when a record existed at the latest, and nothing else is taken for that. */
class AttestedTimesTest {
  @Test
  void a_witness_says_that_a_record_existed_no_later_than_a_time() throws Exception {
    TestBundle bundle = TestBundle.genuine();
    TestLog witness = new TestLog("witness.example");
    String path = "proofs/evidence.tlog-proof";
    TlogProof proof = TlogProof.parse(new String(bundle.parts.get(path), StandardCharsets.UTF_8));
    TlogProof seen = new TlogProof(
        proof.extra(), proof.index(), proof.path(), witness.witnessed(proof.checkpoint(), 1_795_345_200));
    bundle.parts.put(path, TestBundle.bytes(seen.format()));
    // Nobody can say who signed until the witness's key is known.
    assertThat(verify(bundle).records().get(0).by()).isEmpty();
    bundle.parts.put("proofs/witnesses.txt", TestBundle.bytes(witness.witness().text() + "\n"));
    Verification result = verify(bundle);
    assertThat(faults(result)).isEmpty();
    assertThat(result.records().get(0).by()).containsExactly(new Logged.Attested(
        Check.WITNESS, "witness.example", witness.key().fingerprint(), "2026-11-22T11:00:00Z"));
    assertThat(result.records().get(1).by()).isEmpty();

    SignedNote.Signature other = seen.checkpoint().signatures().get(1);
    byte[] moved = other.bytes().clone();
    moved[7]++;
    bundle.parts.put(path, TestBundle.bytes(new TlogProof(proof.extra(), proof.index(), proof.path(),
        proof.checkpoint().with(new SignedNote.Signature(other.name(), other.id(), moved))).format()));
    assertThat(faults(verify(bundle)))
        .containsExactly("witness " + path + " [witness.example, , " + witness.key().fingerprint() + "]");
    bundle.parts.put("proofs/witnesses.txt", TestBundle.bytes("nobody\n"));
    assertThat(faults(verify(bundle))).singleElement().asString().startsWith("witness proofs/witnesses.txt");
  }

  private static TestBundle withStamps(String... endings) {
    TestBundle bundle = new TestBundle(new TestLog(TestBundle.ORIGIN), 1, 301);
    byte[] stamped = TestBundle.stamped();
    for (var part : StoredZip.read(stamped).parts()) {
      if (part.path().startsWith("stamps/sha256withrsa") && List.of(endings).stream().anyMatch(part.path()::endsWith)) {
        bundle.parts.put(part.path(), part.content(stamped));
      }
    }
    return bundle;
  }

  @Test
  void an_authority_says_that_a_record_existed_no_later_than_a_time() {
    Verification result = BundleVerifier.verify(TestBundle.stamped(), List.of(), new JdkCrypto());
    assertThat(faults(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    for (Logged logged : result.records()) {
      assertThat(logged.by()).extracting(Logged.Attested::kind).containsOnly(Check.STAMP);
      assertThat(logged.by()).extracting(Logged.Attested::who).allMatch(who -> who.contains("CN=Willow Time Stamping"));
      assertThat(logged.by()).extracting(Logged.Attested::time)
          .containsExactly("2026-11-22T11:01:00Z", "2026-11-22T11:02:00Z", "2026-11-22T11:03:00Z");
    }
  }

  @Test
  void a_stamp_over_something_else_stamps_nothing() {
    TestBundle bundle = withStamps(".tsr");
    bundle.parts.put("stamps/sha256withrsa-5.checkpoint", TestBundle.bytes(bundle.log.checkpoint().text()));
    Verification result = verify(bundle);
    assertThat(result.faultyParts()).containsExactly("stamps/sha256withrsa-5.tsr");
    assertThat(result.records().get(0).by()).isEmpty();
    assertThat(verify(withStamps(".tsr")).faultyParts()).containsExactly("stamps/sha256withrsa-5.tsr");
  }

  @Test
  void a_stamped_state_of_the_log_that_contradicts_the_proofs_is_a_second_face() {
    assertThat(faults(verify(withStamps(".tsr", ".checkpoint")))).containsExactly("log  [roots]");
  }
}
