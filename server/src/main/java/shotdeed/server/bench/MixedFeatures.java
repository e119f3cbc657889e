package shotdeed.server.bench;

import java.util.List;
import java.util.SplittableRandom;
import shotdeed.feature.Features;
import shotdeed.server.lookup.FeatureIndex;

/**
 * Features as of photographs that nobody took, to fill an index up with: each feature is one of two photographs', with
 * every bit of its description flipped with a probability of 1/8. So descriptions are spread as real ones are, common
 * ones common, and still distinct. The same pool, seed and number give the same features.
 */
final class MixedFeatures {
  private static final int SIDE = 800;

  private final List<Features> pool;
  private final long seed;

  /**
   * @param pool what is mixed; at least one feature each
   * @param seed of all chances
   */
  MixedFeatures(List<Features> pool, long seed) {
    this.pool = List.copyOf(pool);
    this.seed = seed;
  }

  /** A certificate's features, as many as two photographs have on average, and no more than an index keeps. */
  Features of(int number) {
    SplittableRandom random = new SplittableRandom(seed ^ (long) number << 32);
    Features one = pool.get(random.nextInt(pool.size()));
    Features other = pool.get(random.nextInt(pool.size()));
    int count = Math.min(FeatureIndex.FEATURES, (one.count() + other.count()) / 2);
    short[] x = new short[count];
    short[] y = new short[count];
    byte[] size = new byte[count];
    int[] words = new int[Features.WORDS * count];
    for (int i = 0; i < count; i++) {
      Features from = random.nextBoolean() ? one : other;
      int feature = random.nextInt(from.count());
      x[i] = from.x()[feature];
      y[i] = from.y()[feature];
      size[i] = from.size()[feature];
      for (int k = 0; k < Features.WORDS; k++) {
        int flipped = random.nextInt() & random.nextInt() & random.nextInt();
        words[Features.WORDS * i + k] = from.words()[Features.WORDS * feature + k] ^ flipped;
      }
    }
    return new Features(SIDE, SIDE, x, y, size, words);
  }
}
