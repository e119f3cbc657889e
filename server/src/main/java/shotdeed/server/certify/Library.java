package shotdeed.server.certify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.match.Finding;
import shotdeed.match.Matcher;
import shotdeed.server.platform.Database;

/**
 * The fingerprints of every seller's standing certificates, in memory, read from the store at the start. What one
 * seller asks is looked up among that seller's certificates only. The store is changed first, then this; a reader sees
 * each change whole.
 *
 * <p>Whoever changes a seller's certificates does so inside {@link #change}, store and memory together, so that two
 * changes cannot overtake each other.
 */
public final class Library {
  private final Map<Integer, Shelf> shelves = new ConcurrentHashMap<>();

  /** One seller's. */
  private static final class Shelf {
    final ReentrantLock changing = new ReentrantLock(true);
    final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    final Matcher matcher = new Matcher();
    final Set<Integer> monitored = new HashSet<>();
    long version;
  }

  /** Work on the store and on this. */
  public interface Change<T> {
    T run() throws IOException;
  }

  /**
   * Reads the store's fingerprints of this program's version, one certificate after the other; those of others are
   * {@link Refingerprint}'s. Columns by place and numbers as numbers: by name and as text it took four times as
   * long.
   */
  public static Library load(Database database) {
    Library library = new Library();
    database.read(handle -> {
      handle.createQuery(
              "select c.seller_id, c.id, case when" + FingerprintStore.MATCHED + """
              then 1 else 0 end,
                f.region_left, f.region_top, f.region_right, f.region_bottom, f.quality, f.radius, f.hash
              from certificate c join fingerprint f on f.certificate_id = c.id and f.kernel = :kernel
              where c.state in\s""" + FingerprintStore.STANDING + " order by c.id, f.place")
          .bind("kernel", Kernel.VERSION)
          .map((rs, ctx) ->
              new Row(rs.getInt(1), rs.getInt(2), rs.getInt(3) != 0, FingerprintStore.read(rs, 4)))
          .useIterator(library::fill);
      return null;
    });
    return library;
  }

  private record Row(int seller, int certificate, boolean monitored, Fingerprint print) {}

  private void fill(Iterator<Row> rows) {
    List<Fingerprint> prints = new ArrayList<>();
    Row last = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (last != null && last.certificate() != row.certificate()) {
        put(last.seller(), last.certificate(), prints, last.monitored());
        prints = new ArrayList<>();
      }
      prints.add(row.print());
      last = row;
    }
    if (last != null) {
      put(last.seller(), last.certificate(), prints, last.monitored());
    }
  }

  private void put(int seller, int certificate, List<Fingerprint> prints, boolean monitored) {
    add(seller, certificate, prints);
    monitor(seller, certificate, monitored);
  }

  /** Runs a change of a seller's certificates; others of the same seller wait. */
  public <T> T change(int seller, Change<T> change) throws IOException {
    ReentrantLock changing = shelf(seller).changing;
    changing.lock();
    try {
      return change.run();
    } finally {
      changing.unlock();
    }
  }

  /** Takes a certificate in; it is not monitored yet. */
  void add(int seller, int certificate, List<Fingerprint> prints) {
    write(seller, shelf -> shelf.matcher.add(certificate, prints));
  }

  /** Lets go of a certificate. */
  public void remove(int seller, int certificate) {
    write(seller, shelf -> {
      shelf.matcher.remove(certificate);
      shelf.monitored.remove(certificate);
    });
  }

  /** Says whether page pictures are matched against a certificate. */
  public void monitor(int seller, int certificate, boolean monitored) {
    write(seller, shelf -> {
      if (monitored) {
        shelf.monitored.add(certificate);
      } else {
        shelf.monitored.remove(certificate);
      }
    });
  }

  /** What a picture matches among all standing certificates of a seller, nearest first. */
  public List<Finding> match(int seller, List<Kernel.Query> regions) {
    return read(seller, shelf -> shelf.matcher.match(regions));
  }

  /**
   * What a picture matches among the standing certificates of all sellers but one, seller after seller; not sorted. Only
   * for what no seller is told of. One look-up a seller: no second copy of the fingerprints is held for it.
   */
  public List<Finding> matchOthers(int seller, List<Kernel.Query> regions) {
    List<Finding> findings = new ArrayList<>();
    for (int other : shelves.keySet()) {
      if (other != seller) {
        findings.addAll(match(other, regions));
      }
    }
    return findings;
  }

  /** Whether another seller has standing certificates with fingerprints. */
  public boolean hasOthers(int seller) {
    return shelves.keySet().stream().anyMatch(other -> other != seller && fingerprints(other) > 0);
  }

  /**
   * Brings what is held of a certificate in line with the store, whatever was changed there. Whoever comes later reads
   * later, so that two changes cannot leave the earlier one's.
   */
  public void follow(Database database, int seller, int certificate) throws IOException {
    change(seller, () -> {
      boolean stands = database.read(handle -> CertificateStore.stands(handle, certificate));
      if (!stands) {
        remove(seller, certificate);
        return null;
      }
      if (!holds(seller, certificate)) {
        List<Fingerprint> prints =
            database.read(handle -> FingerprintStore.of(handle, certificate, Kernel.VERSION));
        if (!prints.isEmpty()) {
          add(seller, certificate, prints);
        }
      }
      monitor(seller, certificate, database.read(handle -> CertificateStore.isMatched(handle, certificate)));
      return null;
    });
  }

  /** What a picture matches among the monitored certificates of a seller, nearest first. */
  public List<Finding> matchMonitored(int seller, List<Kernel.Query> regions) {
    Shelf shelf = shelf(seller);
    shelf.reading.readLock().lock();
    try {
      List<Finding> findings = new ArrayList<>(shelf.matcher.match(regions));
      findings.removeIf(finding -> !shelf.monitored.contains(finding.certificate()));
      return findings;
    } finally {
      shelf.reading.readLock().unlock();
    }
  }

  /** Whether a certificate is the seller's and monitored. */
  public boolean monitors(int seller, int certificate) {
    return read(seller, shelf -> shelf.monitored.contains(certificate));
  }

  /** Whether a certificate is the seller's, stands, and its fingerprints are held. */
  public boolean holds(int seller, int certificate) {
    return read(seller, shelf -> shelf.matcher.holds(certificate));
  }

  /** Whether page pictures are matched against a certificate now: it is monitored, and its fingerprints are held. */
  boolean matches(int seller, int certificate) {
    return read(seller, shelf -> shelf.monitored.contains(certificate) && shelf.matcher.holds(certificate));
  }

  /**
   * Whether page pictures will be matched against a certificate but are not yet: it is monitored, and its fingerprints
   * are still to be computed. That nothing was found says nothing about it then.
   */
  public boolean awaits(Database database, int seller, int certificate) {
    return !matches(seller, certificate)
        && database.read(handle -> RefingerprintStore.hopeful(handle, seller, certificate, Refingerprint.VERSIONS));
  }

  /** How many standing certificates of a seller have fingerprints. */
  int certificates(int seller) {
    return read(seller, shelf -> shelf.matcher.certificates());
  }

  /** How many monitored certificates of a seller have fingerprints. */
  int matched(int seller) {
    return read(seller, shelf -> (int) shelf.monitored.stream().filter(shelf.matcher::holds).count());
  }

  /** How many fingerprints a seller's standing certificates have. */
  public int fingerprints(int seller) {
    return read(seller, shelf -> shelf.matcher.fingerprints());
  }

  /** How many fingerprints a seller's monitored certificates have. */
  public int monitoredFingerprints(int seller) {
    return read(seller, shelf -> shelf.monitored.stream().mapToInt(shelf.matcher::fingerprints).sum());
  }

  /** Grows with each change of a seller's certificates since the start. */
  public long version(int seller) {
    return read(seller, shelf -> shelf.version);
  }

  private <T> T read(int seller, Function<Shelf, T> read) {
    Shelf shelf = shelf(seller);
    shelf.reading.readLock().lock();
    try {
      return read.apply(shelf);
    } finally {
      shelf.reading.readLock().unlock();
    }
  }

  private interface Write {
    void to(Shelf shelf);
  }

  private void write(int seller, Write write) {
    Shelf shelf = shelf(seller);
    shelf.reading.writeLock().lock();
    try {
      write.to(shelf);
      shelf.version++;
    } finally {
      shelf.reading.writeLock().unlock();
    }
  }

  private Shelf shelf(int seller) {
    return shelves.computeIfAbsent(seller, s -> new Shelf());
  }
}
