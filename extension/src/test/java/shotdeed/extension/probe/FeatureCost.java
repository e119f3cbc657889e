package shotdeed.extension.probe;

import java.util.Arrays;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.feature.FeaturesCodec;
import shotdeed.image.LumaImage;

/** What the features of one picture cost, on the JVM and in the browser. */
public final class FeatureCost {
  private static final int WARM_UP = 10;
  private static final int TIMES = 41;

  private FeatureCost() {}

  /** Median and least, in milliseconds, from pixels to bytes to be sent; then how many features and bytes those are. */
  public static String of(int width, int height, int[] abgr) {
    FeatureKernel kernel = new FeatureKernel();
    double[] times = new double[TIMES];
    int count = 0;
    int bytes = 0;
    for (int i = -WARM_UP; i < TIMES; i++) {
      double start = System.nanoTime() / 1e6;
      Features features = kernel.query(LumaImage.fromAbgr(width, height, abgr));
      bytes = FeaturesCodec.encode(features).length;
      count = features.count();
      if (i >= 0) {
        times[i] = System.nanoTime() / 1e6 - start;
      }
    }
    Arrays.sort(times);
    return rounded(times[TIMES / 2]) + " " + rounded(times[0]) + " " + count + " " + bytes;
  }

  private static double rounded(double milliseconds) {
    return Math.floor(100 * milliseconds + 0.5) / 100;
  }
}
