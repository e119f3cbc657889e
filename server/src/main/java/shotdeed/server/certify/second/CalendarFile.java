package shotdeed.server.certify.second;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

/**
 * A calendar as data: of some years the public holidays, and the weekend days that are worked instead (调休). What it does
 * not name is as usual: Monday to Friday are working days.
 *
 * @param years each once, ascending
 */
record CalendarFile(List<Year> years) {
  /** Bytes. */
  static final int MAX_BYTES = 64 << 10;

  private static final int MIN_YEAR = 2000;
  private static final int MAX_YEAR = 2100;
  private static final int MAX_YEARS = 50;
  private static final int MAX_ENTRIES = 60;
  private static final int MAX_DAYS_OFF = 120;
  private static final int MAX_TEXT = 300;

  /**
   * What is known of a year.
   *
   * @param source who announced it, where and when
   */
  record Year(int year, String source, Set<LocalDate> holidays, Set<LocalDate> workingWeekends) {}

  private record FileText(String name, List<YearText> years) {}

  private record YearText(
      Integer year, String source, String seen, List<HolidayText> holidays, List<String> workingWeekends) {}

  private record HolidayText(String name, String from, String to) {}

  /**
   * Reads and checks a file.
   *
   * @throws Refused naming the place of the first fault
   */
  static CalendarFile read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw fault("file");
    }
    FileText file;
    try {
      file = Json.read(bytes, FileText.class);
    } catch (Refused malformed) {
      Object field = malformed.members().getOrDefault("field", "");
      throw fault(field.equals("") ? "JSON" : String.valueOf(field)); // no word of it can be read, or one field cannot
    }
    require(file.years() != null && !file.years().isEmpty() && file.years().size() <= MAX_YEARS, "years");
    List<Year> years = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < file.years().size(); i++) {
      Year year = year(file.years().get(i), "years[" + i + "]");
      require(year.year() > last, "years[" + i + "].year");
      last = year.year();
      years.add(year);
    }
    return new CalendarFile(List.copyOf(years));
  }

  private static Year year(YearText text, String place) {
    require(text != null, place);
    require(text.year() != null && text.year() >= MIN_YEAR && text.year() <= MAX_YEAR, place + ".year");
    String source = PageText.line(text.source(), MAX_TEXT);
    require(!source.isEmpty(), place + ".source");
    require(text.holidays() != null && text.holidays().size() <= MAX_ENTRIES, place + ".holidays");
    require(
        text.workingWeekends() != null && text.workingWeekends().size() <= MAX_ENTRIES, place + ".workingWeekends");
    Set<LocalDate> holidays = new TreeSet<>();
    for (int i = 0; i < text.holidays().size(); i++) {
      holidays(text.year(), text.holidays().get(i), place + ".holidays[" + i + "]", holidays);
    }
    Set<LocalDate> worked = new TreeSet<>();
    for (int i = 0; i < text.workingWeekends().size(); i++) {
      String at = place + ".workingWeekends[" + i + "]";
      LocalDate day = day(text.workingWeekends().get(i), at);
      require(near(day, text.year()) && isWeekend(day) && !holidays.contains(day) && worked.add(day), at);
    }
    return new Year(text.year(), source, Set.copyOf(holidays), Set.copyOf(worked));
  }

  private static void holidays(int year, HolidayText text, String place, Set<LocalDate> into) {
    require(text != null, place);
    LocalDate from = day(text.from(), place + ".from");
    LocalDate to = day(text.to(), place + ".to");
    require(near(from, year), place + ".from");
    require(near(to, year) && !to.isBefore(from), place + ".to");
    require(into.size() + ChronoUnit.DAYS.between(from, to) < MAX_DAYS_OFF, place);
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      require(into.add(day), place); // two holidays on one day are a slip of whoever wrote the file
    }
  }

  /** New Year's holidays may begin in the December before. */
  private static boolean near(LocalDate day, int year) {
    return day.getYear() == year || day.getYear() == year - 1 && day.getMonthValue() == 12;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static LocalDate day(String text, String place) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      throw fault(place);
    }
  }

  private static void require(boolean holds, String place) {
    if (!holds) {
      throw fault(place);
    }
  }

  private static Refused fault(String place) {
    return new Refused(Errors.CALENDAR_INVALID, place).with("place", place);
  }

  /** These years, and of other files' years those that this one does not name. */
  CalendarFile over(CalendarFile older) {
    List<Year> all = new ArrayList<>(years);
    Set<Integer> named = new HashSet<>();
    years.forEach(year -> named.add(year.year()));
    older.years().stream().filter(year -> !named.contains(year.year())).forEach(all::add);
    all.sort((a, b) -> Integer.compare(a.year(), b.year()));
    return new CalendarFile(List.copyOf(all));
  }
}
