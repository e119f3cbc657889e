package shotdeed.extension.bench;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;

/** Prints what the probe page measures on photographs of 800 x 800, in Chromium and on the JVM. */
final class SquareCosts {
  private static final int SIDE = 800;
  private static final List<String> PHOTOGRAPHS =
      List.of(Photos.JACKET, Photos.OTHER_BLOUSE, Photos.OTHER_HOODIE, Photos.OTHER_JEANS, Photos.OTHER_PINAFORE);

  private SquareCosts() {}

  /** The same measurement on the JVM: figures separated by blanks. */
  interface OnJvm {
    String of(int width, int height, int[] abgr);
  }

  /**
   * Measures and prints, a line a photograph and side.
   *
   * @param function of the probe page
   * @param shown how a line of figures is printed
   */
  static void print(String function, OnJvm onJvm, UnaryOperator<String> shown) throws IOException {
    byte[] probe = Files.readAllBytes(Path.of("target", "probe", "probe.js"));
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
                    async cost => {
                      const answer = await fetch('/photo.jpg', {cache: 'no-store'});
                      const bitmap = await createImageBitmap(await answer.blob());
                      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
                      const context = canvas.getContext('2d');
                      context.drawImage(bitmap, 0, 0);
                      const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
                      return window[cost](bitmap.width, bitmap.height, new Int8Array(data.buffer));
                    }
                    """,
                    function);
        System.out.println("browser  " + shown.apply(inBrowser) + "  " + name);
        System.out.println("JVM      " + shown.apply(onJvm.of(SIDE, SIDE, Photos.abgr(rgba))) + "  " + name);
      }
    }
  }
}
