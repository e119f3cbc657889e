package shotdeed.server.monitor.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                            | ''",
        "q=coat                                        | q=coat",
        "q=%E5%A4%A7%E8%A1%A3                          | q=%E5%A4%A7%E8%A1%A3",
        "q=a%26b%3Dc                                   | q=a%26b%3Dc",
        "sort=title&show=ready&q=x                     | q=x&show=ready&sort=title",
        "from=2026-02-28&to=2026-03-01                 | from=2026-02-28&to=2026-03-01",
        "grade=certified-before-publication&by=7       | grade=certified-before-publication&by=7",
        "show=library&sort=newest                      | ''",
        "show=everything&sort=up&grade=1&category=cars | ''",
        "from=2026-02-30&to=yesterday&by=-3            | ''",
        "from=9999-12-31&by=99999999999                | ''",
        "q=%zz&by=x                                    | ''",
        "page=7&tick=page&csrf=1                       | ''",
        "q=first&q=second                              | q=first",
        "&&=x&q                                        | ''"
      })
  void an_address_says_what_is_chosen_and_what_there_cannot_be_is_left_out(String query, String chosen) {
    LibraryFilter filter = LibraryFilter.ofQuery(query);
    assertThat(filter.query()).isEqualTo(chosen);
    assertThat(LibraryFilter.ofQuery(filter.query())).isEqualTo(filter);
  }

  @Test
  void texts_and_addresses_are_bounded() {
    assertThat(LibraryFilter.ofQuery("q=" + "x".repeat(500)).text()).hasSize(100);
    assertThat(LibraryFilter.ofQuery("q=" + "x".repeat(3000))).isEqualTo(LibraryFilter.LIBRARY);
    assertThat(LibraryFilter.ofQuery(null)).isEqualTo(LibraryFilter.LIBRARY);
  }

  @Test
  void what_is_a_placeholder_to_the_store_stands_for_itself() {
    assertThat(LibraryStore.escaped("100%_\\Coat")).isEqualTo("100\\%\\_\\\\Coat");
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "#7, 7", "007, 7", "7a, 0", "#, 0", "-7, 0", "99999999999, 0", "٣, 0"})
  void a_number_may_be_a_certificates(String text, int number) {
    assertThat(LibraryFilter.ofQuery("q=" + text.replace("#", "%23")).asNumber()).isEqualTo(number);
  }
}
