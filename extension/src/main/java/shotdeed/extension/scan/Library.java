package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.settings.Connection;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.match.Matcher;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/**
 * The seller's monitor library as this browser holds it: fingerprints only, kept in IndexedDB, refreshed by ETag. A
 * damaged or half snapshot never replaces a whole one.
 */
public final class Library {
  private static final String ID = "monitor-library";
  private static final int MAX_BYTES = 256 << 20;

  private Matcher matcher = new Matcher();
  private String etag = "";
  private String home = "";
  private int certificates;
  private int entries;
  private String refreshedAt = "";
  private boolean loaded;
  private boolean kernelDiffers;

  /** Waits until the stored snapshot is in memory; whoever comes meanwhile waits too, or would see an empty library. */
  synchronized void load() {
    if (!loaded) {
      read();
      loaded = true;
    }
  }

  private void read() {
    Json stored = Database.SNAPSHOT.get(ID);
    byte[] bytes = stored == null ? null : stored.bytesOrNull("bytes");
    if (bytes == null) {
      return;
    }
    try {
      use(SnapshotCodec.decode(bytes));
      etag = stored.string("etag");
      home = stored.string("home");
      refreshedAt = stored.string("refreshedAt");
    } catch (IllegalArgumentException | Json.WrongShape damaged) {
      Database.SNAPSHOT.remove(ID); // the next refresh brings a whole one
    }
  }

  /** Waits for the server's current snapshot; returns whether anything changed. */
  public boolean refresh(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    load();
    if (!connection.home().equals(home)) {
      forget();
    }
    Http.Answer answer = connection.get("/api/v1/snapshot", etag, MAX_BYTES);
    refreshedAt = Extension.instant();
    if (answer.status() == 304) {
      return false;
    }
    try {
      use(SnapshotCodec.decode(answer.body()));
    } catch (IllegalArgumentException damaged) {
      throw new Http.Unreachable(damaged.getMessage());
    }
    etag = answer.etag();
    home = connection.home();
    Database.SNAPSHOT.put(
        Json.object()
            .put("id", ID)
            .put("etag", etag)
            .put("home", home)
            .put("refreshedAt", refreshedAt)
            .putBytes("bytes", answer.body()));
    return true;
  }

  /** Forgets the snapshot: this browser is paired with no library, or with another. */
  public void forget() {
    matcher = new Matcher();
    etag = "";
    home = "";
    certificates = 0;
    entries = 0;
    Database.SNAPSHOT.remove(ID);
  }

  private void use(Snapshot snapshot) {
    kernelDiffers = snapshot.kernel() != Kernel.VERSION;
    Matcher fresh = new Matcher();
    int count = 0;
    if (!kernelDiffers) {
      List<Snapshot.Entry> all = snapshot.entries();
      int from = 0;
      while (from < all.size()) {
        int certificate = all.get(from).certificate();
        List<Fingerprint> fingerprints = new ArrayList<>();
        while (from < all.size() && all.get(from).certificate() == certificate) {
          fingerprints.add(all.get(from++).fingerprint());
        }
        fresh.add(certificate, fingerprints);
        count++;
      }
    }
    matcher = fresh;
    certificates = count;
    entries = snapshot.entries().size();
  }

  Matcher matcher() {
    return matcher;
  }

  /** The library that the snapshot is of; the empty text if there is none. */
  String home() {
    return home;
  }

  /** The ETag of the snapshot in use: a verdict holds as long as this stays. */
  String version() {
    return etag;
  }

  public int certificates() {
    return certificates;
  }

  public int entries() {
    return entries;
  }

  public String refreshedAt() {
    return refreshedAt;
  }

  /** Whether the server's fingerprints are of another version than this extension computes: nothing can be matched. */
  public boolean kernelDiffers() {
    return kernelDiffers;
  }
}
