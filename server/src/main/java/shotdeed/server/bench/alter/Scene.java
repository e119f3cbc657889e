package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The chance and the foreign pictures of one alteration of one picture: the same for the same seed and names. */
final class Scene {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Random random;
  private final List<BufferedImage> foreign = new ArrayList<>();

  Scene(long seed, String key, String alteration, List<Foreign> pictures) {
    random = new Random(hash(hash(hash(FNV_OFFSET, Long.toString(seed)), key), alteration));
    List<Foreign> others = new ArrayList<>(pictures);
    others.removeIf(other -> other.key().equals(key));
    Collections.shuffle(others, random);
    others.forEach(other -> foreign.add(other.picture()));
  }

  private static long hash(long from, String text) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ '/') * FNV_PRIME;
  }

  double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** A whole number, both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** Minus one or one. */
  int sign() {
    return coin() ? 1 : -1;
  }

  double gaussian() {
    return random.nextGaussian();
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * The next foreign picture. After the last one the first comes again.
   *
   * @throws IllegalStateException if there is none
   */
  BufferedImage foreign() {
    if (foreign.isEmpty()) {
      throw new IllegalStateException("there is no other picture for a collage, a strip or a scene");
    }
    BufferedImage next = foreign.remove(0);
    foreign.add(next);
    return next;
  }
}
