package shotdeed.extension.scan;

import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Connection;
import shotdeed.model.SightingState;

/**
 * What the seller has said in the server's console, since a hit was confirmed, about the shop that it was found in:
 * that it is their own, or is not after all. A hit stands for a day; who names a shop should not see it called a thief
 * until tomorrow.
 */
public final class ShopWords {
  private ShopWords() {}

  /** Whether the server may say something of a hit that it has not just said. */
  static boolean mayHaveChanged(Hit hit) {
    return isOpen(hit) && !hit.isNew();
  }

  /**
   * Waits for the hit of this name as it stands once the server was asked, or as it is stored if the server cannot be
   * asked or does not know it; {@code null} if it is stored no more.
   */
  static Hit ask(String id) {
    try {
      Connection connection = Connection.load();
      Hit hit = stored(id);
      if (connection != null && hit != null && connection.home().equals(hit.home()) && isOpen(hit)) {
        Json sighting = connection.getJson("/api/v1/sightings/" + hit.result().sighting());
        String state = sighting.string("state");
        Hit now = stored(id); // the user may have said something meanwhile
        if (now != null && changes(now, state)) {
          Database.HITS.put(now.json());
        }
      }
    } catch (Http.Unreachable | Connection.ServerRefused | Json.WrongShape e) {
      Tasks.log("ShotDeed: whose shop it is was not heard: " + e.getMessage());
    }
    return stored(id);
  }

  /** What the user has just said of the hit itself, or others of it in the console, is not for this to change. */
  private static boolean changes(Hit hit, String sighting) {
    String now = sighting.equals(SightingState.OWN.text()) ? Hit.OWN : Hit.COPY;
    if (!isOpen(hit) || hit.isToBeTold() || now.equals(hit.state())
        || sighting.equals(SightingState.NOT_A_COPY.text())) {
      return false;
    }
    hit.json().member("result").put("state", sighting);
    hit.json().put("state", now);
    return true;
  }

  private static boolean isOpen(Hit hit) {
    return hit.state().equals(Hit.COPY) || hit.state().equals(Hit.OWN);
  }

  private static Hit stored(String id) {
    Json json = Database.HITS.get(id);
    return json == null ? null : Hit.read(json);
  }
}
