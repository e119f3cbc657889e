package shotdeed.server.complain.outcome;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import shotdeed.server.certify.second.WorkingCalendar;

/**
 * Works out days from a marketplace's time limits. Limits begin the day after; those in hours end with the day in which
 * they end. Where the calendar's years end, Monday to Friday are taken as working days, and the day is called unsure.
 */
final class CountDays {
  private static final int HOURS = 24;

  private final Supplier<WorkingCalendar> china;

  /** @param china the working days of China as they are known now */
  CountDays(Supplier<WorkingCalendar> china) {
    this.china = china;
  }

  /**
   * When a limit ends.
   *
   * @param first by the source with the shortest
   * @param last by the source with the longest
   * @param unsure whether it was counted over working days of a year whose holidays are not known
   */
  record Days(LocalDate first, LocalDate last, boolean unsure) {}

  /** The end of a limit that begins on a day; {@code null} if nobody says how long it is. */
  Days after(Procedure procedure, Procedure.Term term, LocalDate day) {
    List<Reading> readings = procedure.of(term);
    LocalDate first = null;
    LocalDate last = null;
    boolean unsure = false;
    for (Reading reading : readings) {
      LocalDate least = after(procedure, day, reading.least(), reading.unit());
      LocalDate most = after(procedure, day, reading.most(), reading.unit());
      first = first == null || least.isBefore(first) ? least : first;
      last = last == null || most.isAfter(last) ? most : last;
      unsure |= reading.unit().equals("working-days") && !known(procedure, day, most);
    }
    return first == null ? null : new Days(first, last, unsure);
  }

  private LocalDate after(Procedure procedure, LocalDate day, int count, String unit) {
    if (unit.equals("hours")) {
      return day.plusDays((count + HOURS - 1) / HOURS);
    }
    if (unit.equals("days")) {
      return day.plusDays(count);
    }
    LocalDate end = day;
    for (int left = count; left > 0; ) {
      end = end.plusDays(1);
      left -= works(procedure, end) ? 1 : 0;
    }
    return end;
  }

  private boolean works(Procedure procedure, LocalDate day) {
    return procedure.calendar().equals(Procedure.CHINA)
        ? china.get().works(day)
        : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private boolean known(Procedure procedure, LocalDate from, LocalDate to) {
    return procedure.calendar().equals(Procedure.CHINA)
        && china.get().covers(from.getYear())
        && china.get().covers(to.getYear());
  }
}
