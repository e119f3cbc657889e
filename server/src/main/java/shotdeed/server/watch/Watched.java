package shotdeed.server.watch;

import java.time.Instant;
import shotdeed.server.platform.Times;
import shotdeed.wire.WatchEntry;
import shotdeed.wire.WatchVisit;

/**
 * An entry of a watch list; see {@link WatchEntry}.
 *
 * @param removedAt when it was taken off the list, or {@code null} while it is on it
 * @param visit the last, or {@code null} if there was none
 */
public record Watched(
    int id,
    String kind,
    String key,
    String market,
    String site,
    String address,
    String title,
    String shopName,
    String note,
    String addedBy,
    Instant addedAt,
    Instant removedAt,
    Visit visit) {
  /** Kind of an entry that is a listing. */
  public static final String LISTING = "listing";

  /** Kind of an entry that is a shop. */
  public static final String SHOP = "shop";

  /** What came of a visit; see {@link WatchVisit}. */
  public record Visit(Instant at, String by, int pictures, int failed, int copies) {}

  public boolean isShop() {
    return kind.equals(SHOP);
  }

  /** What people know it by: its title, else its shop's name, else its address without the scheme. */
  public String name() {
    if (!title.isEmpty() && !isShop()) {
      return title;
    }
    return isShop() && !shopName.isEmpty() ? shopName : address.substring(address.indexOf("//") + 2);
  }

  /** The same for programs. */
  public WatchEntry message() {
    return new WatchEntry(
        id,
        kind,
        key,
        market,
        site,
        address,
        title,
        shopName,
        note,
        addedBy,
        Times.text(addedAt),
        visit == null
            ? null
            : new WatchVisit(Times.text(visit.at()), visit.by(), visit.pictures(), visit.failed(), visit.copies()));
  }
}
