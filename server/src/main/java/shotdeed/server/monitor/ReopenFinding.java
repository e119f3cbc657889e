package shotdeed.server.monitor;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;

/** A finding that no complaint and no letter holds any more is open again. */
public final class ReopenFinding {
  private ReopenFinding() {}

  /**
   * Opens it, unless its shop is excused by now.
   *
   * @param before where it stood: {@code NEW} or {@code CONFIRMED}
   */
  public static void run(Handle handle, int seller, int id, SightingState before, Instant now) {
    Finding finding = FindingStore.ofSeller(handle, seller, id);
    Sighting seen = SightingStore.ofSeller(handle, seller, finding.lastSighting());
    String day = ReportFields.day(now, now);
    int licence = LicenceStore.covering(handle, seller, seen.listing(), finding.certificate(), day);
    if (OwnShopStore.holds(handle, seller, seen.listing())) {
      FindingStore.setState(handle, id, SightingState.OWN, null, 0);
    } else if (licence != 0 && before == SightingState.NEW) {
      FindingStore.setState(handle, id, SightingState.LICENSED, null, licence);
    } else {
      FindingStore.setState(handle, id, before, null, 0);
    }
  }
}
