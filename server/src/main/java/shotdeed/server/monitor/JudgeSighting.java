package shotdeed.server.monitor;

import java.time.InstantSource;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * A person says that a sighting is no copy, or takes that back. The same picture is then no copy of the same certificate
 * for this seller, on whatever page it was seen or will be; see {@link RecordSighting}. Sightings that are part of a
 * complaint stay as they are.
 */
public final class JudgeSighting {
  private final Database database;
  private final InstantSource clock;

  public JudgeSighting(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** It is no copy; said twice, it is said once. */
  public Sighting notACopy(Caller caller, int id) {
    return change(caller, id, SightingState.NEW, SightingState.NOT_A_COPY);
  }

  /** It is one after all; a sighting that nobody judged stays as it is. */
  public Sighting takeBack(Caller caller, int id) {
    return change(caller, id, SightingState.NOT_A_COPY, SightingState.NEW);
  }

  /**
   * @throws Refused if the sighting is in neither state: what is part of a complaint, for example, is judged there
   */
  private Sighting change(Caller caller, int id, SightingState from, SightingState to) {
    caller.requireTeam();
    return database.write(handle -> {
      SightingState state = SightingStore.ofSeller(handle, caller.seller(), id).state();
      if (state != from && state != to) {
        throw new Refused(Errors.WRONG_STATE, state.text()).with("state", state.text());
      }
      if (state == from) {
        SightingStore.setStateOfPair(handle, id, from, to);
        OwnShopStore.settle(handle, caller.seller());
        Audit.did(handle, clock.instant(), caller, "sighting.judge", "sighting", id, to.text());
      }
      return SightingStore.ofSeller(handle, caller.seller(), id);
    });
  }
}
