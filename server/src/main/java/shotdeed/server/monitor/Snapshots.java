package shotdeed.server.monitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/** The sellers' monitor libraries as the browser takes them. */
public final class Snapshots {
  private static final long MAX_CACHED_BYTES = 128L << 20;

  private final Database database;
  private final Library library;
  private final Cache<Integer, Encoded> cache = Caffeine.newBuilder()
      .maximumWeight(MAX_CACHED_BYTES)
      .weigher((Integer seller, Encoded encoded) -> encoded.bytes().length)
      .build();

  public Snapshots(Database database, Library library) {
    this.database = database;
    this.library = library;
  }

  /**
   * A snapshot in its binary form.
   *
   * @param version of the library that it was read at
   * @param tag strong entity tag, in quotes: the same content has the same tag
   */
  public record Encoded(long version, byte[] bytes, String tag) {}

  /** The caller's seller's own. */
  public Encoded of(Caller caller) {
    // Read before the store: should a change come in between, the next caller finds a later version and reads again.
    long version = library.version(caller.seller());
    Encoded kept = cache.getIfPresent(caller.seller());
    if (kept != null && kept.version() == version) {
      return kept;
    }
    byte[] bytes = SnapshotCodec.encode(new Snapshot(Kernel.VERSION, entries(caller.seller())));
    Encoded made = new Encoded(version, bytes, '"' + Secrets.sha256(bytes) + '"');
    cache.put(caller.seller(), made);
    return made;
  }

  private List<Snapshot.Entry> entries(int seller) {
    return database.read(handle ->
        handle.createQuery(
                """
                select f.certificate_id, f.region_left, f.region_top, f.region_right, f.region_bottom, f.quality,
                  f.radius, f.hash
                from certificate c join fingerprint f on f.certificate_id = c.id and f.kernel = :kernel
                where c.seller_id = :seller and c.state = 'monitored'
                order by c.id, f.place""")
            .bind("kernel", Kernel.VERSION)
            .bind("seller", seller)
            .map((rs, ctx) -> new Snapshot.Entry(rs.getInt(1), CertificateStore.fingerprint(rs, 2)))
            .list());
  }
}
