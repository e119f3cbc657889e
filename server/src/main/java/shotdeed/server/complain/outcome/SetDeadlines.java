package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.complain.outcome.Procedure.Term;

/** Which days follow from a step, and which are over by it. */
final class SetDeadlines {
  private final ProcedureLibrary procedures;
  private final CountDays days;

  SetDeadlines(ProcedureLibrary procedures, CountDays days) {
    this.procedures = procedures;
    this.days = days;
  }

  /**
   * Works them out.
   *
   * @param step number of the step
   * @param day of the step, the marketplace's
   */
  void run(
      Handle handle,
      StepStore.Subject subject,
      int step,
      StepKind kind,
      StepInput stated,
      LocalDate day,
      Instant now) {
    Procedure procedure = procedures.pick(subject.market(), subject.site());
    Setting setting = new Setting(handle, subject, procedure, day, now);
    switch (kind) {
      case SUBMITTED -> setting.set(Term.EVIDENCE, Term.DECISION);
      case EVIDENCE_PERIOD -> setting.set(Term.EVIDENCE);
      case APPEAL -> {
        DeadlineStore.end(handle, subject.id(), now, Term.APPEAL, Term.ACCUSED_APPEAL, Term.ANSWER);
        setting.set(Term.APPEAL_DECISION);
        if ("accused".equals(stated.by())) {
          setting.set(Term.ANSWER);
        }
      }
      case COUNTER_NOTICE -> {
        DeadlineStore.end(handle, subject.id(), now, Term.EVIDENCE, Term.ACCUSED_APPEAL);
        setting.set(Term.COUNTER_NOTICE);
      }
      case OUTCOME -> {
        DeadlineStore.end(handle, subject.id(), now, Term.values());
        if (stated.result().equals(Outcomes.DISMISSED)) {
          if (appeals(handle, subject.id()) < procedure.attempts(Term.APPEAL)) {
            setting.set(Term.APPEAL);
          }
        } else if (!stated.result().equals(Outcomes.WITHDRAWN)) {
          setting.set(Term.ACCUSED_APPEAL);
          RecheckStore.plan(handle, subject, step, days.after(procedure, Term.RECHECK, day).first());
        }
      }
      default -> DeadlineStore.end(handle, subject.id(), now, Term.values());
    }
  }

  /** How often the seller appealed. */
  private static int appeals(Handle handle, int complaint) {
    List<Step> steps = StepStore.of(handle, complaint);
    return (int) steps.stream()
        .filter(step -> step.kind() == StepKind.APPEAL && step.undoneBy() == 0 && "us".equals(step.stated().by()))
        .count();
  }

  /** The day on which a listing that is looked at today is looked at again. */
  LocalDate again(StepStore.Subject subject, Term term, LocalDate today) {
    return days.after(procedures.pick(subject.market(), subject.site()), term, today).first();
  }

  private final class Setting {
    private final Handle handle;
    private final StepStore.Subject subject;
    private final Procedure procedure;
    private final LocalDate day;
    private final Instant now;

    Setting(Handle handle, StepStore.Subject subject, Procedure procedure, LocalDate day, Instant now) {
      this.handle = handle;
      this.subject = subject;
      this.procedure = procedure;
      this.day = day;
      this.now = now;
    }

    void set(Term... terms) {
      for (Term term : terms) {
        CountDays.Days end = days.after(procedure, term, day);
        if (end != null) {
          LocalDate due = term.isToDo() ? end.first() : end.last();
          String source = procedure.sources(term);
          Deadline deadline =
              new Deadline(term.text(), due, end.first(), end.last(), end.unsure(), source, now, null);
          DeadlineStore.put(handle, subject.id(), subject.seller(), deadline);
        }
      }
    }
  }
}
