package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.Lodged;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** The time that a stated day of submission stands for: of a day that is past its noon at the marketplace. */
public final class SubmissionDay {
  private static final String FIELD = "submittedOn";

  private final ProcedureLibrary procedures;

  SubmissionDay(ProcedureLibrary procedures) {
    this.procedures = procedures;
  }

  /**
   * Works it out.
   *
   * @param text the marketplace's day, such as {@code 2026-11-20}, or a time, such as {@code 2026-11-20T08:00:00Z}: what a
   *     browser kept while the server was away. As clocks differ, a time lies between the preparation and now
   * @throws Refused if it is neither, or a day that is ahead, or before the complaint was prepared
   */
  public Lodged.When run(Handle handle, Caller caller, int complaint, String text, Instant now) {
    StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
    ZoneId zone = procedures.pick(subject.market(), subject.site()).zoneId();
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (text.indexOf('T') > 0) {
      Instant at = between(prepared(handle, complaint), time(text), now);
      LocalDate on = LocalDate.ofInstant(at, zone);
      return new Lodged.When(at, on.equals(today) ? null : on.toString());
    }
    LocalDate day = day(text);
    if (day.isAfter(today)) {
      throw new Refused(Errors.STEP_DAY_AHEAD, day, today).with("field", FIELD);
    }
    Instant prepared = prepared(handle, complaint);
    LocalDate earliest = LocalDate.ofInstant(prepared, zone);
    if (day.isBefore(earliest)) {
      throw new Refused(Errors.SUBMISSION_DAY_EARLY, day, earliest).with("field", FIELD);
    }
    if (day.equals(today)) {
      return new Lodged.When(now, null);
    }
    Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    return new Lodged.When(between(prepared, noon, now), day.toString());
  }

  private static Instant between(Instant earliest, Instant at, Instant latest) {
    return at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text.trim());
    } catch (DateTimeParseException e) {
      throw invalid();
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.trim());
    } catch (DateTimeParseException e) {
      throw invalid();
    }
  }

  private static Refused invalid() {
    return Fields.invalid(FIELD, "a day such as 2026-11-22, or a time such as 2026-11-22T08:00:00Z");
  }

  private static Instant prepared(Handle handle, int complaint) {
    return Times.of(handle.createQuery("select prepared_at from complaint where id = :id")
        .bind("id", complaint)
        .mapTo(String.class)
        .one());
  }
}
