package shotdeed.extension.probe;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.CaptureJson;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.extension.wire.ListingJson;
import shotdeed.extension.wire.LookJson;
import shotdeed.extension.wire.PairingJson;
import shotdeed.extension.wire.ReasonJson;
import shotdeed.extension.wire.SightingJson;
import shotdeed.extension.wire.WatchJson;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.ComplaintRequest;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;
import shotdeed.wire.PairRequest;

/**
 * Reads a message into its record, by the extension's own code where it has any. What the extension writes is written
 * again; what it only reads is printed as records print themselves, which a test on the JVM can compare.
 */
final class RoundTrip {
  private RoundTrip() {}

  static String of(String kind, String text) {
    Json json = Json.parse(text);
    return switch (kind) {
      case "PairRequest" ->
          PairingJson.write(new PairRequest(json.string("code"), json.string("device"))).text();
      case "PairResponse" -> PairingJson.pairResponse(json).toString();
      case "Handshake" -> PairingJson.handshake(json).toString();
      case "Problem" -> PairingJson.problem(json).toString();
      case "SeenListing" -> ListingJson.write(ListingJson.read(json)).text();
      case "SightingReport" -> SightingJson.write(SightingJson.report(json)).text();
      case "SightingResult" -> SightingJson.result(json).toString();
      case "LookResult" -> LookJson.result(json).toString();
      case "ComplaintRequest" -> ComplaintJson.write(complaintRequest(json)).text();
      case "ComplaintSummary" -> ComplaintJson.summary(json).toString();
      case "WatchList" -> WatchJson.list(json).toString();
      case "VisitReport" -> WatchJson.write(WatchJson.visit(json)).text();
      case "CoverageReport" -> WatchJson.write(coverageReport(json)).text();
      default -> throw new IllegalArgumentException("the extension knows no message " + kind);
    };
  }

  private static CoverageReport coverageReport(Json json) {
    List<MarketCoverage> markets = new ArrayList<>();
    for (Json market : json.list("markets")) {
      List<FailedPictures> failed = new ArrayList<>();
      for (Json each : market.list("failed")) {
        failed.add(new FailedPictures(each.string("reason"), each.integer("pictures")));
      }
      List<ChangedPages> changed = new ArrayList<>();
      for (Json each : market.list("changed")) {
        changed.add(new ChangedPages(each.string("site"), each.string("part"), each.integer("listings")));
      }
      markets.add(
          new MarketCoverage(
              market.string("market"),
              market.integer("listings"),
              market.integer("shops"),
              market.integer("pictures"),
              failed,
              changed));
    }
    return new CoverageReport(json.string("day"), markets);
  }

  private static ComplaintRequest complaintRequest(Json json) {
    Json client = json.member("client");
    List<Integer> sightings = json.integers("sightings");
    return new ComplaintRequest(
        json.string("clientKey"),
        sightings,
        json.flag("ownershipStated"),
        json.string("preparedAt"),
        json.stringOr("noScreenshot", null),
        new CaptureClient(client.string("extension"), client.string("browser"), client.string("language")),
        CaptureJson.read(json.memberOrNull("capture")),
        ReasonJson.read(json));
  }
}
