package shotdeed.server.complain.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import shotdeed.model.CertificateState;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** What was found in a shop, listing by listing. What it costs does not grow with all that was ever found there. */
public final class ReadShop {
  /** Listings that are shown, and can be ticked, at once. */
  public static final int MOST_LISTINGS = 300;

  /** Copies that are read for them, the oldest first. */
  static final int MOST_COPIES = 1500;

  /** Copies that are shown that cannot be complained about any more, the newest first. */
  static final int MOST_HELD = 50;

  private static final int MAX_KEY = 600;

  /** Named one by one: so an index leads to a shop's own. */
  private static final String HELD = "('licensed', 'own', 'not-a-copy', 'rectify-requested', 'complained')";

  private static final String SELECT =
      """
      select f.id, f.state, s.id as sighting, s.verdict, s.certificate_id, c.state as certificate_state, s.market,
        s.site, s.listing_id, s.title, s.page_url, s.shop_name, s.role, s.position,
        coalesce((
          select max(x.complaint_id) from sighting t join complaint_sighting x on x.sighting_id = t.id
          where t.finding_id = f.id and f.state = 'complained' and x.released = 0), 0) as complaint
      from finding f join sighting s on s.id = f.last_sighting_id join certificate c on c.id = s.certificate_id
      where f.seller_id = :seller and\s""";

  private final Database database;

  public ReadShop(Database database) {
    this.database = database;
  }

  /**
   * A shop.
   *
   * @param name as a page had it last, may be empty
   * @param groups listings with open copies, at most {@link #MOST_LISTINGS}
   * @param more whether there are further ones, which come when these are done
   * @param held copies in no open state, some of them
   * @param heldCount how many there are, by state
   */
  public record Shop(
      String key,
      String name,
      String market,
      String site,
      List<Group> groups,
      boolean more,
      List<Copy> held,
      Map<SightingState, Integer> heldCount) {
    /** How many copies stand in no open state. */
    public int heldTotal() {
      return heldCount.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A shop by its key.
   *
   * @throws Refused as if it did not exist if the caller has found nothing there
   */
  public Shop one(Caller caller, String key) {
    caller.requireTeam();
    if (key == null || key.isEmpty() || key.length() > MAX_KEY) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return database.read(handle -> {
      List<Copy> open = copies(shop(handle, caller, key,
          SELECT + "f.shop_key = :key and f.state in ('new', 'confirmed') order by f.id limit " + (MOST_COPIES + 1)));
      List<Copy> held = copies(shop(handle, caller, key,
          SELECT + "f.shop_key = :key and f.state in " + HELD + " order by f.id desc limit " + MOST_HELD));
      if (open.isEmpty() && held.isEmpty()) {
        throw new Refused(Errors.NOT_FOUND);
      }
      List<Group> groups = groups(open);
      boolean more = open.size() > MOST_COPIES || groups.size() > MOST_LISTINGS;
      Copy last = open.isEmpty() ? held.get(0) : open.get(open.size() - 1);
      return new Shop(
          key,
          last.shopName(),
          last.market(),
          last.site(),
          groups.subList(0, Math.min(groups.size(), MOST_LISTINGS)),
          more,
          held,
          held.isEmpty() ? Map.of() : counts(handle, caller, key));
    });
  }

  private static Query shop(Handle handle, Caller caller, String key, String sql) {
    return handle.createQuery(sql).bind("seller", caller.seller()).bind("key", key);
  }

  private static Map<SightingState, Integer> counts(Handle handle, Caller caller, String key) {
    Map<SightingState, Integer> counts = new LinkedHashMap<>();
    for (SightingState state : SightingState.values()) {
      if (!state.isOpen()) {
        int count = handle.createQuery(
                "select count(*) from finding where seller_id = :seller and state = :state and shop_key = :key")
            .bind("seller", caller.seller())
            .bind("state", state.text())
            .bind("key", key)
            .mapTo(int.class)
            .one();
        if (count > 0) {
          counts.put(state, count);
        }
      }
    }
    return counts;
  }

  /**
   * The listings of ticked findings, in their order; those that are not of the caller's and the shop's are passed
   * over.
   */
  public static List<Group> ticked(Handle handle, Caller caller, String key, Set<Integer> findings) {
    return groups(copies(shop(handle, caller, key, SELECT + "f.shop_key = :key and f.id in (<ids>) order by f.id")
        .bindList("ids", List.copyOf(findings))));
  }

  private static List<Group> groups(List<Copy> copies) {
    Map<List<String>, List<Copy>> listings = new LinkedHashMap<>();
    for (Copy copy : copies) {
      listings.computeIfAbsent(List.of(copy.site(), copy.listing()), key -> new ArrayList<>()).add(copy);
    }
    return listings.values().stream().map(Group::new).toList();
  }

  private static List<Copy> copies(Query query) {
    return query
        .map((rs, ctx) -> new Copy(
            rs.getInt("id"),
            SightingState.of(rs.getString("state")),
            rs.getInt("sighting"),
            Verdict.of(rs.getString("verdict")),
            rs.getInt("certificate_id"),
            CertificateState.of(rs.getString("certificate_state")),
            rs.getString("market"),
            rs.getString("site"),
            rs.getString("listing_id"),
            rs.getString("title"),
            rs.getString("page_url"),
            rs.getString("shop_name"),
            rs.getString("role"),
            rs.getInt("position"),
            rs.getInt("complaint")))
        .list();
  }
}
