package shotdeed.server.monitor;

import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

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
    int licence = licence(handle, sighting, known);
    SightingState state = SightingState.NOT_A_COPY;
    if (!dismissed(handle, sighting, strip)) {
      boolean own = OwnShopStore.holds(handle, caller.seller(), sighting.listing());
      state = standing(known, own, licence != 0);
    } else {
      known = null;
    }
    Sighting standing = sighting.in(state);
    int id = SightingStore.insert(handle, caller, standing, strip);
    int under = state == SightingState.LICENSED ? licence : 0;
    if (known == null) {
      int finding = FindingStore.insert(handle, standing, id, under);
      if (state.isOpen()) {
        GoneCopies.mark(handle, standing, finding);
      }
    } else {
      FindingStore.seenAgain(handle, known, standing, id, under);
    }
    count(handle, standing, known == null);
    shop(handle, standing);
    return id;
  }

  /** Whether somebody said so while the server was still looking. */
  private static boolean dismissed(Handle handle, Sighting sighting, String strip) {
    return SightingStore.notCopiesOf(handle, sighting.seller(), sighting.file().sha256(), strip)
        .contains(sighting.found().certificate());
  }

  /** A sighting that is told late says nothing of a copy that was seen after the licence ran out. */
  private static int licence(Handle handle, Sighting sighting, Finding known) {
    String day = sighting.day();
    if (known != null) {
      String last = FindingStore.lastDay(handle, known);
      day = last.compareTo(day) > 0 ? last : day;
    }
    return LicenceStore.covering(
        handle, sighting.seller(), sighting.listing(), sighting.found().certificate(), day);
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

  /** The shop is known from now on; by the name that it showed last. */
  private static void shop(Handle handle, Sighting s) {
    SeenListing listing = s.listing();
    handle.execute(
        """
        insert into shop (seller_id, shop_key, market, site, shop_id, name, last_seen) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (seller_id, shop_key) do update set
          name = case when excluded.name = '' then shop.name else excluded.name end,
          last_seen = case when excluded.last_seen > shop.last_seen then excluded.last_seen else shop.last_seen end""",
        s.seller(),
        ShopKey.of(listing),
        listing.market(),
        listing.site(),
        listing.shopId(),
        listing.shopName(),
        Times.text(s.seenAt()));
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
    if (licensed && (known == null || known.state() != SightingState.CONFIRMED)) {
      return SightingState.LICENSED;
    }
    return known != null && known.state().isOpen() ? known.state() : SightingState.NEW;
  }
}
