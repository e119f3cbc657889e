package shotdeed.server.certify.second;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells working days from others, and counts them. */
public final class WorkingCalendar {
  /** Days in a row without work, at most: a bound for a calendar that nobody would write. */
  private static final int MAX_IDLE = 400;

  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();
  private final TreeSet<Integer> years = new TreeSet<>();
  private final List<CalendarFile.Year> sources;

  WorkingCalendar(CalendarFile file) {
    sources = file.years();
    for (CalendarFile.Year year : file.years()) {
      years.add(year.year());
      holidays.addAll(year.holidays());
      worked.addAll(year.workingWeekends());
    }
  }

  /** What is known of a year, and from whom. */
  public record Source(int year, String source, int holidays, int workingWeekends) {}

  /** All years with data, ascending. */
  public List<Source> sources() {
    return sources.stream()
        .map(year ->
            new Source(year.year(), year.source(), year.holidays().size(), year.workingWeekends().size()))
        .toList();
  }

  /** Whether the holidays of a year are known; if not, every Monday to Friday of it counts as a working day. */
  public boolean covers(int year) {
    return years.contains(year);
  }

  /** Whether a day is a working day. */
  public boolean works(LocalDate day) {
    return worked.contains(day) || !holidays.contains(day) && !CalendarFile.isWeekend(day);
  }

  /**
   * The end of a time limit in working days. The limit runs on working days only, all 24 hours of them: what comes on
   * Friday at 15:00 and has one working day is due on Monday at 15:00; what comes on a Sunday, when Monday is over.
   *
   * @param days 1 or more
   */
  public Instant after(Instant from, int days, ZoneId zone) {
    ZonedDateTime start = from.atZone(zone);
    LocalDate day = start.toLocalDate();
    LocalTime time = start.toLocalTime();
    if (!works(day)) {
      day = next(day);
      time = LocalTime.MIDNIGHT;
    }
    boolean wholeDays = time.equals(LocalTime.MIDNIGHT);
    for (int i = wholeDays ? 1 : 0; i < days; i++) {
      day = next(day);
    }
    return (wholeDays ? day.plusDays(1).atStartOfDay(zone) : day.atTime(time).atZone(zone)).toInstant();
  }

  private LocalDate next(LocalDate day) {
    LocalDate next = day.plusDays(1);
    for (int i = 0; i < MAX_IDLE && !works(next); i++) {
      next = next.plusDays(1);
    }
    return next;
  }
}
