package shotdeed.extension.wire;

import shotdeed.extension.browser.Json;
import shotdeed.wire.ComplaintRequest;
import shotdeed.wire.ComplaintSummary;

/** Complaints. */
public final class ComplaintJson {
  private ComplaintJson() {}

  public static Json write(ComplaintRequest request) {
    Json sightings = Json.array();
    for (int sighting : request.sightings()) {
      sightings.add(sighting);
    }
    return Json.object()
        .put("clientKey", request.clientKey())
        .put("sightings", sightings)
        .put("ownershipStated", request.ownershipStated())
        .put("preparedAt", request.preparedAt())
        .put("noScreenshot", request.noScreenshot())
        .put("client", SightingJson.write(request.client()))
        .put("capture", CaptureJson.write(request.capture()))
        .put("reasons", ReasonJson.write(request.reasons()));
  }

  public static ComplaintSummary summary(Json json) {
    return new ComplaintSummary(
        json.integer("id"),
        json.string("clientKey"),
        json.string("state"),
        json.string("market"),
        json.string("shopName"),
        json.string("preparedAt"),
        json.stringOr("caseNumber", null),
        json.integers("sightings"),
        json.string("consoleUrl"));
  }
}
