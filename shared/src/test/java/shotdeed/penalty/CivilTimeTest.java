package shotdeed.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CivilTimeTest {
  private static final CivilTime SHANGHAI = new CivilTime(480);

  @Test
  void every_day_from_1900_to_2400_has_the_date_that_java_gives_it() {
    CivilTime utc = new CivilTime(0);
    LocalDate day = LocalDate.of(1900, 1, 1);
    while (day.getYear() <= 2400) {
      long midnight = day.toEpochDay() * 86_400;
      assertThat(utc.day(midnight)).isEqualTo(day.toString());
      assertThat(utc.day(midnight + 86_399)).isEqualTo(day.toString());
      day = day.plusDays(1);
    }
  }

  @Test
  void shanghai_has_kept_one_offset_since_its_last_daylight_saving() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    for (int year = 1992; year <= 2040; year++) {
      for (int month = 1; month <= 12; month++) {
        Instant at = OffsetDateTime.of(year, month, 15, 4, 5, 6, 0, ZoneOffset.UTC).toInstant();
        assertThat(SHANGHAI.time(at.getEpochSecond())).isEqualTo(at.atZone(zone).toOffsetDateTime().toString());
      }
    }
  }

  @Test
  void times_west_of_greenwich_carry_a_minus() {
    assertThat(new CivilTime(-210).time(0)).isEqualTo("1969-12-31T20:30-03:30");
  }
}
