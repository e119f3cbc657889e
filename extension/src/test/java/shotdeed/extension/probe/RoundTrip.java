package shotdeed.extension.probe;

import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.extension.wire.ListingJson;
import shotdeed.extension.wire.PairingJson;
import shotdeed.extension.wire.SightingJson;

/** Reads a message into its record and, where the extension writes that message, writes it again. */
final class RoundTrip {
  private RoundTrip() {}

  /** The message as written again, or as the record prints itself where the extension only reads it. */
  static String of(String kind, String text) {
    Json json = Json.parse(text);
    return switch (kind) {
      case "PairResponse" -> PairingJson.pairResponse(json).toString();
      case "Handshake" -> PairingJson.handshake(json).toString();
      case "Problem" -> PairingJson.problem(json).toString();
      case "SeenListing" -> ListingJson.write(ListingJson.read(json)).text();
      case "SightingReport" -> SightingJson.write(SightingJson.report(json)).text();
      case "SightingResult" -> SightingJson.result(json).toString();
      case "ComplaintSummary" -> ComplaintJson.summary(json).toString();
      default -> throw new IllegalArgumentException("the extension does not read " + kind);
    };
  }
}
