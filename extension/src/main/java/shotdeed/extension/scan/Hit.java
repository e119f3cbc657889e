package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.ListingJson;
import shotdeed.extension.wire.SightingJson;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;
import shotdeed.wire.Match;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SightingResult;

/**
 * A picture on a page that this browser's own match took for a copy, as IndexedDB keeps it until the server has confirmed
 * it and beyond: the report, the picture's bytes while the server has not got them, and the server's answer. A copy that
 * only the slices of a strip show together is one hit with several parts.
 */
public final class Hit {
  /** The server has not answered yet; will be sent again. */
  public static final String WAITING = "waiting";

  /** The server confirmed the copy. */
  public static final String COPY = "copy";

  /** The server does not agree: nothing is shown. */
  public static final String NONE = "none";

  /** The server refuses the report itself; sending it again cannot help. */
  public static final String REFUSED = "refused";

  private final Json json;

  private Hit(Json json) {
    this.json = json;
  }

  /**
   * A picture of a hit.
   *
   * @param type the media type
   * @param bytes as served; {@code null} once the server keeps them
   * @param shows whether a part of the copy worth naming is in it: a strip is reported with all its slices
   */
  public record Part(String type, byte[] bytes, boolean shows) {}

  /** A new hit, under the name that the same picture on the same listing has for a day. */
  static Hit create(String home, SightingReport report, Finding found, List<Part> parts) {
    Json list = Json.array();
    for (Part part : parts) {
      list.add(
          Json.object().put("type", part.type()).put("shows", part.shows()).putBytes("bytes", part.bytes()));
    }
    return new Hit(
        Json.object()
            .put("id", name(home, report))
            .put("home", home)
            .put("state", WAITING)
            .put("distance", found.distance())
            .put("region", SightingJson.write(found.region()))
            .put("original", SightingJson.write(found.original()))
            .put("report", SightingJson.write(report))
            .put("parts", list));
  }

  /** Reads a hit back. */
  public static Hit read(Json json) {
    return new Hit(json);
  }

  Json json() {
    return json;
  }

  /** The name under which it is stored. */
  public String id() {
    return json.string("id");
  }

  /** The library whose certificate it matches. */
  public String home() {
    return json.string("home");
  }

  /** One of the states above. */
  public String state() {
    return json.string("state");
  }

  /** What was reported. */
  public SightingReport report() {
    return SightingJson.report(json.member("report"));
  }

  /** The server's answer; {@code null} while waiting. */
  public SightingResult result() {
    Json result = json.memberOrNull("result");
    return result == null ? null : SightingJson.result(result);
  }

  /** Bits between the picture and the nearest fingerprint, by this browser's own match. */
  public int distance() {
    return json.integer("distance");
  }

  /** The certificate that it matches: the server's finding where it has spoken, else this browser's own. */
  public int certificate() {
    return match() == null ? report().certificate() : match().certificate();
  }

  /** The part of the picture that matches. */
  public Region region() {
    return match() == null ? SightingJson.region(json.memberOrNull("region")) : match().region();
  }

  /** The part of the certified photograph that it matches. */
  public Region original() {
    return match() == null ? SightingJson.region(json.memberOrNull("original")) : match().original();
  }

  private Match match() {
    SightingResult result = result();
    return result == null ? null : result.match();
  }

  /** The picture, or each slice of a strip, the uppermost first. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (json.has("parts")) {
      for (Json part : json.list("parts")) {
        parts.add(new Part(part.string("type"), part.bytesOrNull("bytes"), part.flag("shows")));
      }
    } else { // a hit from before there were strips
      parts.add(new Part(json.stringOr("type", ""), json.bytesOrNull("bytes"), true));
    }
    return parts;
  }

  /** Index of the part that the report names. */
  public int main() {
    return Math.max(0, report().slices().indexOf(report().picture()));
  }

  /** Why the server refused; the empty text otherwise. */
  public String problem() {
    return json.stringOr("problem", "");
  }

  /** Takes the server's answer; throws {@link Json.WrongShape} and changes nothing if it is none. */
  void answered(Json result) {
    boolean copy = SightingJson.result(result).sighting() > 0;
    json.put("result", result);
    json.put("state", copy ? COPY : NONE);
    json.put("bytes", (String) null);
    if (json.has("parts")) {
      for (Json part : json.list("parts")) {
        part.put("bytes", (String) null);
      }
    }
  }

  /** Whether a page's host is the one that it was found on. */
  public static boolean isNamedAfter(String id, String host) {
    return id.indexOf(" " + host + " ") > 0;
  }

  void refused(String problem) {
    json.put("state", REFUSED);
    json.put("problem", problem);
  }

  /** Marketplaces and server count days in China's time. */
  private static final int CHINA_MINUTES = 8 * 60;

  private static String name(String home, SightingReport report) {
    SeenListing listing = report.listing();
    SeenPicture picture = report.picture();
    return home
        + " "
        + listing.site()
        + " "
        + listing.listingId()
        + " "
        + picture.url()
        + " "
        + report.certificate()
        + " "
        + Extension.day(CHINA_MINUTES);
  }
}
