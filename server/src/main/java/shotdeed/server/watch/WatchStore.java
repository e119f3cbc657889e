package shotdeed.server.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import shotdeed.model.WatchAddress;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Watch lists and the visits to what is on them. */
final class WatchStore {
  /** Entries that were taken off a list stay for undoing up to so many; older ones go, with their visits. */
  static final int REMOVED_KEPT = 100;

  /** Visits of one entry that are kept, the latest. */
  static final int VISITS_KEPT = 200;

  private static final String SELECT =
      """
      select e.id, e.kind, e.watch_key, e.market, e.site, e.address, e.title, e.shop_name, e.note, a.name as added_by,
        e.added_at, e.removed_at, v.visited_at, p.name as visited_by, v.pictures, v.failed, v.copies
      from watch_entry e join account a on a.id = e.account_id
        left join watch_visit v on v.id = e.visit_id left join account p on p.id = v.account_id
      """;

  /** Who was never visited comes first. */
  private static final String LONGEST_FIRST =
      " order by case when e.visited_at is null then 0 else 1 end, e.visited_at, e.id";

  private static final String FOUND =
      """
       where e.seller_id = :seller and e.removed_at is null and (:words = '' or lower(e.title) like :like escape '!'
         or lower(e.shop_name) like :like escape '!' or lower(e.note) like :like escape '!'
         or lower(e.address) like :like escape '!')
      """;

  private static final String UNVISITED =
      """
       where e.seller_id = :seller and e.removed_at is null and e.added_at < :end
         and not exists (select 1 from watch_visit w where w.entry_id = e.id and w.day between :from and :to)
      """;

  private WatchStore() {}

  private static Watched watched(ResultSet rs) throws SQLException {
    String visited = rs.getString("visited_at");
    return new Watched(
        rs.getInt("id"),
        rs.getString("kind"),
        rs.getString("watch_key"),
        rs.getString("market"),
        rs.getString("site"),
        rs.getString("address"),
        rs.getString("title"),
        rs.getString("shop_name"),
        rs.getString("note"),
        rs.getString("added_by"),
        Times.of(rs.getString("added_at")),
        Times.of(rs.getString("removed_at")),
        visited == null
            ? null
            : new Watched.Visit(
                Times.of(visited),
                rs.getString("visited_by"),
                rs.getInt("pictures"),
                rs.getInt("failed"),
                rs.getInt("copies")));
  }

  /**
   * A seller's own, on the list or taken off it.
   *
   * @throws Refused if there is none of this number
   */
  static Watched ofSeller(Handle handle, int seller, int id) {
    return one(handle.createQuery(SELECT + " where e.id = :id and e.seller_id = :seller").bind("id", id), seller)
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  static Optional<Watched> ofKey(Handle handle, int seller, String key) {
    return one(
        handle.createQuery(SELECT + " where e.watch_key = :key and e.seller_id = :seller").bind("key", key), seller);
  }

  private static Optional<Watched> one(Query query, int seller) {
    return query.bind("seller", seller).map((rs, ctx) -> watched(rs)).findOne();
  }

  static int count(Handle handle, int seller) {
    return handle.createQuery("select count(*) from watch_entry where seller_id = :seller and removed_at is null")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  static int count(Handle handle, int seller, String words) {
    return search(handle, "select count(*) from watch_entry e" + FOUND, seller, words).mapTo(int.class).one();
  }

  static List<Watched> list(Handle handle, int seller, String words, int limit, int offset) {
    return search(handle, SELECT + FOUND + LONGEST_FIRST + " limit :limit offset :offset", seller, words)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> watched(rs))
        .list();
  }

  private static Query search(Handle handle, String sql, int seller, String words) {
    String like = "%" + words.toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    return handle.createQuery(sql).bind("seller", seller).bind("words", words).bind("like", like);
  }

  static int unvisited(Handle handle, int seller, LocalDate from, LocalDate to) {
    return period(handle, "select count(*) from watch_entry e" + UNVISITED, seller, from, to).mapTo(int.class).one();
  }

  static List<Watched> unvisited(Handle handle, int seller, LocalDate from, LocalDate to, int limit) {
    return period(handle, SELECT + UNVISITED + LONGEST_FIRST + " limit :limit", seller, from, to)
        .bind("limit", limit)
        .map((rs, ctx) -> watched(rs))
        .list();
  }

  /** An entry of the day after is no entry of the period; days of the world differ by up to one. */
  private static Query period(Handle handle, String sql, int seller, LocalDate from, LocalDate to) {
    return handle.createQuery(sql)
        .bind("seller", seller)
        .bind("from", from.toString())
        .bind("to", to.toString())
        .bind("end", to.plusDays(1).toString());
  }

  static int insert(Handle handle, Caller caller, WatchAddress address, String title, String shop, String note, Instant now) {
    return handle.createUpdate(
            """
            insert into watch_entry
              (seller_id, kind, watch_key, market, site, address, title, shop_name, note, account_id, added_at)
            values (:seller, :kind, :key, :market, :site, :address, :title, :shop, :note, :account, :now)""")
        .bind("seller", caller.seller())
        .bind("kind", address.shop() ? Watched.SHOP : Watched.LISTING)
        .bind("key", address.key())
        .bind("market", address.market())
        .bind("site", address.site())
        .bind("address", address.address())
        .bind("title", title)
        .bind("shop", shop)
        .bind("note", note)
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(int.class)
        .one();
  }

  /** What somebody adds again says what is not empty of it. */
  static void describe(Handle handle, int id, String title, String shop, String note) {
    handle.createUpdate(
            """
            update watch_entry set title = case when :title = '' then title else :title end,
              shop_name = case when :shop = '' then shop_name else :shop end,
              note = case when :note = '' then note else :note end
            where id = :id""")
        .bind("title", title)
        .bind("shop", shop)
        .bind("note", note)
        .bind("id", id)
        .execute();
  }

  static void remove(Handle handle, int seller, int id, Instant now) {
    handle.execute("update watch_entry set removed_at = ? where id = ?", Times.text(now), id);
    String old =
        """
        select id from watch_entry where seller_id = ? and removed_at is not null
        order by removed_at desc, id desc limit 1000 offset\s""" + REMOVED_KEPT;
    handle.execute("delete from watch_visit where entry_id in (" + old + ")", seller);
    handle.execute("delete from watch_entry where id in (" + old + ")", seller);
  }

  static void restore(Handle handle, int id) {
    handle.execute("update watch_entry set removed_at = null where id = ?", id);
  }
}
