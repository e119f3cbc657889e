package shotdeed.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import shotdeed.image.LumaImage;

/** Small pictures, drawn as a test needs them, and what thieves make of pictures. */
public final class Drawing {
  private final int width;
  private final int height;
  private final float[] values;

  private Drawing(int width, int height) {
    this.width = width;
    this.height = height;
    values = new float[width * height];
  }

  /** A ground of one brightness. */
  public static Drawing ground(int width, int height, int level) {
    Drawing drawing = new Drawing(width, height);
    Arrays.fill(drawing.values, level);
    return drawing;
  }

  /** A photograph of the test resources, by name: coat (400 x 400 pixels), dress, shirt or shoe. */
  public static LumaImage photograph(String name) {
    try (InputStream in = Drawing.class.getResourceAsStream("/photos/" + name + ".jpg")) {
      var image = ImageIO.read(in);
      int width = image.getWidth();
      int height = image.getHeight();
      return LumaImage.fromRgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of a picture. */
  public static LumaImage crop(LumaImage picture, int left, int top, int right, int bottom) {
    float[] part = new float[(right - left) * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(picture.values(), y * picture.width() + left, part, (y - top) * (right - left), right - left);
    }
    return new LumaImage(right - left, bottom - top, part);
  }

  /** Left and right exchanged. */
  public static LumaImage mirrored(LumaImage picture) {
    Drawing mirrored = new Drawing(picture.width(), picture.height());
    for (int i = 0; i < mirrored.values.length; i++) {
      int x = i % mirrored.width;
      mirrored.values[i] = picture.values()[i - x + mirrored.width - 1 - x];
    }
    return mirrored.picture();
  }

  /** Turned by a quarter. */
  public static LumaImage turned(LumaImage picture) {
    Drawing turned = new Drawing(picture.height(), picture.width());
    for (int i = 0; i < turned.values.length; i++) {
      turned.values[i] = picture.values()[i % turned.width * picture.width() + picture.width() - 1 - i / turned.width];
    }
    return turned.picture();
  }

  /** A rectangle of one brightness; ends excluded. */
  public Drawing rectangle(int left, int top, int right, int bottom, int level) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(values, y * width + left, y * width + right, level);
    }
    return this;
  }

  /** Soft waves about a brightness: no line across them is even, and nothing in them jumps. */
  public Drawing waves(int left, int top, int right, int bottom, int level) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        values[y * width + x] = (float) (level + 35 * Math.sin(x / 9.0) + 35 * Math.sin(y / 9.0));
      }
    }
    return this;
  }

  /** A line of writing: strokes of different heights and widths, in words. */
  public Drawing writing(int left, int baseline, int right, int size, long seed) {
    java.util.Random random = new java.util.Random(seed);
    for (int x = left; x < right - size; ) {
      int stroke = Math.max(1, size / 6);
      int top = baseline - (random.nextBoolean() ? size : size * 2 / 3);
      rectangle(x, top, x + stroke, baseline, 0);
      if (random.nextBoolean()) {
        int bar = top + random.nextInt(size / 2);
        rectangle(x, bar, x + size / 2, bar + stroke, 0);
      }
      x += size * (random.nextInt(5) == 0 ? 2 : 1) * 2 / 3;
    }
    return this;
  }

  /** Another picture on this one. */
  public Drawing paste(LumaImage picture, int left, int top) {
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(picture.values(), y * picture.width(), values, (top + y) * width + left, picture.width());
    }
    return this;
  }

  public LumaImage picture() {
    return new LumaImage(width, height, values);
  }
}
