package shotdeed.server.monitor.library;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Step;
import shotdeed.server.certify.TakeMany.Standing;
import shotdeed.server.platform.Times;

/** Steps for many certificates, and what became of each. */
final class BulkStore {
  private static final String MOVED = "moved";

  private BulkStore() {}

  /** Stores one with nothing on its list yet. */
  static int insert(Handle handle, Caller caller, Step step, String query, Instant now) {
    return handle.createQuery(
            """
            insert into bulk_step (seller_id, account_id, step, total, strangers, query, asked_at)
            values (:seller, :account, :step, 0, 0, :query, :now) returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("step", step.name().toLowerCase(Locale.ROOT))
        .bind("query", query)
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /** Puts those of the numbers on the list that are the seller's; returns how many. */
  static int enlist(Handle handle, int bulk, int seller, List<Integer> ids) {
    return handle.createUpdate(
            "insert into bulk_item (bulk_id, certificate_id)"
                + " select :bulk, id from certificate where seller_id = :seller and id in (<ids>)")
        .bind("bulk", bulk)
        .bind("seller", seller)
        .bindList("ids", ids)
        .execute();
  }

  /** Puts some of those on the list that took an earlier step, by number from one on; returns how many. */
  static int enlistMoved(Handle handle, int bulk, int earlier, int after, int limit) {
    return handle.execute(
        "insert into bulk_item (bulk_id, certificate_id)"
            + " select ?, certificate_id from bulk_item where bulk_id = ? and outcome = 'moved' and certificate_id > ?"
            + " order by certificate_id limit ?",
        bulk,
        earlier,
        after,
        limit);
  }

  /** The last number on a list, or 0. */
  static int lastListed(Handle handle, int bulk) {
    return handle.createQuery("select coalesce(max(certificate_id), 0) from bulk_item where bulk_id = :bulk")
        .bind("bulk", bulk)
        .mapTo(int.class)
        .one();
  }

  /** Says that the list is whole: from now on there is something to do. */
  static void begin(Handle handle, int bulk, int undoOf, int total, int strangers) {
    handle.execute(
        "update bulk_step set undo_of = ?, total = ?, strangers = ?, ended_at = null where id = ?",
        undoOf == 0 ? null : (Integer) undoOf,
        total,
        strangers,
        bulk);
  }

  /** An ended step with a list that so many of its seller's followed, or {@code null}. */
  static Integer old(Handle handle, int followers) {
    return handle.createQuery(
            """
            select b.id from bulk_step b
            where b.ended_at is not null and exists (select 1 from bulk_item i where i.bulk_id = b.id)
              and exists (select 1 from bulk_step later where later.seller_id = b.seller_id and later.id > b.id
                order by later.id limit 1 offset :others)
            order by b.id limit 1""")
        .bind("others", followers - 1)
        .mapTo(Integer.class)
        .findOne()
        .orElse(null);
  }

  /** Takes some off a list; returns how many. */
  static int forget(Handle handle, int bulk, int limit) {
    return handle.execute(
        "delete from bulk_item where bulk_id = ? and certificate_id in ("
            + "select certificate_id from bulk_item where bulk_id = ? order by certificate_id limit ?)",
        bulk,
        bulk,
        limit);
  }

  /** Those with something left to do, the earliest first. */
  static List<Integer> open(Handle handle) {
    return handle.createQuery("select id from bulk_step where ended_at is null order by id")
        .mapTo(Integer.class)
        .list();
  }

  /** Some that were not tried yet, and where they stand. */
  static List<Standing> untried(Handle handle, int bulk, int limit) {
    return handle.createQuery(
            """
            select i.certificate_id, c.state from bulk_item i join certificate c on c.id = i.certificate_id
            where i.bulk_id = :bulk and i.outcome is null order by i.certificate_id limit :limit""")
        .bind("bulk", bulk)
        .bind("limit", limit)
        .map((rs, ctx) -> new Standing(rs.getInt(1), CertificateState.of(rs.getString(2))))
        .list();
  }

  /** Says what became of each. */
  static void tried(Handle handle, int bulk, List<Standing> standings, Step step) {
    PreparedBatch batch =
        handle.prepareBatch("update bulk_item set outcome = ? where bulk_id = ? and certificate_id = ?");
    for (Standing each : standings) {
      String outcome = step.possibleFrom(each.state()) ? MOVED : each.state().text();
      batch.add(outcome, bulk, each.certificate());
    }
    batch.execute();
  }

  static void end(Handle handle, int bulk, Instant now) {
    handle.execute("update bulk_step set ended_at = ? where id = ? and ended_at is null", Times.text(now), bulk);
  }

  /** One, with what became of its certificates so far, or {@code null}. */
  static Bulk find(Handle handle, int id) {
    List<Bulk.Left> outcomes = handle.createQuery(
            "select outcome, count(*), min(certificate_id) from bulk_item"
                + " where bulk_id = :id and outcome is not null group by outcome order by outcome")
        .bind("id", id)
        .map((rs, ctx) -> new Bulk.Left(rs.getString(1), rs.getInt(2), rs.getInt(3)))
        .list();
    return find(handle, id, outcomes);
  }

  /** The latest of a seller's, the newest first, without what became of their certificates. */
  static List<Bulk> recent(Handle handle, int seller, int limit) {
    return handle.createQuery("select id from bulk_step where seller_id = :seller order by id desc limit :limit")
        .bind("seller", seller)
        .bind("limit", limit)
        .mapTo(Integer.class)
        .list()
        .stream()
        .map(id -> plain(handle, id))
        .toList();
  }

  /** One without what became of its certificates, which takes counting, or {@code null}. */
  static Bulk plain(Handle handle, int id) {
    return find(handle, id, List.of());
  }

  private static Bulk find(Handle handle, int id, List<Bulk.Left> outcomes) {
    int moved = outcomes.stream().filter(each -> each.state().equals(MOVED)).mapToInt(Bulk.Left::count).sum();
    List<Bulk.Left> left = outcomes.stream().filter(each -> !each.state().equals(MOVED)).toList();
    return handle.createQuery(
            """
            select b.*, (select u.id from bulk_step u where u.undo_of = b.id) as undone_by
            from bulk_step b where b.id = :id""")
        .bind("id", id)
        .map((rs, ctx) -> new Bulk(
            rs.getInt("id"),
            rs.getInt("seller_id"),
            rs.getInt("account_id"),
            Step.valueOf(rs.getString("step").toUpperCase(Locale.ROOT)),
            rs.getInt("total"),
            rs.getInt("strangers"),
            rs.getString("query"),
            rs.getInt("undo_of"),
            rs.getInt("undone_by"),
            Times.of(rs.getString("asked_at")),
            Times.of(rs.getString("ended_at")),
            moved,
            left))
        .findOne()
        .orElse(null);
  }
}
