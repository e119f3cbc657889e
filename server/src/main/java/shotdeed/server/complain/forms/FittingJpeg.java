package shotdeed.server.complain.forms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import shotdeed.server.picture.Jpeg;

/**
 * A JPEG between two sizes: as large as fits, in pixels first and in quality then. Size grows with quality, so the
 * quality is found by halving.
 */
final class FittingJpeg {
  private static final double[] SMALLER = {1, 0.85, 0.7, 0.55, 0.42, 0.32};
  private static final double[] LARGER = {1, 1.25, 1.6, 2};
  private static final float BEST = 0.92f;
  private static final float WORST = 0.6f;
  private static final int HALVINGS = 5;

  private FittingJpeg() {}

  /** Draws a picture anew at any scale. */
  interface Painter {
    BufferedImage paint(double scale);
  }

  /**
   * Makes the file.
   *
   * @param least bytes
   * @param most bytes
   * @return what comes nearest where nothing fits
   */
  static byte[] of(Painter painter, long least, long most) throws IOException {
    byte[] jpeg = new byte[0];
    for (double scale : SMALLER) {
      BufferedImage image = painter.paint(scale);
      jpeg = Jpeg.encoded(image, BEST);
      if (jpeg.length <= most) {
        return jpeg.length < least && scale == 1 ? larger(painter, jpeg, least, most) : jpeg;
      }
      byte[] worst = Jpeg.encoded(image, WORST);
      if (worst.length <= most) {
        return between(image, worst, most);
      }
      jpeg = worst;
    }
    return jpeg;
  }

  private static byte[] between(BufferedImage image, byte[] worst, long most) throws IOException {
    byte[] found = worst;
    float fits = WORST;
    float tooLarge = BEST;
    for (int i = 0; i < HALVINGS; i++) {
      float middle = (fits + tooLarge) / 2;
      byte[] jpeg = Jpeg.encoded(image, middle);
      if (jpeg.length <= most) {
        found = jpeg;
        fits = middle;
      } else {
        tooLarge = middle;
      }
    }
    return found;
  }

  private static byte[] larger(Painter painter, byte[] small, long least, long most) throws IOException {
    byte[] found = small;
    for (double scale : LARGER) {
      byte[] jpeg = Jpeg.encoded(painter.paint(scale), 1);
      if (jpeg.length > most) {
        return found;
      }
      found = jpeg;
      if (found.length >= least) {
        return found;
      }
    }
    return found;
  }
}
