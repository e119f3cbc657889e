package shotdeed.server.triage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.monitor.Finding;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.GoneCopies;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * What nobody has decided about, one finding at a time, shop after shop. What it costs does not grow with how much there is:
 * the next finding is found by an index, and counting ends at a bound.
 */
public final class TriageQueue {
  /** Beyond this nobody needs to know how many there are. */
  public static final int MOST_COUNTED = 10_000;

  /** Sightings and decisions of a finding that are told, the last ones. */
  static final int MOST_TOLD = 20;

  /** Shops that are listed. */
  static final int MOST_SHOPS = 20;

  private static final String WAITS = "f.state = 'new' and (f.later_until is null or f.later_until <= :now)";

  private final Database database;
  private final InstantSource clock;

  public TriageQueue(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A finding with what was seen of it and decided about it.
   *
   * @param sighting the last one
   * @param seen its sightings, the last first
   * @param decisions that changed it, the last first
   * @param ofShop how many findings of its shop wait, this one among them
   * @param next number of the finding that comes after it, or 0
   */
  public record Item(
      Finding finding, Sighting sighting, List<Seen> seen, List<Decision> decisions, int ofShop, int next) {}

  /** One time that it was seen. */
  public record Seen(int sighting, Instant at, String by, String role, int position) {}

  /**
   * How much there is; {@link #MOST_COUNTED} stands for more as well.
   *
   * @param waiting to be decided now
   * @param later put off
   */
  public record Counts(int waiting, int later) {}

  /**
   * A shop with findings that wait.
   *
   * @param finding the first of them
   */
  public record Shop(String name, String market, String site, int waiting, int finding) {}

  /** A number as it is shown: with a plus where counting ended. */
  public static String capped(int counted) {
    return counted >= MOST_COUNTED ? MOST_COUNTED + "+" : String.valueOf(counted);
  }

  /** How much waits. */
  public Counts counts(Caller caller) {
    return database.read(handle -> {
      String later = "f.state = 'new' and f.later_until > :now";
      return new Counts(count(handle, caller, WAITS, ""), count(handle, caller, later, ""));
    });
  }

  /** Number of the finding that comes after another, or at first; 0 if nothing waits. After the last comes the first. */
  public int next(Caller caller, int after) {
    return database.read(handle -> {
      Finding from = after == 0 ? null : FindingStore.ofSeller(handle, caller.seller(), after);
      return next(handle, caller, from);
    });
  }

  private int next(Handle handle, Caller caller, Finding from) {
    int following = from == null
        ? 0
        : first(handle, caller, "(f.shop_key, f.id) > (:key, :id)", Map.of("key", from.shopKey(), "id", from.id()));
    return following != 0 ? following : first(handle, caller, "f.id <> :id", Map.of("id", from == null ? 0 : from.id()));
  }

  private int first(Handle handle, Caller caller, String where, Map<String, Object> values) {
    return handle.createQuery(
            "select f.id from finding f where f.seller_id = :seller and " + WAITS + " and " + where
                + " order by f.shop_key, f.id limit 1")
        .bind("seller", caller.seller())
        .bind("now", Times.text(clock.instant()))
        .bindMap(values)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** Number of the complaint after which one of the caller's findings was gone before it came back, or 0. */
  public int cameBack(Caller caller, int id) {
    return database.read(handle ->
        GoneCopies.cameBack(handle, FindingStore.ofSeller(handle, caller.seller(), id).id()));
  }

  /** One of the caller's findings, whether it waits or not. */
  public Item one(Caller caller, int id) {
    return database.read(handle -> {
      Finding finding = FindingStore.ofSeller(handle, caller.seller(), id);
      return new Item(
          finding,
          SightingStore.ofSeller(handle, caller.seller(), finding.lastSighting()),
          seen(handle, id),
          DecisionStore.of(handle, id, MOST_TOLD),
          count(handle, caller, WAITS + " and f.shop_key = :key", finding.shopKey()),
          next(handle, caller, finding));
    });
  }

  private static List<Seen> seen(Handle handle, int finding) {
    return handle.createQuery(
            """
            select s.id, s.seen_at, a.name, s.role, s.position from sighting s join account a on a.id = s.account_id
            where s.finding_id = :finding order by s.id desc limit :most""")
        .bind("finding", finding)
        .bind("most", MOST_TOLD)
        .map((rs, ctx) ->
            new Seen(rs.getInt(1), Times.of(rs.getString(2)), rs.getString(3), rs.getString(4), rs.getInt(5)))
        .list();
  }

  /** Shops with findings that wait, in the order in which they come. */
  public List<Shop> shops(Caller caller) {
    return database.read(handle -> {
      List<Shop> shops = new ArrayList<>();
      String key = "";
      while (shops.size() < MOST_SHOPS) {
        int first = first(handle, caller, "f.shop_key > :key", Map.of("key", key));
        if (first == 0) {
          break;
        }
        Finding finding = FindingStore.ofSeller(handle, caller.seller(), first);
        key = finding.shopKey();
        var listing = SightingStore.ofSeller(handle, caller.seller(), finding.lastSighting()).listing();
        shops.add(new Shop(
            listing.shopName(),
            listing.market(),
            listing.site(),
            count(handle, caller, WAITS + " and f.shop_key = :key", key),
            first));
      }
      return shops;
    });
  }

  private int count(Handle handle, Caller caller, String where, String key) {
    Map<String, Object> values = new HashMap<>();
    values.put("key", key);
    return handle.createQuery(
            "select count(*) from (select 1 from finding f where f.seller_id = :seller and " + where
                + " and :key = :key limit :most) counted")
        .bind("seller", caller.seller())
        .bind("now", Times.text(clock.instant()))
        .bind("most", MOST_COUNTED)
        .bindMap(values)
        .mapTo(int.class)
        .one();
  }
}
