package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/**
 * Takes back the last step of a complaint that was recorded by mistake: state, decision and deadlines are as they were
 * before it. The step stays on record as taken back.
 */
public final class UndoStep {
  private final Database database;
  private final InstantSource clock;

  UndoStep(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes it back.
   *
   * @param revision number of the last step that the person saw
   * @throws Refused if somebody recorded another since, or if there is none to take back
   */
  public void run(Caller caller, int complaint, Integer revision) {
    caller.requireTeam();
    int seen = Fields.number("revision", Fields.present("revision", revision), 0, Integer.MAX_VALUE);
    database.write(handle -> {
      StepStore.Subject subject = StepStore.subject(handle, caller.seller(), complaint);
      Standing.requireActive(handle, caller.seller());
      RecordStep.requireRevision(StepStore.last(handle, complaint), seen, subject);
      Step step = last(StepStore.of(handle, complaint))
          .orElseThrow(() -> new Refused(Errors.NOTHING_TO_UNDO));
      Instant now = clock.instant();
      StepStore.Before before = StepStore.before(handle, step.id());
      StepStore.Before now0 = new StepStore.Before(
          StepStore.decided(handle, complaint), DeadlineStore.of(handle, complaint));
      LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      StepInput stated = new StepInput(seen, day.toString(), null, null, null, null, null, null);
      int undo = StepStore.insert(
          handle, subject, caller.account(), StepKind.UNDO, step.from(), day, now, stated, now0);
      StepStore.undone(handle, step.id(), undo);
      StepStore.decide(handle, complaint, before.decided());
      DeadlineStore.restore(handle, complaint, caller.seller(), before.deadlines());
      RecheckStore.forget(handle, step.id());
      RecordStep.record(
          handle, now, caller, subject, undo, StepKind.UNDO, step.from(), day, step.kind().text());
      return null;
    });
  }

  /** The step that would be taken back: the last that stands; not the submission, whose case number is corrected. */
  static Optional<Step> last(List<Step> steps) {
    Step last = null;
    for (Step step : steps) {
      if (step.undoneBy() == 0 && step.kind() != StepKind.UNDO && step.kind() != StepKind.SUBMITTED) {
        last = step;
      }
    }
    return Optional.ofNullable(last);
  }
}
