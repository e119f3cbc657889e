package shotdeed.server.complain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import shotdeed.penalty.AppealWindow;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.certify.second.WorkingCalendar;

/**
 * When the marketplace may decide on a complaint made now, by the times that its own rules give. Where texts disagree, it
 * reaches from the earliest to the latest.
 *
 * @param earliest day on the marketplace's clock, or {@code null} if no text gives a time
 * @param latest as {@code earliest}
 * @param holidaysKnown whether the public holidays of the latest day's year are known; if not, Monday to Friday count
 */
public record DecisionTime(String earliest, String latest, boolean holidaysKnown) {
  private static final String STEP = "first-decision";

  /** For a complaint made at a time. */
  public static DecisionTime of(PenaltyPolicy policy, WorkingCalendar calendar, Instant made) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60);
    LocalDate earliest = null;
    LocalDate latest = null;
    for (AppealWindow window : policy.appeal()) {
      if (!window.step().equals(STEP)) {
        continue;
      }
      LocalDate first = day(window, window.min() == null ? 0 : window.min(), calendar, made, zone);
      LocalDate last = day(window, window.max(), calendar, made, zone);
      earliest = earliest == null || first.isBefore(earliest) ? first : earliest;
      latest = latest == null || last.isAfter(latest) ? last : latest;
    }
    return latest == null
        ? new DecisionTime(null, null, true)
        : new DecisionTime(earliest.toString(), latest.toString(), calendar.covers(latest.getYear()));
  }

  private static LocalDate day(
      AppealWindow window, int count, WorkingCalendar calendar, Instant made, ZoneOffset zone) {
    if (count == 0) {
      return LocalDate.ofInstant(made, zone);
    }
    return switch (window.unit()) {
      case "hours" -> LocalDate.ofInstant(made.plusSeconds(count * 3600L), zone);
      case "days" -> LocalDate.ofInstant(made, zone).plusDays(count);
      default -> LocalDate.ofInstant(calendar.after(made, count, zone), zone);
    };
  }
}
