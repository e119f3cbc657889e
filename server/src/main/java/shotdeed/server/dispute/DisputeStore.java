package shotdeed.server.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Disputes. */
final class DisputeStore {
  /** Neither of the two certificates is the seller's. */
  private static final String NEUTRAL =
      " not exists (select 1 from certificate c where c.id in (d.side_a, d.side_b) and c.seller_id = :seller) ";

  private DisputeStore() {}

  static String pair(int one, int other) {
    return Math.min(one, other) + "-" + Math.max(one, other);
  }

  /** Whether there is or was a dispute about these two. */
  static boolean known(Handle handle, int one, int other) {
    return handle.createQuery("select count(*) from dispute where pair = :pair")
        .bind("pair", pair(one, other))
        .mapTo(int.class)
        .one() > 0;
  }

  /** Stores a dispute ({@code id} is ignored). */
  static int insert(Handle handle, Dispute d) {
    return handle.createQuery(
            """
            insert into dispute (side_a, side_b, pair, later, opener, opened_by, finding, agreement, state, opened_at)
            values (:a, :b, :pair, :later, :opener, :openedBy, :finding, :agreement, 'open', :openedAt)
            returning id""")
        .bind("a", d.a())
        .bind("b", d.b())
        .bind("pair", pair(d.a(), d.b()))
        .bind("later", d.later())
        .bind("opener", d.opener())
        .bind("openedBy", d.openedBy())
        .bind("finding", d.finding())
        .bind("agreement", d.agreement())
        .bind("openedAt", Times.text(d.openedAt()))
        .mapTo(int.class)
        .one();
  }

  static void setState(Handle handle, int id, String state) {
    handle.execute("update dispute set state = ? where id = ?", state, id);
  }

  /**
   * A dispute.
   *
   * @throws Refused if there is none
   */
  static Dispute one(Handle handle, int id) {
    return handle.createQuery("select * from dispute where id = :id")
        .bind("id", id)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** Open disputes about a certificate. */
  static List<Dispute> openOf(Handle handle, int certificate) {
    return handle.createQuery(
            "select * from dispute where state = 'open' and (side_a = :certificate or side_b = :certificate)"
                + " order by id")
        .bind("certificate", certificate)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** The dispute about a certificate that was decided last, or {@code null}. */
  static Dispute decidedOf(Handle handle, int certificate) {
    return handle.createQuery(
            "select d.* from dispute d where d.state = 'decided' and (d.side_a = :certificate or d.side_b = :certificate)"
                + " order by (select max(id) from dispute_decision e where e.dispute_id = d.id) desc limit 1")
        .bind("certificate", certificate)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  /** Disputes in a state that do not concern a seller, the oldest first. */
  static List<Dispute> page(Handle handle, int seller, String state, int limit, int offset) {
    return handle.createQuery(
            "select d.* from dispute d where d.state = :state and" + NEUTRAL + "order by d.id limit :limit offset :offset")
        .bind("state", state)
        .bind("seller", seller)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int count(Handle handle, int seller, String state) {
    return handle.createQuery("select count(*) from dispute d where d.state = :state and" + NEUTRAL)
        .bind("state", state)
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** How many claims of a seller were found to be without ground since a time: in disputes, and made by hand. */
  static int groundless(Handle handle, int seller, Instant since) {
    return handle.createQuery(
            """
            select (select count(*) from dispute d
                join dispute_decision e on e.dispute_id = d.id
                  and e.id = (select max(id) from dispute_decision where dispute_id = d.id)
                join certificate a on a.id = d.side_a join certificate b on b.id = d.side_b
                where d.state = 'decided' and e.decided_at > :since
                  and (e.groundless_a = 1 and a.seller_id = :seller or e.groundless_b = 1 and b.seller_id = :seller))
              + (select count(*) from dispute_claim
                where seller_id = :seller and groundless = 1 and handled_at > :since)""")
        .bind("seller", seller)
        .bind("since", Times.text(since))
        .mapTo(int.class)
        .one();
  }

  /** Whether a seller lost a dispute against a certificate: its right is decided, as far as that seller goes. */
  static boolean lost(Handle handle, int seller, int certificate) {
    return handle.createQuery(
            """
            select count(*) from dispute d
              join dispute_decision e on e.dispute_id = d.id
                and e.id = (select max(id) from dispute_decision where dispute_id = d.id)
              join certificate a on a.id = d.side_a join certificate b on b.id = d.side_b
            where d.state = 'decided'
              and (d.side_a = :certificate and e.owner = 'a' and b.seller_id = :seller
                or d.side_b = :certificate and e.owner = 'b' and a.seller_id = :seller)""")
        .bind("seller", seller)
        .bind("certificate", certificate)
        .mapTo(int.class)
        .one() > 0;
  }

  private static Dispute read(ResultSet rs) throws SQLException {
    return new Dispute(
        rs.getInt("id"),
        rs.getInt("side_a"),
        rs.getInt("side_b"),
        rs.getInt("later"),
        rs.getInt("opener"),
        rs.getString("opened_by"),
        rs.getString("finding"),
        rs.getInt("agreement"),
        rs.getString("state"),
        Times.of(rs.getString("opened_at")));
  }
}
