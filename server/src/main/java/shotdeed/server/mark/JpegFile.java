package shotdeed.server.mark;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * The parts of a JPEG that its marked copy keeps: its descriptions (application segments and comments), grey or colour,
 * how its colours were thinned out, and a quality no lower than its own.
 */
final class JpegFile {
  /** Of a marked copy at least: coarser steps would round parts of the mark away. */
  private static final int LEAST_QUALITY = 92;

  private static final int SOI = 0xd8;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int ADOBE = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;
  private static final int TABLE = 64;
  private static final int ORIENTATION = 0x0112;

  private final List<byte[]> kept = new ArrayList<>();
  private int components = 3;
  private boolean thinned;
  private int quality = LEAST_QUALITY;

  private JpegFile() {}

  /** Reads the segments before the first scan; what is damaged ends them. */
  static JpegFile of(byte[] bytes) {
    JpegFile file = new JpegFile();
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = u16(bytes, at + 2);
      if (marker == SOS || length < 2 || at + 2 + length > bytes.length) {
        break;
      }
      file.take(bytes, at, marker, length);
      at += 2 + length;
    }
    return file;
  }

  /** 1 grey, 3 colour, 4 print. */
  int components() {
    return components;
  }

  private void take(byte[] bytes, int at, int marker, int length) {
    boolean description = marker >= APP0 && marker <= APP15 && marker != ADOBE || marker == COMMENT;
    if (description) {
      byte[] segment = new byte[2 + length];
      System.arraycopy(bytes, at, segment, 0, segment.length);
      if (marker == APP1) {
        upright(segment);
      }
      kept.add(segment);
    } else if (marker == DQT) {
      quality = Math.max(quality, quality(bytes, at + 4, at + 2 + length));
    } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc && length >= 11) {
      components = bytes[at + 9] & 0xff;
      thinned = components == 3 && (bytes[at + 11] & 0xff) == 0x22;
    }
  }

  /** The least quality whose steps for brightness are all as fine as those of table 0; 0 for other tables. */
  private static int quality(byte[] bytes, int from, int to) {
    int[] standard = JPEGQTable.K1Luminance.getTable();
    int most = 0;
    int at = from;
    while (at < to) {
      boolean wide = (bytes[at] & 0xf0) != 0;
      int id = bytes[at] & 0x0f;
      int size = wide ? 2 * TABLE : TABLE;
      if (at + 1 + size > to) {
        return most;
      }
      if (id == 0) {
        int finest = 0;
        for (int i = 0; i < TABLE; i++) {
          int step = Math.max(1, wide ? u16(bytes, at + 1 + 2 * i) : bytes[at + 1 + i] & 0xff);
          finest = Math.max(finest, least(standard[ZIGZAG[i]], step));
        }
        most = Math.max(most, finest);
      }
      at += 1 + size;
    }
    return most;
  }

  /** The least quality, as libjpeg counts it, that makes of a standard step one no longer than that. */
  private static int least(int standard, int step) {
    for (int quality = LEAST_QUALITY; quality < 100; quality++) {
      int scaled = (standard * (200 - 2 * quality) + 50) / 100;
      if (Math.max(1, scaled) <= step) {
        return quality;
      }
    }
    return 100;
  }

  /** The pixels are turned as displayed, so the camera's note of how to turn them must no longer say so. */
  private static void upright(byte[] segment) {
    int tiff = 10;
    if (segment.length < tiff + 14 || segment[4] != 'E' || segment[5] != 'x' || segment[6] != 'i') {
      return;
    }
    boolean little = segment[tiff] == 'I';
    int directory = tiff + u32(segment, tiff + 4, little);
    if (directory < tiff || directory + 2 > segment.length) {
      return;
    }
    int entries = u16(segment, directory, little);
    for (int i = 0; i < entries && directory + 14 + 12 * i <= segment.length; i++) {
      int entry = directory + 2 + 12 * i;
      if (u16(segment, entry, little) == ORIENTATION) {
        segment[entry + 8] = (byte) (little ? 1 : 0);
        segment[entry + 9] = (byte) (little ? 0 : 1);
      }
    }
  }

  /**
   * The copy's bytes.
   *
   * @param image as displayed, of type {@link BufferedImage#TYPE_INT_RGB}
   */
  byte[] written(BufferedImage image) throws IOException {
    BufferedImage stored = components == 1 ? grey(image) : image;
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(plain)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality / 100f);
      IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(stored), how);
      if (components == 3 && !thinned) {
        fullColours(metadata);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(stored, null, metadata), how);
    } finally {
      writer.dispose();
    }
    return described(plain.toByteArray());
  }

  private static BufferedImage grey(BufferedImage image) {
    BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int[] line = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        line[x] = rgb[y * width + x] & 0xff;
      }
      grey.getRaster().setSamples(0, y, width, 1, 0, line);
    }
    return grey;
  }

  /** One value of each colour a pixel, as in the original. */
  private static void fullColours(IIOMetadata metadata) throws IOException {
    String format = "javax_imageio_jpeg_image_1.0";
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    NodeList specifications = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < specifications.getLength(); i++) {
      ((IIOMetadataNode) specifications.item(i)).setAttribute("HsamplingFactor", "1");
      ((IIOMetadataNode) specifications.item(i)).setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(format, root);
  }

  /** The writer's file with the original's descriptions instead of the writer's own. */
  private byte[] described(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 65536);
    out.write(0xff);
    out.write(SOI);
    boolean own = kept.stream().anyMatch(segment -> (segment[1] & 0xff) == APP0);
    int from = 2;
    if (u16(plain, 2) == (0xff00 | APP0)) {
      int end = 4 + u16(plain, 4);
      if (!own) {
        out.write(plain, 2, end - 2);
      }
      from = end;
    }
    kept.forEach(segment -> out.write(segment, 0, segment.length));
    out.write(plain, from, plain.length - from);
    return out.toByteArray();
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private static int u16(byte[] bytes, int at, boolean little) {
    return little ? (bytes[at + 1] & 0xff) << 8 | bytes[at] & 0xff : u16(bytes, at);
  }

  private static int u32(byte[] bytes, int at, boolean little) {
    int first = u16(bytes, at, little);
    int second = u16(bytes, at + 2, little);
    return little ? second << 16 | first : first << 16 | second;
  }

  /** Where in its 8 x 8 block each value of a table stands (ITU-T T.81, figure A.6). */
  private static final int[] ZIGZAG = zigzag();

  private static int[] zigzag() {
    int[] order = new int[TABLE];
    int at = 0;
    for (int sum = 0; sum < 15; sum++) {
      for (int i = Math.max(0, sum - 7); i <= Math.min(7, sum); i++) {
        int row = sum % 2 == 0 ? sum - i : i;
        order[at++] = 8 * row + sum - row;
      }
    }
    return order;
  }
}
