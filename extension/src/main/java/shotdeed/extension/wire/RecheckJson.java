package shotdeed.extension.wire;

import shotdeed.extension.browser.Json;
import shotdeed.wire.SeenListing;

/** Listings that are to be looked at again after a complaint was upheld. */
public final class RecheckJson {
  private RecheckJson() {}

  /**
   * One of them.
   *
   * @param certificate whose copy is looked for
   * @param dueOn a day
   */
  public record Due(int id, int complaint, SeenListing listing, int certificate, String dueOn) {}

  public static Due read(Json json) {
    return new Due(
        json.integer("id"),
        json.integer("complaint"),
        ListingJson.read(json.member("listing")),
        json.integer("certificate"),
        json.string("dueOn"));
  }
}
