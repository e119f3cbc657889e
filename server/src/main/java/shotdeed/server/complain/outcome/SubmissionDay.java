package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
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
   * @param text the marketplace's day, such as {@code 2026-11-20}
   * @throws Refused if it is no day, is ahead, or lies before the complaint was prepared
   */
  public Instant run(Handle handle, Caller caller, int complaint, String text, Instant now) {
    StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
    ZoneId zone = procedures.pick(subject.market(), subject.site()).zoneId();
    LocalDate day = day(text);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day.isAfter(today)) {
      throw new Refused(Errors.STEP_DAY_AHEAD, day, today).with("field", FIELD);
    }
    Instant prepared = prepared(handle, complaint);
    LocalDate earliest = LocalDate.ofInstant(prepared, zone);
    if (day.isBefore(earliest)) {
      throw new Refused(Errors.SUBMISSION_DAY_EARLY, day, earliest).with("field", FIELD);
    }
    if (day.equals(today)) {
      return now;
    }
    Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    return noon.isBefore(prepared) ? prepared : noon;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.trim());
    } catch (DateTimeParseException e) {
      throw Fields.invalid(FIELD, "a day such as 2026-11-22");
    }
  }

  private static Instant prepared(Handle handle, int complaint) {
    return Times.of(handle.createQuery("select prepared_at from complaint where id = :id")
        .bind("id", complaint)
        .mapTo(String.class)
        .one());
  }
}
