package shotdeed.extension.complain;

import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.wire.ComplaintSummary;

/**
 * A complaint as the person asked for it, kept in IndexedDB until the server has prepared it: the hits it is about, the
 * statement of ownership, the screenshot or why there is none.
 */
public final class Draft {
  /** Not yet with the server; will be sent again. */
  public static final String WAITING = "waiting";

  /** The server has prepared it. */
  public static final String PREPARED = "prepared";

  /** The server refuses it. */
  public static final String REFUSED = "refused";

  private final Json json;

  private Draft(Json json) {
    this.json = json;
  }

  /** A new draft; {@code screenshot} may be {@code null}, then {@code noScreenshot} says why. */
  static Draft create(String clientKey, String hit, String preparedAt, byte[] screenshot, String noScreenshot) {
    Json json =
        Json.object()
            .put("id", clientKey)
            .put("hit", hit)
            .put("state", WAITING)
            .put("preparedAt", preparedAt)
            .put("noScreenshot", noScreenshot);
    if (screenshot != null) {
      json.putBytes("screenshot", screenshot);
    }
    return new Draft(json);
  }

  static Draft read(Json json) {
    return new Draft(json);
  }

  Json json() {
    return json;
  }

  String clientKey() {
    return json.string("id");
  }

  String hit() {
    return json.string("hit");
  }

  String state() {
    return json.string("state");
  }

  String preparedAt() {
    return json.string("preparedAt");
  }

  byte[] screenshot() {
    return json.bytesOrNull("screenshot");
  }

  String noScreenshot() {
    return json.stringOr("noScreenshot", null);
  }

  /** What the server prepared; {@code null} before. */
  ComplaintSummary summary() {
    Json summary = json.memberOrNull("summary");
    return summary == null ? null : ComplaintJson.summary(summary);
  }

  /** Why the server refused; the empty text otherwise. */
  String problem() {
    return json.stringOr("problem", "");
  }

  /** Takes the server's answer; throws {@link Json.WrongShape} and changes nothing if it is none. */
  void prepared(Json summary) {
    ComplaintJson.summary(summary);
    json.put("summary", summary).put("state", PREPARED).put("screenshot", (String) null);
  }

  void refused(String problem) {
    json.put("state", REFUSED).put("problem", problem);
  }
}
