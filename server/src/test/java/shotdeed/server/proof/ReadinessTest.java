package shotdeed.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** What each marketplace asks for, from the data in the jar. */
class ReadinessTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final String LOOKS = "0f".repeat(32);
  private static final String OTHER_LOOKS = "f0".repeat(32);
  private static final FileFacts CAMERA =
      new FileFacts("image/jpeg", 3000, 4000, LOOKS, true, "Canon EOS R5", null, "2026:05:01 10:00:00");
  private static final FileFacts OTHER_SHOT =
      new FileFacts("image/jpeg", 3000, 4000, OTHER_LOOKS, true, "Canon EOS R5", null, "2026:05:01 10:01:00");

  private final Readiness readiness = new Readiness();
  private int files;

  private Proof proof(ProofKind kind, FileFacts facts, long bytes) {
    files++;
    return new Proof(
        files, 1, 1, files, kind, ("" + files).repeat(64).substring(0, 64), bytes, "f" + files, facts, "Lin", NOW, null);
  }

  private static Certificate certificate(CertificateState state, Grade grade, Basis basis) {
    return new Certificate(
        1, 1, 1, "coat", state, grade, basis, null, "a".repeat(64), 1000, "image/jpeg", 800, 800, NOW, NOW, null);
  }

  private static Certificate own() {
    return certificate(CertificateState.CERTIFIED, Grade.CERTIFIED_BEFORE_PUBLICATION, Basis.OWN);
  }

  private String on(String market, Certificate certificate, Proof... folder) {
    return on(market, certificate, List.of(), folder);
  }

  private String on(String market, Certificate certificate, List<FirstPublication> published, Proof... folder) {
    for (Readiness.Marketplace each : readiness.of(certificate, published, List.of(folder))) {
      if (each.id().equals(market)) {
        List<String> codes = new ArrayList<>();
        each.missing().forEach(point -> codes.add(point.code() + (point.values().isEmpty() ? "" : point.values())));
        return each.answer().text() + " " + String.join(" ", codes);
      }
    }
    throw new AssertionError(market);
  }

  @Test
  void taobao_wants_the_camera_original_and_two_other_shots_of_the_session() {
    Proof original = proof(ProofKind.CAMERA_ORIGINAL, CAMERA, 5_000_000);
    Proof series = proof(ProofKind.SERIES, OTHER_SHOT, 5_000_000);
    Proof onSet = proof(ProofKind.ON_SET, OTHER_SHOT, 5_000_000);
    assertThat(on("taobao", own())).isEqualTo("missing camera-original[1, 1] series[2, 2]");
    assertThat(on("taobao", own(), original)).isEqualTo("missing series[2, 2]");
    assertThat(on("taobao", own(), original, series)).isEqualTo("missing series[1, 2]");
    assertThat(on("taobao", own(), original, series, onSet)).isEqualTo("ready ");
    assertThat(on("tmall", own(), original, series, onSet)).isEqualTo("ready ");
  }

  @Test
  void a_shot_that_looks_like_the_original_or_is_the_same_file_does_not_count() {
    Proof original = proof(ProofKind.CAMERA_ORIGINAL, CAMERA, 5_000_000);
    Proof again = proof(ProofKind.SERIES, CAMERA, 4_000_000);
    Proof series = proof(ProofKind.SERIES, OTHER_SHOT, 5_000_000);
    assertThat(on("taobao", own(), original, again, series)).isEqualTo("missing series[1, 2] fault.same[f2]");
  }

  @Test
  void an_original_that_an_editor_saved_or_that_lost_its_camera_data_does_not_count() {
    FileFacts edited = new FileFacts(
        "image/jpeg", 3000, 4000, LOOKS, true, "Canon", "Adobe Photoshop 25.0 (Windows)", null);
    FileFacts chinese = new FileFacts("image/jpeg", 3000, 4000, LOOKS, true, "HUAWEI", "美图秀秀", null);
    FileFacts bare = new FileFacts("image/jpeg", 3000, 4000, LOOKS, false, null, null, null);
    FileFacts firmware = new FileFacts("image/jpeg", 3000, 4000, LOOKS, true, "Apple", "17.5.1", null);
    assertThat(on("douyin", own(), proof(ProofKind.CAMERA_ORIGINAL, edited, 1_000_000)))
        .isEqualTo("missing camera-original[1, 1] fault.edited[f1, Adobe Photoshop 25.0 (Windows)]");
    assertThat(on("douyin", own(), proof(ProofKind.CAMERA_ORIGINAL, chinese, 1_000_000)))
        .isEqualTo("missing camera-original[1, 1] fault.edited[f2, 美图秀秀]");
    assertThat(on("douyin", own(), proof(ProofKind.CAMERA_ORIGINAL, bare, 1_000_000)))
        .isEqualTo("missing camera-original[1, 1] fault.no-exif[f3]");
    assertThat(on("douyin", own(), proof(ProofKind.CAMERA_ORIGINAL, firmware, 1_000_000))).isEqualTo("ready ");
  }

  @Test
  void sizes_and_formats_are_those_of_each_marketplace() {
    Proof large = proof(ProofKind.CAMERA_ORIGINAL, CAMERA, 20_000_000);
    FileFacts heif = new FileFacts("image/heif", 0, 0, null, true, "Apple", null, null);
    assertThat(on("taobao", own(), large)).startsWith("missing camera-original[1, 1] fault.too-large[f1, 20]");
    assertThat(on("pdd", own(), large)).startsWith("missing camera-original[1, 1] fault.too-large[f1, 5]");
    assertThat(on("1688", own(), proof(ProofKind.CAMERA_ORIGINAL, CAMERA, 199_999)))
        .startsWith("missing camera-original[1, 1] fault.too-small[f2, 200]");
    assertThat(on("taobao", own(), proof(ProofKind.CAMERA_ORIGINAL, heif, 2_000_000)))
        .startsWith("missing camera-original[1, 1] fault.format[f3]");
  }

  @Test
  void jd_takes_a_raw_file_with_another_proof_of_authorship() {
    FileFacts raw = new FileFacts(null, 0, 0, null, true, "Canon", null, null);
    assertThat(on("jd", own(), proof(ProofKind.RAW, raw, 40_000_000))).isEqualTo("ready ");
    assertThat(on("jd", own(), proof(ProofKind.CAMERA_ORIGINAL, CAMERA, 5_000_000)))
        .isEqualTo("missing authorship[1, 1]");
  }

  @Test
  void marketplaces_that_take_a_declaration_ask_for_no_file() {
    for (String market : List.of("amazon", "ebay", "etsy", "shopify", "made-in-china")) {
      assertThat(on(market, own())).isEqualTo("ready ");
    }
  }

  @Test
  void what_could_not_be_found_out_is_said_to_be_unknown() {
    assertThat(on("xiaohongshu", own())).isEqualTo("not-known ");
  }

  @Test
  void no_complaint_stands_on_a_certificate_that_is_not_in_force() {
    for (CertificateState state : List.of(
        CertificateState.FIRST_PASSED, CertificateState.REJECTED, CertificateState.RETIRED)) {
      assertThat(on("amazon", certificate(state, Grade.CERTIFIED_BEFORE_PUBLICATION, Basis.OWN)))
          .isEqualTo("missing in-force");
    }
  }

  @Test
  void rights_that_come_from_others_need_the_contract() {
    Certificate commissioned =
        certificate(CertificateState.MONITORED, Grade.CERTIFIED_BEFORE_PUBLICATION, Basis.COMMISSIONED);
    Certificate licensed =
        certificate(CertificateState.MONITORED, Grade.CERTIFIED_BEFORE_PUBLICATION, Basis.LICENSED);
    assertThat(on("etsy", commissioned)).isEqualTo("missing contract.commissioned");
    assertThat(on("etsy", licensed)).isEqualTo("missing contract.licensed");
    assertThat(on("etsy", licensed, proof(ProofKind.CONTRACT, FileFacts.NONE, 10))).isEqualTo("ready ");
  }

  @Test
  void a_registered_photograph_needs_its_first_publication_stated_whole() {
    Certificate registered =
        certificate(CertificateState.REGISTERED, Grade.REGISTERED_AFTER_PUBLICATION, Basis.OWN);
    assertThat(on("etsy", registered)).isEqualTo("missing first-publication");
    assertThat(on("etsy", registered, List.of(new FirstPublication("own shop", null, NOW))))
        .isEqualTo("missing first-publication");
    assertThat(on("etsy", registered, List.of(new FirstPublication("own shop", "2025-03-08", NOW))))
        .isEqualTo("ready ");
  }

  @Test
  void every_rule_has_a_source_a_day_and_words_in_every_language() {
    Marketplaces data = Marketplaces.bundled();
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      for (Marketplaces.Marketplace market : data.marketplaces()) {
        assertThat(market.source()).isNotBlank();
        assertThat(texts.get("proof.market." + market.id())).isNotBlank();
        for (Marketplaces.Rule rule : market.rules()) {
          assertThat(rule.read()).matches("\\d{4}-\\d{2}-\\d{2}");
          assertThat(rule.confidence()).isIn("R", "I", "L");
          assertThat(texts.get("missing." + rule.id(), 1, 2)).isNotBlank();
        }
      }
      for (String code : List.of(
          "in-force", "contract.commissioned", "contract.licensed", "first-publication", "fault.edited",
          "fault.format", "fault.no-exif", "fault.same", "fault.too-large", "fault.too-small")) {
        assertThat(texts.get("missing." + code, "a", "b")).isNotBlank();
      }
    }
  }
}
