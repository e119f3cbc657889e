package shotdeed.server.certify.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final WorkingCalendar CHINA = new WorkingCalendar(bundled());

  private static CalendarFile bundled() {
    try (InputStream in = WorkingCalendarTest.class.getResourceAsStream("/shotdeed/server/calendar/china.json")) {
      return CalendarFile.read(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** As the State Council's office announced them on 12 November 2024 and 4 November 2025. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-26, true", // a Sunday worked for the Spring Festival
    "2025-01-28, false",
    "2025-02-04, false",
    "2025-02-05, true",
    "2025-10-08, false",
    "2025-10-11, true", // a Saturday worked
    "2026-01-02, false", // a Friday off
    "2026-01-04, true", // a Sunday worked
    "2026-02-14, true",
    "2026-02-15, false",
    "2026-02-23, false",
    "2026-02-24, true",
    "2026-02-28, true",
    "2026-04-06, false",
    "2026-05-05, false",
    "2026-05-09, true",
    "2026-06-19, false",
    "2026-09-20, true",
    "2026-09-25, false",
    "2026-10-07, false",
    "2026-10-10, true",
    "2026-11-21, false", // an ordinary Saturday
    "2026-11-23, true" // an ordinary Monday
  })
  void these_are_working_days_in_china_or_not(LocalDate day, boolean works) {
    assertThat(CHINA.works(day)).isEqualTo(works);
  }

  @ParameterizedTest
  @CsvSource({
    // A working day later at the same time of day.
    "2026-11-23T15:00, 1, 2026-11-24T15:00",
    // Friday afternoon, then Monday afternoon.
    "2026-11-20T15:00, 1, 2026-11-23T15:00",
    // A weekend's runs from Monday's beginning to its end.
    "2026-11-21T09:00, 1, 2026-11-24T00:00",
    "2026-11-22T23:59, 1, 2026-11-24T00:00",
    // Midnight is the beginning of the day that it begins.
    "2026-11-23T00:00, 1, 2026-11-24T00:00",
    "2026-11-23T15:00, 3, 2026-11-26T15:00",
    // Over the National Day holidays, and the Saturday worked after them.
    "2026-09-30T10:00, 1, 2026-10-08T10:00",
    "2026-10-09T10:00, 1, 2026-10-10T10:00",
    "2026-10-03T10:00, 1, 2026-10-09T00:00",
    // The Spring Festival: nine days off after a Saturday that is worked.
    "2026-02-14T18:30, 1, 2026-02-24T18:30"
  })
  void a_limit_runs_on_working_days_only(LocalDateTime from, int days, LocalDateTime due) {
    Instant end = CHINA.after(from.atZone(SHANGHAI).toInstant(), days, SHANGHAI);
    assertThat(end.atZone(SHANGHAI).toLocalDateTime()).isEqualTo(due);
  }

  @Test
  void the_day_is_that_of_the_zone() {
    // Friday evening in UTC is Saturday in Shanghai.
    Instant friday = Instant.parse("2026-11-20T18:00:00Z");
    assertThat(CHINA.after(friday, 1, SHANGHAI)).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    assertThat(CHINA.after(friday, 1, ZoneId.of("UTC"))).isEqualTo(Instant.parse("2026-11-23T18:00:00Z"));
  }

  @Test
  void an_hour_that_a_zone_skips_does_no_harm() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Instant friday = LocalDateTime.parse("2026-03-06T02:30").atZone(newYork).toInstant();
    assertThat(CHINA.after(friday, 1, newYork).atZone(newYork).toLocalDateTime())
        .isEqualTo(LocalDateTime.parse("2026-03-09T02:30"));
  }

  @Test
  void a_year_without_data_has_weekends_only_and_says_so() {
    assertThat(CHINA.covers(2026)).isTrue();
    assertThat(CHINA.covers(2027)).isFalse();
    assertThat(CHINA.works(LocalDate.parse("2027-10-01"))).isTrue();
    assertThat(CHINA.works(LocalDate.parse("2027-10-02"))).isFalse();
  }

  @Test
  void every_year_names_its_source() {
    assertThat(CHINA.sources())
        .extracting(source -> source.year() + " " + source.holidays() + " " + source.workingWeekends())
        .containsExactly("2025 28 5", "2026 33 6");
    assertThat(CHINA.sources()).allSatisfy(source -> assertThat(source.source()).contains("国务院办公厅关于" + source.year()));
  }

  @Test
  void a_newer_file_replaces_the_years_that_it_names() {
    CalendarFile newer = CalendarFile.read(file("2026", "2026-11-24", "2026-11-24", ""));
    WorkingCalendar both = new WorkingCalendar(newer.over(bundled()));
    assertThat(both.works(LocalDate.parse("2026-11-24"))).isFalse();
    assertThat(both.works(LocalDate.parse("2026-10-01"))).isTrue();
    assertThat(both.works(LocalDate.parse("2025-10-01"))).isFalse();
  }

  private static byte[] file(String year, String from, String to, String worked) {
    return ("{\"years\":[{\"year\":" + year + ",\"source\":\"Test\",\"holidays\":[{\"name\":\"x\",\"from\":\"" + from
            + "\",\"to\":\"" + to + "\"}],\"workingWeekends\":[" + worked + "]}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1999|2026-10-01|2026-10-01||years[0].year",
        "2101|2026-10-01|2026-10-01||years[0].year",
        "2026|2025-10-01|2026-10-01||years[0].holidays[0].from",
        "2026|2026-10-01|2026-09-30||years[0].holidays[0].to",
        "2026|2026-13-01|2026-10-01||years[0].holidays[0].from",
        "2026|x|2026-10-01||years[0].holidays[0].from",
        "2026|2026-01-01|2026-12-31||years[0].holidays[0]",
        "2026|2026-10-01|2026-10-01|\"2026-10-09\"|years[0].workingWeekends[0]",
        "2026|2026-10-10|2026-10-10|\"2026-10-10\"|years[0].workingWeekends[0]",
        "2026|2026-10-01|2026-10-01|\"2026-10-10\",\"2026-10-10\"|years[0].workingWeekends[1]",
        "2026|2026-10-01|2026-10-01|7|years[0].workingWeekends[0]"
      })
  void a_fault_is_named_by_its_place(String year, String from, String to, String worked, String place) {
    assertThatThrownBy(() -> CalendarFile.read(file(year, from, to, worked == null ? "" : worked)))
        .hasMessage("calendar-invalid [" + place + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"years\":[]}",
        "{\"years\":[null]}",
        "{\"years\":[{\"year\":2027}]}",
        "{\"years\":[{\"year\":2027,\"source\":\"\",\"holidays\":[],\"workingWeekends\":[]}]}",
        "{\"years\":[{\"year\":2027,\"source\":\"s\",\"holidays\":[null],\"workingWeekends\":[]}]}",
        "{\"years\":[{\"year\":\"2027\",\"source\":\"s\",\"holidays\":[],\"workingWeekends\":[]}]}"
      })
  void what_is_no_calendar_is_refused(String text) {
    assertThatThrownBy(() -> CalendarFile.read(text.getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("calendar-invalid");
  }

  @Test
  void a_file_that_is_too_long_is_not_read() {
    assertThatThrownBy(() -> CalendarFile.read(new byte[CalendarFile.MAX_BYTES + 1]))
        .hasMessage("calendar-invalid [file]");
  }
}
