package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Bytes;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.LookJson;
import shotdeed.extension.wire.SightingJson;
import shotdeed.fingerprint.Region;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.wire.Geometry;
import shotdeed.wire.Match;
import shotdeed.wire.ReadMark;
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

  /** The server confirmed the picture, and the seller has said that the shop is their own: no theft. */
  public static final String OWN = "own";

  /** The server does not agree: nothing is shown. */
  public static final String NONE = "none";

  /** The server calls it another shot of the same thing: shown apart, with no badge and no complaint. */
  public static final String RELATED = "related";

  /** The user says that it is no copy. */
  public static final String NOT_A_COPY = "not-a-copy";

  /** The server refuses the report itself; sending it again cannot help. */
  public static final String REFUSED = "refused";

  private final Json json;
  private boolean answeredNow;

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

  /** Waits for a new hit, under the name that the same picture on the same listing has for a day. */
  static Hit create(String home, String state, SightingReport report, Found found, List<Part> parts) {
    Json list = Json.array();
    for (Part part : parts) {
      list.add(
          Json.object().put("type", part.type()).put("shows", part.shows()).putBytes("bytes", part.bytes()));
    }
    int main = Math.max(0, report.slices().indexOf(report.picture()));
    return new Hit(
        Json.object()
            .put("sha256", Bytes.sha256(parts.get(main).bytes()))
            .put("id", HitName.of(home, report.listing(), report.picture().url(), report.certificate()))
            .put("home", home)
            .put("state", state)
            .put("distance", found.distance())
            .put("region", SightingJson.write(found.region()))
            .put("original", SightingJson.write(found.original()))
            .put("geometry", LookJson.write(found.geometry()))
            .put("certificateTitle", found.summary() == null ? null : found.summary().title())
            .put("certificateGrade", found.summary() == null ? null : found.summary().grade())
            .put("certificateSha256", found.summary() == null ? null : found.summary().sha256())
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

  /** How the picture lies on the photograph, by the server's look; {@code null} if it has not looked. */
  public Geometry geometry() {
    SightingResult result = result();
    return result != null && result.geometry() != null
        ? result.geometry()
        : LookJson.geometry(json.memberOrNull("geometry"));
  }

  /** What the server read of an invisible mark; {@code null} if it has not looked. */
  public ReadMark mark() {
    return result() == null ? null : result().mark();
  }

  /** Title of the certificate by the server's look; the empty text if it has not looked. */
  public String certificateTitle() {
    return json.stringOr("certificateTitle", "");
  }

  /** The certificate's grade, see {@code Grade}, or the empty text where the server has not said it. */
  String grade() {
    SightingResult result = result();
    return result != null && result.certificate() != null
        ? result.certificate().grade()
        : json.stringOr("certificateGrade", "");
  }

  /** SHA-256 of the certified file, or the empty text where the server has not said it. */
  String certificateSha256() {
    SightingResult result = result();
    return result != null && result.certificate() != null
        ? result.certificate().sha256()
        : json.stringOr("certificateSha256", "");
  }

  /** Addresses of the pictures that show it, as the page names them. */
  public List<String> addresses() {
    List<SeenPicture> slices = report().slices();
    if (slices.isEmpty()) {
      return List.of(report().picture().url());
    }
    List<String> addresses = new ArrayList<>();
    List<Part> parts = parts();
    for (int i = 0; i < slices.size(); i++) {
      if (parts.get(i).shows()) {
        addresses.add(slices.get(i).url());
      }
    }
    return addresses;
  }

  /** Bits between the picture and the nearest fingerprint, by this browser's own match; -1 if none was near. */
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

  /** SHA-256 of the part that the report names; the empty text for a hit from before this was kept. */
  String sha256() {
    return json.stringOr("sha256", "");
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
    SightingResult read = SightingJson.result(result);
    answeredNow = true;
    json.put("result", result);
    json.put("state", stateOf(read));
    if (json.string("state").equals(RELATED)) {
      return; // the server keeps nothing of it
    }
    json.put("bytes", (String) null);
    if (json.has("parts")) {
      for (Json part : json.list("parts")) {
        part.put("bytes", (String) null);
      }
    }
  }

  /** Whether the server's answer has just come, rather than been kept. */
  boolean isNew() {
    return answeredNow;
  }

  private static String stateOf(SightingResult result) {
    if (result.sighting() == 0) {
      return result.verdict().equals(Verdict.RELATED.text()) ? RELATED : NONE;
    }
    if (SightingState.OWN.text().equals(result.state())) {
      return OWN;
    }
    return SightingState.NOT_A_COPY.text().equals(result.state()) ? NOT_A_COPY : COPY;
  }

  /** Whether its pictures wear a badge, and nothing need be asked about them again. */
  public boolean isStanding() {
    return state().equals(WAITING) || state().equals(COPY) || state().equals(OWN);
  }

  /** Takes the user's word for it, until {@link #copyAfterAll}; the server is to be told if it has a sighting of it. */
  void notACopy() {
    json.put("before", state());
    json.put("state", NOT_A_COPY);
    tell();
  }

  /** Takes the user's word back. */
  void copyAfterAll() {
    json.put("state", json.stringOr("before", COPY));
    json.remove("before");
    tell();
  }

  /** A word that is taken back before the server has heard it need not be told; asking twice does no harm either. */
  private void tell() {
    if (result() != null && result().sighting() > 0) {
      json.put("tell", true);
    }
  }

  /** Whether the server has yet to hear what the user said. */
  boolean isToBeTold() {
    return json.has("tell");
  }

  /** The server has heard it, or will not listen. */
  void told() {
    json.remove("tell");
  }

  void refused(String problem) {
    json.put("state", REFUSED);
    json.put("problem", problem);
  }
}
