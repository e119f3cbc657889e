package shotdeed.extension.scan;

import java.util.HashSet;
import java.util.Set;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
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
  /** The first page comes first. */
  private static final int INDEX_MILLIS = 3_000;

  private static final int MAX_BYTES = 256 << 20;

  private final Turn naming = new Turn();
  private final Turn loading = new Turn();
  private Matcher matcher = new Matcher();
  private String etag = "";
  private String home = "";
  private int certificates;
  private int missing;
  private String refreshedAt = "";
  private String since = "";
  private boolean unread = true;
  private boolean factsLoaded;
  private boolean loaded;

  /** What the reading of the stored snapshot took. */
  private final Json millis = Json.object();

  /** The version that the server speaks, if nothing can be compared with what it has; else that of this extension. */
  private int serverKernel = Kernel.VERSION;

  /** Waits until it is known which library is stored: enough for verdicts that are known. */
  void loadFacts() {
    if (factsLoaded) {
      return;
    }
    naming.take();
    try {
      if (!factsLoaded) {
        Json facts = LibraryStore.facts();
        if (facts == null) {
          load(); // nothing is stored, or by a version that stored no facts
        } else {
          take(facts);
        }
        factsLoaded = true;
      }
    } finally {
      naming.give();
    }
  }

  /** Waits until the stored snapshot is in memory; whoever comes meanwhile waits too, or would see an empty library. */
  public void load() {
    if (loaded) {
      return;
    }
    loading.take();
    try {
      if (!loaded) {
        read();
        loaded = true;
        factsLoaded = true;
      }
    } finally {
      loading.give();
    }
  }

  private void read() {
    double start = Tasks.now();
    Json facts = LibraryStore.facts();
    Matcher ready = facts == null ? null : LibraryStore.index(facts.string("etag"));
    if (ready != null) {
      take(facts);
      matcher = ready;
      millis.put("from", start).put("index", Tasks.now() - start);
      return;
    }
    try {
      LibraryStore.Stored stored = LibraryStore.snapshot();
      double got = Tasks.now();
      if (stored == null) {
        forgetFacts();
        return;
      }
      Snapshot snapshot = SnapshotCodec.decode(stored.bytes());
      double decoded = Tasks.now();
      if (snapshot.kernel() != Kernel.VERSION) {
        forgetFacts();
        LibraryStore.clear(); // this extension was updated; the next refresh brings one of its own version
        return;
      }
      use(snapshot);
      millis.put("from", start).put("read", got - start).put("decode", decoded - got).put("build", Tasks.now() - decoded);
      take(stored.facts());
      certificates = snapshot.certificates().size();
      missing = snapshot.missing();
      keepIndex();
    } catch (IllegalArgumentException | Json.WrongShape damaged) {
      forgetFacts();
      LibraryStore.clear(); // the next refresh brings a whole one
    }
  }

  private void take(Json facts) {
    etag = facts.string("etag");
    home = facts.string("home");
    refreshedAt = facts.string("refreshedAt");
    since = refreshedAt;
    certificates = facts.integerOr("certificates", 0);
    missing = facts.integerOr("missing", 0);
  }

  private void forgetFacts() {
    matcher = new Matcher();
    etag = "";
    home = "";
    certificates = 0;
    missing = 0;
  }

  /** What makes the next worker's start quick is stored beside everything else. */
  private void keepIndex() {
    Matcher now = matcher;
    String of = etag;
    Tasks.start(
        () -> {
          Tasks.pause(INDEX_MILLIS);
          if (matcher == now) {
            LibraryStore.keepIndex(of, now.freeze());
          }
        });
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
    LibraryStore.keep(answer.body(), etag, home, refreshedAt, certificates, missing);
    keepIndex();
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
    unread = false;
    etag = "";
    home = "";
    certificates = 0;
    missing = 0;
    serverKernel = Kernel.VERSION;
    LibraryStore.clear();
  }

  private void use(Snapshot snapshot) {
    Matcher fresh = new Matcher();
    for (Snapshot.Certificate certificate : snapshot.certificates()) {
      fresh.add(certificate.number(), certificate.fingerprints());
    }
    matcher = fresh;
    unread = true;
    certificates = snapshot.certificates().size();
    missing = snapshot.missing();
  }

  /**
   * Waits for the snapshot in use, as it is stored; {@code null} if there is none, or once {@link #read(String)} said that it
   * was gone through. It is large, so it is not kept beside the matcher.
   */
  Snapshot unread() {
    load();
    String of = etag;
    LibraryStore.Stored stored = unread ? LibraryStore.snapshot() : null;
    try {
      return stored == null || !of.equals(stored.facts().string("etag")) ? null : SnapshotCodec.decode(stored.bytes());
    } catch (IllegalArgumentException damaged) {
      return null;
    }
  }

  /** The numbers of its certificates; empty once the snapshot was gone through. */
  Set<Integer> unreadNumbers() {
    return unread ? matcher.numbers() : new HashSet<>();
  }

  /** The snapshot of this version was gone through. */
  void read(String version) {
    unread &= !version.equals(version());
  }

  /** When the snapshot in use came, ISO 8601: pictures that were seen later were compared with it. */
  String since() {
    return since;
  }

  /** What the reading of the stored snapshot took, step by step, for measurements. */
  public Json millis() {
    return millis;
  }

  Matcher matcher() {
    return matcher;
  }

  /** The library that the snapshot is of; the empty text if there is none. */
  public String home() {
    return home;
  }

  /** The ETag of the snapshot in use, or when it came: a verdict holds as long as this stays. */
  String version() {
    return etag.isEmpty() ? since : etag;
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
