package shotdeed.extension.lodge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Complaint ID: 16829301234 (2026-11-22)|16829301234",
        "您的投诉已受理，投诉编号：TB2026112200123。|TB2026112200123",
        "Case 4-8812000-33|4-8812000-33",
        "16829301234|16829301234",
        "--A-123--|A-123"
      })
  void the_number_is_found_in_the_marketplaces_own_words(String words, String number) {
    assertThat(CaseNumber.in(words)).isEqualTo(number);
  }

  @Test
  void words_days_and_short_numbers_are_none() {
    assertThat(CaseNumber.in("Thank you, we have received your report.")).isEmpty();
    assertThat(CaseNumber.in("Received on 2026-11-22")).isEmpty();
    assertThat(CaseNumber.in("Step 12 of 13")).isEmpty();
    assertThat(CaseNumber.in("1".repeat(2000))).isEmpty();
  }
}
