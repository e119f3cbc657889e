package shotdeed.extension.bench;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.extension.probe.FeatureCost;

/**
 * The local features of one picture of 800 x 800, in Chromium and on the JVM, one thread. Prints figures, asserts none:
 * {@code mvn verify -pl extension -am -Dgroups=benchmark -DexcludedGroups= -Dtest=FeatureBenchmark}.
 */
@Tag("benchmark")
class FeatureBenchmark {
  @Test
  void features_of_a_picture() throws IOException {
    System.out.println("800 x 800, from pixels to bytes: ms, median and least of 41; features, bytes");
    SquareCosts.print("featureCost", FeatureCost::of, FeatureBenchmark::shown);
  }

  private static String shown(String line) {
    String[] numbers = line.split(" ");
    double median = Double.parseDouble(numbers[0]);
    double least = Double.parseDouble(numbers[1]);
    return String.format(Locale.ROOT, "%6.2f %6.2f; %s, %s", median, least, numbers[2], numbers[3]);
  }
}
