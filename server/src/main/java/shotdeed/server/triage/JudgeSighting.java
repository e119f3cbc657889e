package shotdeed.server.triage;

import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.Finding;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.triage.DecisionStore.Change;

/**
 * A person says that a sighting is no copy, or takes that back. The same picture is then no copy of the same certificate
 * for this seller, on whatever page it was seen or will be. Sightings that are part of a complaint stay as they are.
 */
public final class JudgeSighting {
  private final Database database;
  private final Decide decide;
  private final InstantSource clock;

  public JudgeSighting(Database database, Decide decide, InstantSource clock) {
    this.database = database;
    this.decide = decide;
    this.clock = clock;
  }

  /**
   * It is no copy; said twice, it is said once.
   *
   * @throws Refused if something else was decided: what is part of a complaint, for example, is judged there
   */
  public Sighting notACopy(Caller caller, int id) {
    caller.requireTeam();
    decide.notACopy(caller, decide.ofSighting(caller, id).id(), 0, "");
    return sighting(caller, id);
  }

  /**
   * It is one after all; a sighting that nobody judged stays as it is.
   *
   * @throws Refused if something else was decided
   */
  public Sighting takeBack(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      Finding finding = FindingStore.ofSighting(handle, caller.seller(), id);
      if (!finding.state().isOpen() && finding.state() != SightingState.NOT_A_COPY) {
        throw new Refused(Errors.WRONG_STATE, finding.state().text()).with("state", finding.state().text());
      }
      if (finding.state() == SightingState.NOT_A_COPY) {
        takeBack(handle, caller, finding);
      }
      return SightingStore.ofSeller(handle, caller.seller(), id);
    });
  }

  /** In a shop of the seller's own, or one with a licence, what is a copy after all is excused. */
  private void takeBack(Handle handle, Caller caller, Finding finding) {
    String judged = Decide.PAIR + "f.state = 'not-a-copy'";
    int decision = DecisionStore.insert(
        handle, caller, finding.id(), Change.of(Kind.NEW, judged, Decide.one(finding)), "", clock.instant());
    DecisionStore.settle(handle, decision, Licences.day(clock.instant()));
    Audit.did(handle, clock.instant(), caller, Kind.NEW.action(), "finding", finding.id(), "");
  }

  private Sighting sighting(Caller caller, int id) {
    return database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id));
  }
}
