package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * A JPEG of cyan, magenta, yellow and black, turned into light by plain multiplication, which is what Chromium does
 * once it is told to leave profiles alone. The reader's own conversion would depend on the profiles installed on the
 * machine. Values are taken as inverted, 255 for no ink, as all programs store them and browsers expect.
 */
final class InkJpeg {
  private static final int INKS = 4;
  private static final int YCCK = 2;

  private InkJpeg() {}

  /** Whether the file has four components. */
  static boolean is(byte[] jpeg) {
    int frame = segment(jpeg, true);
    return frame >= 0 && frame + 9 < jpeg.length && jpeg[frame + 9] == INKS;
  }

  /** The picture of the reader's input, as {@link BufferedImage#TYPE_INT_RGB}. */
  static BufferedImage read(ImageReader reader, byte[] jpeg) throws IOException {
    Raster inks = reader.readRaster(0, null);
    int adobe = segment(jpeg, false);
    boolean ycck = adobe >= 0 && adobe + 15 < jpeg.length && jpeg[adobe + 15] == YCCK;
    int width = inks.getWidth();
    BufferedImage image = new BufferedImage(width, inks.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] samples = new int[width * INKS];
    for (int y = 0, at = 0; y < inks.getHeight(); y++) {
      inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, samples);
      for (int s = 0; s < samples.length; s += INKS, at++) {
        if (ycck) {
          toInks(samples, s);
        }
        int black = samples[s + 3];
        rgb[at] = samples[s] * black / 255 << 16 | samples[s + 1] * black / 255 << 8 | samples[s + 2] * black / 255;
      }
    }
    return image;
  }

  /** The inverse of JFIF's colour transform; its red, green and blue are the complements of the (inverted) inks. */
  private static void toInks(int[] samples, int s) {
    double luma = samples[s];
    double blue = samples[s + 1] - 128;
    double red = samples[s + 2] - 128;
    samples[s] = 255 - level(luma + 1.402 * red);
    samples[s + 1] = 255 - level(luma - 0.344136 * blue - 0.714136 * red);
    samples[s + 2] = 255 - level(luma + 1.772 * blue);
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  /** Where the frame's header (SOF) or Adobe's segment (APP14) starts, with its marker; -1 where there is none. */
  private static int segment(byte[] jpeg, boolean frame) {
    int at = 2;
    while (at + 3 < jpeg.length && jpeg[at] == (byte) 0xff && jpeg[at + 1] != (byte) 0xda) {
      int marker = jpeg[at + 1] & 0xff;
      boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
      if (frame ? marker >= 0xc0 && marker <= 0xcf && !tables : marker == 0xee && adobe(jpeg, at + 4)) {
        return at;
      }
      at += marker == 0xff ? 1 : 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return -1;
  }

  private static boolean adobe(byte[] jpeg, int at) {
    return at + 5 <= jpeg.length && jpeg[at] == 'A' && jpeg[at + 1] == 'd' && jpeg[at + 2] == 'o'
        && jpeg[at + 3] == 'b' && jpeg[at + 4] == 'e';
  }
}
