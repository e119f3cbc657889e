package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import shotdeed.fingerprint.Dihedral;

/** Turns and mirrors pictures, pixel by pixel. */
public final class Turned {
  private Turned() {}

  /**
   * The picture as the form names it: its hash is the {@link Dihedral} hash of the picture as it was.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}; returned itself for {@link Dihedral#ROTATE0}
   */
  public static BufferedImage to(Dihedral form, BufferedImage image) {
    if (form == Dihedral.ROTATE0) {
      return image;
    }
    int width = form.transposes() ? image.getHeight() : image.getWidth();
    int height = form.transposes() ? image.getWidth() : image.getHeight();
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] to = ((DataBufferInt) turned.getRaster().getDataBuffer()).getData();
    int columnStep = form.transposes() ? image.getWidth() : 1;
    int rowStep = form.transposes() ? 1 : image.getWidth();
    int at = 0;
    for (int y = 0; y < height; y++) {
      int row = (form.mirrorsRows() ? height - 1 - y : y) * rowStep;
      for (int x = 0; x < width; x++) {
        to[at++] = from[row + (form.mirrorsColumns() ? width - 1 - x : x) * columnStep];
      }
    }
    return turned;
  }
}
