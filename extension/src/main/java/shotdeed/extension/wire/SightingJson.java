package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.fingerprint.Region;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.Match;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SightingResult;

/** Sightings: what the browser saw, and what the server makes of it. */
public final class SightingJson {
  private SightingJson() {}

  public static Json write(SightingReport report) {
    Json slices = Json.array();
    for (SeenPicture slice : report.slices()) {
      slices.add(write(slice));
    }
    return Json.object()
        .put("clientKey", report.clientKey())
        .put("seenAt", report.seenAt())
        .put("certificate", report.certificate())
        .put("listing", ListingJson.write(report.listing()))
        .put("picture", write(report.picture()))
        .put("slices", slices)
        .put("client", write(report.client()));
  }

  public static Json write(SeenPicture picture) {
    return Json.object()
        .put("url", picture.url())
        .put("fetchedUrl", picture.fetchedUrl())
        .put("role", picture.role())
        .put("position", picture.position());
  }

  public static SeenPicture picture(Json json) {
    return new SeenPicture(
        json.string("url"), json.string("fetchedUrl"), json.string("role"), json.integer("position"));
  }

  public static Json write(CaptureClient client) {
    return Json.object()
        .put("extension", client.extension())
        .put("browser", client.browser())
        .put("language", client.language());
  }

  public static SightingReport report(Json json) {
    Json client = json.member("client");
    List<SeenPicture> slices = new ArrayList<>();
    if (json.has("slices")) { // a hit that waits since before there were strips has none
      for (Json slice : json.list("slices")) {
        slices.add(picture(slice));
      }
    }
    return new SightingReport(
        json.string("clientKey"),
        json.string("seenAt"),
        json.integer("certificate"),
        ListingJson.read(json.member("listing")),
        picture(json.member("picture")),
        slices,
        new CaptureClient(client.string("extension"), client.string("browser"), client.string("language")));
  }

  public static SightingResult result(Json json) {
    Json match = json.memberOrNull("match");
    Json certificate = json.memberOrNull("certificate");
    return new SightingResult(
        json.string("clientKey"),
        json.integer("sighting"),
        json.string("verdict"),
        match == null ? null : match(match),
        certificate == null ? null : certificate(certificate),
        json.stringOr("state", null),
        json.integer("complaint"),
        LookJson.geometry(json.memberOrNull("geometry")),
        mark(json.memberOrNull("mark")));
  }

  private static ReadMark mark(Json json) {
    return json == null ? null : new ReadMark(json.string("number"), json.integer("confidence"));
  }

  private static Match match(Json json) {
    return new Match(
        json.integer("certificate"),
        json.string("verdict"),
        json.string("method"),
        json.integer("distance"),
        json.integer("radius"),
        region(json.memberOrNull("region")),
        region(json.memberOrNull("original")));
  }

  public static Json write(Region region) {
    return Json.object()
        .put("left", region.left())
        .put("top", region.top())
        .put("right", region.right())
        .put("bottom", region.bottom());
  }

  /** A part of a picture. Who compared whole pictures only did not name them, so {@code null} is the whole picture. */
  public static Region region(Json json) {
    if (json == null) {
      return Region.WHOLE;
    }
    try {
      return new Region(json.integer("left"), json.integer("top"), json.integer("right"), json.integer("bottom"));
    } catch (IllegalArgumentException e) {
      throw new Json.WrongShape(e.getMessage());
    }
  }

  static CertificateSummary certificate(Json json) {
    return new CertificateSummary(
        json.integer("id"),
        json.string("title"),
        json.string("state"),
        json.string("grade"),
        json.string("certifiedAt"),
        json.string("sha256"),
        json.integer("width"),
        json.integer("height"));
  }
}
