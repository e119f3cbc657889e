package shotdeed.server.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.FindCaller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Takes files that are whole through the first review, some uploads at a time, and unpacks zip files. Each photograph's
 * line is written as soon as it is known; after a restart a zip file goes on behind its last line. Also forgets what did
 * not become whole within a day.
 */
public final class ReviewUploads implements AutoCloseable {
  /** How long an upload that brings nothing is waited for. */
  public static final Duration LIFE = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(ReviewUploads.class);
  private static final int MAX_WORKERS = 4;
  private static final int STOP_SECONDS = 30;

  private final Database database;
  private final CertifyUpload certify;
  private final FindCaller callers;
  private final Path folder;
  private final InstantSource clock;
  private final Set<Integer> working = ConcurrentHashMap.newKeySet();
  private final Set<Integer> failed = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;
  private volatile boolean stopped;

  public ReviewUploads(
      Database database, CertifyUpload certify, FindCaller callers, Path folder, InstantSource clock) {
    this.database = database;
    this.certify = certify;
    this.callers = callers;
    this.folder = folder;
    this.clock = clock;
    int threads = Math.min(MAX_WORKERS, Math.max(1, Runtime.getRuntime().availableProcessors()));
    workers = Executors.newFixedThreadPool(threads, work -> {
      Thread thread = new Thread(work, "uploads");
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Takes up what waits; call at the start and whenever a file became whole. */
  public void wake() {
    if (stopped) {
      return;
    }
    for (int upload : database.read(UploadStore::waiting)) {
      synchronized (working) { // see next(): no file comes between its last look and its leaving
        if (working.add(upload)) {
          workers.execute(() -> work(upload));
        }
      }
    }
  }

  /** Forgets what was not finished within a day. */
  public void expire() {
    List<Integer> expired = database.write(handle -> {
      List<Integer> files = UploadStore.expired(handle, clock.instant().minus(LIFE));
      files.forEach(file -> UploadStore.forget(handle, file));
      return files;
    });
    expired.forEach(this::delete);
  }

  /** Gives up the caller's upload as far as it is not whole. */
  public void discard(Caller caller, int upload) {
    List<Integer> files = database.write(handle -> {
      UploadStore.own(handle, caller, upload);
      Audit.did(handle, clock.instant(), caller, "upload.discard", "upload", upload, "");
      return UploadStore.giveUp(handle, upload);
    });
    files.forEach(this::delete);
  }

  /** One file of an upload after the other, so that certificates are numbered as the files were sent. */
  private void work(int upload) {
    for (int file = next(upload); file != 0; file = next(upload)) {
      try {
        review(file);
      } catch (IOException | RuntimeException e) {
        LOG.error("upload file {} stays and is tried again at the next start", file, e);
        failed.add(file);
      }
    }
  }

  /** The upload's next file that is whole; 0 if it has none, which is nobody's work any more then. */
  private int next(int upload) {
    synchronized (working) {
      int file = stopped ? 0 : database.read(handle -> UploadStore.next(handle, upload, failed));
      if (file == 0) {
        working.remove(upload);
        working.notifyAll();
      }
      return file;
    }
  }

  /** Waits until nothing is being reviewed. */
  public void awaitQuiet() throws InterruptedException {
    synchronized (working) {
      while (!working.isEmpty()) {
        working.wait();
      }
    }
  }

  private void review(int number) throws IOException {
    Upload.Item file = database.read(handle -> UploadStore.file(handle, number));
    if (file == null || !file.state().equals("received")) {
      return;
    }
    Upload upload = database.read(handle -> UploadStore.find(handle, file.upload()));
    Caller caller = callers.of(upload.account());
    Path part = ReceiveChunk.part(folder, number);
    boolean answered = true;
    if (!Files.exists(part)) {
      line(file, file.name(), Errors.PICTURE_TRUNCATED);
    } else if (ZipPhotographs.is(part)) {
      answered = zip(caller, upload, file, part);
    } else if (file.bytes() > shotdeed.server.picture.PictureDecoder.MAX_BYTES) {
      line(file, file.name(), Errors.ZIP_DAMAGED); // only what is called a zip file may be so large
    } else {
      photograph(caller, upload, file, Content.of(last(file.name()), Files.readAllBytes(part)), file.name());
    }
    if (answered) {
      database.write(handle -> {
        UploadStore.done(handle, number);
        return null;
      });
      delete(number);
    }
  }

  /** Returns whether every file in it has its line. */
  private boolean zip(Caller caller, Upload upload, Upload.Item file, Path part) throws IOException {
    try (ZipPhotographs zip = ZipPhotographs.open(part)) {
      List<ZipDirectory.Entry> entries = zip.entries();
      database.write(handle -> {
        UploadStore.skipped(handle, file.id(), zip.junk());
        return null;
      });
      if (entries.isEmpty()) {
        line(file, file.name(), Errors.ZIP_EMPTY);
      }
      int from = database.read(handle -> UploadStore.lines(handle, file.id()));
      for (int i = from; i < entries.size(); i++) {
        if (stopped) {
          return false;
        }
        String name = file.name() + " › " + entries.get(i).name();
        try {
          byte[] bytes = zip.bytes(entries.get(i));
          photograph(caller, upload, file, Content.of(last(entries.get(i).name()), bytes), name);
        } catch (ZipFault fault) {
          line(file, name, fault.error());
        }
      }
    } catch (ZipFault fault) {
      line(file, file.name(), fault.error());
    }
    return true;
  }

  private void photograph(Caller caller, Upload upload, Upload.Item file, Content content, String name)
      throws IOException {
    try {
      UploadResult result = certify.run(caller, content, upload.declaration());
      database.write(handle -> {
        UploadStore.line(
            handle, file.id(), name, result.state(), result.certificate(), result.code(), result.existing());
        return null;
      });
    } catch (Refused refused) {
      line(file, name, refused.error());
    }
  }

  private void line(Upload.Item file, String name, Errors error) {
    database.write(handle -> {
      UploadStore.line(handle, file.id(), name, CertificateState.REFUSED.text(), 0, error.code(), 0);
      return null;
    });
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void delete(int file) {
    try {
      Files.deleteIfExists(ReceiveChunk.part(folder, file));
    } catch (IOException e) {
      LOG.warn("the bytes of upload file {} could not be deleted", file, e);
    }
  }

  /** Stops after the photographs at hand; what is not done goes on at the next start. */
  @Override
  public void close() {
    stopped = true;
    workers.shutdown();
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("stopped while an upload was still being reviewed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
