package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;

/**
 * The fingerprints of a picture as the history keeps them: of the first regions, upright and mirrored, {@link #SIZE} bytes
 * each: form, quality, four times two bytes of the region, the hash.
 */
final class SeenPrints {
  /** Regions of a picture; the whole comes first. */
  private static final int REGIONS = 8;

  private static final int SIZE = 2 + 8 + Hash256.BYTES;

  private SeenPrints() {}

  static byte[] encode(List<Kernel.Query> queries) {
    byte[] bytes = new byte[2 * REGIONS * SIZE];
    int at = 0;
    for (int i = 0; i < Math.min(REGIONS, queries.size()); i++) {
      Kernel.Query query = queries.get(i);
      at = put(bytes, at, query, Dihedral.ROTATE0);
      at = put(bytes, at, query, Dihedral.FLIPY);
    }
    byte[] all = new byte[at];
    System.arraycopy(bytes, 0, all, 0, at);
    return all;
  }

  private static int put(byte[] bytes, int from, Kernel.Query query, Dihedral form) {
    Hash256 hash = query.forms()[form.ordinal()];
    if (hash == null) {
      return from;
    }
    int at = from;
    bytes[at++] = (byte) form.ordinal();
    bytes[at++] = (byte) query.quality();
    Region region = query.region();
    for (int side : new int[] {region.left(), region.top(), region.right(), region.bottom()}) {
      bytes[at++] = (byte) (side >> 8);
      bytes[at++] = (byte) side;
    }
    System.arraycopy(hash.toBytes(), 0, bytes, at, Hash256.BYTES);
    return from + SIZE;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static List<Kernel.Query> decode(byte[] bytes) {
    Dihedral[] all = Dihedral.values();
    List<Kernel.Query> queries = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += SIZE) {
      if (bytes.length - at < SIZE || bytes[at] < 0 || bytes[at] >= all.length) {
        throw new IllegalArgumentException("not the fingerprints of a picture");
      }
      Hash256[] forms = new Hash256[all.length];
      forms[bytes[at]] = Hash256.ofBytes(bytes, at + 10);
      Region region = new Region(side(bytes, at + 2), side(bytes, at + 4), side(bytes, at + 6), side(bytes, at + 8));
      queries.add(new Kernel.Query(forms, bytes[at + 1], region));
    }
    return queries;
  }

  private static int side(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
