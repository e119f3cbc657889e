package shotdeed.wire;

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
 * 4–5          format, 1
 * 6–7          kernel version
 * 8–11         number of entries, n
 * 12–          n entries of 46 bytes: certificate (4), region left, top, right, bottom (2 each),
 *              quality (1), radius (1), hash (32)
 * last 4       CRC-32 (ISO 3309, as in PNG and gzip) of everything before
 * </pre>
 *
 * <p>A snapshot that was cut off or altered on its way is recognised by its length or its check. The check guards
 * against accidents only: who may send a snapshot is settled by the connection.
 */
public final class SnapshotCodec {
  /** The media type of the binary form. */
  public static final String MEDIA_TYPE = "application/vnd.shotdeed.snapshot";

  /** The format that is written and read here. */
  public static final int FORMAT = 1;

  private static final int MAGIC = 0x5344534e; // "SDSN"
  private static final int HEADER = 12;
  private static final int ENTRY = 14 + Hash256.BYTES;
  private static final int TRAILER = 4;
  private static final int MAX_ENTRIES = (Integer.MAX_VALUE - HEADER - TRAILER) / ENTRY;
  private static final int MAX_QUALITY = 100;
  private static final int[] CRC = crcTable();

  private SnapshotCodec() {}

  /** Writes a snapshot; the same snapshot gives the same bytes. */
  public static byte[] encode(Snapshot snapshot) {
    int count = snapshot.entries().size();
    if (count > MAX_ENTRIES) {
      throw new IllegalArgumentException("a snapshot holds at most " + MAX_ENTRIES + " entries, not " + count);
    }
    byte[] out = new byte[HEADER + count * ENTRY + TRAILER];
    putInt(out, 0, MAGIC);
    putShort(out, 4, FORMAT);
    putShort(out, 6, snapshot.kernel());
    putInt(out, 8, count);
    int at = HEADER;
    for (int i = 0; i < count; i++) {
      Snapshot.Entry entry = snapshot.entries().get(i);
      Fingerprint print = entry.fingerprint();
      putInt(out, at, entry.certificate());
      putShort(out, at + 4, print.region().left());
      putShort(out, at + 6, print.region().top());
      putShort(out, at + 8, print.region().right());
      putShort(out, at + 10, print.region().bottom());
      out[at + 12] = (byte) print.quality();
      out[at + 13] = (byte) print.radius();
      System.arraycopy(print.hash().toBytes(), 0, out, at + 14, Hash256.BYTES);
      at += ENTRY;
    }
    putInt(out, at, crc(out, at));
    return out;
  }

  /**
   * Reads a snapshot. Memory is proportional to the bytes given, whatever they claim.
   *
   * @throws IllegalArgumentException if the bytes are no whole snapshot of this format, saying what is wrong
   */
  public static Snapshot decode(byte[] bytes) {
    if (bytes.length < HEADER + TRAILER || intAt(bytes, 0) != MAGIC) {
      throw new IllegalArgumentException("these bytes are no snapshot");
    }
    int format = shortAt(bytes, 4);
    if (format != FORMAT) {
      throw new IllegalArgumentException("this snapshot has format " + format + "; format " + FORMAT + " is read here");
    }
    int count = intAt(bytes, 8);
    if (count < 0 || count > MAX_ENTRIES || bytes.length != HEADER + count * ENTRY + TRAILER) {
      throw new IllegalArgumentException("this snapshot is not whole: " + bytes.length + " bytes for " + count + " entries");
    }
    int end = bytes.length - TRAILER;
    if (intAt(bytes, end) != crc(bytes, end)) {
      throw new IllegalArgumentException("this snapshot was damaged on its way");
    }
    List<Snapshot.Entry> entries = new ArrayList<>(count);
    for (int at = HEADER; at < end; at += ENTRY) {
      entries.add(entryAt(bytes, at));
    }
    return new Snapshot(shortAt(bytes, 6), entries);
  }

  private static Snapshot.Entry entryAt(byte[] bytes, int at) {
    Region region =
        new Region(shortAt(bytes, at + 4), shortAt(bytes, at + 6), shortAt(bytes, at + 8), shortAt(bytes, at + 10));
    int quality = bytes[at + 12] & 0xff;
    if (quality > MAX_QUALITY) {
      throw new IllegalArgumentException("a quality is 0 to 100, not " + quality);
    }
    Fingerprint print = new Fingerprint(Hash256.ofBytes(bytes, at + 14), quality, region, bytes[at + 13] & 0xff);
    return new Snapshot.Entry(intAt(bytes, at), print);
  }

  private static void putInt(byte[] out, int at, int value) {
    putShort(out, at, value >>> 16);
    putShort(out, at + 2, value);
  }

  private static void putShort(byte[] out, int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }

  private static int intAt(byte[] bytes, int at) {
    return shortAt(bytes, at) << 16 | shortAt(bytes, at + 2);
  }

  private static int shortAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private static int crc(byte[] bytes, int end) {
    int crc = ~0;
    for (int i = 0; i < end; i++) {
      crc = CRC[(crc ^ bytes[i]) & 0xff] ^ crc >>> 8;
    }
    return ~crc;
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int c = i;
      for (int bit = 0; bit < 8; bit++) {
        c = (c & 1) != 0 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
      }
      table[i] = c;
    }
    return table;
  }
}
