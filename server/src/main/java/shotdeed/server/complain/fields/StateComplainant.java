package shotdeed.server.complain.fields;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;

/** Shows and changes what a seller states of themselves in complaints. */
public final class StateComplainant {
  private final Database database;
  private final InstantSource clock;

  public StateComplainant(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** That of the caller's seller; that somebody looked is noted, because it names persons and their papers. */
  public Complainant look(Caller caller) {
    caller.requireTeam();
    Audit.looked(database, clock.instant(), caller, caller.seller(), "complainant.look", "seller", caller.seller());
    return database.read(handle -> Complainant.of(handle, caller.seller()));
  }

  /**
   * Changes it; which fields were changed goes on record, and never what stands in them.
   *
   * @throws shotdeed.server.platform.Refused naming the first field that cannot stand
   */
  public void change(Caller caller, Complainant stated) {
    caller.requireTeam();
    Complainant checked = stated.checked();
    database.write(handle -> {
      Standing.requireActive(handle, caller.seller());
      List<String> changed = checked.unlike(Complainant.of(handle, caller.seller()));
      if (!changed.isEmpty()) {
        checked.save(handle, caller, clock.instant());
        Audit.did(handle, clock.instant(), caller, "complainant.change", "seller", caller.seller(),
            String.join(", ", changed));
      }
      return null;
    });
  }
}
