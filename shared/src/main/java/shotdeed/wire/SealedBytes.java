package shotdeed.wire;

import shotdeed.digest.Crc32;

/** What our binary messages have in common: unsigned big-endian numbers, and the check at the end. */
final class SealedBytes {
  /** Bytes of the check. */
  static final int TRAILER = 4;

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
    putInt(out, end, Crc32.of(out, 0, end));
  }

  /** Whether the check at the end is that of everything before. */
  static boolean isSealed(byte[] bytes) {
    int end = bytes.length - TRAILER;
    return intAt(bytes, end) == Crc32.of(bytes, 0, end);
  }
}
