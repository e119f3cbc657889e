package shotdeed.server.complain.batch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.complain.WithdrawPrepared;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.ReopenFinding;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Takes a batch back as far as nothing was submitted: its complaints are withdrawn, and their findings stand open as
 * they
 * did before. What was sealed stays sealed.
 */
public final class UndoBatch {
  private final Database database;
  private final InstantSource clock;

  public UndoBatch(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Withdraws what is still only prepared; twice is once.
   *
   * @return how many complaints were withdrawn
   * @throws Refused while it is at work, and if nothing is left that could be withdrawn
   */
  public int run(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      Batch batch = BatchStore.ofSeller(handle, caller.seller(), id);
      if (batch.undoneAt() != null) {
        return 0;
      }
      List<Integer> prepared = BatchStore.prepared(handle, id);
      if (!batch.ended() || prepared.isEmpty()) {
        throw new Refused(Errors.UNDO_OF_BATCH);
      }
      Instant now = clock.instant();
      int withdrawn = 0;
      for (int complaint : prepared) {
        if (!WithdrawPrepared.run(handle, caller, complaint, now)) {
          continue;
        }
        withdrawn++;
        for (BatchStore.Before before : BatchStore.before(handle, id, complaint)) {
          if (FindingStore.ofSeller(handle, caller.seller(), before.finding()).state() == SightingState.COMPLAINED) {
            ReopenFinding.run(handle, caller.seller(), before.finding(), before.state(), now);
          }
        }
      }
      BatchStore.undone(handle, caller, id, now);
      Audit.did(handle, now, caller, "complaints.withdraw", "batch", id, String.valueOf(withdrawn));
      return withdrawn;
    });
  }
}
