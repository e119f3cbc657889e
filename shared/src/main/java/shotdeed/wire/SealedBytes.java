package shotdeed.wire;

/** What our binary messages have in common: unsigned big-endian numbers, and the check at the end. */
final class SealedBytes {
  /** Bytes of the check. */
  static final int TRAILER = 4;

  private static final int[] CRC = crcTable();

  private SealedBytes() {}

  static void putInt(byte[] out, int at, int value) {
    putShort(out, at, value >>> 16);
    putShort(out, at + 2, value);
  }

  static void putShort(byte[] out, int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }

  static int intAt(byte[] bytes, int at) {
    return shortAt(bytes, at) << 16 | shortAt(bytes, at + 2);
  }

  static int shortAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** Writes the check behind everything else. */
  static void seal(byte[] out) {
    int end = out.length - TRAILER;
    putInt(out, end, crc(out, end));
  }

  /** Whether the check at the end is that of everything before. */
  static boolean isSealed(byte[] bytes) {
    int end = bytes.length - TRAILER;
    return intAt(bytes, end) == crc(bytes, end);
  }

  /** ISO 3309, as in PNG and gzip. */
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
