package shotdeed.extension.probe;

import shotdeed.feature.Correspondences;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.feature.FeaturesCodec;
import shotdeed.feature.Pair;
import shotdeed.image.LumaImage;

/** The features of a picture, in a line that must be the same on the JVM and in the browser. */
public final class FeatureNumbers {
  private FeatureNumbers() {}

  /** How many features a query and a certificate have, checksums over their bytes, and over what corresponds. */
  public static String of(int width, int height, int[] abgr) {
    FeatureKernel kernel = new FeatureKernel();
    LumaImage picture = LumaImage.fromAbgr(width, height, abgr);
    Features query = kernel.query(picture);
    Features certificate = kernel.certificate(picture);
    int sum = 1;
    for (Pair pair : Correspondences.of(query, certificate)) {
      sum = 31 * sum + pair.query();
      sum = 31 * sum + pair.certificate();
      sum = 31 * sum + pair.distance() + (pair.mirrored() ? 1000 : 0);
    }
    return shown(query) + "; " + shown(certificate) + "; " + sum;
  }

  private static String shown(Features features) {
    int sum = 1;
    byte[] bytes = FeaturesCodec.encode(features);
    for (byte value : bytes) {
      sum = 31 * sum + value;
    }
    Features again = FeaturesCodec.decode(bytes);
    for (int i = 0; i < again.count(); i++) {
      sum = 31 * sum + (int) (again.x(i) * 1000) + (int) (again.y(i) * 1000) + (int) (again.side(i) * 1000);
    }
    return features.count() + " features, " + sum;
  }
}
