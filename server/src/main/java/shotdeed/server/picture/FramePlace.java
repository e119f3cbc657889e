package shotdeed.server.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import shotdeed.image.PictureFormat;

/**
 * Where the first frame of an animation stands on its canvas.
 *
 * @param left pixels, 0 or more
 * @param top pixels, 0 or more
 */
record FramePlace(int left, int top) {
  private static final int VP8X = 0x58385056; // little-endian, as all of WebP
  private static final int ANMF = 0x464d4e41;

  /** The place, or {@code null} where the frame is the whole picture. */
  static FramePlace of(PictureFormat format, byte[] bytes, ImageReader reader) throws IOException {
    return switch (format) {
      case GIF -> gif(reader);
      case WEBP -> webp(bytes);
      default -> null;
    };
  }

  private static FramePlace gif(ImageReader reader) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    Element frame = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
    return new FramePlace(
        Integer.parseInt(frame.getAttribute("imageLeftPosition")),
        Integer.parseInt(frame.getAttribute("imageTopPosition")));
  }

  /** RFC 9649, section 2.7.1.3: 24 bits each, in units of two pixels. */
  private static FramePlace webp(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long at = 12;
    if (bytes.length < 20 || in.getInt(12) != VP8X) {
      return null;
    }
    while (at + 16 <= bytes.length) {
      if (in.getInt((int) at) == ANMF) {
        return new FramePlace((in.getInt((int) at + 8) & 0xffffff) * 2, (in.getInt((int) at + 11) & 0xffffff) * 2);
      }
      long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
      at += 8 + size + (size & 1);
    }
    return null;
  }
}
