package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.proof.FileFacts;
import shotdeed.server.proof.Readiness;

class FileChecksTest {
  private static final FormLibrary FORMS = FormLibrary.bundled();
  private final FileChecks checks = new FileChecks(new Readiness());

  private static EvidenceForm.Slot slot(String form, String id) {
    return FORMS.byId(form).slots().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private List<Fault> paper(String form, String slot, long bytes) {
    EvidenceForm.Slot place = slot(form, slot);
    Candidate pdf = new Candidate("evidence.pdf", Kind.PAPER, 0, null, null, FileNames.PDF, null, null);
    return checks.of(place, pdf, bytes, List.of());
  }

  @Test
  void a_pdf_goes_where_nobody_states_the_file_types_but_not_for_sure() {
    List<Fault> faults = paper("alibaba", "attachments", 3_000_000);
    assertThat(faults).containsExactly(new Fault("type-paper", false, "unstated", List.of("PDF", "JPG")));
  }

  @Test
  void a_pdf_above_a_stated_limit_is_refused_and_the_sheets_stand_in_for_it() {
    assertThat(paper("lazada", "attachments", 5_000_001))
        .contains(new Fault("too-large-paper", true, "", List.of("5.01 MB", "5 MB")));
    assertThat(paper("taobao", "extra", 100)).containsExactly(
        new Fault("type-paper", true, "", List.of("PDF", "JPG, PNG")));
  }

  @Test
  void what_is_stated_for_lazada_is_sure_there_and_ours_for_alibabas_other_marketplaces() {
    assertThat(paper("alibaba", "attachments", 5_000_001))
        .contains(new Fault("too-large-paper", false, "unstated", List.of("5.01 MB", "5 MB")));
  }

  private static FileFacts facts(String software, boolean exif) {
    return new FileFacts("image/jpeg", 1, 1, null, exif, null, software, null);
  }

  private List<Fault> camera(String form, String slot, Kind kind, String software, boolean exif, long bytes) {
    Candidate file = new Candidate("a.jpg", kind, 1, null, facts(software, exif), "image/jpeg", "ab", null);
    EvidenceForm.Slot place = slot(form, slot);
    Candidate original =
        new Candidate("o.jpg", Kind.ORIGINAL, 1, null, facts(null, true), "image/jpeg", "ab", null);
    return checks.of(place, file, bytes, kind == Kind.SERIES ? List.of(original) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "pdd, original, 5000001, 5.01 MB, 5 MB", "pdd, series, 5000001, 5.01 MB, 5 MB",
    "douyin, original, 10000001, 10.01 MB, 10 MB"
  })
  void a_limit_of_little_confidence_refuses_nothing_for_sure(
      String form, String slot, long bytes, String size, String limit) {
    assertThat(camera(form, slot, Kind.ORIGINAL, null, true, bytes))
        .containsExactly(new Fault("too-large", false, "little", List.of(size, limit)));
  }

  @ParameterizedTest
  @CsvSource({
    "taobao, original, true", "tmall, original, true", "taobao, series, true", "1688, original, false",
    "pdd, original, false", "jd, original, false", "douyin, original, false", "xiaohongshu, original, false"
  })
  void an_edited_file_is_refused_for_sure_only_where_the_marketplace_says_so(String form, String slot, boolean sure) {
    assertThat(camera(form, slot, Kind.ORIGINAL, "Adobe Photoshop 25.0", true, 300_000)).containsExactly(
        new Fault("edited", sure, sure ? "edited" : "edited.unsure", List.of("Adobe Photoshop 25.0")));
  }

  @ParameterizedTest
  @CsvSource({
    "taobao, series, true", "tmall, series, true", "1688, series, false", "pdd, series, false",
    "jd, authorship, false", "xiaohongshu, series, false"
  })
  void a_series_that_repeats_the_original_is_refused_for_sure_only_where_the_marketplace_says_so(
      String form, String slot, boolean sure) {
    assertThat(camera(form, slot, Kind.SERIES, null, true, 300_000))
        .containsExactly(new Fault("same", sure, sure ? "same" : "same.unsure", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"taobao", "tmall", "1688", "pdd", "jd", "douyin", "xiaohongshu"})
  void a_file_without_camera_data_is_refused_for_sure_nowhere(String form) {
    assertThat(camera(form, "original", Kind.ORIGINAL, null, false, 300_000))
        .containsExactly(new Fault("no-exif", false, "no-exif", List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 KB",
    "204799, 199 KB",
    "204800, 200 KB",
    "999999, 976 KB",
    "1000000, 1 MB",
    "4999999, 5 MB",
    "5000000, 5 MB",
    "5000001, 5.01 MB",
    "20100000, 20.1 MB"
  })
  void a_files_size_never_looks_as_if_it_just_fitted(long bytes, String shown) {
    assertThat(FileChecks.size(bytes)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"204800, 200 KB", "5000000, 5 MB", "19999999, 19.99 MB", "20000000, 20 MB"})
  void a_limit_is_never_shown_larger_than_it_is(long bytes, String shown) {
    assertThat(FileChecks.limit(bytes)).isEqualTo(shown);
  }
}
