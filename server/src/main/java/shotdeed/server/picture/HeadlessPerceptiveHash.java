package shotdeed.server.picture;

import dev.brachtendorf.graphics.FastPixel;
import dev.brachtendorf.jimagehash.hashAlgorithms.PerceptiveHash;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import javax.imageio.ImageTypeSpecifier;

/**
 * JImageHash's perceptive hash without JavaFX. The library shrinks a picture in a class that cannot be loaded without
 * JavaFX; the same is done here in the same way, with nearest neighbours, so that whoever runs the library itself on
 * the same pixels gets the same hash.
 */
public final class HeadlessPerceptiveHash extends PerceptiveHash {
  private static final long serialVersionUID = 1;

  /**
   * @param bits asked for; the library rounds to a square
   */
  public HeadlessPerceptiveHash(int bits) {
    super(bits);
  }

  @Override
  protected FastPixel createPixelAccessor(BufferedImage image, int width, int height) {
    BufferedImage small = ImageTypeSpecifier.createFromRenderedImage(image).createBufferedImage(width, height);
    Graphics graphics = small.getGraphics();
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return FastPixel.create(small);
  }
}
