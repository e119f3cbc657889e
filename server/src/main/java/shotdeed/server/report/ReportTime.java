package shotdeed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When daily reports are due. A report belongs to a day of the seller's calendar, so an hour that daylight saving skips
 * comes later that day, one that comes twice is kept the first time, and no day has two reports.
 */
final class ReportTime {
  private ReportTime() {}

  /** When the report of a day is due. */
  static Instant of(LocalDate day, int hour, ZoneId zone) {
    return ZonedDateTime.of(day, LocalTime.of(hour, 0), zone).toInstant();
  }

  /** The last day whose report is due. */
  static LocalDate dueDay(Instant now, int hour, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return of(today, hour, zone).isAfter(now) ? today.minusDays(1) : today;
  }

  /** When the next report is due, in the seller's own time. */
  static ZonedDateTime next(Instant now, LocalDate last, int hour, ZoneId zone) {
    LocalDate due = dueDay(now, hour, zone);
    LocalDate day = last != null && !last.isBefore(due) ? last.plusDays(1) : due.plusDays(1);
    return of(day, hour, zone).atZone(zone);
  }
}
