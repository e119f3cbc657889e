package shotdeed.server.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import shotdeed.image.PictureFormat;

/**
 * Hides the ICC profile that a file carries (ICC.1, annex B.4; RFC 9649, section 2.7.1.4) from readers that would apply
 * it: fingerprints are of the values that a file holds, here and in the browser, which is told to leave them alone. A
 * thief's tool that drops a profile keeps the values. Java's readers of the other formats apply none.
 */
final class HiddenProfile {
  private static final byte[] ICC_MARKER = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ICCP_WEBP = 0x50434349; // "ICCP", little-endian
  private static final int UNKNOWN_WEBP = 0x70434349; // "ICCp", which no reader knows
  private static final int VP8X = 0x58385056;
  private static final int VP8X_FLAGS_AT = 20;
  private static final int VP8X_HAS_PROFILE = 0x20;

  private HiddenProfile() {}

  /** The file with its profile made unrecognisable; the file itself where it has none. */
  static byte[] in(PictureFormat format, byte[] bytes) {
    return switch (format) {
      case JPEG -> jpeg(bytes);
      case WEBP -> webp(bytes);
      default -> bytes;
    };
  }

  /** A profile is cut into segments APP2. */
  private static byte[] jpeg(byte[] bytes) {
    byte[] hidden = bytes;
    int at = 2;
    while (at + 3 < bytes.length && bytes[at] == (byte) 0xff && bytes[at + 1] != (byte) 0xda) {
      int end = at + 2 + ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
      int name = at + 4;
      if (bytes[at + 1] == (byte) 0xe2 && name + ICC_MARKER.length <= Math.min(end, bytes.length)
          && Arrays.equals(bytes, name, name + ICC_MARKER.length, ICC_MARKER, 0, ICC_MARKER.length)) {
        hidden = hidden == bytes ? bytes.clone() : hidden;
        hidden[name] = 'i';
      }
      at = bytes[at + 1] == (byte) 0xff ? at + 1 : end;
    }
    return hidden;
  }

  private static byte[] webp(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 30 || in.getInt(12) != VP8X || (bytes[VP8X_FLAGS_AT] & VP8X_HAS_PROFILE) == 0) {
      return bytes;
    }
    byte[] hidden = bytes.clone();
    hidden[VP8X_FLAGS_AT] &= ~VP8X_HAS_PROFILE;
    long at = 12;
    while (at + 8 <= bytes.length) {
      if (in.getInt((int) at) == ICCP_WEBP) {
        ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN).putInt((int) at, UNKNOWN_WEBP);
      }
      long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
      at += 8 + size + (size & 1);
    }
    return hidden;
  }
}
