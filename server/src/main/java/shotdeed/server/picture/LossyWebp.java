package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import shotdeed.image.PictureHeader;
import shotdeed.server.picture.vp8.Vp8Decoder;

/**
 * The first picture of a lossy WebP (RFC 9649, section 2). Its colours are decoded here, because the library's reader
 * gives others than browsers; transparency, which is stored losslessly beside them, is left to the reader.
 *
 * @param from where the key frame starts
 * @param end where it ends
 * @param transparent whether transparency is stored before it
 */
record LossyWebp(int from, int end, boolean transparent) {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int SIZE_AT = 6;
  private static final int SIZE_BYTES = 4;

  /** {@code null} if the first picture is not lossy. */
  static LossyWebp in(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean transparent = false;
    long at = FIRST_CHUNK;
    while (at + CHUNK_HEADER_BYTES <= bytes.length) {
      long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
      long content = at + CHUNK_HEADER_BYTES;
      switch (in.getInt((int) at)) {
        case 0x20385056 -> { // "VP8 "
          return new LossyWebp((int) content, (int) Math.min(bytes.length, content + size), transparent);
        }
        case 0x4c385056 -> { // "VP8L"
          return null;
        }
        case 0x464d4e41 -> at = content + FRAME_HEADER_BYTES; // "ANMF" holds chunks of its own
        default -> {
          transparent |= in.getInt((int) at) == 0x48504c41; // "ALPH"
          at = content + size + (size & 1);
        }
      }
    }
    return null;
  }

  BufferedImage read(ImageReader reader, byte[] bytes) throws IOException {
    if (end - from < SIZE_AT + SIZE_BYTES) {
      throw new IOException("the frame is cut off");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int width = in.getShort(from + SIZE_AT) & 0x3fff;
    int height = in.getShort(from + SIZE_AT + 2) & 0x3fff;
    if (PictureHeader.tooLarge(width, height)) {
      throw new IOException("a frame larger than its header said");
    }
    int[] pixels = Vp8Decoder.decode(bytes, from, end, width, height);
    if (!transparent) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.getRaster().setDataElements(0, 0, width, height, pixels);
      return image;
    }
    BufferedImage image = reader.read(0);
    if (image.getWidth() != width || image.getHeight() != height) {
      throw new IOException("colours and transparency of different sizes");
    }
    BufferedImage joined = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int x = 0; x < width; x++) {
        line[x] = line[x] & 0xff000000 | pixels[y * width + x];
      }
      joined.getRaster().setDataElements(0, y, width, 1, line);
    }
    return joined;
  }
}
