package shotdeed.server.complain.forecast;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.penalty.Clearing;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.ShopRecord;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.ShopKey;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * Points that a shop has besides those from the seller's own complaints: nobody outside sees them, but somebody may know.
 * Each statement names who and when; the newest that was not taken back counts, in its own calendar year.
 */
public final class KnownPoints {
  private static final int MAX_NOTE = 200;

  private final Database database;
  private final Policies policies;
  private final InstantSource clock;

  public KnownPoints(Database database, Policies policies, InstantSource clock) {
    this.database = database;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * States points of the shop of a sighting; stated again as it stands, nothing is added.
   *
   * @param min at least so many
   * @param max at most so many, or {@code null} if that is not known
   * @param note how it is known; may be empty
   * @return the statement's number
   * @throws Refused if the marketplace has no such ledger, or the numbers are no range
   */
  public int state(Caller caller, int sighting, String ledger, int min, Integer max, String note) {
    caller.requireTeam();
    Fields.number("min", min, 0, ShopRecord.MAX_PRIOR);
    if (max != null) {
      Fields.number("max", max, min, ShopRecord.MAX_PRIOR);
    }
    String line = PageText.line(note, MAX_NOTE);
    return database.write(handle -> {
      Sighting seen = SightingStore.ofSeller(handle, caller.seller(), sighting);
      Instant now = clock.instant();
      String market = policies.current().marketOf(seen.listing().market(), seen.listing().site());
      PenaltyPolicy policy = policies.current().pick(market, now)
          .orElseThrow(() -> new Refused(Errors.NO_PUBLISHED_POINTS));
      if (policy.ledgers().stream().noneMatch(each -> each.id().equals(ledger))) {
        throw Fields.invalid("ledger", "a ledger of this marketplace");
      }
      String shop = ShopKey.of(seen.listing());
      int year = year(policy, now);
      for (StatedPoints stated : standing(handle, caller.seller(), shop, policy, now)) {
        boolean same = stated.ledger().equals(ledger) && stated.min() == min
            && Objects.equals(stated.max(), max) && stated.note().equals(line);
        if (same) {
          return stated.id();
        }
      }
      int id = insert(handle, caller, shop, market, new StatedPoints(0, ledger, min, max, year, line, "", ""));
      String said = ledger + " " + min + (max == null ? "+" : "-" + max);
      Audit.did(handle, now, caller, "shop.points", "shop-points", id, said);
      return id;
    });
  }

  private int insert(Handle handle, Caller caller, String shop, String market, StatedPoints stated) {
    return handle.createUpdate(
            """
            insert into shop_points
              (seller_id, shop_key, market, ledger, min_points, max_points, year, note, account_id, stated_at)
            values (:seller, :shop, :market, :ledger, :min, :max, :year, :note, :account, :now)""")
        .bind("seller", caller.seller())
        .bind("shop", shop)
        .bind("market", market)
        .bind("ledger", stated.ledger())
        .bind("min", stated.min())
        .bind("max", stated.max())
        .bind("year", stated.year())
        .bind("note", stated.note())
        .bind("account", caller.account())
        .bind("now", Times.text(clock.instant()))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(int.class)
        .one();
  }

  /** Takes a statement back; the one before it counts again. Taken back twice is once. */
  public void takeBack(Caller caller, int id) {
    caller.requireTeam();
    database.write(handle -> {
      int found = handle.createQuery("select count(*) from shop_points where id = :id and seller_id = :seller")
          .bind("id", id)
          .bind("seller", caller.seller())
          .mapTo(int.class)
          .one();
      if (found == 0) {
        throw new Refused(Errors.NOT_FOUND);
      }
      int changed = handle.createUpdate(
              "update shop_points set taken_account_id = :account, taken_at = :now where id = :id and taken_at is null")
          .bind("account", caller.account())
          .bind("now", Times.text(clock.instant()))
          .bind("id", id)
          .execute();
      if (changed > 0) {
        Audit.did(handle, clock.instant(), caller, "shop.points-undo", "shop-points", id, "");
      }
      return null;
    });
  }

  /**
   * The statements that count at a time, one a ledger at most: those that their ledger has not cleared until then. Where
   * each entry clears after some days, they are counted from the statement, as nobody knows when the points were taken.
   */
  public static List<StatedPoints> standing(
      Handle handle, int seller, String shop, PenaltyPolicy policy, Instant at) {
    List<StatedPoints> newest = handle.createQuery(
            """
            select p.id, p.ledger, p.min_points, p.max_points, p.year, p.note, a.name, p.stated_at
            from shop_points p join account a on a.id = p.account_id
            where p.seller_id = :seller and p.shop_key = :shop and p.taken_at is null and p.year <= :year
            order by p.id desc""")
        .bind("seller", seller)
        .bind("shop", shop)
        .bind("year", year(policy, at))
        .map((rs, context) -> new StatedPoints(
            rs.getInt("id"),
            rs.getString("ledger"),
            rs.getInt("min_points"),
            (Integer) rs.getObject("max_points"),
            rs.getInt("year"),
            rs.getString("note"),
            rs.getString("name"),
            rs.getString("stated_at")))
        .list();
    List<StatedPoints> standing = new ArrayList<>();
    Set<String> ledgers = new HashSet<>();
    for (StatedPoints stated : newest) {
      if (counts(stated, policy, at) && ledgers.add(stated.ledger())) {
        standing.add(stated);
      }
    }
    return standing;
  }

  private static boolean counts(StatedPoints stated, PenaltyPolicy policy, Instant at) {
    for (Ledger ledger : policy.ledgers()) {
      if (ledger.id().equals(stated.ledger())) {
        Clearing clearing = ledger.clearing();
        boolean kept = clearing.keepFrom() != null && stated.min() >= clearing.keepFrom();
        return kept || (clearing.afterDays() == null
            ? stated.year() == year(policy, at)
            : at.isBefore(Times.of(stated.at()).plus(clearing.afterDays(), ChronoUnit.DAYS)));
      }
    }
    return false;
  }

  /** What is known of a ledger: as stated, else anything from 0 on. */
  public static PointRange range(List<StatedPoints> standing, String ledger) {
    for (StatedPoints stated : standing) {
      if (stated.ledger().equals(ledger)) {
        return new PointRange(stated.min(), stated.max());
      }
    }
    return new PointRange(0, null);
  }

  /** The calendar year of a time on a marketplace's clock. */
  public static int year(PenaltyPolicy policy, Instant at) {
    return at.atOffset(ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60)).getYear();
  }
}
