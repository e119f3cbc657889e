package shotdeed.server.monitor;

import java.time.Instant;
import java.util.Set;
import shotdeed.wire.SeenListing;

/**
 * A shop of the seller's own.
 *
 * @param group {@code alibaba} for Taobao and Tmall, whose shops share their numbers; else the host name of the site
 * @param shopId the marketplace's number of the shop; empty if the site names none, and then the whole site is the shop
 * @param name as the page had it, may be empty
 * @param statedBy name of the account that said so
 */
public record OwnShop(int id, String group, String shopId, String name, String statedBy, Instant statedAt) {
  private static final Set<String> ALIBABA = Set.of("taobao", "tmall");
  private static final String ALIBABA_GROUP = "alibaba";

  /** What shops are numbered by on the site of a listing: one for Taobao and Tmall, else its host name. */
  public static String group(SeenListing listing) {
    return ALIBABA.contains(listing.market()) ? ALIBABA_GROUP : listing.site();
  }

  /** Whether a listing's page says whose it is: pages of marketplaces sometimes do not. */
  public static boolean isNamed(SeenListing listing) {
    return !listing.shopId().isEmpty() || !ALIBABA.contains(listing.market());
  }

  /** Whether it stands on Taobao and Tmall. */
  public boolean isAlibaba() {
    return isAlibaba(group);
  }

  /** Whether a group is that of Taobao and Tmall. */
  static boolean isAlibaba(String group) {
    return group.equals(ALIBABA_GROUP);
  }

  /** Whether all listings of a site are taken for the seller's own. */
  public boolean isWholeSite() {
    return shopId.isEmpty();
  }
}
