package shotdeed.server.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that no record refers to, as a crash between storing a file and recording it leaves them. Runs once
 * beside the server: the users are asked first, then the store is walked, and a file goes only if it is older than a
 * day even then ({@link FileStore#put} makes a file young again). If any user cannot name all its files, all stay.
 */
public final class FileSweep implements AutoCloseable {
  /** Younger files may belong to a record that is still being written. */
  public static final Duration AGE = Duration.ofDays(1);

  /** A crash leaves a few; where more lack a record than have one, the database may be the wrong one. */
  private static final int FEW = 100;

  private static final int MAX_AT_ONCE = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

  private final FileStore store;
  private final List<FileUser> users;
  private final CompletableFuture<Integer> done = new CompletableFuture<>();
  private volatile boolean stopped;
  private Thread thread;

  public FileSweep(FileStore store, List<FileUser> users) {
    this.store = store;
    this.users = List.copyOf(users);
  }

  /** Starts; the answer is the number of files removed. Call once. */
  public Future<Integer> start() {
    thread = new Thread(this::run, "sweep");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
    return done;
  }

  private void run() {
    int swept = 0;
    try {
      swept = sweep();
    } catch (Stopped e) {
      LOG.debug("the sweep was stopped; the next start sweeps again");
    } catch (IOException | RuntimeException e) {
      LOG.warn("files without a record stay this time", e);
    } finally {
      done.complete(swept);
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void requireRunning() {
    if (stopped) {
      throw new Stopped();
    }
  }

  private int sweep() throws IOException {
    Instant before = Instant.now().minus(AGE); // the clock that stamps the files
    Names referred = new Names();
    for (FileUser user : users) {
      user.name(sha256 -> {
        requireRunning();
        referred.add(sha256);
      });
    }
    referred.sort();
    List<String> orphans = new ArrayList<>();
    int[] count = new int[2];
    store.each(sha256 -> {
      requireRunning();
      boolean kept = referred.contains(sha256);
      count[kept ? 0 : 1]++;
      if (!kept && orphans.size() < MAX_AT_ONCE) {
        orphans.add(sha256);
      }
    });
    if (count[1] > FEW && count[1] > count[0]) {
      LOG.warn(
          "{} stored files have no record and {} have one: nothing was removed; is this the right database?",
          count[1],
          count[0]);
      return 0;
    }
    return remove(orphans, before);
  }

  private int remove(List<String> orphans, Instant before) throws IOException {
    int files = 0;
    long bytes = 0;
    for (String sha256 : orphans) {
      requireRunning();
      long size = store.deleteIfOlder(sha256, before);
      files += size < 0 ? 0 : 1;
      bytes += Math.max(0, size);
    }
    if (files > 0) {
      LOG.info("removed {} stored files ({} bytes) that no record refers to", files, bytes);
    }
    return files;
  }

  /** Stops at the next file and waits for that. */
  @Override
  public void close() {
    stopped = true;
    if (thread != null) {
      done.join();
    }
  }

  /**
   * Names by their first 64 bits, eight bytes each: two files that share them are one more file kept, never one lost.
   */
  private static final class Names {
    private long[] names = new long[1024];
    private int size;

    void add(String sha256) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
      }
      names[size++] = Long.parseUnsignedLong(sha256.substring(0, 16), 16);
    }

    void sort() {
      Arrays.sort(names, 0, size);
    }

    boolean contains(String sha256) {
      return Arrays.binarySearch(names, 0, size, Long.parseUnsignedLong(sha256.substring(0, 16), 16)) >= 0;
    }
  }
}
