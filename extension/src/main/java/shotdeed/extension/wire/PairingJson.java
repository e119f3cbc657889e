package shotdeed.extension.wire;

import shotdeed.extension.browser.Json;
import shotdeed.wire.Handshake;
import shotdeed.wire.PairRequest;
import shotdeed.wire.PairResponse;
import shotdeed.wire.Problem;

/** Pairing, handshake and errors. */
public final class PairingJson {
  private PairingJson() {}

  public static Json write(PairRequest request) {
    return Json.object().put("code", request.code()).put("device", request.device());
  }

  public static PairResponse pairResponse(Json json) {
    return new PairResponse(
        json.string("token"),
        json.string("seller"),
        json.string("account"),
        json.string("device"),
        json.string("library"));
  }

  public static Handshake handshake(Json json) {
    return new Handshake(
        json.string("server"),
        json.integer("api"),
        json.integer("kernel"),
        json.integerOr("missing", 0),
        json.string("seller"),
        json.string("account"),
        json.string("device"),
        json.string("library"));
  }

  public static Problem problem(Json json) {
    return new Problem(
        json.stringOr("type", "about:blank"),
        json.string("title"),
        json.integer("status"),
        json.stringOr("detail", ""),
        json.stringOr("code", ""));
  }
}
