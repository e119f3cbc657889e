package shotdeed.server.complain.outcome;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import shotdeed.model.ComplaintState;
import shotdeed.penalty.Ledger;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;

/** Shows the way of one complaint. */
public final class ReadProgress {
  private final Database database;
  private final ProcedureLibrary procedures;
  private final ToldLedgers ledgers;
  private final InstantSource clock;

  ReadProgress(Database database, ProcedureLibrary procedures, ToldLedgers ledgers, InstantSource clock) {
    this.database = database;
    this.procedures = procedures;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** Why a marketplace may dismiss a complaint, as codes. */
  public List<String> reasons() {
    return procedures.answers().reasons();
  }

  /** The accounts of points of a complaint's marketplace; empty where none are published. */
  public List<Ledger> ledgers(Caller caller, int complaint) {
    StepStore.Subject subject =
        database.read(handle -> StepStore.subject(handle, caller.seller(), complaint));
    return ledgers.of(subject.market(), subject.site());
  }

  /** One of the caller's complaints. */
  public Progress run(Caller caller, int complaint) {
    return database.read(handle -> {
      StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
      Procedure procedure = procedures.pick(subject.market(), subject.site());
      ZoneId zone = procedure.zoneId();
      List<Step> steps = StepStore.of(handle, complaint);
      Decided decided = StepStore.decided(handle, complaint);
      LocalDate earliest = subject.submittedAt() == null ? null : LocalDate.ofInstant(subject.submittedAt(), zone);
      int appeals = 0;
      for (Step step : steps) {
        boolean stands = step.undoneBy() == 0 && step.kind() != StepKind.UNDO;
        earliest = stands && earliest != null && step.happenedOn().isAfter(earliest) ? step.happenedOn() : earliest;
        appeals += stands && "us".equals(step.stated().by()) ? 1 : 0;
      }
      ComplaintState state = subject.state();
      return new Progress(
          complaint,
          state,
          steps.isEmpty() ? 0 : steps.get(steps.size() - 1).id(),
          subject.submittedAt(),
          LocalDate.ofInstant(clock.instant(), zone),
          earliest,
          procedure,
          decided,
          steps,
          UndoStep.last(steps).orElse(null),
          subject.submittedAt() == null
              ? List.of()
              : Arrays.stream(StepKind.values()).filter(kind -> kind.follows(state)).toList(),
          state == ComplaintState.DISMISSED ? "us" : state == ComplaintState.UPHELD ? "accused" : null,
          appeals,
          procedure.attempts(Procedure.Term.APPEAL),
          DeadlineStore.of(handle, complaint),
          RecheckStore.of(handle, complaint),
          answer(state, procedure, decided, steps));
    });
  }

  private Answers.Advice answer(ComplaintState state, Procedure procedure, Decided decided, List<Step> steps) {
    Answers answers = procedures.answers();
    if (state == ComplaintState.DISMISSED && decided != null) {
      return answers.ofReason(decided.reason());
    }
    Step last = UndoStep.last(steps).orElse(null);
    if (state != ComplaintState.APPEALED || last == null) {
      return null;
    }
    if (last.kind() == StepKind.COUNTER_NOTICE) {
      return answers.counterNotice().get(procedure.law() == null ? "none" : procedure.law());
    }
    return "accused".equals(last.stated().by()) ? answers.appealed() : null;
  }
}
