package shotdeed.server.mark;

import java.nio.charset.StandardCharsets;
import shotdeed.image.PictureFormat;

/** Whether a file holds an animation: its marked copy would be one frame of it. Any bytes may be given. */
final class MovingPicture {
  private static final int PNG_FIRST_CHUNK = 8;
  private static final int WEBP_FIRST_CHUNK = 12;
  private static final int ANIMATION = 0x02;

  private MovingPicture() {}

  static boolean is(PictureFormat format, byte[] bytes) {
    return switch (format) {
      case GIF -> gif(bytes);
      case PNG -> png(bytes);
      case WEBP -> text(bytes, WEBP_FIRST_CHUNK, "VP8X") && (u8(bytes, WEBP_FIRST_CHUNK + 8) & ANIMATION) != 0;
      case JPEG, BMP, AVIF, HEIF -> false;
    };
  }

  /** A chunk that says so stands before the pixels. */
  private static boolean png(byte[] bytes) {
    long at = PNG_FIRST_CHUNK;
    while (at + 12 <= bytes.length) {
      int chunk = (int) at;
      if (text(bytes, chunk + 4, "acTL")) {
        return true;
      }
      long length = (long) u8(bytes, chunk) << 24 | u8(bytes, chunk + 1) << 16 | u8(bytes, chunk + 2) << 8
          | u8(bytes, chunk + 3);
      at += 12 + length;
    }
    return false;
  }

  /** More than one picture; each of its blocks tells how long it is. */
  private static boolean gif(byte[] bytes) {
    int at = 13 + colours(u8(bytes, 10));
    int pictures = 0;
    while (at < bytes.length) {
      int block = u8(bytes, at);
      if (block == 0x21) { // an extension
        at += 2;
      } else if (block == 0x2c && ++pictures < 2) {
        at += 11 + colours(u8(bytes, at + 9));
      } else {
        break;
      }
      while (u8(bytes, at) > 0) {
        at += u8(bytes, at) + 1;
      }
      at++;
    }
    return pictures > 1;
  }

  /** Bytes of a palette, by the flags that announce it. */
  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private static int u8(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] & 0xff : 0;
  }

  private static boolean text(byte[] bytes, int at, String text) {
    return at + text.length() <= bytes.length
        && new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }
}
