package shotdeed.extension.bench;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.probe.KernelCost;

/**
 * All regions of one picture of 800 x 800 beside PDQ of the whole alone, in Chromium and on the JVM, one thread. Prints
 * figures, asserts none: {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups= -Dtest=KernelBenchmark}.
 */
@Tag("benchmark")
class KernelBenchmark {
  @Test
  void all_regions_beside_the_whole() throws IOException {
    System.out.println("800 x 800, ms, medians of 41: PDQ of the whole alone, all regions, ratio; regions, hashes");
    SquareCosts.print("kernelCost", KernelCost::of, KernelBenchmark::shown);
  }

  private static String shown(String line) {
    String[] numbers = line.split(" ");
    double whole = Double.parseDouble(numbers[0]);
    double regions = Double.parseDouble(numbers[1]);
    return String.format(
        Locale.ROOT, "%6.2f %6.2f  x %.1f;  %s, %s", whole, regions, regions / whole, numbers[2], numbers[3]);
  }
}
