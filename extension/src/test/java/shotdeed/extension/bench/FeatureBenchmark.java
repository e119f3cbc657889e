package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.probe.FeatureCost;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;

/**
 * The local features of one picture of 800 x 800, in Chromium and on the JVM, one thread. Prints figures, asserts none:
 * {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups= -Dtest=FeatureBenchmark}.
 */
@Tag("benchmark")
class FeatureBenchmark {
  private static final int SIDE = 800;
  private static final List<String> PHOTOGRAPHS =
      List.of(Photos.JACKET, Photos.OTHER_BLOUSE, Photos.OTHER_HOODIE, Photos.OTHER_JEANS, Photos.OTHER_PINAFORE);

  @Test
  void features_of_a_picture() throws IOException {
    byte[] probe = Files.readAllBytes(Path.of("target", "probe", "probe.js"));
    System.out.println("800 x 800, from pixels to bytes: ms, median and least of 41; features, bytes");
    try (Site site =
            new Site()
                .page("/", "<script src=probe.js></script><script>probe([])</script>")
                .bytes("/probe.js", "text/javascript", probe);
        Chromium browser = new Chromium()) {
      Page page = browser.newPage();
      page.navigate(site.origin());
      for (String name : PHOTOGRAPHS) {
        byte[] jpeg = Photos.square(name, SIDE, 0);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        byte[] rgba = new byte[SIDE * SIDE * 4];
        int[] pixels = image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        for (int i = 0; i < pixels.length; i++) {
          rgba[4 * i] = (byte) (pixels[i] >> 16);
          rgba[4 * i + 1] = (byte) (pixels[i] >> 8);
          rgba[4 * i + 2] = (byte) pixels[i];
          rgba[4 * i + 3] = -1;
        }
        site.bytes("/photo.jpg", "image/jpeg", jpeg);
        String inBrowser =
            (String)
                page.evaluate(
                    """
                    async () => {
                      const answer = await fetch('/photo.jpg', {cache: 'no-store'});
                      const bitmap = await createImageBitmap(await answer.blob());
                      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
                      const context = canvas.getContext('2d');
                      context.drawImage(bitmap, 0, 0);
                      const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
                      return featureCost(bitmap.width, bitmap.height, new Int8Array(data.buffer));
                    }
                    """);
        System.out.println("browser  " + shown(inBrowser) + "  " + name);
        System.out.println("JVM      " + shown(FeatureCost.of(SIDE, SIDE, Photos.abgr(rgba))) + "  " + name);
      }
    }
  }

  private static String shown(String line) {
    String[] numbers = line.split(" ");
    double median = Double.parseDouble(numbers[0]);
    double least = Double.parseDouble(numbers[1]);
    return String.format(Locale.ROOT, "%6.2f %6.2f; %s, %s", median, least, numbers[2], numbers[3]);
  }
}
