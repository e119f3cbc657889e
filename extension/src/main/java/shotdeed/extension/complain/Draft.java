package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.CaptureJson;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.extension.wire.ReasonJson;
import shotdeed.model.NoScreenshot;
import shotdeed.wire.ComplaintReason;
import shotdeed.wire.ComplaintSummary;
import shotdeed.wire.PageCapture;

/**
 * A complaint as the person asked for it, kept in IndexedDB until the server has prepared it: the hits it is about, the
 * statement of ownership, the page at the click, the screenshot or why there is none.
 */
public final class Draft {
  /** The screenshot lacks something, or there is none, and the person has not said yet whether it will do. */
  public static final String ASKING = "asking";

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

  /** A new draft, with all that the person ticked and nothing of the page yet. */
  static Draft create(
      String clientKey, String hit, int tab, String preparedAt, List<ComplaintReason> reasons) {
    return new Draft(
        Json.object()
            .put("id", clientKey)
            .put("hit", hit)
            .put("tab", tab)
            .put("state", ASKING)
            .put("preparedAt", preparedAt)
            .put("reasons", ReasonJson.write(reasons)));
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

  /** The tab that showed the page. */
  int tab() {
    return json.integerOr("tab", -1);
  }

  /**
   * Takes the page, and the screenshot or why there is none. With a screenshot that has the picture in view, or that no
   * person can better, nothing is left to ask. A try that brings no screenshot does not cost one that is there.
   */
  void captured(Capture capture) {
    if (capture.screenshot() != null) {
      json.put("capture", CaptureJson.write(capture.page()))
          .putBytes("screenshot", capture.screenshot())
          .put("noScreenshot", (String) null);
      if (!capture.isMendable()) {
        json.put("state", WAITING);
      }
    } else if (screenshot() == null) {
      json.put("capture", CaptureJson.write(capture.page())).put("noScreenshot", capture.noScreenshot().sentence());
    }
  }

  /** The person wants it as it is, without a screenshot or with the one that there is. */
  void asItIs() {
    if (screenshot() == null && noScreenshot() == null) {
      json.put("noScreenshot", NoScreenshot.INTERRUPTED.sentence());
    }
    json.put("state", WAITING);
  }

  /** What the person stated against what speaks against the complaint. */
  List<ComplaintReason> reasons() {
    return ReasonJson.read(json);
  }

  /** The page at the click; {@code null} if nothing is known of it, or in a draft from before it was captured. */
  PageCapture capture() {
    return CaptureJson.read(json.memberOrNull("capture"));
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

  /** Somebody else was quicker: the evidence of that complaint stays as it was sealed. */
  void taken(int complaint) {
    json.put("state", REFUSED).put("complaint", complaint).put("screenshot", (String) null);
  }

  /** The complaint that was there first; 0 if that is not why it was refused. */
  int complaint() {
    return json.integerOr("complaint", 0);
  }
}
