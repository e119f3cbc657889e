package shotdeed.server.watch;

import java.time.InstantSource;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Refused;

/** Takes an entry off the caller's watch list, and puts it back. Its visits stay with it. */
public final class TakeOffWatchList {
  private final Database database;
  private final InstantSource clock;

  public TakeOffWatchList(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A second time changes nothing. */
  public Watched remove(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      Watched entry = WatchStore.ofSeller(handle, caller.seller(), id);
      if (entry.removedAt() == null) {
        WatchStore.remove(handle, caller.seller(), id, clock.instant());
        Audit.did(handle, clock.instant(), caller, "watch.remove", "watch", id, entry.address());
      }
      return entry;
    });
  }

  /**
   * Puts back what was taken off.
   *
   * @throws Refused if the list has become full meanwhile
   */
  public Watched restore(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      Watched entry = WatchStore.ofSeller(handle, caller.seller(), id);
      if (entry.removedAt() != null) {
        AddToWatchList.requireRoom(handle, caller);
        WatchStore.restore(handle, id);
        Audit.did(handle, clock.instant(), caller, "watch.restore", "watch", id, entry.address());
      }
      return entry;
    });
  }
}
