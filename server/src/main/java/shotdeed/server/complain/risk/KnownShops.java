package shotdeed.server.complain.risk;

import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.monitor.Licence;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.OwnShopStore;
import shotdeed.wire.SeenListing;

/**
 * The shops that a seller has said something about, read once for all of a complaint's sightings.
 *
 * @param licences that hold on the day
 */
record KnownShops(List<OwnShop> own, List<Licence> licences) {
  static KnownShops of(Handle handle, int seller, String day) {
    return new KnownShops(OwnShopStore.of(handle, seller), LicenceStore.inForce(handle, seller, day));
  }

  /** One of the seller's own of the same name that is not this shop by its number, or {@code null}. */
  OwnShop ownOfName(SeenListing listing, ShopNames names) {
    return own.stream()
        .filter(shop -> !isSame(shop.group(), shop.shopId(), listing) && names.same(shop.name(), listing.shopName()))
        .findFirst()
        .orElse(null);
  }

  /** A licence of a shop of the same name that is not this shop by its number, or {@code null}. */
  Licence licenceOfName(SeenListing listing, ShopNames names) {
    return licences.stream()
        .filter(one -> !isSame(one.group(), one.shopId(), listing) && names.same(one.name(), listing.shopName()))
        .findFirst()
        .orElse(null);
  }

  /** A licence of this very shop, or {@code null}. */
  Licence licenceOf(SeenListing listing) {
    return licences.stream()
        .filter(one -> OwnShop.isNamed(listing) && isSame(one.group(), one.shopId(), listing))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSame(String group, String shopId, SeenListing listing) {
    return group.equals(OwnShop.group(listing)) && shopId.equals(listing.shopId());
  }
}
