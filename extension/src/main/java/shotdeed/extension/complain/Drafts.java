package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.ComplaintRequest;

/** Keeps drafts of complaints and brings them to the server; a draft that was sent twice is prepared once. */
public final class Drafts {
  private Drafts() {}

  static void keep(Draft draft) {
    Database.COMPLAINTS.put(draft.json());
  }

  /** Waits for the draft about a hit, the newest first; {@code null} if there is none. */
  static Draft about(String hit) {
    Draft newest = null;
    for (Json json : Database.COMPLAINTS.all()) {
      Draft draft = Draft.read(json);
      if (draft.hit().equals(hit)
          && (newest == null || draft.preparedAt().compareTo(newest.preparedAt()) > 0)) {
        newest = draft;
      }
    }
    return newest;
  }

  /** Waits until every waiting draft whose hit is confirmed was sent; returns whether any state changed. */
  public static boolean flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    boolean changed = false;
    for (Json json : Database.COMPLAINTS.all()) {
      Draft draft = Draft.read(json);
      if (draft.state().equals(Draft.WAITING)) {
        changed |= send(connection, draft);
      }
    }
    return changed;
  }

  /** Waits for the number of drafts that the server has not got yet. */
  public static int waiting() {
    int count = 0;
    for (Json json : Database.COMPLAINTS.all()) {
      if (Draft.read(json).state().equals(Draft.WAITING)) {
        count++;
      }
    }
    return count;
  }

  private static boolean send(Connection connection, Draft draft) throws Http.Unreachable, Connection.ServerRefused {
    Json stored = Database.HITS.get(draft.hit());
    Hit hit = stored == null ? null : Hit.read(stored);
    if (hit != null && hit.state().equals(Hit.WAITING)) {
      return false;
    }
    if (hit == null || !hit.state().equals(Hit.COPY)) {
      draft.refused(Extension.message("draftHitGone"));
      keep(draft);
      return true;
    }
    ComplaintRequest request =
        new ComplaintRequest(
            draft.clientKey(),
            List.of(hit.result().sighting()),
            true,
            draft.preparedAt(),
            draft.noScreenshot(),
            new CaptureClient(Extension.version(), Extension.browser(), Extension.language()));
    Http.Form form = new Http.Form().json("complaint", ComplaintJson.write(request));
    byte[] screenshot = draft.screenshot();
    if (screenshot != null) {
      form.file("screenshot", screenshot, "image/png");
    }
    try {
      draft.prepared(connection.post("/api/v1/complaints", form));
    } catch (Connection.ServerRefused e) {
      if (e.isPassing() || e.isRevoked()) {
        throw e;
      }
      draft.refused(e.problem().title() + " " + e.problem().detail());
    }
    keep(draft);
    return true;
  }
}
