package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/**
 * A picture that stands beside the stolen one in a collage, on a detail page or behind a cut-out. It must be of no
 * certificate, or finding that one would be no mistake.
 *
 * @param key names the picture; a picture never stands beside itself
 * @param picture of type {@link BufferedImage#TYPE_INT_RGB}; only read
 */
public record Foreign(String key, BufferedImage picture) {
  /** It is never shown larger than in a cell or across a page. */
  private static final double LONGEST_SIDE = 800;

  /** A picture as small as it needs to be, so that a pool of them stays small in memory. */
  public static Foreign of(String key, BufferedImage picture) {
    double share = LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight());
    return new Foreign(key, share < 1 ? Resample.by(picture, share) : picture);
  }
}
