package shotdeed.server.mark;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import shotdeed.mark.Marker;

/** A PNG and its marked copy: transparency, bits a value and descriptions stay; a palette becomes full colours. */
final class PngFile {
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;

  /** Chunks that mean the same whatever way the pixels are stored in. */
  private static final Set<String> KEPT =
      Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP", "pHYs", "eXIf", "tEXt", "zTXt", "iTXt", "tIME");

  private PngFile() {}

  /** The copy's bytes. */
  static byte[] marked(byte[] png, Marker marker) throws IOException {
    BufferedImage image = full(ImageIO.read(new ByteArrayInputStream(png)));
    change(image, marker);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", plain)) {
      throw new IOException("no PNG writer");
    }
    return described(plain.toByteArray(), png);
  }

  /** Palettes and single bits leave no room for a change of one level. */
  private static BufferedImage full(BufferedImage image) {
    ColorModel model = image.getColorModel();
    if (!(model instanceof IndexColorModel) && model.getComponentSize(0) >= 8) {
      return image;
    }
    int type = model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage full = new BufferedImage(image.getWidth(), image.getHeight(), type);
    int[] line = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      full.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return full;
  }

  private static void change(BufferedImage image, Marker marker) {
    WritableRaster raster = image.getRaster();
    int bands = raster.getNumBands();
    int colours = image.getColorModel().hasAlpha() ? bands - 1 : bands;
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    float unit = most / 255f;
    int width = image.getWidth();
    float[] change = new float[width];
    int[] line = new int[width * bands];
    for (int y = 0; y < image.getHeight(); y++) {
      marker.row(y, change);
      raster.getPixels(0, y, width, 1, line);
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        int by = Math.round(change[x] * unit);
        for (int band = 0; band < colours; band++) {
          line[at + band] = Math.max(0, Math.min(most, line[at + band] + by));
        }
      }
      raster.setPixels(0, y, width, 1, line);
    }
  }

  private interface Chunk {
    void take(String type, int from, int length);
  }

  /** Each chunk's type and where it lies, frame included. */
  private static void chunks(byte[] png, Chunk taker) {
    ByteBuffer in = ByteBuffer.wrap(png);
    int at = SIGNATURE;
    while (at + FRAME <= png.length) {
      int length = in.getInt(at);
      if (length < 0 || length > png.length - at - FRAME) {
        return;
      }
      taker.take(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1), at, FRAME + length);
      at += FRAME + length;
    }
  }

  private static byte[] described(byte[] plain, byte[] original) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length + 65536);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(plain, 0, SIGNATURE);
    chunks(plain, (type, from, length) -> {
      if (type.equals("IHDR")) {
        bytes.write(plain, from, length);
        chunks(original, (other, start, size) -> {
          if (KEPT.contains(other)) {
            bytes.write(original, start, size);
          }
        });
      } else if (!KEPT.contains(type)) {
        bytes.write(plain, from, length);
      }
    });
    return bytes.toByteArray();
  }
}
