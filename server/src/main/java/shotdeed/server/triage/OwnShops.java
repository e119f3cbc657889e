package shotdeed.server.triage;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.OwnShopStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * A seller says which shops are their own: their photographs are no theft there. What was found in such a shop and not
 * decided otherwise stands as their own, and so does what will be found. Taken back, it is new again.
 */
public final class OwnShops {
  private final Database database;
  private final Decide decide;
  private final InstantSource clock;

  public OwnShops(Database database, Decide decide, InstantSource clock) {
    this.database = database;
    this.decide = decide;
    this.clock = clock;
  }

  /** The caller's own shops, in the order in which they were stated. */
  public List<OwnShop> list(Caller caller) {
    return database.read(handle -> OwnShopStore.of(handle, caller.seller()));
  }

  /**
   * The shop of a sighting is the caller's own; said twice, it is said once.
   *
   * @throws Refused if the page did not say which shop it is of, or something else was decided about the sighting
   */
  public Sighting state(Caller caller, int sighting) {
    caller.requireTeam();
    decide.own(caller, decide.ofSighting(caller, sighting).id(), 0);
    return sighting(caller, sighting);
  }

  /** The shop of a sighting is not the caller's own; one that never was stays as it is. */
  public Sighting takeBack(Caller caller, int sighting) {
    caller.requireTeam();
    return database.write(handle -> {
      Sighting seen = SightingStore.ofSeller(handle, caller.seller(), sighting);
      if (!seen.state().isOpen() && seen.state() != SightingState.OWN) {
        throw new Refused(Errors.WRONG_STATE, seen.state().text()).with("state", seen.state().text());
      }
      for (OwnShop shop : OwnShopStore.of(handle, caller.seller())) {
        if (shop.group().equals(OwnShop.group(seen.listing())) && shop.shopId().equals(seen.listing().shopId())) {
          forget(handle, caller, shop);
        }
      }
      return SightingStore.ofSeller(handle, caller.seller(), sighting);
    });
  }

  /** One of the caller's shops is not their own any more. */
  public void remove(Caller caller, int id) {
    caller.requireTeam();
    database.write(handle -> {
      forget(handle, caller, OwnShopStore.ofSeller(handle, caller.seller(), id));
      return null;
    });
  }

  private void forget(Handle handle, Caller caller, OwnShop shop) {
    forget(handle, caller, shop.id());
    Audit.did(handle, clock.instant(), caller, "shop.not-own", "shop", shop.id(), shop.shopId());
  }

  /** Forgets a shop; returns how many of its findings are new by that. */
  static int forget(Handle handle, Caller caller, int id) {
    OwnShop shop = OwnShopStore.ofSeller(handle, caller.seller(), id);
    OwnShopStore.delete(handle, id);
    return DecisionStore.renew(
        handle,
        caller.seller(),
        SightingState.OWN,
        "f.shop_group = :group and f.shop_id = :shop",
        Map.of("group", shop.group(), "shop", shop.shopId()));
  }

  private Sighting sighting(Caller caller, int id) {
    return database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id));
  }
}
