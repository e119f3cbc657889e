package shotdeed.server.complain.outcome;

import java.time.InstantSource;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Says of something due on a complaint, such as an answer to an appeal, that it was seen to: nobody is reminded again. */
public final class MarkDone {
  private final Database database;
  private final InstantSource clock;

  MarkDone(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Marks it; twice is once.
   *
   * @param kind of the {@link Deadline}
   */
  public void run(Caller caller, int complaint, String kind) {
    caller.requireTeam();
    database.write(handle -> {
      StepStore.subject(handle, caller.seller(), complaint);
      Standing.requireActive(handle, caller.seller());
      Procedure.Term term = Procedure.Term.of(kind);
      boolean stands = DeadlineStore.of(handle, complaint).stream().anyMatch(each -> each.kind().equals(kind));
      if (term == null || !stands) {
        throw new Refused(Errors.NOT_FOUND);
      }
      DeadlineStore.end(handle, complaint, clock.instant(), term);
      Audit.did(handle, clock.instant(), caller, "complaint.done", "complaint", complaint, kind);
      return null;
    });
  }
}
