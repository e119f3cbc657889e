package shotdeed.server.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import shotdeed.server.coverage.Coverage.Browser;
import shotdeed.server.coverage.Coverage.Figures;
import shotdeed.server.platform.Times;
import shotdeed.server.watch.ReadWatchList;

/** Adds up what a seller's browsers told; see {@link Coverage} for what the sums mean. */
public final class ReadCoverage {
  /** Entries of the watch list that are named. */
  public static final int SHOWN = 50;

  /**
   * What was looked at on some days.
   *
   * @param from first day
   * @param to last day, included
   */
  public Coverage of(Handle handle, int seller, LocalDate from, LocalDate to) {
    Map<String, SortedMap<String, Integer>> reasons = reasons(handle, seller, from, to);
    SortedMap<String, Figures> markets = new TreeMap<>();
    days(handle,
            """
            select market, sum(listings) as listings, sum(shops) as shops, sum(pictures) as pictures from coverage_market
            where seller_id = :seller and day between :from and :to group by market""",
            seller, from, to)
        .map((rs, ctx) -> {
          SortedMap<String, Integer> failed = reasons.getOrDefault(rs.getString("market"), new TreeMap<>());
          return markets.put(
              rs.getString("market"),
              new Figures(rs.getInt("listings"), rs.getInt("shops"), rs.getInt("pictures"), sum(failed), failed));
        })
        .list();
    markets.values().removeIf(Figures::isNothing);
    List<Browser> browsers = browsers(handle, seller, from, to);
    return new Coverage(
        from,
        to,
        total(markets),
        markets,
        browsers.stream().filter(browser -> browser.lastToldAt() != null).toList(),
        browsers.stream().filter(browser -> browser.lastToldAt() == null).toList(),
        ReadWatchList.count(handle, seller),
        ReadWatchList.unvisited(handle, seller, from, to),
        ReadWatchList.unvisited(handle, seller, from, to, SHOWN),
        ChangedParts.of(handle, seller, from, to));
  }

  private static org.jdbi.v3.core.statement.Query days(
      Handle handle, String sql, int seller, LocalDate from, LocalDate to) {
    return handle.createQuery(sql)
        .bind("seller", seller)
        .bind("from", from.toString())
        .bind("to", to.toString());
  }

  private static Map<String, SortedMap<String, Integer>> reasons(
      Handle handle, int seller, LocalDate from, LocalDate to) {
    Map<String, SortedMap<String, Integer>> reasons = new HashMap<>();
    days(handle,
            """
            select market, reason, sum(pictures) as pictures from coverage_failure
            where seller_id = :seller and day between :from and :to group by market, reason""",
            seller, from, to)
        .map((rs, ctx) -> reasons
            .computeIfAbsent(rs.getString("market"), market -> new TreeMap<>())
            .put(rs.getString("reason"), rs.getInt("pictures")))
        .list();
    return reasons;
  }

  /** Those that were paired before the last day was over and not ended before the first began. */
  private static List<Browser> browsers(Handle handle, int seller, LocalDate from, LocalDate to) {
    List<Browser> browsers = new ArrayList<>();
    days(handle,
            """
            select d.id, d.name, a.name as person,
              (select max(c.told_at) from coverage_day c
               where c.seller_id = :seller and c.device_id = d.id and c.day between :from and :to) as told_at
            from device d join account a on a.id = d.account_id
            where a.seller_id = :seller and d.created_at < :end and (d.revoked_at is null or d.revoked_at >= :from)
            order by d.id""",
            seller, from, to)
        .bind("end", to.plusDays(1).toString())
        .map((rs, ctx) -> browsers.add(new Browser(
            rs.getInt("id"), rs.getString("name"), rs.getString("person"), Times.of(rs.getString("told_at")))))
        .list();
    return browsers;
  }

  private static Figures total(SortedMap<String, Figures> markets) {
    int listings = 0;
    int shops = 0;
    int pictures = 0;
    SortedMap<String, Integer> reasons = new TreeMap<>();
    for (Figures market : markets.values()) {
      listings += market.listings();
      shops += market.shops();
      pictures += market.pictures();
      market.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    }
    return new Figures(listings, shops, pictures, sum(reasons), reasons);
  }

  private static int sum(SortedMap<String, Integer> reasons) {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }
}
