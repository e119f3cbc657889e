package shotdeed.extension.rig;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import shotdeed.image.LumaImage;
import shotdeed.mark.Marker;

/** Real photographs, and what thieves do to them. */
public final class Photos {
  /** Photographs that the tests certify. */
  public static final String JACKET = "original-023bed9192e1.jpg";

  public static final String SKIRT = "original-0531b44e4c04.jpg";
  public static final String SHIRT = "original-0779825afaaa.jpg";
  public static final String DRESS = "original-0aed925e2a43.jpg";
  public static final String SHOES = "original-0ec30208ceec.jpg";
  public static final String SLIPPERS = "original-108d7a8c251f.jpg";

  /** Photographs that match nothing. */
  public static final String OTHER_JEANS = "other-1e45e2983c4a.jpg";

  public static final String OTHER_PINAFORE = "other-237f5419e930.jpg";
  public static final String OTHER_HOODIE = "other-29ef426a66e8.jpg";
  public static final String OTHER_SHORTS = "other-2f9e0b0bc396.jpg";
  public static final String OTHER_BLOUSE = "other-34a53990c486.jpg";
  public static final String OTHER_TIGHTS = "other-3ae6d6246f15.jpg";

  private Photos() {}

  /** Every photograph by name. */
  public static List<String> all() {
    return List.of(
        JACKET, SKIRT, SHIRT, DRESS, SHOES, SLIPPERS, OTHER_JEANS, OTHER_PINAFORE, OTHER_HOODIE, OTHER_SHORTS,
        OTHER_BLOUSE, OTHER_TIGHTS);
  }

  /** The untouched file. */
  public static byte[] file(String name) {
    try (InputStream in = Photos.class.getResourceAsStream("/photos/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Made smaller or larger to a width and saved again as a poorer JPEG. */
  public static byte[] resized(String name, int width, float quality) {
    BufferedImage image = read(name);
    int height = Math.round((float) width * image.getHeight() / image.getWidth());
    return jpeg(draw(image, width, height, false), quality);
  }

  /** The copy to publish: with the invisible mark of a number, saved again. */
  public static byte[] marked(String name, int number) {
    BufferedImage image = scaled(read(name), read(name).getWidth(), read(name).getHeight());
    int width = image.getWidth();
    int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Marker marker = new Marker(LumaImage.fromRgb(width, image.getHeight(), rgb), number);
    float[] change = new float[width];
    for (int y = 0; y < image.getHeight(); y++) {
      marker.row(y, change);
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, shifted(rgb[y * width + x], Math.round(change[x])));
      }
    }
    return jpeg(image, 0.85f);
  }

  private static int shifted(int rgb, int by) {
    int shifted = 0;
    for (int bits = 16; bits >= 0; bits -= 8) {
      shifted |= Math.max(0, Math.min(255, (rgb >> bits & 0xff) + by)) << bits;
    }
    return shifted;
  }

  /** Left and right exchanged, saved again. */
  public static byte[] mirrored(String name) {
    BufferedImage image = read(name);
    return jpeg(draw(image, image.getWidth(), image.getHeight(), true), 0.8f);
  }

  /** A detail, enlarged to a width and saved again. */
  public static byte[] zoom(String name, int left, int top, int width, int height, int enlargedTo) {
    BufferedImage detail = read(name).getSubimage(left, top, width, height);
    return jpeg(draw(detail, enlargedTo, Math.round((float) enlargedTo * height / width), false), 0.8f);
  }

  /** The photograph at a width with so many banners across it, half of it covered. */
  public static byte[] underBanners(String name, int width, int banners) {
    BufferedImage page = draw(read(name), width, rows(name, width), false);
    int rows = page.getHeight() / (2 * banners);
    Graphics2D g = page.createGraphics();
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.min(60, rows)));
    for (int i = 0; i < banners; i++) {
      g.setColor(i % 2 == 0 ? new Color(200, 20, 30) : Color.BLACK);
      g.fillRect(0, 2 * i * rows, width, rows);
      g.setColor(Color.WHITE);
      g.drawString("SALE 50% OFF TODAY", 5, (2 * i + 1) * rows - 4);
    }
    g.dispose();
    return jpeg(page, 0.8f);
  }

  /** What the middle of the photograph shows, cut out round and put aside on a ground of another colour. */
  public static byte[] cutOut(String name, int side) {
    BufferedImage image = read(name);
    BufferedImage page = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.setPaint(new GradientPaint(0, 0, new Color(250, 180, 190), side, side, new Color(120, 30, 80)));
    g.fillRect(0, 0, side, side);
    g.setClip(new Ellipse2D.Double(side * 0.33, side * 0.2, side * 0.63, side * 0.73));
    double scale = side * 0.98 / image.getWidth();
    g.translate(side * 0.65, side * 0.57);
    g.scale(scale, scale);
    g.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
    g.dispose();
    return jpeg(page, 0.8f);
  }

  /** Made as wide as a detail page and cut at these rows, as its slices are: each is saved again by itself. */
  public static List<byte[]> slices(String name, int width, int... cuts) {
    return slices(stacked(width, 0, List.of(name)), cuts);
  }

  /** Photographs one below the other, each as wide as the page, with so many white rows between them. */
  public static BufferedImage stacked(int width, int gutter, List<String> names) {
    int height = -gutter;
    for (String name : names) {
      height += rows(name, width) + gutter;
    }
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    int top = 0;
    for (String name : names) {
      g.drawImage(draw(read(name), width, rows(name, width), false), 0, top, null);
      top += rows(name, width) + gutter;
    }
    g.dispose();
    return page;
  }

  /** Two photographs side by side, each so many rows high, with so many white columns between them. */
  public static BufferedImage beside(int rows, int gutter, String left, String right) {
    BufferedImage[] both = {read(left), read(right)};
    int[] widths = new int[2];
    for (int i = 0; i < both.length; i++) {
      widths[i] = Math.round((float) rows * both[i].getWidth() / both[i].getHeight());
    }
    BufferedImage page = new BufferedImage(widths[0] + gutter + widths[1], rows, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, page.getWidth(), rows);
    g.drawImage(draw(both[0], widths[0], rows, false), 0, 0, null);
    g.drawImage(draw(both[1], widths[1], rows, false), widths[0] + gutter, 0, null);
    g.dispose();
    return page;
  }

  /** The rows of a photograph that is made so wide. */
  public static int rows(String name, int width) {
    BufferedImage image = read(name);
    return Math.round((float) width * image.getHeight() / image.getWidth());
  }

  /** Cuts a picture at these rows; each slice is saved by itself. */
  public static List<byte[]> slices(BufferedImage whole, int... cuts) {
    List<byte[]> slices = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? cuts[i] : whole.getHeight();
      BufferedImage slice = new BufferedImage(whole.getWidth(), to - from, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = slice.createGraphics();
      g.drawImage(whole, 0, -from, null);
      g.dispose();
      slices.add(jpeg(slice, 0.8f));
      from = to;
    }
    return slices;
  }

  /** A photograph of 50 million pixels, as the best cameras make them. */
  public static byte[] huge(String name) {
    BufferedImage huge = draw(read(name), 7_071, 7_071, false);
    return jpeg(huge, 0.7f);
  }

  /** A canvas's bytes, four a pixel, as the kernel takes them: one number a pixel. */
  public static int[] abgr(byte[] rgba) {
    int[] abgr = new int[rgba.length / 4];
    ByteBuffer.wrap(rgba).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(abgr);
    return abgr;
  }

  /** Any picture at an exact size, for measurements. */
  public static byte[] square(String name, int side, int shift) {
    BufferedImage image = read(name);
    BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = square.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, -shift, -shift, side + 2 * shift, side + 2 * shift, null);
    g.dispose();
    return jpeg(square, 0.85f);
  }

  /** Its pixels. */
  public static BufferedImage read(String name) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The picture at another size and shape. */
  public static BufferedImage scaled(BufferedImage image, int width, int height) {
    return draw(image, width, height, false);
  }

  private static BufferedImage draw(BufferedImage image, int width, int height, boolean mirrored) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = drawn.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, mirrored ? width : 0, 0, mirrored ? -width : width, height, null);
    g.dispose();
    return drawn;
  }

  /** Saved as JPEG of a quality from 0 to 1. */
  public static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("a JPEG in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
