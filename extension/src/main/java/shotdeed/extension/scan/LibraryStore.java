package shotdeed.extension.scan;

import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.fingerprint.Kernel;
import shotdeed.match.FrozenIndex;
import shotdeed.match.FrozenMatcher;
import shotdeed.match.Matcher;

/**
 * The monitor library in IndexedDB, three times: what it is, which is read at once; the snapshot as it came, which is what
 * counts; and the matcher made of it, 13 MB of 1,000 certificates, which a worker that starts reads in the fifth of the time
 * that it would take to make. Those that are not of one version are not used together.
 */
final class LibraryStore {
  private static final String SNAPSHOT = "monitor-library";
  private static final String FACTS = "monitor-library-facts";
  private static final String INDEX = "monitor-library-index";

  private LibraryStore() {}

  /**
   * The snapshot as it came.
   *
   * @param facts with the members etag, home and refreshedAt
   */
  record Stored(byte[] bytes, Json facts) {}

  /** Waits for what the stored library is; {@code null} if there is none of this version of the fingerprints. */
  static Json facts() {
    Json facts = Database.SNAPSHOT.get(FACTS);
    try {
      boolean whole =
          facts != null
              && facts.integer("kernel") == Kernel.VERSION
              && !facts.string("etag").isEmpty()
              && !facts.string("home").isEmpty()
              && !facts.string("refreshedAt").isEmpty()
              && facts.integer("certificates") >= 0
              && facts.integer("missing") >= 0;
      return whole ? facts : null;
    } catch (Json.WrongShape damaged) {
      return null;
    }
  }

  /** Waits for the stored snapshot, or {@code null}. */
  static Stored snapshot() {
    Json stored = Database.SNAPSHOT.get(SNAPSHOT);
    byte[] bytes = stored == null ? null : stored.bytesOrNull("bytes");
    return bytes == null ? null : new Stored(bytes, stored);
  }

  /** Waits for the matcher of a version; {@code null} if none is stored, or a damaged one. */
  static Matcher index(String etag) {
    Json stored = Database.SNAPSHOT.get(INDEX);
    try {
      return stored == null || !stored.string("etag").equals(etag) || stored.integer("kernel") != Kernel.VERSION
          ? null
          : new Matcher(
              new FrozenMatcher(
                  new FrozenIndex(
                      stored.integer("used"),
                      stored.intArrays("words"),
                      stored.byteArrays("radii"),
                      stored.intArrays("starts"),
                      stored.intArrays("handles"),
                      stored.charArrays("siblings")),
                  stored.ints("numbers"),
                  stored.ints("counts"),
                  stored.ints("corners")));
    } catch (IllegalArgumentException | Json.WrongShape damaged) {
      Tasks.log("ShotDeed: the stored index is damaged: " + damaged.getMessage());
      return null;
    }
  }

  /** Waits until a snapshot is stored in place of all. */
  static void keep(byte[] bytes, String etag, String home, String refreshedAt, int certificates, int missing) {
    Json facts = Json.object().put("etag", etag).put("home", home).put("refreshedAt", refreshedAt);
    Database.SNAPSHOT.putAll(
        List.of(
            facts.only("etag", "home", "refreshedAt").put("id", SNAPSHOT).putBytes("bytes", bytes),
            facts
                .put("id", FACTS)
                .put("kernel", Kernel.VERSION)
                .put("certificates", certificates)
                .put("missing", missing)));
  }

  /** Waits until the matcher of a version is stored; none is if it is {@code null}. */
  static void keepIndex(String etag, FrozenMatcher matcher) {
    if (matcher == null) {
      Database.SNAPSHOT.remove(INDEX);
      return;
    }
    FrozenIndex index = matcher.index();
    Database.SNAPSHOT.put(
        Json.object()
            .put("id", INDEX)
            .put("etag", etag)
            .put("kernel", Kernel.VERSION)
            .put("used", index.used())
            .putInts("words", index.words())
            .putBytes("radii", index.radii())
            .putInts("starts", index.starts())
            .putInts("handles", index.handles())
            .putChars("siblings", index.siblings())
            .putInts("numbers", matcher.numbers())
            .putInts("counts", matcher.counts())
            .putInts("corners", matcher.corners()));
  }

  /** Waits until nothing is stored. */
  static void clear() {
    Database.SNAPSHOT.clear();
  }
}
