package shotdeed.server.complain.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.complain.forecast.StatedPoints;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Reads what is known of shops. */
final class ShopStore {
  private static final String RETURNS =
      "select count(*) from came_back where seller_id = :seller and shop_key = :key";

  private ShopStore() {}

  /**
   * A seller's own shop.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static Shops.Shop shop(Handle handle, int seller, int id) {
    return handle.createQuery("select * from shop where id = :id and seller_id = :seller")
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> {
          String key = rs.getString("shop_key");
          int[] complaints = complaints(handle, seller, key);
          return new Shops.Shop(
              id,
              key,
              rs.getString("market"),
              rs.getString("site"),
              rs.getString("shop_id"),
              rs.getString("name"),
              Times.of(rs.getString("last_seen")),
              findings(handle, seller, key),
              complaints[0],
              complaints[1],
              count(handle, RETURNS, seller, key));
        })
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  private static int[] complaints(Handle handle, int seller, String key) {
    return new int[] {
      count(handle, "select count(*) from complaint where seller_id = :seller and shop_key = :key", seller, key),
      Outcomes.ofShop(handle, seller, key).size()
    };
  }

  private static int count(Handle handle, String sql, int seller, String key) {
    return handle.createQuery(sql).bind("seller", seller).bind("key", key).mapTo(int.class).one();
  }

  private static Map<String, Integer> findings(Handle handle, int seller, String key) {
    Map<String, Integer> findings = new TreeMap<>();
    // Grouped by a column as it is, SQLite takes the index that is in order of states, and reads all findings of the seller.
    handle.createQuery(
            "select state, count(*) from finding where seller_id = :seller and shop_key = :key group by +state")
        .bind("seller", seller)
        .bind("key", key)
        .map((rs, ctx) -> findings.put(rs.getString(1), rs.getInt(2)))
        .list();
    return findings;
  }

  /** @param before number of a sighting; findings seen last before it */
  static List<Shops.Found> findings(Handle handle, int seller, String key, int before, int limit, int offset) {
    return handle.createQuery(
            """
            select f.id, f.last_sighting_id, f.certificate_id, f.state, s.title, s.page_url, s.seen_at, f.sightings,
              coalesce((select max(x.complaint_id) from sighting o join complaint_sighting x on x.sighting_id = o.id
                where o.finding_id = f.id), 0) as complaint,
              exists (select 1 from came_back b where b.finding_id = f.id) as returned
            from finding f join sighting s on s.id = f.last_sighting_id
            where f.seller_id = :seller and f.shop_key = :key and f.last_sighting_id < :before
            order by f.last_sighting_id desc limit :limit offset :offset""")
        .bind("seller", seller)
        .bind("key", key)
        .bind("before", before)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> new Shops.Found(
            rs.getInt(1),
            rs.getInt(2),
            rs.getInt(3),
            rs.getString(4),
            rs.getString(5),
            rs.getString(6),
            Times.of(rs.getString(7)),
            rs.getInt(8),
            rs.getInt(9),
            rs.getBoolean(10)))
        .list();
  }

  /** Complaints about a shop, the last first. */
  static List<Shops.Case> cases(Handle handle, int seller, String key, int limit, int offset) {
    return handle.createQuery(
            """
            select id, state, prepared_at, submitted_at, case_number from complaint
            where seller_id = :seller and shop_key = :key order by id desc limit :limit offset :offset""")
        .bind("seller", seller)
        .bind("key", key)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> new Shops.Case(
            rs.getInt(1),
            ComplaintState.of(rs.getString(2)),
            Times.of(rs.getString(3)),
            Times.of(rs.getString(4)),
            rs.getString(5),
            StepStore.decided(handle, rs.getInt(1))))
        .list();
  }

  static int year(Outcomes.Known known) {
    return LocalDate.ofInstant(known.submittedAt(), Times.MARKET_ZONE).getYear();
  }

  /** By the year of the submission, which is the one that counts for the rules. */
  static List<Shops.Points> points(List<Outcomes.Known> known) {
    Map<String, Shops.Points> all = new TreeMap<>(Comparator.reverseOrder());
    for (Outcomes.Known each : known) {
      String ledger = each.ledger();
      int year = year(each);
      Shops.Points one = new Shops.Points(
          year,
          ledger,
          each.points() == null ? 0 : each.points(),
          each.points() == null ? 1 : 0,
          List.of(each.complaint()),
          each.decidedOn().getYear() == year ? List.of() : List.of(each.complaint()));
      all.merge(year + " " + (ledger == null ? "" : ledger), one, ShopStore::sum);
    }
    return List.copyOf(all.values());
  }

  private static Shops.Points sum(Shops.Points a, Shops.Points b) {
    return new Shops.Points(
        a.year(),
        a.ledger(),
        a.points() + b.points(),
        a.untold() + b.untold(),
        both(a.complaints(), b.complaints()),
        both(a.across(), b.across()));
  }

  private static List<Integer> both(List<Integer> a, List<Integer> b) {
    List<Integer> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  /** What the seller's team states of a shop's other points: of each ledger and year what was stated last. */
  static List<StatedPoints> stated(Handle handle, int seller, String key) {
    return handle.createQuery(
            """
            select p.id, p.ledger, p.min_points, p.max_points, p.year, p.note, a.name, p.stated_at
            from shop_points p join account a on a.id = p.account_id
            where p.id in (select max(id) from shop_points
              where seller_id = :seller and shop_key = :key and taken_at is null group by year, ledger)
            order by p.year desc, p.ledger""")
        .bind("seller", seller)
        .bind("key", key)
        .map((rs, ctx) -> new StatedPoints(
            rs.getInt("id"),
            rs.getString("ledger"),
            rs.getInt("min_points"),
            (Integer) rs.getObject("max_points"),
            rs.getInt("year"),
            rs.getString("note"),
            rs.getString("name"),
            rs.getString("stated_at")))
        .list();
  }

  /** Other shops with copies that the same accounts uploaded, those with the most first. */
  static List<Shops.Lead> leads(Handle handle, int seller, String key, int most) {
    return handle.createQuery(
            """
            select x.uploader, s.id, s.market, s.site, s.shop_id, s.name, count(distinct o.id) as findings
            from (select distinct g.uploader from finding f join sighting g on g.finding_id = f.id
                where f.seller_id = :seller and f.shop_key = :key and g.uploader <> '') x
              join sighting t on t.seller_id = :seller and t.uploader = x.uploader and t.uploader <> ''
              join finding o on o.id = t.finding_id and o.shop_key <> :key
              join shop s on s.seller_id = :seller and s.shop_key = o.shop_key
            group by x.uploader, s.id
            order by findings desc, s.id limit :most""")
        .bind("seller", seller)
        .bind("key", key)
        .bind("most", most)
        .map(
            (rs, ctx) ->
                new Shops.Lead(
                    rs.getString(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6), rs.getInt(7)))
        .list();
  }

  static List<Shops.Licensed> licences(Handle handle, int seller, Shops.Shop shop) {
    if (shop.shopId().isEmpty()) {
      return List.of();
    }
    return handle.createQuery(
            """
            select id, whole, until_day, note, ended_at from licence
            where seller_id = :seller and shop_group = :group and shop_id = :shop order by id desc limit 50""")
        .bind("seller", seller)
        .bind("group", shop.key().split(" ")[1])
        .bind("shop", shop.shopId())
        .map((rs, ctx) -> new Shops.Licensed(
            rs.getInt(1), rs.getInt(2) == 1, rs.getString(3), rs.getString(4), rs.getString(5) != null))
        .list();
  }
}
