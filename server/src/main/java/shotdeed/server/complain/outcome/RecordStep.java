package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

/**
 * Records what happened to a complaint at the marketplace. A step is logged and on record in its own transaction, and
 * never changed; {@link UndoStep} takes it back by one more.
 */
public final class RecordStep {
  /** Points of one decision: no marketplace that we know takes more than a tenth of it. */
  public static final int MOST_POINTS = 1000;

  private static final int MAX_NOTE = 1000;
  private static final Set<String> RESULTS =
      Set.of(Outcomes.UPHELD, Outcomes.SELF_CHECK, Outcomes.DISMISSED, Outcomes.WITHDRAWN);

  private final Database database;
  private final ProcedureLibrary procedures;
  private final SetDeadlines deadlines;
  private final ToldLedgers ledgers;
  private final InstantSource clock;

  RecordStep(
      Database database,
      ProcedureLibrary procedures,
      SetDeadlines deadlines,
      ToldLedgers ledgers,
      InstantSource clock) {
    this.database = database;
    this.procedures = procedures;
    this.deadlines = deadlines;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /**
   * Records a step. The same step of the same person sent twice is one.
   *
   * @throws Refused if somebody recorded another step since the person looked, if the complaint is not submitted, if
   *     its state does not allow the step, or if something stated is wrong; nothing is changed then
   */
  public void run(Caller caller, int complaint, StepKind kind, StepInput stated) {
    caller.requireTeam();
    int revision = Fields.number("revision", Fields.present("revision", stated.revision()), 0, Integer.MAX_VALUE);
    database.write(handle -> {
      StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
      Standing.requireActive(handle, caller.seller());
      if (subject.submittedAt() == null) {
        throw new Refused(Errors.COMPLAINT_NOT_SUBMITTED).with("state", subject.state().text());
      }
      Optional<Step> last = StepStore.last(handle, complaint);
      StepInput checked = checked(subject, kind, stated, revision);
      if (last.isPresent() && isSaid(last.get(), caller, kind, checked)) {
        return null;
      }
      requireRevision(last, revision, subject);
      if (!kind.follows(subject.state())) {
        throw new Refused(Errors.WRONG_STATE, subject.state().text()).with("state", subject.state().text());
      }
      ComplaintState to = to(kind, checked, subject.state());
      store(handle, caller, subject, kind, to, checked, day(handle, subject, checked.happenedOn()));
      return null;
    });
  }

  /** Records that the marketplace has the complaint, within the transaction that records its case number. */
  public void submitted(Handle handle, Caller caller, int complaint) {
    StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
    LocalDate day = LocalDate.ofInstant(subject.submittedAt(), zone(subject));
    StepStore.Subject before = new StepStore.Subject(
        subject.id(),
        subject.seller(),
        ComplaintState.PREPARED,
        subject.market(),
        subject.site(),
        subject.shopKey(),
        subject.submittedAt());
    StepInput stated = new StepInput(0, day.toString(), null, null, null, null, null, null);
    store(handle, caller, before, StepKind.SUBMITTED, ComplaintState.SUBMITTED, stated, day);
  }

  private void store(
      Handle handle,
      Caller caller,
      StepStore.Subject subject,
      StepKind kind,
      ComplaintState to,
      StepInput stated,
      LocalDate day) {
    Instant now = clock.instant();
    StepStore.Before before = new StepStore.Before(
        StepStore.decided(handle, subject.id()), DeadlineStore.of(handle, subject.id()));
    int step = StepStore.insert(handle, subject, caller.account(), kind, to, day, now, stated, before);
    if (kind == StepKind.OUTCOME) {
      StepStore.decide(handle, subject.id(), new Decided(
          stated.result(),
          day,
          stated.ledger(),
          stated.points(),
          stated.reason() == null ? "" : stated.reason(),
          stated.note() == null ? "" : stated.note(),
          caller.account(),
          now));
    }
    deadlines.run(handle, subject, step, kind, stated, day, now);
    String said = stated.result() != null ? stated.result() : stated.by() != null ? stated.by() : "";
    record(handle, now, caller, subject, step, kind, to, day, said);
  }

  /** Puts a step into the log and on record. */
  static void record(
      Handle handle,
      Instant now,
      Caller caller,
      StepStore.Subject subject,
      int step,
      StepKind kind,
      ComplaintState to,
      LocalDate day,
      String said) {
    Audit.did(handle, now, caller, "complaint." + kind.text(), "complaint", subject.id(), said);
    LogStore.append(handle, now, LogEntry.ofComplaint(
        "complaint-step",
        subject.seller(),
        subject.id(),
        "step", step,
        "did", kind.text(),
        "from", subject.state().text(),
        "to", to.text(),
        "day", day,
        "said", said));
  }

  private static boolean isSaid(Step last, Caller caller, StepKind kind, StepInput stated) {
    return last.kind() == kind
        && last.undoneBy() == 0
        && last.account() == caller.account()
        && last.stated().equals(stated);
  }

  /** Who comes second is told what stands. */
  static void requireRevision(Optional<Step> last, int revision, StepStore.Subject subject) {
    if (last.isPresent() && last.get().id() != revision || last.isEmpty() && revision != 0) {
      throw new Refused(
              Errors.COMPLAINT_MOVED_ON, last.map(Step::by).orElse(""), subject.state().text())
          .with("revision", last.map(Step::id).orElse(0))
          .with("state", subject.state().text());
    }
  }

  /** What was stated, without what does not belong to the step. */
  private StepInput checked(StepStore.Subject subject, StepKind kind, StepInput s, int revision) {
    String note = PageText.line(s.note(), MAX_NOTE);
    String day = String.valueOf(Fields.present("happenedOn", s.happenedOn())).trim();
    String result = null;
    String ledger = null;
    Integer points = null;
    String reason = null;
    String by = null;
    if (kind == StepKind.OUTCOME) {
      result = s.result();
      if (result == null || !RESULTS.contains(result)) {
        throw Fields.invalid("result", "upheld, self-check, dismissed or withdrawn");
      }
      if (result.equals(Outcomes.UPHELD)) {
        points = s.points() == null ? null : (Integer) Fields.number("points", s.points(), 0, MOST_POINTS);
        ledger = ledgers.meant(subject.market(), subject.site(), s.ledger());
      } else if (result.equals(Outcomes.SELF_CHECK)) {
        points = 0;
      } else if (result.equals(Outcomes.DISMISSED)) {
        reason = s.reason();
        if (reason == null || procedures.answers().ofReason(reason) == null) {
          throw Fields.invalid("reason", String.join(", ", procedures.answers().reasons()));
        }
      }
    }
    if (kind == StepKind.APPEAL) {
      by = s.by();
      if (by == null || !List.of("us", "accused").contains(by)) {
        throw Fields.invalid("by", "us or accused");
      }
    }
    return new StepInput(revision, day, result, ledger, points, reason, by, note);
  }

  private static ComplaintState to(StepKind kind, StepInput stated, ComplaintState from) {
    return switch (kind) {
      case EVIDENCE_PERIOD -> ComplaintState.EVIDENCE_PERIOD;
      case APPEAL -> {
        ComplaintState needed = stated.by().equals("us") ? ComplaintState.DISMISSED : ComplaintState.UPHELD;
        if (from != needed) {
          throw new Refused(Errors.WRONG_STATE, from.text()).with("state", from.text());
        }
        yield ComplaintState.APPEALED;
      }
      case COUNTER_NOTICE -> ComplaintState.APPEALED;
      case FINAL -> ComplaintState.FINAL;
      default -> switch (stated.result()) {
        case Outcomes.DISMISSED -> ComplaintState.DISMISSED;
        case Outcomes.WITHDRAWN -> ComplaintState.WITHDRAWN;
        default -> ComplaintState.UPHELD;
      };
    };
  }

  private ZoneId zone(StepStore.Subject subject) {
    return procedures.pick(subject.market(), subject.site()).zoneId();
  }

  /** The marketplace's day, which is neither ahead nor before what happened before it. */
  private LocalDate day(Handle handle, StepStore.Subject subject, String text) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Fields.invalid("happenedOn", "a day such as 2026-11-22");
    }
    ZoneId zone = zone(subject);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (day.isAfter(today)) {
      throw new Refused(Errors.STEP_DAY_AHEAD, day, today).with("field", "happenedOn");
    }
    LocalDate earliest = LocalDate.ofInstant(subject.submittedAt(), zone);
    for (Step step : StepStore.of(handle, subject.id())) {
      if (step.undoneBy() == 0 && step.kind() != StepKind.UNDO && step.happenedOn().isAfter(earliest)) {
        earliest = step.happenedOn();
      }
    }
    if (day.isBefore(earliest)) {
      throw new Refused(Errors.STEP_DAY_EARLY, day, earliest).with("field", "happenedOn");
    }
    return day;
  }
}
