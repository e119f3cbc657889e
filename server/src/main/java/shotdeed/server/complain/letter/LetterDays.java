package shotdeed.server.complain.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.forms.Figure;
import shotdeed.server.platform.DataFile;
import shotdeed.server.platform.Fields;

/**
 * How long a shop is given, as data. No rule that we know of states it, so both are our own and only offered.
 *
 * @param days from the letter to the day that is offered
 * @param mostDays from the letter to the last day that can be chosen
 */
public record LetterDays(Figure<Integer> days, Figure<Integer> mostDays) {
  /** As it comes with the program. */
  public static LetterDays bundled() {
    String name = "letter.json";
    return DataFile.read(name, DataFile.bundled(LetterDays.class, name), LetterDays.class);
  }

  /** The day that is offered: a working day. */
  public LocalDate offered(LocalDate today, WorkingCalendar calendar) {
    LocalDate day = today.plusDays(days.value());
    while (!calendar.works(day) && day.isBefore(today.plusDays(mostDays.value()))) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Reads a day that a person chose: a later one than today, not too far off. */
  LocalDate chosen(String text, LocalDate today) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fields.invalid("due", "a day such as 2026-12-01");
    }
    if (!day.isAfter(today) || day.isAfter(today.plusDays(mostDays.value()))) {
      throw Fields.invalid("due", "a day after today, at most " + mostDays.value() + " days on");
    }
    return day;
  }
}
