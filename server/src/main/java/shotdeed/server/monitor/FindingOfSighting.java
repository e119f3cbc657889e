package shotdeed.server.monitor;

import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;

/** Puts a sighting to the finding that it is of, and says what stands about it. */
final class FindingOfSighting {
  private FindingOfSighting() {}

  /**
   * Stores a sighting with its finding; returns its number.
   *
   * @param strip names the strip that its picture is a slice of; empty for a picture alone
   * @param shown SHA-256 of the pictures that show the copy; not empty
   */
  static int store(Handle handle, Caller caller, Sighting sighting, String strip, List<String> shown) {
    Finding known = FindingStore.sameAs(handle, sighting, shown);
    int licence = LicenceStore.covering(
        handle, caller.seller(), sighting.listing(), sighting.found().certificate(), sighting.day());
    boolean own = OwnShopStore.holds(handle, caller.seller(), sighting.listing());
    SightingState state = standing(known, own, licence != 0);
    Sighting standing = sighting.in(state);
    int id = SightingStore.insert(handle, caller, standing, strip);
    int under = state == SightingState.LICENSED ? licence : 0;
    if (known == null) {
      FindingStore.insert(handle, standing, id, under);
    } else {
      FindingStore.seenAgain(handle, known, id, state, under);
    }
    count(handle, standing, known == null);
    return id;
  }

  private static void count(Handle handle, Sighting sighting, boolean fresh) {
    String market = sighting.listing().market();
    handle.execute(
        """
        insert into seen_on_day (seller_id, day, place, sightings, findings) values (?, ?, ?, 1, ?)
        on conflict (seller_id, day, place) do update set
          sightings = seen_on_day.sightings + 1, findings = seen_on_day.findings + excluded.findings""",
        sighting.seller(),
        sighting.day(),
        market.equals("other") ? sighting.listing().site() : market,
        fresh ? 1 : 0);
  }

  /**
   * What was decided about a copy holds when it is seen again; but an excuse holds only as long as its ground: a licence
   * that ran out makes the copy new.
   *
   * @param known {@code null} if it was not seen before
   */
  private static SightingState standing(Finding known, boolean own, boolean licensed) {
    boolean excused = known == null
        || known.state().isOpen()
        || known.state() == SightingState.OWN
        || known.state() == SightingState.LICENSED;
    if (!excused) {
      return known.state();
    }
    if (own) {
      return SightingState.OWN;
    }
    if (licensed) {
      return SightingState.LICENSED;
    }
    return known != null && known.state().isOpen() ? known.state() : SightingState.NEW;
  }
}
