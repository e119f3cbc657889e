package shotdeed.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimeTest {
  @ParameterizedTest(name = "{0} at {1}:00 in {2} is {3}")
  @CsvSource({
    "2026-11-21, 8, Asia/Shanghai, 2026-11-21T00:00:00Z",
    "2026-03-29, 2, Europe/Berlin, 2026-03-29T01:00:00Z", // the clock goes from 2 to 3: 2:00 is 3:00
    "2026-10-25, 2, Europe/Berlin, 2026-10-25T00:00:00Z", // 2:00 comes twice: the first
    "2026-11-01, 1, America/New_York, 2026-11-01T05:00:00Z",
    "2026-03-08, 2, America/New_York, 2026-03-08T07:00:00Z",
    "2026-11-21, 0, Pacific/Kiritimati, 2026-11-20T10:00:00Z"
  })
  void a_report_is_due_at_an_hour_of_the_sellers_own_clock(String day, int hour, String zone, String due) {
    assertThat(ReportTime.of(LocalDate.parse(day), hour, ZoneId.of(zone))).isEqualTo(Instant.parse(due));
  }

  @ParameterizedTest(name = "in {0} at {1}:00")
  @CsvSource({
    "Europe/Berlin, 2", "Europe/Berlin, 3", "America/New_York, 1", "America/New_York, 2", "Australia/Lord_Howe, 2",
    "Asia/Shanghai, 0", "Pacific/Apia, 23", "Africa/Casablanca, 2"
  })
  void in_a_year_looked_at_every_ten_minutes_each_day_is_due_once_and_none_is_left_out(String name, int hour) {
    ZoneId zone = ZoneId.of(name);
    List<LocalDate> days = new ArrayList<>();
    for (Instant now = Instant.parse("2026-01-02T00:00:00Z");
        now.isBefore(Instant.parse("2027-01-02T00:00:00Z"));
        now = now.plus(Duration.ofMinutes(10))) {
      LocalDate due = ReportTime.dueDay(now, hour, zone);
      if (days.isEmpty() || due.isAfter(days.get(days.size() - 1))) {
        days.add(due);
      }
    }
    assertThat(days).hasSize((int) (days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay()) + 1);
    assertThat(days).hasSizeBetween(365, 367);
  }

  @Test
  void a_clock_set_back_makes_no_day_due_twice() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    LocalDate last = ReportTime.dueDay(Instant.parse("2026-11-21T00:00:01Z"), 8, zone);
    assertThat(last).isEqualTo("2026-11-21");
    assertThat(ReportTime.dueDay(Instant.parse("2026-11-20T23:59:59Z"), 8, zone)).isBefore(last);
    assertThat(ReportTime.next(Instant.parse("2026-11-20T23:59:59Z"), last, 8, zone)).hasToString("2026-11-22T08:00+08:00[Asia/Shanghai]");
  }
}
