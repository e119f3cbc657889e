package shotdeed.server.monitor;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/** Sellers' own shops. */
final class OwnShopStore {
  private static final String SELECT =
      """
      select o.id, o.shop_group, o.shop_id, o.name, a.name, o.stated_at
      from own_shop o join account a on a.id = o.account_id
      """;

  private OwnShopStore() {}

  /** Whether a listing stands in one of a seller's own shops. */
  static boolean holds(Handle handle, int seller, SeenListing listing) {
    return OwnShop.isNamed(listing)
        && handle.createQuery(
                """
                select count(*) from own_shop
                where seller_id = :seller and shop_group = :group and shop_id = :shop""")
            .bind("seller", seller)
            .bind("group", OwnShop.group(listing))
            .bind("shop", listing.shopId())
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Stores the shop of a listing; one that is there already stays as it is. */
  static void insert(Handle handle, Caller caller, SeenListing listing, Instant now) {
    handle.execute(
        """
        insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) values (?, ?, ?, ?, ?, ?)
        on conflict (seller_id, shop_group, shop_id) do nothing""",
        caller.seller(),
        OwnShop.group(listing),
        listing.shopId(),
        listing.shopName(),
        caller.account(),
        Times.text(now));
  }

  static void delete(Handle handle, int id) {
    handle.execute("delete from own_shop where id = ?", id);
  }

  static List<OwnShop> of(Handle handle, int seller) {
    return handle.createQuery(SELECT + " where o.seller_id = :seller order by o.id")
        .bind("seller", seller)
        .map((rs, ctx) -> new OwnShop(
            rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), Times.of(rs.getString(6))))
        .list();
  }

  /**
   * A seller's own.
   *
   * @throws Refused if there is none of this number
   */
  static OwnShop ofSeller(Handle handle, int seller, int id) {
    return of(handle, seller).stream()
        .filter(shop -> shop.id() == id)
        .findFirst()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** Says of all sightings in a shop that stand in one state that they stand in another. */
  static void setState(
      Handle handle, int seller, String group, String shopId, SightingState from, SightingState to) {
    handle.createUpdate(
            """
            update sighting set state = :to
            where seller_id = :seller and shop_id = :shop and state = :from
              and (case when market in ('taobao', 'tmall') then 'alibaba' else site end) = :group""")
        .bind("to", to.text())
        .bind("seller", seller)
        .bind("shop", shopId)
        .bind("from", from.text())
        .bind("group", group)
        .execute();
  }

  /** What is new in a seller's own shops is theirs. */
  static void settle(Handle handle, int seller) {
    for (OwnShop shop : of(handle, seller)) {
      setState(handle, seller, shop.group(), shop.shopId(), SightingState.NEW, SightingState.OWN);
    }
  }
}
