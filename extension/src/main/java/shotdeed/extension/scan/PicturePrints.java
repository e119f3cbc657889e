package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;

/**
 * All fingerprints of a picture as bytes: of each region which forms follow, the quality, four times two bytes of the region,
 * and 32 bytes a form.
 */
final class PicturePrints {
  private static final int HEAD = 2 + 8;

  private PicturePrints() {}

  static byte[] encode(List<Kernel.Query> queries) {
    int size = 0;
    for (Kernel.Query query : queries) {
      size += HEAD + Hash256.BYTES * Integer.bitCount(forms(query));
    }
    byte[] bytes = new byte[size];
    int at = 0;
    for (Kernel.Query query : queries) {
      bytes[at++] = (byte) forms(query);
      bytes[at++] = (byte) query.quality();
      Region region = query.region();
      for (int side : new int[] {region.left(), region.top(), region.right(), region.bottom()}) {
        bytes[at++] = (byte) (side >> 8);
        bytes[at++] = (byte) side;
      }
      for (Hash256 hash : query.forms()) {
        if (hash != null) {
          System.arraycopy(hash.toBytes(), 0, bytes, at, Hash256.BYTES);
          at += Hash256.BYTES;
        }
      }
    }
    return bytes;
  }

  private static int forms(Kernel.Query query) {
    int mask = 0;
    for (int i = 0; i < query.forms().length; i++) {
      mask |= query.forms()[i] == null ? 0 : 1 << i;
    }
    return mask;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static List<Kernel.Query> decode(byte[] bytes) {
    int all = Dihedral.values().length;
    List<Kernel.Query> queries = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      if (bytes.length - at < HEAD) {
        throw new IllegalArgumentException("not the fingerprints of a picture");
      }
      int mask = bytes[at] & 0xff;
      int quality = bytes[at + 1];
      Region region = new Region(side(bytes, at + 2), side(bytes, at + 4), side(bytes, at + 6), side(bytes, at + 8));
      at += HEAD;
      if (bytes.length - at < Hash256.BYTES * Integer.bitCount(mask)) {
        throw new IllegalArgumentException("the fingerprints of a picture are cut short");
      }
      Hash256[] forms = new Hash256[all];
      for (int i = 0; i < all; i++) {
        if ((mask >> i & 1) != 0) {
          forms[i] = Hash256.ofBytes(bytes, at);
          at += Hash256.BYTES;
        }
      }
      queries.add(new Kernel.Query(forms, quality, region));
    }
    return queries;
  }

  private static int side(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
