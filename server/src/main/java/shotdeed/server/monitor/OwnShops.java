package shotdeed.server.monitor;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * A seller says which shops are their own: their photographs are no theft there. What was found in such a shop and not
 * decided otherwise stands as their own, and so does what will be found. Taken back, it is new again.
 */
public final class OwnShops {
  private final Database database;
  private final InstantSource clock;

  public OwnShops(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The caller's own shops, in the order in which they were stated. */
  public List<OwnShop> list(Caller caller) {
    return database.read(handle -> OwnShopStore.of(handle, caller.seller()));
  }

  /**
   * The shop of a sighting is the caller's own; said twice, it is said once.
   *
   * @throws Refused if the page did not say which shop it is of, or the sighting is neither new nor the seller's own
   */
  public Sighting state(Caller caller, int sighting) {
    caller.requireTeam();
    return database.write(handle -> {
      Sighting seen = SightingStore.ofSeller(handle, caller.seller(), sighting);
      requireOpen(seen);
      if (!OwnShop.isNamed(seen.listing())) {
        throw new Refused(Errors.SHOP_UNKNOWN);
      }
      if (!OwnShopStore.holds(handle, caller.seller(), seen.listing())) {
        OwnShopStore.insert(handle, caller, seen.listing(), clock.instant());
        Audit.did(handle, clock.instant(), caller, "shop.own", "sighting", sighting, seen.listing().shopId());
      }
      OwnShopStore.settle(handle, caller.seller());
      return SightingStore.ofSeller(handle, caller.seller(), sighting);
    });
  }

  /** The shop of a sighting is not the caller's own; one that never was stays as it is. */
  public Sighting takeBack(Caller caller, int sighting) {
    caller.requireTeam();
    return database.write(handle -> {
      Sighting seen = SightingStore.ofSeller(handle, caller.seller(), sighting);
      requireOpen(seen);
      for (OwnShop shop : OwnShopStore.of(handle, caller.seller())) {
        if (shop.group().equals(OwnShop.group(seen.listing())) && shop.shopId().equals(seen.listing().shopId())) {
          forget(caller, shop, handle);
        }
      }
      return SightingStore.ofSeller(handle, caller.seller(), sighting);
    });
  }

  /** One of the caller's shops is not their own any more. */
  public void remove(Caller caller, int id) {
    caller.requireTeam();
    database.write(handle -> {
      forget(caller, OwnShopStore.ofSeller(handle, caller.seller(), id), handle);
      return null;
    });
  }

  private void forget(Caller caller, OwnShop shop, Handle handle) {
    OwnShopStore.delete(handle, shop.id());
    OwnShopStore.setState(
        handle, caller.seller(), shop.group(), shop.shopId(), SightingState.OWN, SightingState.NEW);
    Audit.did(handle, clock.instant(), caller, "shop.not-own", "shop", shop.id(), shop.shopId());
  }

  private static void requireOpen(Sighting seen) {
    if (seen.state() != SightingState.NEW && seen.state() != SightingState.OWN) {
      throw new Refused(Errors.WRONG_STATE, seen.state().text()).with("state", seen.state().text());
    }
  }
}
