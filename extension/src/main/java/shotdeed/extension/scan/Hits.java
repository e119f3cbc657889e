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
import shotdeed.wire.SeenListing;

/**
 * Keeps hits and has the server confirm them. What could not be sent stays and is sent later, and only to the library that
 * it was found for.
 */
public final class Hits {
  /** Decided hits are kept so many; the server has them all. */
  private static final int KEPT = 500;

  /** Related pictures are kept so many: the server has none of them, so their bytes are here. */
  private static final int RELATED_KEPT = 50;

  private Hits() {}

  /** Waits until a hit is stored. If the same one waits already or is confirmed, that one is returned instead. */
  static Hit keep(Hit hit) {
    Json earlier = Database.HITS.get(hit.id());
    if (earlier != null) {
      Hit known = Hit.read(earlier);
      if (known.isStanding()) {
        return known;
      }
    }
    Database.HITS.put(hit.json());
    return hit;
  }

  /** Waits for the hit of this name if it still stands: nothing need be asked about it again. */
  static Hit standing(String id) {
    Json stored = Database.HITS.get(id);
    Hit hit = stored == null ? null : Hit.read(stored);
    return hit != null && hit.isStanding() ? hit : null;
  }

  /** Waits for the server's decision on a hit and stores it. */
  static void confirm(Connection connection, Hit hit) throws Http.Unreachable, Connection.ServerRefused {
    Http.Form form = new Http.Form().json("report", SightingJson.write(hit.report()));
    try {
      addPictures(form, hit.parts());
    } catch (Pixels.Undecodable e) {
      hit.refused(e.getMessage());
      Database.HITS.put(hit.json());
      return;
    }
    try {
      hit.answered(connection.post("/api/v1/sightings", form));
    } catch (Json.WrongShape e) {
      throw Connection.notUnderstood(200);
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      hit.refused(e.problem().title());
    }
    store(hit);
  }

  /** What the user said while the server was deciding outweighs its answer. */
  private static void store(Hit hit) {
    Json now = Database.HITS.get(hit.id());
    if (now != null && Hit.read(now).state().equals(Hit.NOT_A_COPY) && !hit.state().equals(Hit.NOT_A_COPY)) {
      hit.notACopy();
    }
    Database.HITS.put(hit.json());
  }

  /** Adds each picture, and a raster for each if the server needs one for any; an empty one where it needs none. */
  private static void addPictures(Http.Form form, List<Hit.Part> parts) throws Pixels.Undecodable {
    boolean rasters = false;
    for (Hit.Part part : parts) {
      form.file("picture", part.bytes(), part.type());
      rasters = rasters || isAvif(part);
    }
    if (rasters) {
      for (Hit.Part part : parts) {
        form.file("raster", isAvif(part) ? Pixels.asPng(part.bytes()) : new byte[0], "image/png");
      }
    }
  }

  private static boolean isAvif(Hit.Part part) {
    PictureHeader header = PictureHeader.read(part.bytes());
    return header != null && header.format() == PictureFormat.AVIF;
  }

  /**
   * Waits until every waiting hit of the connection's library was sent. One that the server cannot take now does not keep
   * back the others; its error is thrown at the end.
   *
   * @param decided is told of each that was decided
   */
  public static void flush(Connection connection, Decided decided) throws Http.Unreachable, Connection.ServerRefused {
    Connection.ServerRefused refused = null;
    for (String id : Database.HITS.ids()) {
      Json json = Database.HITS.get(id);
      Hit hit = json == null ? null : Hit.read(json);
      if (hit != null && hit.home().equals(connection.home()) && (waits(hit) || hit.isToBeTold())) {
        try {
          if (waits(hit)) {
            confirm(connection, hit);
            decided.on(hit);
          } else {
            NotCopies.tell(connection, hit);
          }
        } catch (Connection.ServerRefused e) {
          refused = e;
          if (e.isRevoked()) {
            break;
          }
        }
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  private static boolean waits(Hit hit) {
    return hit.state().equals(Hit.WAITING);
  }

  /** A hit that the server has decided on. */
  public interface Decided {
    void on(Hit hit);
  }

  /**
   * Waits until what was decided about a certificate's copies on a listing is forgotten: a person has seen that they are gone,
   * so what is found there from now on is told anew, even on the same day.
   *
   * @param needed hits that stay
   */
  public static void forget(String home, SeenListing listing, int certificate, List<String> needed) {
    for (String id : Database.HITS.ids(HitName.prefix(home, listing))) {
      Hit hit = Hit.read(Database.HITS.get(id));
      if (hit.certificate() == certificate && !waits(hit) && !hit.isToBeTold() && !needed.contains(id)) {
        Database.HITS.remove(id);
      }
    }
  }

  /** Waits until the oldest decided hits above the limit are gone, but for those that are still needed. */
  public static void prune(List<String> needed) {
    List<String> ids = Database.HITS.ids();
    if (ids.size() <= RELATED_KEPT) {
      return;
    }
    List<Hit> done = new ArrayList<>();
    List<Hit> related = new ArrayList<>();
    for (String id : ids) {
      Hit hit = Hit.read(Database.HITS.get(id));
      if (hit.state().equals(Hit.RELATED)) {
        related.add(hit);
      } else if (!waits(hit) && !hit.isToBeTold() && !needed.contains(id)) {
        done.add(hit);
      }
    }
    removeOldest(related, related.size() - RELATED_KEPT);
    removeOldest(done, ids.size() - Math.min(related.size(), RELATED_KEPT) - KEPT);
  }

  private static void removeOldest(List<Hit> hits, int count) {
    hits.sort((a, b) -> a.report().seenAt().compareTo(b.report().seenAt()));
    for (int i = 0; i < Math.min(count, hits.size()); i++) {
      Database.HITS.remove(hits.get(i).id());
    }
  }
}
