package shotdeed.server.confirm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;

/**
 * Confirming one candidate: processor time of one thread, of a copy (one guess is followed) and of an unrelated picture
 * (three are). Prints figures, asserts none: {@code mvn test -pl server -am -Dgroups=benchmark -DexcludedGroups=
 * -Dtest=ConfirmBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class ConfirmBenchmark {
  private static final int ROUNDS = 101;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Confirmer confirmer = new Confirmer();

  @Test
  void one_candidate() throws Exception {
    System.out.printf("%nCPU ms a candidate, median and 99th of %d; raster of the copy, of the original%n", ROUNDS);
    for (int round = 0; round < 2; round++) { // the first warms up
      for (int[] sides : new int[][] {{240, 640}, {320, 640}, {480, 640}, {320, 1_000}}) {
        LumaImage original = raster(Photos.photo("coat"), sides[1]);
        print(round, "copy", raster(Photos.recompressed(Photos.photo("coat"), 0.7, 0.6f), sides[0]), original);
        print(round, "unrelated", raster(Photos.photo("dress"), sides[0]), original);
      }
    }
  }

  private void print(int round, String name, LumaImage copy, LumaImage original) {
    Finding finding = new Finding(
        1, Verdict.COPY, Method.FINGERPRINT, 20, 40, Dihedral.ROTATE0, Region.WHOLE, Region.WHOLE);
    List<Affine> guesses =
        Guesses.of(finding, copy.width(), copy.height(), original.width(), original.height());
    double[] millis = new double[ROUNDS];
    Verdict verdict = null;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      verdict = confirmer.confirm(copy, original, guesses).verdict();
      millis[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "%s %6.2f %6.2f  %d x %d on %d x %d, %d guesses, %s: %s%n",
        round == 0 ? "cold" : "warm",
        millis[ROUNDS / 2],
        millis[ROUNDS * 99 / 100],
        copy.width(),
        copy.height(),
        original.width(),
        original.height(),
        guesses.size(),
        name,
        verdict.text());
  }

  private static LumaImage raster(byte[] photo, int side) throws Exception {
    LumaImage luma = new PictureDecoder().decode(photo).luma();
    double scale = Math.min(1, (double) side / Math.max(luma.width(), luma.height()));
    return luma.scaledTo((int) Math.round(luma.width() * scale), (int) Math.round(luma.height() * scale));
  }
}
