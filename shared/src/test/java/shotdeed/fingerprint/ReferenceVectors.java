package shotdeed.fingerprint;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import shotdeed.image.LumaImage;

/** The reference hashes of ThreatExchange (see {@code pdq/README.md} among the test resources). */
final class ReferenceVectors {
  private ReferenceVectors() {}

  /** The lines of a list, split at commas, without its header. */
  static List<String[]> rows(String list) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(list), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }

  /** The pixels of a picture of the list, as a browser would show them. */
  static LumaImage picture(String file) throws IOException {
    try (InputStream in = open(file)) {
      BufferedImage image = ImageIO.read(in);
      int width = image.getWidth();
      int height = image.getHeight();
      if (image.getRaster().getNumBands() > 1) {
        return LumaImage.fromRgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
      }
      // getRGB() would bend a grey picture's values through a colour space.
      Raster raster = image.getRaster();
      int[] grey = raster.getSamples(0, 0, width, height, 0, (int[]) null);
      for (int i = 0; i < grey.length; i++) {
        grey[i] = grey[i] * 0x010101;
      }
      return LumaImage.fromRgb(width, height, grey);
    }
  }

  private static InputStream open(String name) {
    InputStream in = ReferenceVectors.class.getResourceAsStream("/pdq/" + name);
    if (in == null) {
      throw new IllegalStateException("the test resource pdq/" + name + " is missing");
    }
    return in;
  }
}
