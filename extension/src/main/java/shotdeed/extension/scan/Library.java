package shotdeed.extension.scan;

import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Turn;
import shotdeed.extension.settings.Connection;
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

  private final Turn loading = new Turn();
  private Matcher matcher = new Matcher();
  private String etag = "";
  private String home = "";
  private int certificates;
  private int missing;
  private String refreshedAt = "";
  private String since = "";
  private Snapshot unread;
  private boolean loaded;

  /** The version that the server speaks, if nothing can be compared with what it has; else that of this extension. */
  private int serverKernel = Kernel.VERSION;

  /** Waits until the stored snapshot is in memory; whoever comes meanwhile waits too, or would see an empty library. */
  void load() {
    loading.take();
    try {
      if (!loaded) {
        read();
        loaded = true;
      }
    } finally {
      loading.give();
    }
  }

  private void read() {
    Json stored = Database.SNAPSHOT.get(ID);
    byte[] bytes = stored == null ? null : stored.bytesOrNull("bytes");
    if (bytes == null) {
      return;
    }
    try {
      Snapshot snapshot = SnapshotCodec.decode(bytes);
      if (snapshot.kernel() != Kernel.VERSION) {
        Database.SNAPSHOT.remove(ID); // this extension was updated; the next refresh brings one of its own version
        return;
      }
      use(snapshot);
      etag = stored.string("etag");
      home = stored.string("home");
      refreshedAt = stored.string("refreshedAt");
      since = refreshedAt;
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
    Http.Answer answer;
    try {
      answer = connection.get("/api/v1/snapshot?kernel=" + Kernel.VERSION, etag, MAX_BYTES);
    } catch (Connection.ServerRefused e) {
      if (!e.isAboutKernel()) {
        throw e;
      }
      int other = connection.handshake().kernel();
      refreshedAt = Extension.instant();
      return differs(other, connection);
    }
    refreshedAt = Extension.instant();
    if (answer.status() == 304) {
      return false;
    }
    Snapshot snapshot;
    try {
      snapshot = SnapshotCodec.decode(answer.body());
    } catch (IllegalArgumentException damaged) {
      throw new Http.Unreachable(damaged.getMessage());
    }
    if (snapshot.kernel() != Kernel.VERSION) {
      return differs(snapshot.kernel(), connection); // a server from before one could ask for a version
    }
    serverKernel = Kernel.VERSION;
    use(snapshot);
    since = refreshedAt;
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

  /** Nothing can be compared with what the server has; returns whether that is news. */
  private boolean differs(int kernel, Connection connection) {
    boolean news = serverKernel != kernel || certificates > 0;
    forget();
    home = connection.home();
    serverKernel = kernel;
    return news;
  }

  /** Forgets the snapshot: this browser is paired with no library, or with another. */
  public void forget() {
    matcher = new Matcher();
    unread = null;
    etag = "";
    home = "";
    certificates = 0;
    missing = 0;
    serverKernel = Kernel.VERSION;
    Database.SNAPSHOT.remove(ID);
  }

  private void use(Snapshot snapshot) {
    Matcher fresh = new Matcher();
    for (Snapshot.Certificate certificate : snapshot.certificates()) {
      fresh.add(certificate.number(), certificate.fingerprints());
    }
    matcher = fresh;
    unread = snapshot;
    certificates = snapshot.certificates().size();
    missing = snapshot.missing();
  }

  /** The snapshot in use, until {@link #read(Snapshot)} says that it was gone through; then {@code null}. */
  Snapshot unread() {
    return unread;
  }

  /** A snapshot was gone through; it is large, so it is not kept beside the matcher. */
  void read(Snapshot snapshot) {
    unread = unread == snapshot ? null : unread;
  }

  /** When the snapshot in use came, ISO 8601: pictures that were seen later were compared with it. */
  String since() {
    return since;
  }

  Matcher matcher() {
    return matcher;
  }

  /** The library that the snapshot is of; the empty text if there is none. */
  public String home() {
    return home;
  }

  /** The ETag of the snapshot in use: a verdict holds as long as this stays. */
  String version() {
    return etag;
  }

  public int certificates() {
    return certificates;
  }

  /** Whether pages are checked for copies of a certificate. */
  public boolean holds(int certificate) {
    return matcher.holds(certificate);
  }

  /** Monitored certificates that the server has no fingerprints of this extension's version of (yet). */
  public int missing() {
    return missing;
  }

  public String refreshedAt() {
    return refreshedAt;
  }

  /**
   * The key of the words that say which side is to be updated, because nothing can be compared; the empty text if that is
   * not so.
   */
  public String kernelTrouble() {
    return kernelTrouble(serverKernel);
  }

  /** The same for what a server says of itself. */
  public static String kernelTrouble(int serverKernel) {
    if (serverKernel == Kernel.VERSION) {
      return "";
    }
    return serverKernel < Kernel.VERSION ? "serverOlder" : "extensionOlder";
  }
}
