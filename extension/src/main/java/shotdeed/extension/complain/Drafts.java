package shotdeed.extension.complain;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.model.NoScreenshot;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.ComplaintRequest;

/** Keeps drafts of complaints and brings them to the server; a draft that was sent twice is prepared once. */
public final class Drafts {
  private Drafts() {}

  /** Waits until a draft is stored. */
  static void keep(Draft draft) {
    Database.COMPLAINTS.put(draft.json());
  }

  /** Waits for the newest draft about a hit; {@code null} if there is none. */
  static Draft about(String hit) {
    Draft newest = null;
    for (Draft draft : all()) {
      if (draft.hit().equals(hit)
          && (newest == null || draft.preparedAt().compareTo(newest.preparedAt()) > 0)) {
        newest = draft;
      }
    }
    return newest;
  }

  /** Waits until a draft that the person does not want is gone. */
  static void remove(Draft draft) {
    Database.COMPLAINTS.remove(draft.clientKey());
  }

  /** Waits for the draft as it is now; {@code null} if it is gone. Two panels may stand beside one tab. */
  static Draft again(Draft draft) {
    Json json = Database.COMPLAINTS.get(draft.clientKey());
    return json == null ? null : Draft.read(json);
  }

  /** Waits for the hit whose draft beside a tab waits, since that time, for a click on the toolbar icon; or the empty text. */
  static String awaitingClick(int tab, String since) {
    for (Draft draft : all()) {
      if (draft.state().equals(Draft.ASKING)
          && draft.tab() == tab
          && NoScreenshot.ofSentence(draft.noScreenshot()) == NoScreenshot.NOT_ALLOWED
          && draft.preparedAt().compareTo(since) > 0) {
        return draft.hit();
      }
    }
    return "";
  }

  /** Waits for the ids of the hits that waiting drafts are about. */
  public static List<String> hitsInUse() {
    List<String> hits = new ArrayList<>();
    for (Draft draft : all()) {
      if (draft.state().equals(Draft.WAITING) || draft.state().equals(Draft.ASKING)) {
        hits.add(draft.hit());
      }
    }
    return hits;
  }

  /**
   * Waits until every waiting draft whose hit this connection's library has confirmed was sent. One that the server cannot
   * take now does not keep back the others; its error is thrown at the end.
   */
  public static void flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    Connection.ServerRefused refused = null;
    for (Draft draft : all()) {
      if (draft.state().equals(Draft.WAITING)) {
        try {
          send(connection, draft);
        } catch (Connection.ServerRefused e) {
          refused = e;
        }
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  private static List<Draft> all() {
    List<Draft> drafts = new ArrayList<>();
    for (String id : Database.COMPLAINTS.ids()) {
      Json json = Database.COMPLAINTS.get(id);
      if (json != null) {
        drafts.add(Draft.read(json));
      }
    }
    return drafts;
  }

  private static void send(Connection connection, Draft draft) throws Http.Unreachable, Connection.ServerRefused {
    Json stored = Database.HITS.get(draft.hit());
    Hit hit = stored == null ? null : Hit.read(stored);
    if (hit != null && (hit.state().equals(Hit.WAITING) || !hit.home().equals(connection.home()))) {
      return;
    }
    if (hit == null || !hit.state().equals(Hit.COPY)) {
      draft.refused(Extension.message(hit != null && hit.state().equals(Hit.OWN) ? "draftOwnShop" : "draftHitGone"));
      keep(draft);
      return;
    }
    ComplaintRequest request =
        new ComplaintRequest(
            draft.clientKey(),
            List.of(hit.result().sighting()),
            true,
            draft.preparedAt(),
            draft.noScreenshot(),
            new CaptureClient(Extension.version(), Extension.browser(), Extension.language()),
            draft.capture(),
            draft.reasons());
    Http.Form form = new Http.Form().json("complaint", ComplaintJson.write(request));
    byte[] screenshot = draft.screenshot();
    if (screenshot != null) {
      form.file("screenshot", screenshot, isJpeg(screenshot) ? "image/jpeg" : "image/png");
    }
    try {
      draft.prepared(connection.post("/api/v1/complaints", form));
    } catch (Json.WrongShape e) {
      throw Connection.notUnderstood(200);
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      if (e.complaint() > 0) {
        draft.taken(e.complaint());
      } else {
        draft.refused(e.problem().title() + " " + e.problem().detail());
      }
    }
    keep(draft);
  }

  private static boolean isJpeg(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
  }
}
