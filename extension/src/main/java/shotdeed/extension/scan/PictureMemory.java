package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.HistoryChoice;
import shotdeed.fingerprint.Kernel;
import shotdeed.model.Unjudged;
import shotdeed.picture.PictureServers;

/**
 * The pictures of the last week, by canonical key: their fingerprints, so that none is fetched or hashed twice, and for which
 * library they were found clean. It stays in this browser, and is kept only where the history is: who wants nothing kept of
 * what they looked at wants this neither.
 *
 * <p>Memory: none but what is about to be written. Disk: about 8 KB a picture, {@link #KEPT} pictures.
 */
final class PictureMemory {
  /** Pictures that are kept; with a tenth more the oldest go. */
  static final int KEPT = 5_000;

  /** A server may put another picture under the same address: after so many days it is looked at again. */
  private static final double DAYS = 7;

  private static final double DAY_MILLIS = 24 * 60 * 60 * 1000.0;
  private static final int MAX_KEY = 2_000;
  private static final int WRITE_MILLIS = 300;
  private static final int PRUNE_EVERY = 200;
  private static final int CHUNK = 500;

  /** What the user has said of hits: with each word the verdicts before it hold no more. */
  private static final String WORDS = "wordsOnHits";

  private final Library library;

  /** Not written yet. */
  private final Map<String, Json> waiting = new HashMap<>();

  /** Of this worker, whatever the user wants kept. */
  private final Remembered clean;

  private boolean writing;
  private int written;
  private int words = -1;
  private HistoryChoice choice;

  PictureMemory(Library library) {
    this.library = library;
    this.clean = new Remembered(library);
  }

  /**
   * A picture that was looked at before.
   *
   * @param queries its fingerprints; none if it cannot be judged
   * @param unjudged why it cannot be judged by itself; or {@code null}
   * @param clean for the library as it is, beside the neighbours that it had: the text that names them; {@code null} if it was
   *     found clean for no library, or for another
   */
  record Known(List<Kernel.Query> queries, Unjudged unjudged, String clean) {}

  /** What is known of a picture, or {@code null}. Waits. */
  Known of(String url) {
    String id = id(url);
    String now = clean.of(id);
    if (now != null) {
      return new Known(List.of(), null, now);
    }
    load();
    if (!choice.on()) {
      return null;
    }
    Json stored = waiting.get(id);
    if (stored == null) {
      stored = id.length() > MAX_KEY ? null : Database.REMEMBERED.get(id);
    }
    if (stored == null || stored.stringOr("at", "").compareTo(Extension.instantBefore(DAYS * DAY_MILLIS)) < 0) {
      return null;
    }
    try {
      byte[] prints = stored.bytesOrNull("prints");
      String unjudged = stored.string("unjudged");
      return new Known(
          prints == null ? List.of() : PicturePrints.decode(prints),
          unjudged.isEmpty() ? null : Unjudged.of(unjudged),
          stored.string("library").equals(verdict()) ? stored.string("neighbours") : null);
    } catch (IllegalArgumentException | Json.WrongShape damaged) {
      Tasks.log("ShotDeed: a remembered picture cannot be read: " + damaged.getMessage());
      Database.REMEMBERED.remove(id);
      return null;
    }
  }

  /** Remembers what a picture looks like, and no verdict. */
  void looks(String url, List<Kernel.Query> queries, Unjudged unjudged) {
    if (choice != null && choice.on() && id(url).length() <= MAX_KEY) {
      write(
          url,
          Json.object()
              .put("id", id(url))
              .put("at", Extension.instant())
              .put("unjudged", unjudged == null ? "" : unjudged.text())
              .put("library", "")
              .put("neighbours", "")
              .putBytes("prints", PicturePrints.encode(queries)));
    }
  }

  /** It is clean beside these neighbours. */
  void clean(String url, String neighbours) {
    clean.put(id(url), neighbours);
    change(url, verdict(), neighbours);
  }

  /** Its verdict does not hold for the next visit. */
  void forgetVerdict(String url) {
    clean.remove(id(url));
    change(url, "", "");
  }

  private void change(String url, String verdict, String neighbours) {
    Json now = waiting.get(id(url));
    if (now != null) {
      now.put("library", verdict).put("neighbours", neighbours);
    } else if (choice != null && choice.on()) {
      Json members = Json.object().put("library", verdict).put("neighbours", neighbours);
      Tasks.start(() -> Database.REMEMBERED.change(id(url), members));
    }
  }

  private void write(String url, Json picture) {
    waiting.put(id(url), picture);
    if (!writing) {
      writing = true;
      Tasks.start(this::writeSoon);
    }
  }

  /** Together, and a moment later: the verdicts come first. */
  private void writeSoon() {
    try {
      while (!waiting.isEmpty()) {
        Tasks.pause(WRITE_MILLIS);
        List<String> ids = new ArrayList<>(waiting.keySet());
        List<Json> pictures = new ArrayList<>();
        for (String id : ids) {
          pictures.add(waiting.get(id));
        }
        Database.REMEMBERED.putAll(pictures);
        for (int i = 0; i < ids.size(); i++) {
          if (waiting.get(ids.get(i)) == pictures.get(i)) {
            waiting.remove(ids.get(i));
          }
        }
        written += ids.size();
        if (written >= PRUNE_EVERY) {
          written = 0;
          prune();
        }
      }
    } catch (Tasks.Refused full) { // a full disk: they are looked at again
      Tasks.log("ShotDeed: pictures could not be remembered: " + full.getMessage());
      waiting.clear();
    } finally {
      writing = false;
    }
  }

  private static void prune() {
    removeOldest(Extension.instantBefore(DAYS * DAY_MILLIS), Integer.MAX_VALUE);
    int over = Database.REMEMBERED.count() - KEPT;
    if (over > KEPT / 10) {
      removeOldest("a", over); // later than any time
    }
  }

  private static void removeOldest(String before, int most) {
    for (int left = most; left > 0; ) {
      List<String> ids = Database.REMEMBERED.oldest(before, Math.min(CHUNK, left));
      if (ids.isEmpty()) {
        return;
      }
      Database.REMEMBERED.removeAll(ids);
      left -= ids.size();
    }
  }

  /** What was clean because the user said so is looked at again. Waits. */
  void wordSaid() {
    clean.clear();
    load(); // or a worker that has just started would count from the start
    words++;
    Storage.set(WORDS, Json.object().put("count", words));
  }

  /** The user wants what they looked at kept, or does not. Waits. */
  void choiceChanged() {
    choice = null;
    load();
  }

  /** Waits until it is known what of the past counts. */
  void load() {
    if (words < 0) {
      Json stored = Storage.get(WORDS);
      words = stored == null ? 0 : stored.integerOr("count", 0);
    }
    if (choice == null) {
      HistoryChoice now = HistoryChoice.load();
      if (!now.on()) {
        waiting.clear();
        Database.REMEMBERED.clear();
      }
      choice = now;
    }
  }

  private String verdict() {
    return library.home() + " " + library.version() + " " + words;
  }

  private static String id(String url) {
    return Kernel.VERSION + " " + PictureServers.key(url);
  }
}
