package shotdeed.server.monitor;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/** Sellers' own shops. */
public final class OwnShopStore {
  private static final String SELECT =
      """
      select o.id, o.shop_group, o.shop_id, o.name, a.name, o.stated_at
      from own_shop o join account a on a.id = o.account_id
      """;

  private OwnShopStore() {}

  /** Whether a listing stands in one of a seller's own shops. */
  public static boolean holds(Handle handle, int seller, SeenListing listing) {
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

  /** Stores the shop of a listing, which is not there yet; returns its number. */
  public static int insert(Handle handle, Caller caller, SeenListing listing, Instant now) {
    return handle.createQuery(
            """
            insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at)
            values (:seller, :group, :shop, :name, :account, :now) returning id""")
        .bind("seller", caller.seller())
        .bind("group", OwnShop.group(listing))
        .bind("shop", listing.shopId())
        .bind("name", listing.shopName())
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  public static void delete(Handle handle, int id) {
    handle.execute("delete from own_shop where id = ?", id);
  }

  public static List<OwnShop> of(Handle handle, int seller) {
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
  public static OwnShop ofSeller(Handle handle, int seller, int id) {
    return of(handle, seller).stream()
        .filter(shop -> shop.id() == id)
        .findFirst()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }
}
