package shotdeed.server.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.feature.Features;
import shotdeed.server.certify.FeatureStore;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * The features of every seller's monitored certificates, searchable: an index a seller, so that what one seller asks
 * costs nothing for the others' certificates and can never find them. An index follows the library: whoever searches
 * after a change brings it up to date first, with what the store holds. After the start all are read beside the server.
 */
public final class FeatureLibrary implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureLibrary.class);

  /** Seconds that a search waits for an index that somebody else is reading. */
  private static final long PATIENCE = 5;

  /** Certificates whose features are read at a time. */
  private static final int CHUNK = 256;

  private final Database database;
  private final Library library;
  private final Map<Integer, Shelf> shelves = new ConcurrentHashMap<>();
  private volatile boolean stopped;
  private Thread reader;

  /** One seller's. */
  private static final class Shelf {
    final ReentrantLock changing = new ReentrantLock(true);
    final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    final FeatureIndex index = new FeatureIndex();
    volatile long version = -1;
  }

  public FeatureLibrary(Database database, Library library) {
    this.database = database;
    this.library = library;
  }

  /** Reads all sellers' features beside the server. */
  public synchronized void start() {
    reader = new Thread(this::readAll, "features");
    reader.setDaemon(true);
    reader.setPriority(Thread.MIN_PRIORITY);
    reader.start();
  }

  private void readAll() {
    try {
      for (int seller : database.read(FeatureStore::sellers)) {
        Shelf shelf = shelf(seller);
        shelf.changing.lock();
        try {
          bringUpToDate(seller, shelf);
        } finally {
          shelf.changing.unlock();
        }
      }
    } catch (RuntimeException e) {
      if (!stopped) {
        LOG.warn("features were not read beforehand; each seller's first look reads them", e);
      }
    }
  }

  /**
   * The seller's monitored certificates that have most in common with a picture, the likeliest first.
   *
   * @throws Refused if the features are still being read
   */
  List<FeatureIndex.Candidate> search(int seller, Features picture, int most) {
    Shelf shelf = shelf(seller);
    if (shelf.version != library.version(seller)) {
      bringUpToDateInTime(seller, shelf);
    }
    shelf.reading.readLock().lock();
    try {
      return shelf.index.search(picture, most);
    } finally {
      shelf.reading.readLock().unlock();
    }
  }

  /** The same among what is held now, without waiting for what changed since the last search. */
  List<FeatureIndex.Candidate> searchAsHeld(int seller, Features picture, int most) {
    Shelf shelf = shelf(seller);
    shelf.reading.readLock().lock();
    try {
      return shelf.index.search(picture, most);
    } finally {
      shelf.reading.readLock().unlock();
    }
  }

  private void bringUpToDateInTime(int seller, Shelf shelf) {
    try {
      if (!shelf.changing.tryLock(PATIENCE, TimeUnit.SECONDS)) {
        throw new Refused(Errors.BUSY).with("retryAfter", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Errors.BUSY).with("retryAfter", PATIENCE);
    }
    try {
      bringUpToDate(seller, shelf);
    } finally {
      shelf.changing.unlock();
    }
  }

  private void bringUpToDate(int seller, Shelf shelf) {
    // Read before the store: should a change come in between, the next search finds a later version and reads again.
    long version = library.version(seller);
    if (version == shelf.version) {
      return;
    }
    List<Integer> wanted = database.read(handle -> FeatureStore.monitored(handle, seller));
    Set<Integer> gone = new HashSet<>(shelf.index.certificates());
    wanted.forEach(gone::remove);
    List<Integer> missing = new ArrayList<>(wanted);
    missing.removeAll(shelf.index.certificates());
    write(shelf, () -> gone.forEach(shelf.index::remove));
    for (int from = 0; from < missing.size() && !stopped; from += CHUNK) {
      List<Integer> chunk = missing.subList(from, Math.min(missing.size(), from + CHUNK));
      Map<Integer, Features> read = new HashMap<>();
      database.read(handle -> {
        FeatureStore.each(handle, chunk, read::put);
        return null;
      });
      write(shelf, () -> read.forEach(shelf.index::add));
    }
    write(shelf, shelf.index::settle);
    if (!stopped) {
      shelf.version = version;
    }
  }

  private static void write(Shelf shelf, Runnable change) {
    shelf.reading.writeLock().lock();
    try {
      change.run();
    } finally {
      shelf.reading.writeLock().unlock();
    }
  }

  private Shelf shelf(int seller) {
    return shelves.computeIfAbsent(seller, s -> new Shelf());
  }

  /** Stops to read. */
  @Override
  public void close() {
    stopped = true;
    Thread last;
    synchronized (this) {
      last = reader;
    }
    try {
      if (last != null) {
        last.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
