package shotdeed.server.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SignInStore;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** The admin's view of the sellers: how much each has, how much each may have, and suspension. */
public final class Sellers {
  /** Sellers a page. */
  public static final int PAGE = 50;

  /** Certificates that a limit may name. */
  public static final int MOST_CERTIFICATES = 10_000_000;

  /** Megabytes (MiB) that a limit may name. */
  public static final int MOST_MEGABYTES = 100_000_000;

  private static final int MAX_REASON = 500;

  private static final String SELECT =
      """
      select s.id, s.name, s.created_at,
        (select count(*) from certificate c where c.seller_id = s.id and c.state <> 'refused') as certificates,
        (select coalesce(sum(c.bytes), 0) from certificate c where c.seller_id = s.id and c.state <> 'refused') as bytes,
        (select count(*) from account a where a.seller_id = s.id
          and not exists (select 1 from account_end e where e.account_id = a.id)) as people
      from seller s
      """;

  private static final String SELLING = " where not exists (select 1 from staff_seller f where f.seller_id = s.id) ";

  private final Database database;
  private final InstantSource clock;

  public Sellers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A seller, as the admin sees it: how much there is, and not what.
   *
   * @param certificates all but refused uploads
   * @param bytes of their originals
   */
  public record Seller(
      int id, String name, Instant createdAt, int certificates, long bytes, int people, Standing standing) {}

  /** A page of sellers; {@code total} counts all pages. */
  public record Page(int page, int total, List<Seller> sellers) {}

  /** A page, newest last. */
  public Page list(Caller caller, int page) {
    MayManage.requireAdmin(caller);
    return database.read(handle ->
        new Page(
            page,
            handle.createQuery("select count(*) from seller s" + SELLING).mapTo(int.class).one(),
            handle.createQuery(SELECT + SELLING + " order by s.id limit :limit offset :offset")
                .bind("limit", PAGE)
                .bind("offset", (page - 1) * PAGE)
                .map((rs, ctx) -> seller(handle, rs))
                .list()));
  }

  /** One seller. */
  public Seller one(Caller caller, int id) {
    MayManage.requireAdmin(caller);
    Seller found = database.read(handle -> find(handle, id));
    if (caller.seller() != id) {
      Audit.looked(database, clock.instant(), caller, id, "seller.look", "seller", id);
    }
    return found;
  }

  private static Seller find(Handle handle, int id) {
    return handle.createQuery(SELECT + SELLING + " and s.id = :id")
        .bind("id", id)
        .map((rs, ctx) -> seller(handle, rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  private static Seller seller(Handle handle, java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Seller(
        rs.getInt("id"),
        rs.getString("name"),
        Times.of(rs.getString("created_at")),
        rs.getInt("certificates"),
        rs.getLong("bytes"),
        rs.getInt("people"),
        Standing.of(handle, rs.getInt("id")));
  }

  /**
   * Limits what a seller may certify; what stands already stays.
   *
   * @param certificates at most, or {@code null} for no limit
   * @param megabytes (MiB) of originals at most, or {@code null} for no limit
   */
  public void limit(Caller caller, int id, Integer certificates, Integer megabytes) {
    MayManage.requireAdmin(caller);
    if (certificates != null) {
      Fields.number("certificates", certificates, 0, MOST_CERTIFICATES);
    }
    if (megabytes != null) {
      Fields.number("megabytes", megabytes, 0, MOST_MEGABYTES);
    }
    Long bytes = megabytes == null ? null : (Long) ((long) megabytes << 20);
    database.write(handle -> {
      find(handle, id);
      handle.createUpdate(
              """
              insert into seller_standing (seller_id, max_certificates, max_bytes)
              values (:seller, :certificates, :bytes)
              on conflict (seller_id) do update
                set max_certificates = excluded.max_certificates, max_bytes = excluded.max_bytes""")
          .bind("seller", id)
          .bind("certificates", certificates)
          .bind("bytes", bytes)
          .execute();
      String limits = (certificates == null ? "-" : certificates) + " / "
          + (megabytes == null ? "-" : megabytes + " MiB");
      Audit.did(handle, clock.instant(), caller, id, "seller.limit", "seller", id, limits);
      return null;
    });
  }

  /** Suspends a seller: nothing is certified and no complaint goes on, and everything stays readable. */
  public void suspend(Caller caller, int id, String reason) {
    MayManage.requireAdmin(caller);
    String words = PageText.line(reason, MAX_REASON);
    if (words.isEmpty()) {
      throw Fields.invalid("suspension", "a text that is not empty");
    }
    database.write(handle -> {
      find(handle, id);
      Instant now = clock.instant();
      handle.createUpdate(
              """
              insert into seller_standing (seller_id, suspended_at, suspended_reason, suspended_by)
              values (:seller, :now, :reason, :by)
              on conflict (seller_id) do update set suspended_at = excluded.suspended_at,
                suspended_reason = excluded.suspended_reason, suspended_by = excluded.suspended_by""")
          .bind("seller", id)
          .bind("now", Times.text(now))
          .bind("reason", words)
          .bind("by", caller.account())
          .execute();
      Audit.did(handle, now, caller, id, "seller.suspend", "seller", id, words);
      return null;
    });
  }

  /** Lifts a suspension; one that is lifted already stays so. */
  public void lift(Caller caller, int id) {
    MayManage.requireAdmin(caller);
    database.write(handle -> {
      find(handle, id);
      int lifted = handle.execute(
          "update seller_standing set suspended_at = null, suspended_reason = null, suspended_by = null"
              + " where seller_id = ? and suspended_at is not null",
          id);
      if (lifted > 0) {
        Audit.did(handle, clock.instant(), caller, id, "seller.lift", "seller", id, "");
      }
      return null;
    });
  }

  /**
   * Makes a seller.
   *
   * @throws Refused if another goes by that name, in any case or width
   */
  static int insert(Handle handle, String name, Instant now) {
    // Some hundreds of names: compared here, because the database does not fold Chinese forms and widths.
    boolean taken = handle.createQuery("select name from seller").mapTo(String.class).stream()
        .anyMatch(other -> SignInStore.same(other, name));
    if (taken) {
      throw new Refused(Errors.SHOP_TAKEN);
    }
    return AccountStore.insertSeller(handle, name, now);
  }

  /** Refuses a seller that is none, or has left. */
  static void requireSelling(Handle handle, int seller) {
    find(handle, seller);
    requireOpen(handle, seller);
  }

  static void requireOpen(Handle handle, int seller) {
    if (Standing.of(handle, seller).closedAt() != null) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }
}
