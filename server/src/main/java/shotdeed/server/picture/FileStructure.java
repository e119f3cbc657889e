package shotdeed.server.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import shotdeed.image.PictureHeader;
import shotdeed.model.Unjudged;

/** What must hold of a whole file before a decoder is let at it: its size, its end, and the work it asks for. */
final class FileStructure {
  /**
   * A progressive JPEG of a few kilobytes may ask for thousands of passes over all its pixels. Encoders use some ten.
   */
  private static final int MAX_JPEG_SCANS = 64;

  private FileStructure() {}

  static void check(PictureHeader header, byte[] bytes) throws UnreadablePicture {
    if (!header.sized()) {
      throw new UnreadablePicture(Unjudged.TRUNCATED);
    }
    if (header.tooLarge()) {
      throw new UnreadablePicture(Unjudged.TOO_MANY_PIXELS);
    }
    boolean complete =
        switch (header.format()) {
          case JPEG -> jpeg(bytes);
          case PNG -> png(bytes);
          case WEBP -> webp(bytes);
          case BMP -> bmp(header, bytes);
          case GIF, AVIF, HEIF -> true; // a GIF's first frame may be whole though its file is not: the decoder knows
        };
    if (!complete) {
      throw new UnreadablePicture(Unjudged.TRUNCATED);
    }
  }

  /** Whether an end marker follows a scan; a thumbnail's own end, within a segment, does not count. */
  private static boolean jpeg(byte[] bytes) throws UnreadablePicture {
    int scans = 0;
    int at = 2;
    while (at + 1 < bytes.length) {
      int marker = bytes[at + 1] & 0xff;
      if (bytes[at] != (byte) 0xff || marker == 0xff) {
        at++;
      } else if (marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
      } else if (marker == 0xd9) {
        return scans > 0;
      } else {
        if (marker == 0xda && ++scans > MAX_JPEG_SCANS) {
          throw new UnreadablePicture(Unjudged.FORMAT_NOT_DECODED);
        }
        if (at + 3 >= bytes.length) {
          return false;
        }
        at += 2 + Math.max(2, (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
      }
    }
    return false;
  }

  /** Whether the chunks lead to the one that ends the file. */
  private static boolean png(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long at = 8;
    while (at + 12 <= bytes.length) {
      if (in.getInt((int) at + 4) == 0x49454e44) { // IEND
        return true;
      }
      at += 12 + Integer.toUnsignedLong(in.getInt((int) at));
    }
    return false;
  }

  private static boolean webp(byte[] bytes) {
    long claimed = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
    return claimed + 8 <= bytes.length;
  }

  /** Whether the rows are there. Pictures that only wrap a JPEG or PNG are left to nobody: no browser shows them. */
  private static boolean bmp(PictureHeader header, byte[] bytes) throws UnreadablePicture {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean os2 = in.getInt(14) == 12;
    if (bytes.length < (os2 ? 26 : 34)) {
      return false;
    }
    int bits = in.getShort(os2 ? 24 : 28) & 0xffff;
    int compression = os2 ? 0 : in.getInt(30);
    if (compression == 4 || compression == 5) {
      throw new UnreadablePicture(Unjudged.FORMAT_NOT_DECODED);
    }
    boolean runLengths = compression == 1 || compression == 2;
    long rowBytes = ((long) header.width() * bits + 31) / 32 * 4;
    long pixelsAt = Integer.toUnsignedLong(in.getInt(10));
    return pixelsAt + (runLengths ? 1 : rowBytes * header.height()) <= bytes.length;
  }
}
