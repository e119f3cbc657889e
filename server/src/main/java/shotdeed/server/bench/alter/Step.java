package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/** One change: a picture in, a new one out, both of type {@link BufferedImage#TYPE_INT_RGB}. */
@FunctionalInterface
interface Step {
  /** What is left to chance is drawn from the scene, in a fixed order. */
  BufferedImage apply(BufferedImage picture, Scene scene);

  /** This change, then another. */
  default Step then(Step next) {
    return (picture, scene) -> next.apply(apply(picture, scene), scene);
  }
}
