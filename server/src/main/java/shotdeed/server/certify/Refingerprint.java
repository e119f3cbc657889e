package shotdeed.server.certify;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.audit.Actor;
import shotdeed.server.audit.Audit;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Turnstile;

/**
 * Computes the fingerprints and the local features of this program's versions for certificates that have none of these,
 * as after an update: from the stored originals, beside the server, one picture at a time, the monitored ones first. What
 * is new of a certificate is stored in one transaction, and until then what it has stays, so the work may be ended at any
 * moment; the next start goes on with what is left. Until its turn came a certificate is not matched against, and an
 * altered copy of it not recognised at an upload, or, where only features are missing, not found by them: console,
 * handshake and snapshot say how many wait.
 *
 * <p>A picture that cannot be done keeps what it has, is named to the admin, and is not tried again before the
 * admin says so.
 */
public final class Refingerprint implements AutoCloseable {
  /** Attempts that may end the whole program before a picture is taken to be the cause. */
  static final int MAX_ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Refingerprint.class);
  private static final int LOG_EACH = 100;
  static final RefingerprintStore.Versions VERSIONS =
      new RefingerprintStore.Versions(Kernel.VERSION, FeatureKernel.VERSION);

  private final Database database;
  private final Library library;
  private final FileStore files;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;
  private final InstantSource clock;
  private volatile boolean stopped;
  private boolean asked;
  private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

  public Refingerprint(
      Database database,
      Library library,
      FileStore files,
      Turnstile turnstile,
      PictureDecoder decoder,
      InstantSource clock) {
    this.database = database;
    this.library = library;
    this.files = files;
    this.turnstile = turnstile;
    this.decoder = decoder;
    this.clock = clock;
  }

  /**
   * How far a seller's certificates are.
   *
   * @param done have what is counted, of this version
   * @param total all that stand
   * @param failed cannot get any
   */
  public record Progress(int done, int total, int failed) {
    /** Whether something will still be done without anybody's help. */
    public boolean underWay() {
      return done + failed < total;
    }
  }

  /** Why a certificate has no fingerprints or no features of this version. */
  public enum Reason {
    /** The original's file is not in the store. */
    ORIGINAL_MISSING("original-missing"),
    /** The original's file was damaged, or no longer decodes. */
    ORIGINAL_UNREADABLE("original-unreadable"),
    /** For this version the photograph is too plain to be told apart. */
    FLAT("flat"),
    /** The program ended several times while it was at this picture. */
    INTERRUPTED("interrupted"),
    /** Something else; the log says what. */
    FAILED("failed");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** For the store; its words are the message {@code refingerprint.failed.…}. */
    public String text() {
      return text;
    }

    static Reason of(String text) {
      for (Reason reason : values()) {
        if (reason.text.equals(text)) {
          return reason;
        }
      }
      throw new IllegalArgumentException("no reason for missing fingerprints: " + text);
    }
  }

  /** A certificate that cannot get fingerprints or features of this version. */
  public record Failure(int certificate, String title, String seller, Reason reason) {}

  /**
   * Starts; if it runs already, it looks once more for what waits before it ends. The answer is the number of
   * certificates done.
   */
  public synchronized Future<Integer> start() {
    asked = true;
    if (running.isDone() && !stopped) {
      CompletableFuture<Integer> done = new CompletableFuture<>();
      running = done;
      Thread thread = new Thread(() -> run(done), "refingerprint");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
    return running;
  }

  /** Tries again what failed. */
  public Future<Integer> again(Actor actor) {
    database.write(handle -> {
      Audit.did(handle, clock.instant(), actor, 0, "fingerprints.again", "server", 0, "");
      RefingerprintStore.again(handle, VERSIONS);
      return null;
    });
    return start();
  }

  /** How far a seller's certificates are with their fingerprints. */
  public Progress progress(int seller) {
    return database.read(handle -> RefingerprintStore.prints(handle, seller, VERSIONS, library.certificates(seller)));
  }

  /** How far a seller's certificates are with their features. */
  public Progress featureProgress(int seller) {
    return database.read(handle -> RefingerprintStore.features(handle, seller, VERSIONS));
  }

  /** A seller's monitored certificates that nothing is matched against for want of fingerprints. */
  public int missing(int seller) {
    int matched = library.matched(seller);
    return Math.max(0, database.read(handle -> RefingerprintStore.monitored(handle, seller)) - matched);
  }

  /** What could not be done, of all sellers, at most {@code limit}. */
  public List<Failure> failures(int limit) {
    return database.read(handle -> RefingerprintStore.failures(handle, VERSIONS, limit));
  }

  private void run(CompletableFuture<Integer> result) {
    int done = 0;
    try {
      while (goesOn(result, done)) {
        done += round();
      }
    } catch (RuntimeException e) {
      LOG.warn("fingerprints of version {}: interrupted; the next start goes on", Kernel.VERSION, e);
    } finally {
      result.complete(done);
    }
  }

  /** Whether somebody asked since the last look at what waits; if not, this run is over, and the next call starts one. */
  private synchronized boolean goesOn(CompletableFuture<Integer> result, int done) {
    boolean goesOn = asked && !stopped;
    asked = false;
    if (!goesOn) {
      result.complete(done);
    }
    return goesOn;
  }

  /**
   * Does what waits, until nothing does: each attempt leaves fingerprints, or the reason why there are none. Returns
   * how many got some.
   */
  private int round() {
    int done = 0;
    int failed = 0;
    List<Integer> waiting = waiting();
    while (!waiting.isEmpty()) {
      int total = database.read(RefingerprintStore::standing);
      int left = waiting.size();
      LOG.info("computing fingerprints of version {}: {} of {} certificates wait", Kernel.VERSION, left, total);
      for (int certificate : waiting) {
        if (stopped) {
          LOG.info("stopped after {} certificates; the next start goes on", done);
          return done;
        }
        Reason reason = outcome(certificate);
        if (reason == null) {
          done++;
        } else {
          failed++;
          LOG.warn("no fingerprints of version {} for certificate {}: {}", Kernel.VERSION, certificate, reason.text());
        }
        if (--left % LOG_EACH == 0) {
          LOG.info("fingerprints of version {}: {} of {} certificates wait", Kernel.VERSION, left, total);
        }
      }
      LOG.info("fingerprints of version {} are complete but for {} certificates", Kernel.VERSION, failed);
      waiting = waiting();
    }
    return done;
  }

  private List<Integer> waiting() {
    return database.read(handle -> RefingerprintStore.waiting(handle, VERSIONS));
  }

  /** Does one certificate, whatever happens; returns why it cannot be done, or {@code null}. */
  private Reason outcome(int id) {
    try {
      return one(id);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.warn("certificate {} could not be fingerprinted", id, e);
      failed(id, Reason.FAILED, clock.instant());
      return Reason.FAILED;
    }
  }

  private void failed(int id, Reason reason, Instant now) {
    database.write(handle -> {
      RefingerprintStore.failed(handle, id, VERSIONS, reason, now);
      return null;
    });
  }

  /** Does one certificate; returns why it cannot be done, or {@code null}. */
  private Reason one(int id) throws IOException {
    Certificate certificate = database.read(handle -> CertificateStore.find(handle, id));
    Instant now = clock.instant();
    int before = database.write(handle -> RefingerprintStore.attempt(handle, id, VERSIONS, now));
    Recomputed outcome = before >= MAX_ATTEMPTS
        ? Recomputed.none(Reason.INTERRUPTED)
        : turnstile.pass(() -> Recomputed.of(certificate, database, files, decoder));
    if (outcome.reason() != null) {
      failed(id, outcome.reason(), now);
      return outcome.reason();
    }
    library.change(certificate.seller(), () -> {
      store(id, outcome);
      return null;
    });
    return null;
  }

  /** In the order of every change of a library: the store first, then what is in memory. */
  private void store(int id, Recomputed outcome) {
    record Stored(Certificate after, boolean matched) {}
    Stored stored = database.write(handle -> {
      RefingerprintStore.done(handle, id, VERSIONS);
      if (outcome.prints() != null && !FingerprintStore.has(handle, id, Kernel.VERSION)) {
        FingerprintStore.insert(handle, id, Kernel.VERSION, outcome.prints());
      }
      FingerprintStore.removeOutdated(handle, id, Kernel.VERSION);
      if (outcome.features() != null) {
        FeatureStore.put(handle, id, outcome.features());
      }
      return new Stored(CertificateStore.find(handle, id), CertificateStore.isMatched(handle, id));
    });
    Certificate after = stored.after();
    switch (after.state()) {
      case FIRST_PASSED, CERTIFIED, REGISTERED, MONITORED, PAUSED, CONTESTED -> {
        if (outcome.prints() != null) {
          library.add(after.seller(), id, outcome.prints());
        }
        library.monitor(after.seller(), id, stored.matched());
      }
      default -> LOG.debug("certificate {} ended while it was fingerprinted", id);
    }
  }

  /** Stops after the picture at hand and waits for that. */
  @Override
  public void close() {
    CompletableFuture<Integer> last;
    synchronized (this) {
      stopped = true;
      last = running;
    }
    last.join();
  }
}
