package shotdeed.server.monitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.FingerprintStore;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;
import shotdeed.wire.SnapshotFormatOne;

/** The sellers' monitor libraries as the browser takes them. */
public final class Snapshots {
  /** What the extensions compute that do not say which version they compute. */
  static final int FIRST_KERNEL = 1;

  static final int MAX_KERNEL = 0xffff;
  private static final long MAX_CACHED_BYTES = 128L << 20;

  private final Database database;
  private final Library library;
  private final Cache<Key, Encoded> cache = Caffeine.newBuilder()
      .maximumWeight(MAX_CACHED_BYTES)
      .weigher((Key key, Encoded encoded) -> encoded.bytes().length)
      .build();

  /**
   * What a caller may ask for.
   *
   * @param first whether in the first extensions' format
   */
  private record Key(int seller, int kernel, boolean first) {}

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

  /**
   * The caller's seller's own.
   *
   * @param asked the version that the caller computes, 0 or more; {@code null} from the first extensions, which compute {@link
   *     #FIRST_KERNEL}, do not say so, and read the first format
   * @throws Refused saying which side is older, if there is nothing of that version
   */
  public Encoded of(Caller caller, Integer asked) {
    int kernel = asked == null ? FIRST_KERNEL : asked;
    if (kernel > Kernel.VERSION) {
      throw differs(Errors.KERNEL_OF_SERVER_OLDER, kernel);
    }
    Key key = new Key(caller.seller(), kernel, asked == null);
    // Read before the store: should a change come in between, the next caller finds a later version and reads again.
    long version = library.version(caller.seller());
    Encoded kept = cache.getIfPresent(key);
    if (kept != null && kept.version() == version) {
      return kept;
    }
    byte[] bytes = encoded(key);
    Encoded made = new Encoded(version, bytes, '"' + Secrets.sha256(bytes) + '"');
    cache.put(key, made);
    return made;
  }

  /** The refusal of another kernel version, which says which side is to be updated. */
  static Refused differs(Errors which, int kernel) {
    return new Refused(which, kernel, Kernel.VERSION).with("kernel", Kernel.VERSION);
  }

  private byte[] encoded(Key key) {
    Snapshot snapshot = database.read(handle ->
        new Snapshot(
            key.kernel(),
            FingerprintStore.missing(handle, key.seller(), key.kernel()),
            certificates(handle, key.seller(), key.kernel())));
    if (key.kernel() < Kernel.VERSION && snapshot.certificates().isEmpty() && snapshot.missing() > 0) {
      throw differs(Errors.KERNEL_OF_EXTENSION_OLDER, key.kernel());
    }
    return key.first() ? SnapshotFormatOne.encode(snapshot) : SnapshotCodec.encode(snapshot);
  }

  private record Row(int certificate, Fingerprint print) {}

  private static List<Snapshot.Certificate> certificates(Handle handle, int seller, int kernel) {
    List<Snapshot.Certificate> certificates = new ArrayList<>();
    handle.createQuery(
            """
            select c.id, f.region_left, f.region_top, f.region_right, f.region_bottom, f.quality, f.radius, f.hash
            from certificate c join fingerprint f on f.certificate_id = c.id and f.kernel = :kernel
            where c.seller_id = :seller and""" + FingerprintStore.MATCHED + "order by c.id, f.place")
        .bind("kernel", kernel)
        .bind("seller", seller)
        .map((rs, ctx) -> new Row(rs.getInt(1), FingerprintStore.read(rs, 2)))
        .forEach(row -> {
          int last = certificates.size() - 1;
          if (last < 0 || certificates.get(last).number() != row.certificate()) {
            certificates.add(new Snapshot.Certificate(row.certificate(), new ArrayList<>()));
            last++;
          }
          certificates.get(last).fingerprints().add(row.print());
        });
    return certificates;
  }

  /** How many fingerprints of this program's version the caller's seller's library holds. */
  public int fingerprints(Caller caller) {
    return library.monitoredFingerprints(caller.seller());
  }
}
