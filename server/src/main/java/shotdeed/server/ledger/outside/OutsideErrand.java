package shotdeed.server.ledger.outside;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.ledger.SignedNote;
import shotdeed.server.platform.Database;

/**
 * Asks somebody outside about the log's newest checkpoint, again and again: soon after evidence was sealed, else at most
 * each minute, and only if the log has grown. It runs on a thread of its own that nobody waits for. What failed is tried
 * again after ten seconds, then after longer, never longer than an hour, always with the checkpoint that is the newest
 * by then.
 */
final class OutsideErrand implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideErrand.class);
  private static final int LOOK_SECONDS = 5;
  private static final int PATIENCE_SECONDS = 20;

  /** Between two that went well. */
  private static final Duration PACE = Duration.ofMinutes(1);

  /** The same when evidence was sealed meanwhile. */
  private static final Duration SEALED_PACE = Duration.ofSeconds(10);

  /** After each failed try. */
  private static final List<Duration> WAITS = List.of(
      Duration.ofSeconds(10),
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(15),
      Duration.ofMinutes(30),
      Duration.ofHours(1));

  private final String name;
  private final String url;
  private final Work work;
  private final Supplier<SignedNote> newest;
  private final Database database;
  private final InstantSource clock;
  private final ScheduledExecutorService thread;
  private volatile boolean sealed;
  private volatile boolean stopping;

  /** Asks about a checkpoint and keeps what was answered. */
  interface Work {
    void ask(Noted checkpoint) throws NotGiven;
  }

  /**
   * An errand.
   *
   * @param name {@code stamp} or {@code witness}
   * @param newest the log's newest signed checkpoint
   */
  OutsideErrand(
      String name, String url, Work work, Supplier<SignedNote> newest, Database database, InstantSource clock) {
    this.name = name;
    this.url = url;
    this.work = work;
    this.newest = newest;
    this.database = database;
    this.clock = clock;
    thread = Executors.newSingleThreadScheduledExecutor(run -> {
      Thread daemon = new Thread(run, "outside-" + name);
      daemon.setDaemon(true);
      return daemon;
    });
  }

  String url() {
    return url;
  }

  /** Goes on with what an earlier run left. */
  void start() {
    thread.scheduleWithFixedDelay(this::quietly, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Evidence was sealed, so that it matters to be soon; returns at once. */
  void sealed() {
    sealed = true;
    try {
      thread.execute(this::quietly);
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops; the next start goes on");
    }
  }

  /** How far it is. */
  OutsideState state() {
    return database.read(handle -> OutsideStore.state(handle, name, url)).orElse(OutsideState.NEVER);
  }

  OutsideStatus.Side side(String origin, int size) {
    OutsideState state = state();
    URI address = URI.create(url);
    return new OutsideStatus.Side(
        address.getRawAuthority(), state, size - (origin.equals(state.doneOrigin()) ? state.doneSize() : 0));
  }

  private void quietly() {
    try {
      once();
    } catch (Throwable e) { // an executor ends for good what throws
      if (!stopping) {
        LOG.warn("{} could not be asked; tried again in {} s", name, LOOK_SECONDS, e);
      }
    }
  }

  /**
   * Asks now if that is due.
   *
   * @return whether there is an answer that was not there before
   */
  synchronized boolean once() {
    Instant now = clock.instant();
    OutsideState state = state();
    // A checkpoint is signed for this only when it is due.
    Noted checkpoint = due(state, now) ? Noted.of(newest.get()) : null;
    if (checkpoint == null || !state.lacks(checkpoint)) {
      return false;
    }
    sealed = false;
    try {
      work.ask(checkpoint);
    } catch (NotGiven e) {
      failed(state, e);
      return false;
    }
    database.write(handle -> {
      OutsideStore.done(handle, name, url, checkpoint, clock.instant());
      return null;
    });
    return true;
  }

  /** A clock that was set back does not make it wait longer than it ever does. */
  private boolean due(OutsideState state, Instant now) {
    if (state.nextAt() != null) {
      return !now.isBefore(state.nextAt()) || state.nextAt().isAfter(now.plus(WAITS.get(WAITS.size() - 1)));
    }
    Instant done = state.doneAt();
    return done == null || done.isAfter(now) || !now.isBefore(done.plus(PACE))
        || !now.isBefore(done.plus(SEALED_PACE)) && (sealed || evidenceSince(state));
  }

  /** What was sealed by whoever told nobody, or before the program was started again. */
  private boolean evidenceSince(OutsideState state) {
    return database.read(handle -> OutsideStore.evidenceSince(handle, state.doneOrigin(), state.doneSize()));
  }

  private void failed(OutsideState state, NotGiven why) {
    if (stopping) {
      return; // the server stops: that was no try
    }
    LOG.info("{}: no answer that holds: {} {}", name, why.fault(), why.detail());
    int tries = state.tries() + 1;
    Instant now = clock.instant();
    Instant next = now.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1));
    database.write(handle -> {
      OutsideStore.failed(handle, name, url, tries, why, now, next);
      return null;
    });
  }

  /** Waits until all that was begun is done. */
  void settle() throws InterruptedException, ExecutionException {
    thread.submit(() -> null).get();
  }

  /** What fails from now on was no try. */
  void stop() {
    stopping = true;
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    stopping = true;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{}: what was under way did not end in time", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
