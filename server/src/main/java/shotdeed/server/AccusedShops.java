package shotdeed.server;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import shotdeed.server.account.Caller;
import shotdeed.server.accused.AccusedData;
import shotdeed.server.accused.MoveAccusation;
import shotdeed.server.accused.ReadAccusations;
import shotdeed.server.accused.RecordAccusation;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.console.AccusedPages;
import shotdeed.server.console.Desk;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;

/** The use cases of a seller whose own shop is accused. */
final class AccusedShops {
  private final Policies policies;
  private final ReadAccusations read;
  private final RecordAccusation record;
  private final MoveAccusation move;

  AccusedShops(
      Database database, Policies policies, Supplier<WorkingCalendar> china, InstantSource clock) {
    AccusedData data = AccusedData.bundled();
    this.policies = policies;
    read = new ReadAccusations(database, data, policies, china, clock);
    record = new RecordAccusation(database, data, clock);
    move = new MoveAccusation(database, read, clock);
  }

  /** In how many accusations somebody has to do something soon. */
  ToIntFunction<Caller> due() {
    return read::due;
  }

  RouteGroup pages(Desk desk) {
    return new AccusedPages(desk, read, record, move, policies);
  }
}
