package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;

/** Paints a decoded picture as it is displayed: placed, on white, turned. */
final class Canvas {
  private static final int WHITE = 0xffffff;

  private final BufferedImage stored;
  private final int orientation;
  private final boolean turned;
  private final int rounding;
  private int width;
  private int height;
  private int left;
  private int top;

  Canvas(PictureHeader header, BufferedImage stored) {
    this.stored = stored;
    this.orientation = header.orientation();
    this.turned = header.turned();
    this.rounding = header.format() == PictureFormat.WEBP ? 0 : 127;
    this.width = stored.getWidth();
    this.height = stored.getHeight();
  }

  /** Puts the picture as a frame onto a larger canvas; what lies outside is cut off. */
  void framed(int canvasWidth, int canvasHeight, FramePlace place) {
    width = canvasWidth;
    height = canvasHeight;
    left = place.left();
    top = place.top();
  }

  /** The picture as displayed, {@link BufferedImage#TYPE_INT_RGB}. */
  BufferedImage paint() {
    BufferedImage shown =
        new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) shown.getRaster().getDataBuffer()).getData();
    Arrays.fill(target, WHITE);
    StoredRows rows = new StoredRows(stored);
    int[] line = new int[stored.getWidth()];
    int visible = Math.min(line.length, width - left);
    for (int y = 0; y < stored.getHeight() && y + top < height; y++) {
      rows.read(y, line);
      int at = index(left, y + top);
      int step = index(left + 1, y + top) - at;
      for (int x = 0; x < visible; x++, at += step) {
        target[at] = onWhite(line[x]);
      }
    }
    return shown;
  }

  /** Where a pixel of the canvas goes; linear in x, so that two neighbours give the step of a row. */
  private int index(int x, int y) {
    int mirroredX = width - 1 - x;
    int mirroredY = height - 1 - y;
    return switch (orientation) {
      case 2 -> y * width + mirroredX;
      case 3 -> mirroredY * width + mirroredX;
      case 4 -> mirroredY * width + x;
      case 5 -> x * height + y;
      case 6 -> x * height + mirroredY;
      case 7 -> mirroredX * height + mirroredY;
      case 8 -> mirroredX * height + y;
      default -> y * width + x;
    };
  }

  /** Browsers round a transparent WebP down, and others to the nearest. */
  private int onWhite(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb & WHITE;
    }
    int white = 255 * (255 - alpha) + rounding;
    int red = ((argb >> 16 & 0xff) * alpha + white) / 255;
    int green = ((argb >> 8 & 0xff) * alpha + white) / 255;
    int blue = ((argb & 0xff) * alpha + white) / 255;
    return red << 16 | green << 8 | blue;
  }
}
