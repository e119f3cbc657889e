package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.proof.Readiness;

class FileChecksTest {
  private static final FormLibrary FORMS = FormLibrary.bundled();
  private final FileChecks checks = new FileChecks(new Readiness());

  private List<Fault> paper(String form, String slot, long bytes) {
    EvidenceForm.Slot place = FORMS.byId(form).slots().stream()
        .filter(each -> each.id().equals(slot))
        .findFirst()
        .orElseThrow();
    Candidate pdf = new Candidate("evidence.pdf", Kind.PAPER, 0, null, null, FileNames.PDF, null, null);
    return checks.of(place, pdf, bytes, List.of());
  }

  @Test
  void a_pdf_goes_where_nobody_states_the_file_types_but_not_for_sure() {
    List<Fault> faults = paper("alibaba", "attachments", 3_000_000);
    assertThat(faults).containsExactly(new Fault("type-paper", false, List.of("PDF", "JPG")));
  }

  @Test
  void a_pdf_above_a_stated_limit_is_refused_and_the_sheets_stand_in_for_it() {
    assertThat(paper("alibaba", "attachments", 5_000_001))
        .contains(new Fault("too-large-paper", true, List.of("5.01 MB", "5 MB")));
    assertThat(paper("taobao", "extra", 100)).containsExactly(
        new Fault("type-paper", true, List.of("PDF", "JPG, PNG")));
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
