package shotdeed.server.complain.outcome;

import java.time.InstantSource;
import java.util.function.Supplier;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;

/** The use cases of what becomes of complaints, put together. */
public final class Followup {
  private final ReadProgress progress;
  private final RecordStep record;
  private final SubmissionDay submissionDay;
  private final UndoStep undo;
  private final MarkDone done;
  private final LookAgain looks;
  private final DueList due;
  private final Shops shops;
  private final Statistics statistics;

  /** @param china the working days of China as they are known now */
  public Followup(
      Database database, Supplier<WorkingCalendar> china, Policies policies, InstantSource clock) {
    ProcedureLibrary procedures = ProcedureLibrary.bundled();
    SetDeadlines deadlines = new SetDeadlines(procedures, new CountDays(china));
    ToldLedgers ledgers = new ToldLedgers(policies, clock);
    progress = new ReadProgress(database, procedures, ledgers, clock);
    record = new RecordStep(database, procedures, deadlines, ledgers, clock);
    submissionDay = new SubmissionDay(procedures);
    undo = new UndoStep(database, clock);
    done = new MarkDone(database, clock);
    looks = new LookAgain(database, deadlines, clock);
    due = new DueList(database, clock);
    shops = new Shops(database, clock);
    statistics = new Statistics(database, clock);
  }

  public ReadProgress progress() {
    return progress;
  }

  public RecordStep record() {
    return record;
  }

  public SubmissionDay submissionDay() {
    return submissionDay;
  }

  public UndoStep undo() {
    return undo;
  }

  public MarkDone done() {
    return done;
  }

  public LookAgain looks() {
    return looks;
  }

  public DueList due() {
    return due;
  }

  public Shops shops() {
    return shops;
  }

  public Statistics statistics() {
    return statistics;
  }

  /** The routes for programs. */
  public OutcomeRoutes routes(Devices devices) {
    return new OutcomeRoutes(devices, progress, record, undo, looks);
  }
}
