package shotdeed.fingerprint;

import shotdeed.image.LumaImage;

/** A photograph turned by a few degrees, as a thief turns it so that hashes no longer match. */
final class Rotated {
  /** The angles, in degrees, that certificates anticipate, and their cosines and sines. */
  static final double[][] ANGLES = {
    {2.5, 0.9990482215818578, 0.043619387365336},
    {5, 0.9961946980917455, 0.08715574274765817},
    {9, 0.9876883405951378, 0.15643446504023087},
    {15, 0.9659258262890683, 0.25881904510252074},
  };

  private static final float WHITE = 255;

  private Rotated() {}

  /** The picture turned about its middle, nothing cut off: the frame grows, and its corners are white. */
  static LumaImage onWhite(LumaImage picture, double cosine, double sine) {
    int columns = (int) Math.ceil(picture.width() * cosine + picture.height() * Math.abs(sine));
    int rows = (int) Math.ceil(picture.width() * Math.abs(sine) + picture.height() * cosine);
    int width = picture.width();
    int height = picture.height();
    float[] from = picture.values();
    float[] to = new float[columns * rows];
    double[] acrossX = new double[columns];
    double[] acrossY = new double[columns];
    for (int x = 0; x < columns; x++) {
      double across = x + 0.5 - columns / 2.0;
      acrossX[x] = width / 2.0 + cosine * across;
      acrossY[x] = height / 2.0 + sine * across;
    }
    int at = 0;
    for (int y = 0; y < rows; y++) {
      double down = y + 0.5 - rows / 2.0;
      double downX = sine * down;
      double downY = cosine * down;
      for (int x = 0; x < columns; x++, at++) {
        double fromX = acrossX[x] - downX - 0.5;
        double fromY = acrossY[x] + downY - 0.5;
        if (fromX >= 0 && fromY >= 0 && fromX < width - 1 && fromY < height - 1) {
          to[at] = within(from, width, fromX, fromY);
        } else {
          boolean outside = fromX < -0.5 || fromY < -0.5 || fromX > width - 0.5 || fromY > height - 0.5;
          to[at] = outside ? WHITE : between(from, width, height, fromX, fromY);
        }
      }
    }
    return new LumaImage(columns, rows, to);
  }

  /** The largest middle box of the picture's own shape without a white corner. */
  static Box ownShape(double width, double height, double cosine, double sine) {
    double share = Math.min(width / (width * cosine + height * sine), height / (width * sine + height * cosine));
    return new Box(0, 0, width, height).shrunk(share);
  }

  /** Between four pixels of the picture: what {@link #between} answers there, in a third of the time. */
  private static float within(float[] values, int width, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    double across = x - left;
    double down = y - top;
    int at = top * width + left;
    double upper = values[at] * (1 - across) + values[at + 1] * across;
    double lower = values[at + width] * (1 - across) + values[at + width + 1] * across;
    return (float) (upper * (1 - down) + lower * down);
  }

  private static float between(float[] values, int width, int height, double x, double y) {
    int left = (int) Math.max(0, Math.min(width - 2, Math.floor(x)));
    int top = (int) Math.max(0, Math.min(height - 2, Math.floor(y)));
    int right = Math.min(width - 1, left + 1);
    int bottom = Math.min(height - 1, top + 1);
    double across = Math.max(0, Math.min(1, x - left));
    double down = Math.max(0, Math.min(1, y - top));
    double upper = values[top * width + left] * (1 - across) + values[top * width + right] * across;
    double lower = values[bottom * width + left] * (1 - across) + values[bottom * width + right] * across;
    return (float) (upper * (1 - down) + lower * down);
  }
}
