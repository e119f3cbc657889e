package shotdeed.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.account.FindCaller;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.console.Desk;
import shotdeed.server.console.UploadSteps;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.upload.LookAtUpload;
import shotdeed.server.upload.OpenUpload;
import shotdeed.server.upload.ReceiveChunk;
import shotdeed.server.upload.ReviewUploads;

/** The use cases of uploads that arrive in pieces. */
final class Uploads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final OpenUpload open;
  private final ReceiveChunk receive;
  private final ReviewUploads review;
  private final LookAtUpload look;
  private ScheduledExecutorService hourly;

  Uploads(Database database, CertifyUpload certify, Path folder, FreeSpace space, InstantSource clock) {
    review = new ReviewUploads(database, certify, new FindCaller(database), folder, clock);
    open = new OpenUpload(certify, database, space, clock);
    receive = new ReceiveChunk(database, folder, space, clock, review::wake);
    look = new LookAtUpload(database);
  }

  /** Goes on with what the server was at when it stopped. */
  void start() {
    hourly = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread thread = new Thread(work, "forget uploads");
      thread.setDaemon(true);
      return thread;
    });
    hourly.scheduleWithFixedDelay(this::expire, 0, 1, TimeUnit.HOURS);
    review.wake();
  }

  /** A failure must not end the hourly turn. */
  private void expire() {
    try {
      review.expire();
    } catch (RuntimeException e) {
      LOG.warn("old uploads could not be forgotten; tried again in an hour", e);
    }
  }

  ReviewUploads review() {
    return review;
  }

  UploadSteps steps(Desk desk) {
    return new UploadSteps(desk, open, receive, review, look);
  }

  @Override
  public void close() {
    if (hourly != null) {
      hourly.shutdownNow();
    }
    review.close();
  }
}
