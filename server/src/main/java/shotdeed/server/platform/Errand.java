package shotdeed.server.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done beside the server by one thread whenever somebody wakes it. However often it is woken meanwhile, it
 * runs once more. What it has to do it finds in the store, so that nothing is lost when the program ends.
 */
public final class Errand implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final int PATIENCE = 30;

  private final String name;
  private final Work work;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ExecutorService thread;

  /** What is done. */
  public interface Work {
    void run() throws Exception;
  }

  public Errand(String name, Work work) {
    this.name = name;
    this.work = work;
    thread = Executors.newSingleThreadExecutor(run -> {
      Thread daemon = new Thread(run, name);
      daemon.setDaemon(true);
      daemon.setPriority(Thread.MIN_PRIORITY);
      return daemon;
    });
  }

  /** Has the work done; returns at once. */
  public void wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        thread.execute(this::run);
      } catch (RejectedExecutionException e) {
        LOG.debug("{} has ended; the next start goes on", name);
      }
    }
  }

  private void run() {
    woken.set(false);
    try {
      work.run();
    } catch (Exception e) {
      if (!thread.isShutdown()) {
        LOG.warn("{} was interrupted; it goes on when it is woken again", name, e);
      }
    }
  }

  /** Has the work done; the answer comes when all that there was to do is done. */
  public Future<?> settled() {
    return thread.submit(this::run);
  }

  /** Stops after what is at hand. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        LOG.warn("{} did not end in time", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
