package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that thieves do to a photograph.
 *
 * <p>Safe for use by several threads.
 */
public final class Alteration {
  /** Makes the pictures that one becomes: one, but for a page that is cut into several. */
  @FunctionalInterface
  interface Work {
    List<BufferedImage> apply(BufferedImage picture, Scene scene);
  }

  private static final double LONGEST_SIDE = 2000;

  private final Group group;
  private final String name;
  private final Work work;
  private final Codec codec;

  Alteration(Group group, String name, Work work, Codec codec) {
    this.group = group;
    this.name = name;
    this.work = work;
    this.codec = codec;
  }

  /** The kind it is of. */
  public Group group() {
    return group;
  }

  /** Of its own, in lower case. */
  public String name() {
    return name;
  }

  /** Why this machine cannot do it, in one line, or {@code null} if it can. */
  public String missing() {
    BufferedImage sample = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    try {
      apply(sample, "sample", 0, List.of(new Foreign("other", sample)));
      return null;
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  /** Nobody shows a camera's own size, and a collage of four of them could not be decoded. */
  private static BufferedImage shown(BufferedImage original) {
    double share = LONGEST_SIDE / Math.max(original.getWidth(), original.getHeight());
    return share < 1 ? Resample.by(original, share) : original;
  }

  /**
   * The files that a shop shows, in the order that it shows them in: one, or the slices of a page from its top.
   * The same arguments give the same bytes on the same Java.
   *
   * @param original of type {@link BufferedImage#TYPE_INT_RGB}; only read; above 2,000 pixels a side it is made smaller
   *     first, as shops do before they show a picture
   * @param key names the original, so that each has its own chances
   * @param seed of all chances
   * @param foreign pictures that may stand beside it; at least one other than the original
   * @throws IllegalStateException if this machine lacks something: a font with Chinese signs, or the library that encodes
   *     WebP
   */
  public List<byte[]> apply(BufferedImage original, String key, long seed, List<Foreign> foreign) {
    Scene scene = new Scene(seed, key, name, foreign);
    List<byte[]> files = new ArrayList<>();
    for (BufferedImage picture : work.apply(shown(original), scene)) {
      files.add(codec.encode(picture, scene));
    }
    return files;
  }
}
