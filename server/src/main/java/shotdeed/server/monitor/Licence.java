package shotdeed.server.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A shop that may use a seller's photographs.
 *
 * @param group see {@link OwnShop#group(shotdeed.wire.SeenListing)}
 * @param shopId the marketplace's number of the shop; empty if the site names none, and then the whole site is the shop
 * @param name as the page had it, may be empty
 * @param whole whether it is for all photographs
 * @param certificates the photographs it is for, by number; empty if it is for all
 * @param until the last day it holds, by the marketplaces' calendar; {@code null} for as long as nobody ends it
 * @param note the seller's own words, may be empty
 * @param endedAt when somebody ended it, or {@code null}
 */
public record Licence(
    int id,
    String group,
    String shopId,
    String name,
    boolean whole,
    List<Integer> certificates,
    LocalDate until,
    String note,
    String statedBy,
    Instant statedAt,
    Instant endedAt) {
  /** The same with these certificates. */
  Licence of(List<Integer> named) {
    return new Licence(id, group, shopId, name, whole, named, until, note, statedBy, statedAt, endedAt);
  }

  /** Whether it stands on Taobao and Tmall. */
  public boolean isAlibaba() {
    return OwnShop.isAlibaba(group);
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return endedAt == null && (until == null || !day.isAfter(until));
  }

  /** Whether it has run out of itself before a day; what nobody ended may be renewed. */
  public boolean isOver(LocalDate day) {
    return endedAt == null && until != null && day.isAfter(until);
  }
}
