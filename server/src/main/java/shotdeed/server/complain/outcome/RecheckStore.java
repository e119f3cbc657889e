package shotdeed.server.complain.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/** Listings that are to be looked at again. */
final class RecheckStore {
  private static final String SELECT =
      """
      select r.*, s.market, s.site, s.page_url, s.listing_id, s.title, s.shop_id, s.shop_name, s.certificate_id
      from recheck r join sighting s on s.id = r.sighting_id\s""";

  /** What a complaint that was not upheld after all, or was taken back, named is not looked at. */
  static final String UPHELD =
      " and exists (select 1 from complaint_outcome o where o.complaint_id = r.complaint_id"
          + " and o.result in ('upheld', 'self-check')) ";

  private RecheckStore() {}

  /** Plans a look at each listing and photograph of a complaint that none is planned of. */
  static void plan(Handle handle, StepStore.Subject subject, int step, LocalDate due) {
    handle.createUpdate(
            """
            insert into recheck (seller_id, complaint_id, sighting_id, step_id, due_on)
            select :seller, :complaint, min(s.id), :step, :due
            from complaint_sighting x join sighting s on s.id = x.sighting_id
            where x.complaint_id = :complaint and not exists (
              select 1 from recheck r join sighting o on o.id = r.sighting_id
              where r.complaint_id = :complaint and r.result is null and o.site = s.site
                and o.listing_id = s.listing_id and o.certificate_id = s.certificate_id)
            group by s.site, s.listing_id, s.certificate_id order by min(s.id)""")
        .bind("seller", subject.seller())
        .bind("complaint", subject.id())
        .bind("step", step)
        .bind("due", due.toString())
        .execute();
  }

  /** One more look at the same listing. */
  static void again(Handle handle, Recheck before, int seller, LocalDate due) {
    handle.execute(
        "insert into recheck (seller_id, complaint_id, sighting_id, step_id, due_on)"
            + " select seller_id, complaint_id, sighting_id, step_id, ? from recheck where id = ? and seller_id = ?",
        due.toString(),
        before.id(),
        seller);
  }

  /** Nobody looks any more for what this step planned and nobody looked at. */
  static void forget(Handle handle, int step) {
    handle.execute("delete from recheck where step_id = ? and result is null", step);
  }

  /** A seller's looks that are due, the first day first. */
  static List<Recheck> due(Handle handle, int seller, LocalDate day, int most, int offset) {
    return handle.createQuery(
            SELECT
                + "where r.seller_id = :seller and r.result is null and r.due_on <= :day"
                + UPHELD
                + "order by r.due_on, r.id limit :most offset :offset")
        .bind("seller", seller)
        .bind("day", day.toString())
        .bind("most", most)
        .bind("offset", offset)
        .map((rs, ctx) -> read(handle, rs))
        .list();
  }

  static int countDue(Handle handle, int seller, LocalDate day) {
    return handle.createQuery(
            "select count(*) from recheck r where r.seller_id = :seller and r.result is null and r.due_on <= :day"
                + UPHELD)
        .bind("seller", seller)
        .bind("day", day.toString())
        .mapTo(int.class)
        .one();
  }

  /** All of a complaint, in their order. */
  static List<Recheck> of(Handle handle, int complaint) {
    return handle.createQuery(SELECT + "where r.complaint_id = :complaint order by r.id")
        .bind("complaint", complaint)
        .map((rs, ctx) -> read(handle, rs))
        .list();
  }

  static Optional<Recheck> ofSeller(Handle handle, int seller, int id) {
    return one(handle, "where r.id = :key and r.seller_id = :seller", id, seller);
  }

  /** The look that a browser's message led to. */
  static Optional<Recheck> ofKey(Handle handle, int seller, String clientKey) {
    return one(handle, "where r.client_key = :key and r.seller_id = :seller", clientKey, seller);
  }

  private static Optional<Recheck> one(Handle handle, String where, Object key, int seller) {
    return handle.createQuery(SELECT + where)
        .bind("key", key)
        .bind("seller", seller)
        .map((rs, ctx) -> read(handle, rs))
        .findOne();
  }

  /** Says what was found; {@code clientKey} may be {@code null}. */
  static void looked(Handle handle, Caller caller, int id, String clientKey, Instant at, String result) {
    handle.execute(
        "update recheck set result = ?, client_key = ?, looked_at = ?, account_id = ? where id = ?",
        result,
        clientKey,
        Times.text(at),
        caller.account(),
        id);
  }

  /** The copy is gone: whatever is seen of it from then on has come back. */
  static void gone(Handle handle, int seller, Recheck recheck, Instant at) {
    handle.execute(
        "insert into gone_copy (seller_id, recheck_id, complaint_id, site, listing_id, shop_key, certificate_id,"
            + " looked_at) select ?, ?, ?, ?, ?, c.shop_key, ?, ? from complaint c where c.id = ?",
        seller,
        recheck.id(),
        recheck.complaint(),
        recheck.listing().site(),
        recheck.listing().listingId(),
        recheck.certificate(),
        Times.text(at),
        recheck.complaint());
  }

  private static Recheck read(Handle handle, ResultSet rs) throws SQLException {
    SeenListing listing = new SeenListing(
        rs.getString("market"),
        rs.getString("site"),
        rs.getString("page_url"),
        rs.getString("listing_id"),
        rs.getString("title"),
        rs.getString("shop_id"),
        rs.getString("shop_name"));
    int complaint = rs.getInt("complaint_id");
    int certificate = rs.getInt("certificate_id");
    return new Recheck(
        rs.getInt("id"),
        complaint,
        listing,
        certificate,
        rs.getInt("sighting_id"),
        LocalDate.parse(rs.getString("due_on")),
        rs.getString("result"),
        Times.of(rs.getString("looked_at")),
        pictures(handle, complaint, listing, certificate));
  }

  private static List<String> pictures(Handle handle, int complaint, SeenListing listing, int certificate) {
    return handle.createQuery(
            """
            select distinct s.picture_url from complaint_sighting x join sighting s on s.id = x.sighting_id
            where x.complaint_id = :complaint and s.site = :site and s.listing_id = :listing
              and s.certificate_id = :certificate order by s.picture_url""")
        .bind("complaint", complaint)
        .bind("site", listing.site())
        .bind("listing", listing.listingId())
        .bind("certificate", certificate)
        .mapTo(String.class)
        .list();
  }
}
