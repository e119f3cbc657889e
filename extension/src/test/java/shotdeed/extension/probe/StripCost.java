package shotdeed.extension.probe;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.image.Strip;

/** What strips cost, on the JVM and in the browser, in milliseconds. */
public final class StripCost {
  private static final int TIMES = 20;

  private StripCost() {}

  /** Means over twenty times: the picture's own queries, its slice, a strip of four of them joined, its queries. */
  public static String of(int width, int height, int[] abgr) {
    LumaImage picture = LumaImage.fromAbgr(width, height, abgr);
    Kernel kernel = new Kernel();
    double alone = 0;
    double slicing = 0;
    double joining = 0;
    double strip = 0;
    for (int i = -5; i < TIMES; i++) {
      double start = now();
      kernel.query(picture);
      double queried = now();
      Strip.Slice slice = Strip.slice(picture);
      double sliced = now();
      List<Strip.Slice> slices = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        slices.add(slice);
      }
      LumaImage joined = Strip.join(slices);
      double made = now();
      kernel.query(joined);
      if (i >= 0) {
        alone += queried - start;
        slicing += sliced - queried;
        joining += made - sliced;
        strip += now() - made;
      }
    }
    return tenths(alone) + " " + tenths(slicing) + " " + tenths(joining) + " " + tenths(strip);
  }

  private static double now() {
    return System.nanoTime() / 1e6;
  }

  private static double tenths(double sum) {
    return Math.floor(10 * sum / TIMES + 0.5) / 10;
  }
}
