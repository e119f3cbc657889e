package shotdeed.extension.probe;

import java.util.Arrays;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;

/** What looking at one picture costs, on the JVM and in the browser. */
public final class KernelCost {
  private static final int WARM_UP = 60;
  private static final int TIMES = 41;

  private KernelCost() {}

  /**
   * Medians in milliseconds, from pixels on: PDQ of the whole in eight forms; all regions of the kernel; and how many
   * regions and hashes those are.
   */
  public static String of(int width, int height, int[] abgr) {
    Pdq pdq = new Pdq();
    Kernel kernel = new Kernel();
    double[] whole = new double[TIMES];
    double[] regions = new double[TIMES];
    int parts = 0;
    int hashes = 0;
    for (int i = -WARM_UP; i < TIMES; i++) {
      double start = now();
      LumaImage picture = LumaImage.fromAbgr(width, height, abgr);
      double read = now();
      pdq.hash(picture);
      double hashed = now();
      var queries = kernel.query(picture);
      double queried = now();
      parts = queries.size();
      hashes = 0;
      for (Kernel.Query query : queries) {
        for (Object form : query.forms()) {
          hashes += form == null ? 0 : 1;
        }
      }
      if (i >= 0) {
        whole[i] = hashed - start;
        regions[i] = read - start + (queried - hashed);
      }
    }
    return median(whole) + " " + median(regions) + " " + parts + " " + hashes;
  }

  private static double now() {
    return System.nanoTime() / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return Math.floor(100 * values[TIMES / 2] + 0.5) / 100;
  }
}
