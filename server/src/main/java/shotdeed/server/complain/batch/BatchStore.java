package shotdeed.server.complain.batch;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Batches, and what became of each copy on their lists. */
final class BatchStore {
  static final String PREPARED = "prepared";

  private BatchStore() {}

  /** Number of the batch that a form led to, or 0. */
  static int ofKey(Handle handle, int seller, String key) {
    return handle.createQuery("select id from complaint_batch where seller_id = :seller and client_key = :key")
        .bind("seller", seller)
        .bind("key", key)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  static int insert(Handle handle, Caller caller, PrepareBatch.Asked asked, Copy first, int strangers, Instant now) {
    return handle.createQuery(
            """
            insert into complaint_batch (seller_id, account_id, client_key, shop_key, market, site, shop_name,
              strangers, browser, language, asked_at)
            values (:seller, :account, :key, :shop, :market, :site, :name, :strangers, :browser, :language, :now)
            returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("key", asked.key())
        .bind("shop", asked.shopKey())
        .bind("market", first.market())
        .bind("site", first.site())
        .bind("name", first.shopName())
        .bind("strangers", strangers)
        .bind("browser", asked.browser())
        .bind("language", asked.language())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /**
   * Puts copies on the list.
   *
   * @param part number of the complaint that they are for, from 1; 0 for what cannot be complained about
   */
  static void enlist(Handle handle, int batch, int part, List<Copy> copies) {
    PreparedBatch rows = handle.prepareBatch(
        "insert into complaint_batch_item (batch_id, finding_id, sighting_id, from_state, part, outcome, complaint_id)"
            + " values (?, ?, ?, ?, ?, ?, ?)");
    for (Copy copy : copies) {
      rows.add(
          batch,
          copy.finding(),
          copy.sighting(),
          copy.state().text(),
          part,
          copy.obstacle(),
          copy.complaint() == 0 ? null : (Integer) copy.complaint());
    }
    rows.execute();
  }

  /** Batches with something left to do, the earliest first. */
  static List<Integer> open(Handle handle) {
    return handle.createQuery("select id from complaint_batch where ended_at is null order by id")
        .mapTo(Integer.class)
        .list();
  }

  /** What a batch is prepared with. */
  record Work(int id, int account, String key, String browser, String language, boolean ended) {}

  static Work work(Handle handle, int id) {
    return handle.createQuery(
            "select id, account_id, client_key, browser, language, ended_at from complaint_batch where id = :id")
        .bind("id", id)
        .map((rs, ctx) -> new Work(
            rs.getInt(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6) != null))
        .one();
  }

  /** A copy that was not tried yet. */
  record Item(int part, int finding, int sighting) {}

  /** The copies of the next parts that were not tried yet, in order. */
  static List<Item> untried(Handle handle, int batch, int parts) {
    return handle.createQuery(
            """
            select part, finding_id, sighting_id from complaint_batch_item
            where batch_id = :batch and outcome is null and part in (
              select part from complaint_batch_item where batch_id = :batch and outcome is null
              group by part order by part limit :parts)
            order by part, finding_id""")
        .bind("batch", batch)
        .bind("parts", parts)
        .map((rs, ctx) -> new Item(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
        .list();
  }

  /** Says what became of one. */
  static void tried(Handle handle, int batch, Item item, String outcome, int complaint) {
    handle.execute(
        "update complaint_batch_item set outcome = ?, complaint_id = ? where batch_id = ? and finding_id = ?"
            + " and outcome is null",
        outcome,
        complaint == 0 ? null : (Integer) complaint,
        batch,
        item.finding());
  }

  static void end(Handle handle, int batch, Instant now) {
    handle.execute(
        "update complaint_batch set ended_at = ? where id = ? and ended_at is null and not exists ("
            + "select 1 from complaint_batch_item i where i.batch_id = complaint_batch.id and i.outcome is null)",
        Times.text(now),
        batch);
  }

  static void undone(Handle handle, Caller caller, int batch, Instant now) {
    handle.execute(
        "update complaint_batch set undone_at = ?, undone_by = ? where id = ? and undone_at is null",
        Times.text(now),
        caller.account(),
        batch);
  }

  /** Complaints of a batch that are still only prepared. */
  static List<Integer> prepared(Handle handle, int batch) {
    return handle.createQuery(
            """
            select distinct c.id from complaint_batch_item i join complaint c on c.id = i.complaint_id
            where i.batch_id = :batch and i.outcome = 'prepared' and c.state = 'prepared' order by c.id""")
        .bind("batch", batch)
        .mapTo(Integer.class)
        .list();
  }

  /** Where the findings of one of its complaints stood before, by number of finding. */
  record Before(int finding, SightingState state) {}

  static List<Before> before(Handle handle, int batch, int complaint) {
    return handle.createQuery(
            "select finding_id, from_state from complaint_batch_item"
                + " where batch_id = :batch and complaint_id = :complaint and outcome = 'prepared' order by finding_id")
        .bind("batch", batch)
        .bind("complaint", complaint)
        .map((rs, ctx) -> new Before(rs.getInt(1), SightingState.of(rs.getString(2))))
        .list();
  }

  /**
   * A seller's own.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static Batch ofSeller(Handle handle, int seller, int id) {
    List<Batch.Prepared> complaints = handle.createQuery(
            """
            select c.id, c.state, count(*) as copies, count(distinct s.site || ' ' || s.listing_id) as listings
            from complaint_batch_item i join complaint c on c.id = i.complaint_id
              join sighting s on s.id = i.sighting_id
            where i.batch_id = :id and i.outcome = 'prepared' group by c.id, c.state order by c.id""")
        .bind("id", id)
        .map((rs, ctx) -> new Batch.Prepared(rs.getInt("id"), rs.getString("state"), rs.getInt("listings"),
            rs.getInt("copies")))
        .list();
    List<Batch.Left> left = handle.createQuery(
            """
            select i.finding_id, i.sighting_id, s.certificate_id, s.title, i.outcome, coalesce(i.complaint_id, 0)
            from complaint_batch_item i join sighting s on s.id = i.sighting_id
            where i.batch_id = :id and i.outcome <> 'prepared' order by i.finding_id""")
        .bind("id", id)
        .map((rs, ctx) -> new Batch.Left(
            rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getString(4), rs.getString(5), rs.getInt(6)))
        .list();
    return handle.createQuery(
            """
            select b.*, a.name as asked_by, (
                select count(distinct s.site || ' ' || s.listing_id)
                from complaint_batch_item i join sighting s on s.id = i.sighting_id
                where i.batch_id = b.id) as listings,
              (select count(*) from complaint_batch_item i where i.batch_id = b.id) as copies,
              (select count(distinct part) from complaint_batch_item i where i.batch_id = b.id and i.part > 0) as parts,
              (select count(distinct part) from complaint_batch_item i
                where i.batch_id = b.id and i.part > 0 and i.outcome is null) as untried
            from complaint_batch b join account a on a.id = b.account_id
            where b.id = :id and b.seller_id = :seller""")
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> new Batch(
            rs.getInt("id"),
            rs.getInt("seller_id"),
            rs.getInt("account_id"),
            rs.getString("asked_by"),
            rs.getString("shop_key"),
            rs.getString("market"),
            rs.getString("site"),
            rs.getString("shop_name"),
            Times.of(rs.getString("asked_at")),
            Times.of(rs.getString("ended_at")),
            Times.of(rs.getString("undone_at")),
            rs.getInt("listings"),
            rs.getInt("copies"),
            rs.getInt("parts"),
            rs.getInt("parts") - rs.getInt("untried"),
            complaints,
            left,
            rs.getInt("strangers")))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }
}
