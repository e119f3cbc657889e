package shotdeed.server.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/** Shops that may use sellers' photographs. */
public final class LicenceStore {
  /** Certificates of a licence that a list names. */
  public static final int SHOWN = 20;

  private static final String SELECT = "select l.*, a.name as stated_by from licence l join account a on a.id = l.account_id ";

  /**
   * Whether a licence {@code l} is for the photograph and the shop of a finding {@code f}, whatever its days. One without a
   * shop's number is for a whole site; on Taobao and Tmall there is none such.
   */
  public static final String COVERS =
      """
      l.seller_id = f.seller_id and l.shop_group = f.shop_group
        and (l.shop_id = f.shop_id or l.shop_id = '' and f.shop_group <> 'alibaba')
        and (l.whole = 1 or exists (
          select 1 from licence_certificate c where c.licence_id = l.id and c.certificate_id = f.certificate_id))""";

  /** What is left of a licence once its terms are met: none of it was ended, nor ran out. */
  public static final String IN_FORCE = " and l.ended_at is null and (l.until_day is null or l.until_day >= :day) ";

  private LicenceStore() {}

  /**
   * Number of a licence that covers a photograph in the shop of a listing on a day, or 0; the longest there is.
   */
  public static int covering(Handle handle, int seller, SeenListing listing, int certificate, String day) {
    if (!OwnShop.isNamed(listing)) {
      return 0;
    }
    return handle.createQuery(
            """
            select l.id from licence l, (select :seller as seller_id, :group as shop_group, :shop as shop_id,
              :certificate as certificate_id) f
            where\s"""
                + COVERS
                + IN_FORCE
                + "order by l.until_day is null desc, l.until_day desc, l.id limit 1")
        .bind("seller", seller)
        .bind("group", OwnShop.group(listing))
        .bind("shop", listing.shopId())
        .bind("day", day)
        .bind("certificate", certificate)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /**
   * Licences that nobody ended and that hold on a day, without their certificates, in the order in which they were given:
   * at most as many as a seller may have.
   */
  public static List<Licence> inForce(Handle handle, int seller, String day) {
    return handle.createQuery(SELECT + "where l.seller_id = :seller" + IN_FORCE + "order by l.id")
        .bind("seller", seller)
        .bind("day", day)
        .map((rs, ctx) -> read(rs, List.of()))
        .list();
  }

  /**
   * The licence for a photograph in the shop of a listing that was over last before a day; {@code null} if there never was
   * one.
   */
  public static Licence lastOver(Handle handle, int seller, SeenListing listing, int certificate, String day) {
    if (!OwnShop.isNamed(listing)) {
      return null;
    }
    return handle.createQuery(SELECT
            + """
              , (select :seller as seller_id, :group as shop_group, :shop as shop_id, :certificate as certificate_id) f
              where\s"""
            + COVERS
            + """
               and (l.ended_at is not null or l.until_day < :day)
              order by l.id desc limit 1""")
        .bind("seller", seller)
        .bind("group", OwnShop.group(listing))
        .bind("shop", listing.shopId())
        .bind("certificate", certificate)
        .bind("day", day)
        .map((rs, ctx) -> read(rs, List.of()))
        .findOne()
        .orElse(null);
  }

  /** Stores a licence ({@code id}, {@code statedBy} and {@code endedAt} are ignored); returns its number. */
  public static int insert(Handle handle, Caller caller, Licence l) {
    int id = handle.createQuery(
            """
            insert into licence (seller_id, shop_group, shop_id, name, whole, until_day, note, account_id, stated_at)
            values (:seller, :group, :shop, :name, :whole, :until, :note, :account, :now) returning id""")
        .bind("seller", caller.seller())
        .bind("group", l.group())
        .bind("shop", l.shopId())
        .bind("name", l.name())
        .bind("whole", l.whole() ? 1 : 0)
        .bind("until", l.until() == null ? null : l.until().toString())
        .bind("note", l.note())
        .bind("account", caller.account())
        .bind("now", Times.text(l.statedAt()))
        .mapTo(int.class)
        .one();
    if (!l.certificates().isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch("insert into licence_certificate (licence_id, certificate_id) values (?, ?)");
      l.certificates().forEach(certificate -> batch.add(id, certificate));
      batch.execute();
    }
    return id;
  }

  /** Another last day; {@code null} for none. */
  public static void until(Handle handle, int id, LocalDate until) {
    handle.execute("update licence set until_day = ? where id = ?", until == null ? null : until.toString(), id);
  }

  /** Ends a licence; it stays as a record. */
  public static void end(Handle handle, Caller caller, int id, Instant now) {
    handle.execute(
        "update licence set ended_at = ?, ended_by = ? where id = ?", Times.text(now), caller.account(), id);
  }

  /**
   * A seller's licences: those in force and those that ran out, soonest end first, then those that somebody ended, the last
   * first. Of each only the first {@link #SHOWN} certificates; {@link #certificates} says how many it has.
   */
  public static List<Licence> of(Handle handle, int seller, int limit, int offset) {
    return named(handle, handle.createQuery(SELECT
            + """
              where l.seller_id = :seller
              order by l.ended_at is not null, l.ended_at desc, l.until_day is null, l.until_day, l.id
              limit :limit offset :offset""")
        .bind("seller", seller)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs, List.of()))
        .list());
  }

  /** How many licences a seller has, those that somebody ended among them. */
  public static int countAll(Handle handle, int seller) {
    return handle.createQuery("select count(*) from licence where seller_id = :seller")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** How many certificates each of some licences is for, by its number; one that is for all photographs is left out. */
  public static Map<Integer, Integer> certificates(Handle handle, List<Licence> licences) {
    Map<Integer, Integer> counts = new HashMap<>();
    if (!licences.isEmpty()) {
      handle.createQuery(
              "select licence_id, count(*) from licence_certificate where licence_id in (<ids>) group by licence_id")
          .bindList("ids", licences.stream().map(Licence::id).toList())
          .map((rs, ctx) -> counts.put(rs.getInt(1), rs.getInt(2)))
          .list();
    }
    return counts;
  }

  /** The same with the first of their certificates, which one query finds. */
  private static List<Licence> named(Handle handle, List<Licence> licences) {
    if (licences.isEmpty()) {
      return licences;
    }
    Map<Integer, List<Integer>> first = new HashMap<>();
    handle.createQuery(
            """
            select licence_id, certificate_id from (
              select licence_id, certificate_id,
                row_number() over (partition by licence_id order by certificate_id) as place
              from licence_certificate where licence_id in (<ids>)) placed
            where place <= :shown order by licence_id, certificate_id""")
        .bindList("ids", licences.stream().map(Licence::id).toList())
        .bind("shown", SHOWN)
        .map((rs, ctx) -> first.computeIfAbsent(rs.getInt(1), id -> new ArrayList<>()).add(rs.getInt(2)))
        .list();
    return licences.stream().map(each -> each.of(first.getOrDefault(each.id(), List.of()))).toList();
  }

  /** How many licences a seller has that nobody ended. */
  public static int count(Handle handle, int seller) {
    return handle.createQuery("select count(*) from licence where seller_id = :seller and ended_at is null")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /**
   * Licences of a seller that end within some days from a day on, or ended in as many before; the soonest first, without
   * their certificates.
   */
  public static List<Licence> ending(Handle handle, int seller, LocalDate day, int days) {
    return handle.createQuery(SELECT
            + """
              where l.seller_id = :seller and l.ended_at is null and l.until_day between :from and :to
              order by l.until_day, l.id limit 100""")
        .bind("seller", seller)
        .bind("from", day.minusDays(days).toString())
        .bind("to", day.plusDays(days).toString())
        .map((rs, ctx) -> read(rs, List.of()))
        .list();
  }

  /**
   * A seller's own.
   *
   * @throws Refused if there is none of this number
   */
  public static Licence ofSeller(Handle handle, int seller, int id) {
    return handle.createQuery(SELECT + "where l.seller_id = :seller and l.id = :id")
        .bind("seller", seller)
        .bind("id", id)
        .map((rs, ctx) -> read(rs, rs.getInt("whole") == 1 ? List.of() : certificates(handle, id)))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  private static Licence read(ResultSet rs, List<Integer> certificates) throws SQLException {
    String until = rs.getString("until_day");
    return new Licence(
        rs.getInt("id"),
        rs.getString("shop_group"),
        rs.getString("shop_id"),
        rs.getString("name"),
        rs.getInt("whole") == 1,
        certificates,
        until == null ? null : LocalDate.parse(until),
        rs.getString("note"),
        rs.getString("stated_by"),
        Times.of(rs.getString("stated_at")),
        Times.of(rs.getString("ended_at")));
  }

  private static List<Integer> certificates(Handle handle, int licence) {
    return handle.createQuery(
            "select certificate_id from licence_certificate where licence_id = :licence order by certificate_id")
        .bind("licence", licence)
        .mapTo(Integer.class)
        .list();
  }
}
