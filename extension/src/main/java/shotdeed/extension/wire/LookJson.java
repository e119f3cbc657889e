package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.Geometry;
import shotdeed.wire.LookMatch;
import shotdeed.wire.LookResult;

/** What the server's geometry says about a picture. */
public final class LookJson {
  private LookJson() {}

  public static LookResult result(Json json) {
    List<LookMatch> matches = new ArrayList<>();
    for (Json match : json.list("matches")) {
      matches.add(
          new LookMatch(
              match.integer("certificate"),
              match.string("verdict"),
              match.string("method"),
              geometry(match.memberOrNull("geometry")),
              SightingJson.certificate(match.member("summary"))));
    }
    return new LookResult(json.flag("rasterWanted"), json.integer("rasterSide"), matches);
  }

  public static Json write(Geometry geometry) {
    return geometry == null
        ? null
        : Json.object()
            .put("copyOutline", numbers(geometry.copyOutline()))
            .put("originalOutline", numbers(geometry.originalOutline()))
            .put("copyShare", geometry.copyShare())
            .put("originalShare", geometry.originalShare())
            .put("agreement", geometry.agreement())
            .put("points", numbers(geometry.points()));
  }

  private static Json numbers(List<Integer> values) {
    Json array = Json.array();
    for (int value : values) {
      array.add(value);
    }
    return array;
  }

  /** {@code null} for {@code null}: servers from before there was geometry do not name it. */
  public static Geometry geometry(Json json) {
    return json == null
        ? null
        : new Geometry(
            json.integers("copyOutline"),
            json.integers("originalOutline"),
            json.integer("copyShare"),
            json.integer("originalShare"),
            json.integer("agreement"),
            json.integers("points"));
  }
}
