package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Pixels;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.SightingJson;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;

/** Keeps hits and has the server confirm them; what could not be sent stays and is sent later. */
public final class Hits {
  /** Confirmed hits are kept so many; the server has them all. */
  private static final int KEPT = 500;

  private Hits() {}

  /** Waits until a hit is stored; an earlier one of the same name is returned instead, unless it was refused. */
  static Hit keep(Hit hit) {
    Json earlier = Database.HITS.get(hit.id());
    if (earlier != null && !Hit.read(earlier).state().equals(Hit.REFUSED)) {
      return Hit.read(earlier);
    }
    Database.HITS.put(hit.json());
    return hit;
  }

  /** Waits for a hit, or {@code null}. */
  static Hit get(String id) {
    Json json = Database.HITS.get(id);
    return json == null ? null : Hit.read(json);
  }

  /** Waits for the server's decision on a hit and stores it. */
  static void confirm(Connection connection, Hit hit) throws Http.Unreachable, Connection.ServerRefused {
    byte[] bytes = hit.bytes();
    Http.Form form =
        new Http.Form().json("report", SightingJson.write(hit.report())).file("picture", bytes, hit.type());
    PictureHeader header = PictureHeader.read(bytes);
    if (header != null && header.format() == PictureFormat.AVIF) {
      try {
        form.file("raster", Pixels.asPng(bytes), "image/png");
      } catch (Pixels.Undecodable e) {
        hit.refused(e.getMessage());
        Database.HITS.put(hit.json());
        return;
      }
    }
    try {
      hit.answered(connection.post("/api/v1/sightings", form));
    } catch (Connection.ServerRefused e) {
      if (e.isPassing() || e.isRevoked()) {
        throw e;
      }
      hit.refused(e.problem().title());
    }
    Database.HITS.put(hit.json());
  }

  /** Waits until every waiting hit was sent; returns those that were decided. */
  public static List<Hit> flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    List<Hit> decided = new ArrayList<>();
    List<Json> all = Database.HITS.all();
    for (Json json : all) {
      Hit hit = Hit.read(json);
      if (hit.state().equals(Hit.WAITING)) {
        confirm(connection, hit);
        decided.add(hit);
      }
    }
    prune(all);
    return decided;
  }

  /** Waits for the number of hits that the server has not got yet. */
  public static int waiting() {
    int count = 0;
    for (Json json : Database.HITS.all()) {
      if (Hit.read(json).state().equals(Hit.WAITING)) {
        count++;
      }
    }
    return count;
  }

  private static void prune(List<Json> all) {
    int excess = all.size() - KEPT;
    List<Hit> done = new ArrayList<>();
    for (Json json : all) {
      Hit hit = Hit.read(json);
      if (!hit.state().equals(Hit.WAITING)) {
        done.add(hit);
      }
    }
    done.sort((a, b) -> a.report().seenAt().compareTo(b.report().seenAt()));
    for (int i = 0; i < Math.min(excess, done.size()); i++) {
      Database.HITS.remove(done.get(i).id());
    }
  }
}
