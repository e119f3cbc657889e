package shotdeed.server.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Fields;

/** Whose clock a seller goes by: when their day ends, and when their report is made. */
public final class SellerZone {
  /** Where nobody chose: that of the marketplaces that the rules are known of. */
  public static final ZoneId DEFAULT = ZoneId.of("Asia/Shanghai");

  private SellerZone() {}

  /** A seller's time zone. */
  public static ZoneId of(Handle handle, int seller) {
    return handle.createQuery("select zone from seller_zone where seller_id = :seller")
        .bind("seller", seller)
        .mapTo(String.class)
        .findOne()
        .map(SellerZone::known)
        .orElse(DEFAULT);
  }

  /** A zone that this Java does not know any more is no reason to make no report. */
  private static ZoneId known(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return DEFAULT;
    }
  }

  public static void set(Handle handle, int seller, ZoneId zone) {
    handle.execute(
        "insert into seller_zone (seller_id, zone) values (?, ?) on conflict (seller_id) do update set zone = excluded.zone",
        seller,
        zone.getId());
  }

  /**
   * Reads a zone that a person chose.
   *
   * @param text name of a zone of the IANA data base, such as {@code Asia/Shanghai}
   * @throws shotdeed.server.platform.Refused if there is none of this name
   */
  public static ZoneId parse(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    throw Fields.invalid("zone", "the name of a time zone, such as Asia/Shanghai");
  }
}
