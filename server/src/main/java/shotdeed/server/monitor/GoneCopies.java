package shotdeed.server.monitor;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * Copies that were looked for after a complaint was upheld and not found any more: what is seen of them after that has
 * come back (再次上架), and is a finding of its own, even on the day on which it was gone.
 */
public final class GoneCopies {
  private GoneCopies() {}

  /**
   * What was gone from a listing before a sighting.
   *
   * @param since when it was gone last, as stored; empty if it never was
   * @param times how often it was
   */
  record Gone(String since, int times) {}

  /** How often this certificate's copy was gone from this listing before this sighting. */
  static Gone before(Handle handle, Sighting s) {
    return handle.createQuery(
            """
            select coalesce(max(looked_at), ''), count(*) from gone_copy
            where seller_id = :seller and site = :site and listing_id = :listing and certificate_id = :certificate
              and looked_at < :seen""")
        .bind("seller", s.seller())
        .bind("site", s.listing().site())
        .bind("listing", s.listing().listingId())
        .bind("certificate", s.found().certificate())
        .bind("seen", Times.text(s.seenAt()))
        .map((rs, ctx) -> new Gone(rs.getString(1), rs.getInt(2)))
        .one();
  }

  /** Number of the complaint after which a finding was gone before it came back; 0 if it did not. */
  public static int cameBack(Handle handle, int finding) {
    return handle.createQuery("select complaint_id from came_back where finding_id = :finding")
        .bind("finding", finding)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** Marks a new finding as come back if this certificate's copy was gone from its listing or its shop before. */
  static void mark(Handle handle, Sighting s, int finding) {
    Optional<Integer> complaint = handle.createQuery(
            """
            select complaint_id from gone_copy
            where seller_id = :seller and certificate_id = :certificate and looked_at < :seen
              and (site = :site and listing_id = :listing or shop_key = :shop)
            order by looked_at desc, id desc limit 1""")
        .bind("seller", s.seller())
        .bind("certificate", s.found().certificate())
        .bind("seen", Times.text(s.seenAt()))
        .bind("site", s.listing().site())
        .bind("listing", s.listing().listingId())
        .bind("shop", ShopKey.of(s.listing()))
        .mapTo(Integer.class)
        .findOne();
    complaint.ifPresent(number -> handle.execute(
        "insert into came_back (finding_id, seller_id, complaint_id, shop_key, noticed_at) values (?, ?, ?, ?, ?)",
        finding,
        s.seller(),
        number,
        ShopKey.of(s.listing()),
        Times.text(s.receivedAt())));
  }
}
