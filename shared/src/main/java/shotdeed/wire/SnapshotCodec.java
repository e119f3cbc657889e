package shotdeed.wire;

import static shotdeed.wire.SealedBytes.TRAILER;
import static shotdeed.wire.SealedBytes.intAt;
import static shotdeed.wire.SealedBytes.putInt;
import static shotdeed.wire.SealedBytes.putShort;
import static shotdeed.wire.SealedBytes.shortAt;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

/**
 * The compact binary form of a {@link Snapshot}. All numbers are unsigned and big-endian.
 *
 * <pre>
 * bytes 0–3    "SDSN"
 * 4–5          format, 2
 * 6–7          kernel version
 * 8–11         monitored certificates that are missing
 * 12–15        number of certificates, n
 * 16–          n certificates, by ascending number: number (4), fingerprints k (1), then k times 40 bytes:
 *              region left, top, right, bottom (14 bits each, 7 bytes), radius (1), hash (32)
 * last 4       CRC-32 (ISO 3309, as in PNG and gzip) of everything before
 * </pre>
 *
 * <p>A certificate of 64 fingerprints takes 2,565 bytes, of which 2,048 are hashes. A fingerprint's quality is left out:
 * it has done its work once the fingerprint stands, and what is read back has {@link Fingerprint#QUALITY_NOT_KEPT}.
 *
 * <p>A snapshot that was cut off or altered on its way is recognised by its length or its check. The check guards
 * against accidents only: who may send a snapshot is settled by the connection.
 */
public final class SnapshotCodec {
  /** The media type of the binary form. */
  public static final String MEDIA_TYPE = "application/vnd.shotdeed.snapshot";

  /** The format that is written here; {@link SnapshotFormatOne} is read too. */
  public static final int FORMAT = 2;

  /** "SDSN", the first four bytes of any format. */
  static final int MAGIC = 0x5344534e;

  private static final int HEADER = 16;
  private static final int CERTIFICATE = 5;
  private static final int PRINT = 8 + Hash256.BYTES;

  /** The shortest snapshot of any format. */
  private static final int LEAST = 12 + TRAILER;

  private static final int REGION_BITS = 14;
  private static final int REGION_MASK = (1 << REGION_BITS) - 1;

  private SnapshotCodec() {}

  /** Writes a snapshot; the same snapshot gives the same bytes. */
  public static byte[] encode(Snapshot snapshot) {
    List<Snapshot.Certificate> certificates = snapshot.certificates();
    double size = HEADER + TRAILER + (double) CERTIFICATE * certificates.size() + (double) PRINT * snapshot.fingerprints();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a snapshot of " + certificates.size() + " certificates is too large");
    }
    byte[] out = new byte[(int) size];
    putInt(out, 0, MAGIC);
    putShort(out, 4, FORMAT);
    putShort(out, 6, snapshot.kernel());
    putInt(out, 8, snapshot.missing());
    putInt(out, 12, certificates.size());
    int at = HEADER;
    for (int i = 0; i < certificates.size(); i++) {
      List<Fingerprint> prints = certificates.get(i).fingerprints();
      putInt(out, at, certificates.get(i).number());
      out[at + 4] = (byte) prints.size();
      at += CERTIFICATE;
      for (int k = 0; k < prints.size(); k++) {
        putPrint(out, at, prints.get(k));
        at += PRINT;
      }
    }
    SealedBytes.seal(out);
    return out;
  }

  /**
   * Reads a snapshot. Memory is proportional to the bytes given, whatever they claim.
   *
   * @throws IllegalArgumentException if the bytes are no whole snapshot of a known format, saying what is wrong
   */
  public static Snapshot decode(byte[] bytes) {
    if (bytes.length < LEAST || intAt(bytes, 0) != MAGIC) {
      throw new IllegalArgumentException("these bytes are no snapshot");
    }
    int format = shortAt(bytes, 4);
    if (format == SnapshotFormatOne.FORMAT) {
      return SnapshotFormatOne.decode(bytes);
    }
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "this snapshot has format " + format + "; formats 1 and " + FORMAT + " are read here");
    }
    if (bytes.length < HEADER + TRAILER) {
      throw cutOff(bytes);
    }
    if (!SealedBytes.isSealed(bytes)) {
      throw new IllegalArgumentException("this snapshot was damaged on its way");
    }
    return new Snapshot(shortAt(bytes, 6), intAt(bytes, 8), certificates(bytes));
  }

  private static List<Snapshot.Certificate> certificates(byte[] bytes) {
    int count = intAt(bytes, 12);
    int end = bytes.length - TRAILER;
    if (count < 0 || count > (end - HEADER) / CERTIFICATE) {
      throw cutOff(bytes);
    }
    List<Snapshot.Certificate> certificates = new ArrayList<>(count);
    int at = HEADER;
    for (int i = 0; i < count; i++) {
      if (end - at < CERTIFICATE) {
        throw cutOff(bytes);
      }
      int number = intAt(bytes, at);
      int prints = bytes[at + 4] & 0xff;
      at += CERTIFICATE;
      if (end - at < prints * PRINT) {
        throw cutOff(bytes);
      }
      List<Fingerprint> own = new ArrayList<>(prints);
      for (int k = 0; k < prints; k++) {
        own.add(printAt(bytes, at));
        at += PRINT;
      }
      certificates.add(new Snapshot.Certificate(number, own));
    }
    if (at != end) {
      throw cutOff(bytes);
    }
    return certificates;
  }

  private static IllegalArgumentException cutOff(byte[] bytes) {
    return new IllegalArgumentException("this snapshot is not whole: its " + bytes.length + " bytes are not what it counts");
  }

  /** Four numbers of 14 bits are 56: two halves of 28 bits, since a long is slow in the browser. */
  private static void putPrint(byte[] out, int at, Fingerprint print) {
    Region region = print.region();
    int upper = region.left() << REGION_BITS | region.top();
    int lower = region.right() << REGION_BITS | region.bottom();
    putInt(out, at, upper << 4 | lower >>> 24);
    putInt(out, at + 4, lower << 8 | print.radius());
    System.arraycopy(print.hash().toBytes(), 0, out, at + 8, Hash256.BYTES);
  }

  private static Fingerprint printAt(byte[] bytes, int at) {
    int first = intAt(bytes, at);
    int second = intAt(bytes, at + 4);
    int upper = first >>> 4;
    int lower = (first & 15) << 24 | second >>> 8;
    Region region =
        new Region(upper >>> REGION_BITS, upper & REGION_MASK, lower >>> REGION_BITS, lower & REGION_MASK);
    return new Fingerprint(Hash256.ofBytes(bytes, at + 8), Fingerprint.QUALITY_NOT_KEPT, region, second & 0xff);
  }
}
