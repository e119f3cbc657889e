package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Bytes;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.settings.Consent;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.FeaturesCodec;
import shotdeed.image.LumaImage;
import shotdeed.picture.PictureServers;
import shotdeed.wire.GreyRaster;

/**
 * Pairs of a picture and a certificate of which the user said that they are not the same. A pair is known by the
 * picture's bytes and by the address of its full size, and comes back on no page.
 */
public final class NotCopies {
  private static final int MAX_BYTES = 32 << 20;
  private static final int RETRY_SECONDS = 30;

  /** Side of the grey raster that is kept for the bench, as large as the server asks for one. */
  private static final int RASTER = 320;

  private NotCopies() {}

  /** Waits for whether a pair is one of these. */
  static boolean holds(String home, int certificate, byte[] picture, String address) {
    return Database.NOT_COPIES.get(ofAddress(home, certificate, address)) != null
        || Database.NOT_COPIES.get(ofBytes(home, certificate, Bytes.sha256(picture))) != null;
  }

  /** Waits until the user's word about a hit is kept; returns the hits that it holds for, on whatever page. */
  public static List<Hit> add(String hit) {
    Hit said = read(hit);
    if (said == null || said.state().equals(Hit.NOT_A_COPY)) {
      return List.of();
    }
    String sha256 = said.sha256();
    Json pair = Json.object().put("hit", hit).put("saidAt", Extension.instant()).put("certificate", said.certificate());
    Database.NOT_COPIES.put(pair.put("id", ofAddress(said.home(), said.certificate(), address(said))));
    if (!sha256.isEmpty()) {
      pair.put("id", ofBytes(said.home(), said.certificate(), sha256));
      Database.NOT_COPIES.put(numbers(pair.put("pictureSha256", sha256), said));
    }
    List<Hit> changed = new ArrayList<>();
    for (Hit same : samePair(said)) {
      if (isShown(same)) {
        same.notACopy();
        Database.HITS.put(same.json());
        changed.add(same);
      }
    }
    return changed;
  }

  /** Waits until the user's word is taken back; returns the hits that are shown again. */
  public static List<Hit> remove(String hit) {
    Hit said = read(hit);
    if (said == null || !said.state().equals(Hit.NOT_A_COPY)) {
      return List.of();
    }
    Database.NOT_COPIES.remove(ofAddress(said.home(), said.certificate(), address(said)));
    Database.NOT_COPIES.remove(ofBytes(said.home(), said.certificate(), said.sha256()));
    List<Hit> changed = new ArrayList<>();
    for (Hit same : samePair(said)) {
      if (same.state().equals(Hit.NOT_A_COPY)) {
        same.copyAfterAll();
        Database.HITS.put(same.json());
        changed.add(same);
      }
    }
    return changed;
  }

  private static Hit read(String hit) {
    Json stored = Database.HITS.get(hit);
    return stored == null ? null : Hit.read(stored);
  }

  private static boolean isShown(Hit hit) {
    return hit.isStanding() || hit.state().equals(Hit.RELATED);
  }

  /** The same picture may have been found on several listings. */
  private static List<Hit> samePair(Hit said) {
    List<Hit> same = new ArrayList<>();
    for (String id : Database.HITS.ids()) {
      Hit hit = read(id);
      if (hit != null && hit.home().equals(said.home()) && hit.certificate() == said.certificate()) {
        boolean sameBytes = !said.sha256().isEmpty() && hit.sha256().equals(said.sha256());
        if (sameBytes || full(address(hit)).equals(full(address(said)))) {
          same.add(hit);
        }
      }
    }
    return same;
  }

  private static String address(Hit hit) {
    return hit.report().picture().url();
  }

  private static String ofAddress(String home, int certificate, String address) {
    return home + " " + certificate + " " + full(address);
  }

  /** The address of the picture's full size, the same for all sizes of it. */
  private static String full(String address) {
    return PictureServers.candidates(address).get(0);
  }

  private static String ofBytes(String home, int certificate, String sha256) {
    return home + " " + certificate + " " + sha256;
  }

  /** The picture: kept here until the server has it, and there from then on; {@code null} while it cannot be had. */
  private static byte[] bytes(Hit hit) {
    byte[] kept = hit.parts().get(hit.main()).bytes();
    if (kept != null || hit.result() == null || hit.result().sighting() == 0) {
      return kept;
    }
    try {
      Connection connection = Connection.load();
      return connection == null || !connection.home().equals(hit.home())
          ? null
          : connection.get("/api/v1/sightings/" + hit.result().sighting() + "/picture", "", MAX_BYTES).body();
    } catch (Http.Unreachable | Connection.ServerRefused e) {
      return null;
    }
  }

  /** With the user's consent, what the bench needs to learn from the mistake; no address, and not the picture itself. */
  private static Json numbers(Json pair, Hit hit) {
    byte[] bytes = Consent.load().mistakes() ? bytes(hit) : null;
    if (bytes == null) {
      return pair;
    }
    try {
      LumaImage luma = PictureDecoder.decode(bytes);
      GreyRaster raster = GreyRaster.of(luma, RASTER);
      return pair.put("certificateSha256", hit.certificateSha256())
          .put("verdict", hit.json().stringOr("before", hit.state()))
          .put("featureKernel", FeatureKernel.VERSION)
          .putBytes("features", FeaturesCodec.encode(new FeatureKernel().query(luma)))
          .put("rasterWidth", raster.width())
          .put("rasterHeight", raster.height())
          .putBytes("raster", raster.grey());
    } catch (PictureDecoder.Unreadable e) {
      Tasks.log("ShotDeed: no numbers of a picture were kept: " + e.getMessage());
      return pair;
    }
  }

  /** Waits until the server has heard what the user said; if it cannot be told now, it is told later. */
  public static void tell(List<Hit> hits) {
    try {
      Connection connection = Connection.load();
      for (Hit hit : hits) {
        if (connection != null && hit.isToBeTold() && hit.home().equals(connection.home())) {
          tell(connection, hit);
        }
      }
    } catch (Http.Unreachable | Connection.ServerRefused e) {
      Tasks.log("ShotDeed: the server is told later: " + e.getMessage());
      Extension.soon(RETRY_SECONDS);
    }
  }

  /** Waits until the server has heard what the user said about one of its sightings. */
  static void tell(Connection connection, Hit hit) throws Http.Unreachable, Connection.ServerRefused {
    String path = "/api/v1/sightings/" + hit.result().sighting() + "/not-a-copy";
    try {
      connection.send(hit.state().equals(Hit.NOT_A_COPY) ? "POST" : "DELETE", path);
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      Tasks.log("ShotDeed: the server does not take the word: " + e.getMessage());
    }
    Json now = Database.HITS.get(hit.id());
    if (now != null && Hit.read(now).state().equals(hit.state())) {
      Hit told = Hit.read(now);
      told.told();
      Database.HITS.put(told.json());
    }
  }
}
