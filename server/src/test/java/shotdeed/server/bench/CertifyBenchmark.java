package shotdeed.server.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.server.Photos;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;

/**
 * Certifying one photograph of 2000 x 2000 pixels beside PDQ of it alone: processor time of one thread. Prints figures,
 * asserts none: {@code mvn test -pl server -am -Dgroups=benchmark -DexcludedGroups= -Dtest=CertifyBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class CertifyBenchmark {
  private static final int SIDE = 2000;
  private static final int ROUNDS = 21;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PictureDecoder decoder = new PictureDecoder();
  private final Certifier certifier = new Certifier(BackgroundResource.bank());
  private final Pdq pdq = new Pdq();

  @Test
  void a_photograph_of_2000_by_2000() throws Exception {
    System.out.printf(
        "%n%d x %d, CPU ms, medians of %d: decode the JPEG, its brightness, PDQ of the whole alone, certifier%n",
        SIDE, SIDE, ROUNDS);
    for (int round = 0; round < 2; round++) { // the first warms up
      for (String name : List.of("coat", "dress", "shirt", "shoe")) {
        byte[] jpeg = square(name);
        DecodedPicture picture = decoder.decode(jpeg);
        LumaImage luma = picture.luma();
        System.out.printf(
            "%s %6.1f %6.1f %6.1f %6.1f  %d fingerprints, %d hashes in the bank, %s%n",
            round == 0 ? "cold" : "warm",
            median(() -> decoder.decode(jpeg)),
            median(picture::luma),
            median(() -> pdq.hash(luma)),
            median(() -> certifier.certificate(luma)),
            certifier.certificate(luma).size(),
            BackgroundResource.bank().size(),
            name);
      }
    }
  }

  /** With grain, so that there is as much to decode as in a photograph of that size. */
  private static byte[] square(String name) throws IOException {
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(Photos.photo(name)));
    BufferedImage large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(small, 0, 0, SIDE, SIDE * small.getHeight() / small.getWidth(), null);
    graphics.dispose();
    Random random = new Random(3);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int grain = (int) Math.round(4 * random.nextGaussian());
        int rgb = large.getRGB(x, y);
        large.setRGB(
            x, y, grained(rgb >> 16, grain) << 16 | grained(rgb >> 8, grain) << 8 | grained(rgb, grain));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(large, "jpeg", out);
    return out.toByteArray();
  }

  private static int grained(int value, int grain) {
    return Math.max(0, Math.min(255, (value & 0xff) + grain));
  }

  private static double median(Callable<?> work) throws Exception {
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadCpuTime();
      work.call();
      millis[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }
}
