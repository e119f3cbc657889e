package shotdeed.server.report;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.Database;

/**
 * Makes the daily reports that are due, seller after seller, and hands them over. What is due it finds in the store, so
 * that a stop delays a report and loses none.
 */
public final class DailyReports implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyReports.class);
  private static final int LOOK_SECONDS = 30;
  private static final int PATIENCE_SECONDS = 30;

  private final Database database;
  private final MakeReport make;
  private final HandOver handOver;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread daemon = new Thread(work, "reports");
    daemon.setDaemon(true);
    daemon.setPriority(Thread.MIN_PRIORITY);
    return daemon;
  });

  /** Hands a daily report to whoever wants it. */
  public interface HandOver {
    /** Called again for the same report if the program ended in the middle: nothing may be handed over twice by that. */
    void run(TheftReport report) throws Exception;
  }

  public DailyReports(Database database, MakeReport make, HandOver handOver) {
    this.database = database;
    this.make = make;
    this.handOver = handOver;
  }

  /** Looks now and from then on. */
  public void start() {
    thread.scheduleWithFixedDelay(this::quietly, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void quietly() {
    try {
      run();
    } catch (Throwable e) {
      // An executor ends for good what throws; a lack of memory, too, passes.
      LOG.warn("reports could not be made; tried again in {} s", LOOK_SECONDS, e);
    }
  }

  /** Makes what is due and hands it over; returns how many were made. One seller's trouble is not another's. */
  public synchronized int run() {
    int made = 0;
    List<Integer> sellers = database.read(ReportStore::sellers);
    for (int seller : sellers) {
      try {
        made += make.daily(seller) == 0 ? 0 : 1;
      } catch (RuntimeException e) {
        LOG.warn("a seller's daily report could not be made; tried again in {} s", LOOK_SECONDS, e);
      }
    }
    for (TheftReport report : database.read(ReportStore::toHandOver)) {
      try {
        handOver.run(report);
      } catch (Exception | OutOfMemoryError | StackOverflowError e) {
        LOG.warn("report {} could not be handed over; tried again in {} s", report.id(), LOOK_SECONDS, e);
      }
    }
    return made;
  }

  /** Ends after the report at hand. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a report under way did not end in time; the next start makes it");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
