package shotdeed.server.certify.second;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.Database;

/** Looks once a minute which reviews became overdue, and has each of them told once. */
public final class OverdueWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);

  private final Database database;
  private final List<Notifier> notifiers;
  private final InstantSource clock;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "overdue");
    thread.setDaemon(true);
    return thread;
  });

  public OverdueWatch(Database database, List<Notifier> notifiers, InstantSource clock) {
    this.database = database;
    this.notifiers = List.copyOf(notifiers);
    this.clock = clock;
  }

  /** Looks now, and from then on once a minute. */
  public void start() {
    timer.scheduleWithFixedDelay(this::quietly, 0, 1, TimeUnit.MINUTES);
  }

  private void quietly() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("reviewers could not be told of overdue reviews; tried again in a minute", e);
    }
  }

  /** Looks now; returns how many reviews were told of. One notifier that fails keeps none of the others from telling. */
  public int look() {
    Instant now = clock.instant();
    List<Instant> late = database.write(handle -> QueueStore.tellOverdue(handle, now));
    for (Notifier notifier : notifiers) {
      try {
        if (!late.isEmpty()) {
          notifier.overdue(late.size(), late.get(0));
        }
        notifier.looked();
      } catch (RuntimeException e) {
        LOG.warn("{} overdue reviews were not told by {}", late.size(), notifier.getClass().getSimpleName(), e);
      }
    }
    return late.size();
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
