package shotdeed.server.accused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Accusations and their steps. */
final class AccusationStore {
  private static final String SELECT =
      "select x.*, a.name as recorded_by from accusation x join account a on a.id = x.account_id ";

  private AccusationStore() {}

  /** Stores one ({@code id}, {@code revision}, {@code recordedBy} and {@code removedAt} are ignored); returns its number. */
  static int insert(Handle handle, Caller caller, Accusation x) {
    return handle.createQuery(
            """
            insert into accusation (seller_id, account_id, market, shop_name, case_number, listing, accused_of, came_on,
              same_holder_days, other_days, points_a, points_b, stage, revision, recorded_at)
            values (:seller, :account, :market, :shop, :case, :listing, :of, :came, :same, :others, :a, :b, :stage, 1, :at)
            returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("market", x.market())
        .bind("shop", x.shopName())
        .bind("case", x.caseNumber())
        .bind("listing", x.listing())
        .bind("of", x.accusedOf())
        .bind("came", x.cameOn().toString())
        .bind("same", days(x.sameHolder()))
        .bind("others", days(x.others()))
        .bind("a", x.pointsA())
        .bind("b", x.pointsB())
        .bind("stage", x.stage().text())
        .bind("at", Times.text(x.recordedAt()))
        .mapTo(int.class)
        .one();
  }

  /** Number of a standing accusation of a seller with this case number, or 0. */
  static int ofCase(Handle handle, int seller, String market, String caseNumber) {
    return handle.createQuery(
            """
            select id from accusation
            where seller_id = :seller and market = :market and case_number = :case and case_number <> ''
              and removed_at is null""")
        .bind("seller", seller)
        .bind("market", market)
        .bind("case", caseNumber)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /**
   * A seller's own, removed or not.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static Accusation ofSeller(Handle handle, int seller, int id) {
    return handle.createQuery(SELECT + "where x.id = :id and x.seller_id = :seller")
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** Standing ones, the last first. */
  static List<Accusation> page(Handle handle, int seller, int limit, int offset) {
    return handle.createQuery(SELECT
            + "where x.seller_id = :seller and x.removed_at is null order by x.id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int count(Handle handle, int seller) {
    return handle.createQuery("select count(*) from accusation where seller_id = :seller and removed_at is null")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** Standing ones in which the seller may have something to do. */
  static List<Accusation> open(Handle handle, int seller, int limit) {
    return handle.createQuery(SELECT
            + """
              where x.seller_id = :seller and x.stage in ('accused', 'upheld', 'appealed') and x.removed_at is null
              order by x.id desc limit :limit""")
        .bind("seller", seller)
        .bind("limit", limit)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** All its steps, the oldest first. */
  static List<Accusation.Step> steps(Handle handle, int accusation) {
    return handle.createQuery(
            "select s.*, a.name as by_name from accusation_step s join account a on a.id = s.account_id"
                + " where s.accusation_id = :id order by s.id")
        .bind("id", accusation)
        .map((rs, ctx) -> new Accusation.Step(
            rs.getInt("id"),
            Stage.of(rs.getString("from_stage")),
            Stage.of(rs.getString("to_stage")),
            LocalDate.parse(rs.getString("happened_on")),
            rs.getString("by_name"),
            Times.of(rs.getString("recorded_at")),
            Times.of(rs.getString("undone_at"))))
        .list();
  }

  static void insertStep(Handle handle, Caller caller, Accusation x, Stage to, LocalDate day, Instant now) {
    handle.execute(
        "insert into accusation_step (accusation_id, account_id, from_stage, to_stage, happened_on, recorded_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        x.id(),
        caller.account(),
        x.stage().text(),
        to.text(),
        day.toString(),
        Times.text(now));
    stage(handle, x.id(), to);
  }

  static void undo(Handle handle, Accusation x, Accusation.Step step, Instant now) {
    handle.execute("update accusation_step set undone_at = ? where id = ?", Times.text(now), step.id());
    stage(handle, x.id(), step.from());
  }

  private static void stage(Handle handle, int id, Stage to) {
    handle.execute("update accusation set stage = ?, revision = revision + 1 where id = ?", to.text(), id);
  }

  /** @param at {@code null} to let it stand again */
  static void remove(Handle handle, int id, Instant at) {
    handle.execute(
        "update accusation set removed_at = ?, revision = revision + 1 where id = ?",
        at == null ? null : Times.text(at),
        id);
  }

  /** Certificates of a seller that copies on a listing were found of, at most 20. */
  static List<Integer> certificatesOn(Handle handle, int seller, String site, String listing) {
    return handle.createQuery(
            """
            select distinct certificate_id from finding
            where seller_id = :seller and site = :site and listing_id = :listing order by certificate_id limit 20""")
        .bind("seller", seller)
        .bind("site", site)
        .bind("listing", listing)
        .mapTo(Integer.class)
        .list();
  }

  private static String days(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
  }

  private static List<LocalDate> days(String text) {
    return Stream.of(text.split(",")).filter(day -> !day.isEmpty()).map(LocalDate::parse).toList();
  }

  private static Accusation read(ResultSet rs) throws SQLException {
    return new Accusation(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getString("market"),
        rs.getString("shop_name"),
        rs.getString("case_number"),
        rs.getString("listing"),
        rs.getString("accused_of"),
        LocalDate.parse(rs.getString("came_on")),
        days(rs.getString("same_holder_days")),
        days(rs.getString("other_days")),
        rs.getInt("points_a"),
        rs.getInt("points_b"),
        Stage.of(rs.getString("stage")),
        rs.getInt("revision"),
        rs.getString("recorded_by"),
        Times.of(rs.getString("recorded_at")),
        Times.of(rs.getString("removed_at")));
  }
}
