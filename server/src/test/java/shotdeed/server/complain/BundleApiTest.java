package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.StoredZip;
import shotdeed.ledger.TlogProof;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.Zips;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.paper.PaperReader;
import shotdeed.server.platform.Secrets;

class BundleApiTest {
  private static CoatCase desk;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String path(int complaint) {
    return "/api/v1/complaints/" + complaint + "/evidence.zip";
  }

  private static Map<String, byte[]> parts(String path) throws Exception {
    return Zips.parts(Checks.ok(desk.client().get(path)).bytes());
  }

  private static int withScreenshot(String key) {
    return Checks.ok(desk.withScreenshot(key, desk.sighting("70"), CoatCase.SCREENSHOT)).json().get("id").asInt();
  }

  @Test
  void the_contents_are_signed_by_the_log_and_name_every_part_in_its_order() throws Exception {
    int id = withScreenshot("b-1");
    byte[] zip = Checks.ok(desk.client().get(path(id) + "?language=zh-TW")).bytes();
    StoredZip.Read read = StoredZip.read(zip);
    assertThat(read.damages()).isEmpty();
    assertThat(read.parts().get(0).path()).isEqualTo("contents.note");

    Ledger ledger = desk.server().server().features().ledger();
    SignedNote note = SignedNote.parse(new String(read.parts().get(0).content(zip), StandardCharsets.UTF_8));
    assertThat(note.isSignedBy(ledger.key(), new PlatformCrypto())).isTrue();
    BundleContents contents = BundleContents.parse(note.text());
    assertThat(contents.origin()).isEqualTo(ledger.origin());
    assertThat(contents.complaint()).isEqualTo(id);
    assertThat(contents.language()).isEqualTo("zh-TW");
    assertThat(contents.files()).hasSize(read.parts().size() - 1);
    for (int i = 0; i < contents.files().size(); i++) {
      SealedList.Part listed = contents.files().get(i);
      StoredZip.Part part = read.parts().get(i + 1);
      assertThat(part.path()).isEqualTo(listed.path());
      assertThat(listed.isOf(part.content(zip))).as(listed.path()).isTrue();
    }
    assertThat(contents.withheld()).extracting(SealedList.Part::path).containsExactly("screenshot.png");
    assertThat(contents.withheld().get(0).isOf(CoatCase.SCREENSHOT)).isTrue();
  }

  private static Verification verified(byte[] zip, String key) {
    return BundleVerifier.verify(zip, List.of(key), new PlatformCrypto());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?screenshot=true", "?originals=1&language=zh-CN"})
  void the_verifier_finds_nothing_wrong_with_a_bundle_and_names_what_was_changed(String query) {
    int id = withScreenshot("v-1" + query.length());
    byte[] zip = Checks.ok(desk.client().get(path(id) + query)).bytes();
    String key = desk.server().server().features().ledger().key().fingerprint();
    Verification found = verified(zip, key);
    assertThat(found.faults()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.VALID);
    assertThat(verified(zip, "00".repeat(32)).verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    for (StoredZip.Part part : StoredZip.read(zip).parts()) {
      byte[] changed = zip.clone();
      changed[part.from() + part.bytes() / 2] ^= 1;
      Verification tampered = verified(changed, key);
      assertThat(tampered.verdict()).as(part.path()).isEqualTo(Verdict.TAMPERED);
      assertThat(tampered.faultyParts()).contains(part.path());
    }
  }

  @Test
  void the_log_committed_to_the_sealed_list_and_to_the_certificate() throws Exception {
    int id = withScreenshot("b-2");
    Map<String, byte[]> parts = parts(path(id));
    SealedList sealed = SealedList.parse(parts.get("sealed.txt"));
    assertThat(sealed.parts()).extracting(SealedList.Part::path).contains("manifest.json", "screenshot.png");
    assertThat(sealed.parts().get(0).isOf(parts.get("manifest.json"))).isTrue();

    TlogProof proof = TlogProof.parse(new String(parts.get("proofs/evidence.tlog-proof"), StandardCharsets.UTF_8));
    assertThat(proof.leadsToItsRoot()).isTrue();
    LogRecord record = LogRecord.ofExtra(proof.extra());
    assertThat(record.kind()).isEqualTo("evidence");
    assertThat(record.field("complaint")).isEqualTo("" + id);
    assertThat(record.field("sealed-sha256")).isEqualTo(Secrets.sha256(parts.get("sealed.txt")));
    assertThat(record.field("sealed-parts")).isEqualTo("" + sealed.parts().size());

    TlogProof certificate = TlogProof.parse(new String(
        parts.get("proofs/certificate-" + desk.coat() + ".tlog-proof"), StandardCharsets.UTF_8));
    assertThat(certificate.leadsToItsRoot()).isTrue();
    assertThat(LogRecord.ofExtra(certificate.extra()).field("original-sha256"))
        .isEqualTo(Secrets.sha256(CoatCase.COAT));
  }

  @ParameterizedTest
  @CsvSource({"en, Evidence for complaint", "zh-CN, 的证据", "zh-TW, 的證據"})
  void the_pdf_is_in_the_language_that_was_asked_for(String language, String title) throws Exception {
    int id = desk.prepared("b-3-" + language, "" + desk.sighting("70"));
    String text = PaperReader.text(parts(path(id) + "?language=" + language).get("evidence.pdf"));
    assertThat(text).contains(title, "Willow", Secrets.sha256(CoatCase.COPY));
  }

  @Test
  void a_screenshot_goes_in_as_sealed_only_when_ticked() throws Exception {
    int id = withScreenshot("b-4");
    assertThat(parts(path(id))).doesNotContainKey("screenshot.png");
    assertThat(parts(path(id) + "?screenshot=false")).doesNotContainKey("screenshot.png");
    assertThat(parts(path(id) + "?screenshot=true").get("screenshot.png")).isEqualTo(CoatCase.SCREENSHOT);
  }

  @Test
  void a_screenshot_without_boxes_is_not_masked_and_the_pdf_says_why() throws Exception {
    Map<String, byte[]> parts = parts(path(withScreenshot("b-5")) + "?language=en");
    assertThat(parts).doesNotContainKey("screenshot-masked.png");
    assertThat(PaperReader.text(parts.get("evidence.pdf")))
        .contains("the capture does not say which parts of it may be seen");
  }

  @Test
  void an_original_goes_in_only_when_ticked() throws Exception {
    int id = desk.prepared("b-6", "" + desk.sighting("70"));
    assertThat(parts(path(id)).values()).noneMatch(content -> Arrays.equals(content, CoatCase.COAT));
    assertThat(parts(path(id) + "?originals=" + desk.coat()).get("originals/certificate-" + desk.coat() + ".jpg"))
        .isEqualTo(CoatCase.COAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language=xx", "language=%00", "screenshot=yes", "screenshot=TRUE", "originals=0", "originals=-1",
        "originals=1e9", "originals=999999", "originals=1,,2", "originals=99999999999", "originals=%27"
      })
  void what_cannot_be_asked_for_is_refused_and_nothing_is_packed(String query) {
    int id = desk.prepared("b-7-" + query.hashCode(), "" + desk.sighting("70"));
    Client.Reply reply = desk.client().get(path(id) + "?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("code").asText()).isEqualTo("field-invalid");
    assertThat(reply.header("Content-Disposition")).isNull();
  }

  @Test
  void a_certificate_of_another_complaint_or_seller_is_no_original_of_this_one() {
    int id = desk.prepared("b-8", "" + desk.sighting("70"));
    int other = desk.server().monitored(desk.client(), Photos.photo("shoe"));
    Client stranger = desk.server().newSeller("Rowan");
    int anothers = desk.server().monitored(stranger, Photos.photo("shirt"));
    for (int number : new int[] {other, anothers}) {
      assertThat(desk.client().get(path(id) + "?originals=" + number).status()).isEqualTo(400);
    }
    Checks.notFound(stranger.get(path(id) + "?originals=" + desk.coat() + "&screenshot=true"));
  }

  @Test
  void a_complaint_that_was_sealed_before_there_were_lists_has_one_and_is_logged_now() throws Exception {
    int id = desk.prepared("b-9", "" + desk.sighting("70"));
    byte[] before = parts(path(id)).get("sealed.txt");
    desk.server().server().features().database().write(handle -> {
      handle.execute("update complaint set sealed_sha256 = null where id = ?", id);
      handle.execute("update log_leaf set complaint_id = null where complaint_id = ?", id);
      return null;
    });
    desk.server().pass(java.time.Duration.ofHours(3));
    Map<String, byte[]> parts = parts(path(id));
    assertThat(parts.get("sealed.txt")).isEqualTo(before);
    TlogProof proof = TlogProof.parse(new String(parts.get("proofs/evidence.tlog-proof"), StandardCharsets.UTF_8));
    assertThat(proof.leadsToItsRoot()).isTrue();
    assertThat(LogRecord.ofExtra(proof.extra()).time().substring(0, 19))
        .isEqualTo(desk.server().now().toString().substring(0, 19));
    // Once; the next bundle finds it.
    TlogProof again = TlogProof.parse(
        new String(parts(path(id)).get("proofs/evidence.tlog-proof"), StandardCharsets.UTF_8));
    assertThat(again.index()).isEqualTo(proof.index());
  }

  @Test
  void after_a_successor_of_the_log_bundles_prove_by_it_alone() throws Exception {
    try (CoatCase restored = CoatCase.open()) {
      int id = restored.prepared("b-10", "" + restored.sighting("70"));
      Ledger ledger = restored.server().server().features().ledger();
      ledger.checkpoint();
      ledger.succeed();
      for (int round = 0; round < 2; round++) {
        byte[] zip = Checks.ok(restored.client().get(path(id))).bytes();
        assertThat(verified(zip, ledger.key().fingerprint()).faults()).isEmpty();
        Map<String, byte[]> parts = Zips.parts(zip);
        assertThat(parts).containsKey("proofs/predecessor.tlog-proof");
        int last = -1;
        for (String name : List.of("certificate-1", "certificate-1-1", "certificate-1-2", "evidence")) {
          TlogProof proof = TlogProof.parse(
              new String(parts.get("proofs/" + name + ".tlog-proof"), StandardCharsets.UTF_8));
          assertThat(proof.leadsToItsRoot()).isTrue();
          assertThat(proof.claimed().origin()).isEqualTo(ledger.origin());
          assertThat(proof.index()).isGreaterThan(last);
          last = proof.index();
        }
      }
    }
  }

  @Test
  void many_at_once_get_a_whole_bundle_or_are_asked_to_wait() throws Exception {
    int id = desk.prepared("b-11", "" + desk.sighting("70"));
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<Future<Client.Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      replies.add(people.submit(() -> desk.client().get(path(id))));
    }
    int whole = 0;
    for (Future<Client.Reply> each : replies) {
      Client.Reply reply = each.get();
      if (reply.status() == 200) {
        assertThat(StoredZip.read(reply.bytes()).damages()).isEmpty();
        whole++;
      } else {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().get("code").asText()).isEqualTo("busy");
      }
    }
    people.shutdown();
    assertThat(whole).isPositive();
    Checks.ok(desk.client().get(path(id)));
  }

  @Test
  void the_record_names_what_left_with_a_bundle() {
    int id = withScreenshot("b-12");
    Checks.ok(desk.client().get(path(id) + "?language=zh-CN&screenshot=true&originals=" + desk.coat()));
    String details = desk.server().server().features().database().read(handle ->
        handle.createQuery("select details from audit where action = 'evidence.bundle' and subject_id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one());
    assertThat(details).isEqualTo("zh-CN; unmasked screenshot; originals " + desk.coat());
  }
}
