package shotdeed.extension.probe;

import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;

/** What a picture is looked up with, in a line that must be the same on the JVM and in the browser. */
public final class KernelNumbers {
  private KernelNumbers() {}

  /** How many regions and hashes, and a checksum over each region, quality and hash, in their order. */
  public static String of(int width, int height, int[] abgr) {
    List<Kernel.Query> queries = new Kernel().query(LumaImage.fromAbgr(width, height, abgr));
    int hashes = 0;
    int sum = 1;
    for (Kernel.Query query : queries) {
      Region region = query.region();
      int[] numbers = {region.left(), region.top(), region.right(), region.bottom(), query.quality()};
      for (int number : numbers) {
        sum = 31 * sum + number;
      }
      for (Dihedral form : Dihedral.values()) {
        Hash256 hash = query.forms()[form.ordinal()];
        for (int word = 0; hash != null && word < Hash256.WORDS; word++) {
          sum = 31 * sum + hash.word(word);
        }
        sum = 31 * sum + form.ordinal();
        hashes += hash == null ? 0 : 1;
      }
    }
    return queries.size() + " regions, " + hashes + " hashes, " + sum;
  }
}
