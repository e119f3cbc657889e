package shotdeed.server.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.OwnShopStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Takes a decision back. What was decided anew since, or is part of a complaint by now, stays as it is. */
public final class Undo {
  /** So long a person is offered to take back what they decided last. */
  private static final Duration OFFERED = Duration.ofHours(12);

  private final Database database;
  private final InstantSource clock;

  public Undo(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What the caller decided last and may want to take back, or {@code null}. */
  public Decision offered(Caller caller) {
    return database.read(handle -> DecisionStore.last(handle, caller.account(), clock.instant().minus(OFFERED)));
  }

  /**
   * Takes a decision back; an own shop or a licence that came with it goes too. Twice is once.
   *
   * @return the decision; its {@code changed} are the findings that were put back
   * @throws Refused if somebody decided anew about everything that it changed
   */
  public Decision run(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      Decision decision = DecisionStore.ofSeller(handle, caller.seller(), id);
      if (decision.undoneAt() != null) {
        return restored(decision, 0);
      }
      Instant now = clock.instant();
      int restored = DecisionStore.undo(handle, caller, id, now);
      restored += endExcuses(handle, caller, decision, now);
      DecisionStore.settle(handle, id, Licences.day(now));
      if (restored == 0 && decision.changed() > 0) {
        throw new Refused(Errors.DECIDED_ANEW);
      }
      Audit.did(handle, now, caller, "finding.undo", "finding", decision.finding(), decision.kind().text());
      return restored(decision, restored);
    });
  }

  /** What was seen there since, and so was excused of itself, is new. */
  private static int endExcuses(Handle handle, Caller caller, Decision decision, Instant now) {
    int renewed = 0;
    if (decision.ownShop() != 0 && isStill(handle, caller, decision.ownShop())) {
      renewed += OwnShops.forget(handle, caller, decision.ownShop());
    }
    if (decision.licence() != 0) {
      LicenceStore.end(handle, caller, decision.licence(), now);
      renewed += DecisionStore.renew(
          handle,
          caller.seller(),
          SightingState.LICENSED,
          "f.licence_id = :licence",
          Map.of("licence", decision.licence()));
    }
    return renewed;
  }

  private static boolean isStill(Handle handle, Caller caller, int id) {
    return OwnShopStore.of(handle, caller.seller()).stream().map(OwnShop::id).anyMatch(shop -> shop == id);
  }

  private static Decision restored(Decision d, int changed) {
    return new Decision(
        d.id(), d.seller(), d.finding(), d.kind(), changed, d.reason(), d.account(), d.madeBy(), d.madeAt(), d.undoneAt(),
        d.ownShop(), d.licence());
  }
}
