package shotdeed.wire;

import static shotdeed.wire.SealedBytes.TRAILER;
import static shotdeed.wire.SealedBytes.intAt;
import static shotdeed.wire.SealedBytes.putInt;
import static shotdeed.wire.SealedBytes.putShort;
import static shotdeed.wire.SealedBytes.shortAt;
import static shotdeed.wire.SnapshotCodec.MAGIC;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

/**
 * The first binary form of a {@link Snapshot}, which extensions that know one fingerprint a certificate read, and servers
 * of their time write. It does not say how many certificates are missing. All numbers are unsigned and big-endian.
 *
 * <pre>
 * bytes 0–3    "SDSN"
 * 4–5          format, 1
 * 6–7          kernel version
 * 8–11         number of entries, n
 * 12–          n entries of 46 bytes: certificate (4), region left, top, right, bottom (2 each),
 *              quality (1), radius (1), hash (32); those of a certificate are neighbours
 * last 4       CRC-32 of everything before
 * </pre>
 */
public final class SnapshotFormatOne {
  static final int FORMAT = 1;

  private static final int HEADER = 12;
  private static final int ENTRY = 14 + Hash256.BYTES;
  private static final int MAX_ENTRIES = (Integer.MAX_VALUE - HEADER - TRAILER) / ENTRY;
  private static final int MAX_QUALITY = 100;

  private SnapshotFormatOne() {}

  /** Writes a snapshot; the same snapshot gives the same bytes. */
  public static byte[] encode(Snapshot snapshot) {
    int count = snapshot.fingerprints();
    if (count > MAX_ENTRIES) {
      throw new IllegalArgumentException("a snapshot holds at most " + MAX_ENTRIES + " entries, not " + count);
    }
    byte[] out = new byte[HEADER + count * ENTRY + TRAILER];
    putInt(out, 0, MAGIC);
    putShort(out, 4, FORMAT);
    putShort(out, 6, snapshot.kernel());
    putInt(out, 8, count);
    int at = HEADER;
    for (Snapshot.Certificate certificate : snapshot.certificates()) {
      for (Fingerprint print : certificate.fingerprints()) {
        putInt(out, at, certificate.number());
        putShort(out, at + 4, print.region().left());
        putShort(out, at + 6, print.region().top());
        putShort(out, at + 8, print.region().right());
        putShort(out, at + 10, print.region().bottom());
        out[at + 12] = (byte) print.quality();
        out[at + 13] = (byte) print.radius();
        System.arraycopy(print.hash().toBytes(), 0, out, at + 14, Hash256.BYTES);
        at += ENTRY;
      }
    }
    SealedBytes.seal(out);
    return out;
  }

  /** Reads what is known to start as a snapshot of this format. */
  static Snapshot decode(byte[] bytes) {
    int count = intAt(bytes, 8);
    if (count < 0 || count > MAX_ENTRIES || bytes.length != HEADER + count * ENTRY + TRAILER) {
      throw new IllegalArgumentException("this snapshot is not whole: " + bytes.length + " bytes for " + count + " entries");
    }
    if (!SealedBytes.isSealed(bytes)) {
      throw new IllegalArgumentException("this snapshot was damaged on its way");
    }
    int end = bytes.length - TRAILER;
    List<Snapshot.Certificate> certificates = new ArrayList<>();
    int at = HEADER;
    while (at < end) {
      int number = intAt(bytes, at);
      List<Fingerprint> prints = new ArrayList<>();
      while (at < end && intAt(bytes, at) == number) {
        prints.add(print(bytes, at));
        at += ENTRY;
      }
      certificates.add(new Snapshot.Certificate(number, prints));
    }
    return new Snapshot(shortAt(bytes, 6), 0, certificates);
  }

  private static Fingerprint print(byte[] bytes, int at) {
    Region region =
        new Region(shortAt(bytes, at + 4), shortAt(bytes, at + 6), shortAt(bytes, at + 8), shortAt(bytes, at + 10));
    int quality = bytes[at + 12] & 0xff;
    if (quality > MAX_QUALITY) {
      throw new IllegalArgumentException("a quality is 0 to 100, not " + quality);
    }
    return new Fingerprint(Hash256.ofBytes(bytes, at + 14), quality, region, bytes[at + 13] & 0xff);
  }
}
