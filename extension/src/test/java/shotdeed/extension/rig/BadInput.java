package shotdeed.extension.rig;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import shotdeed.image.Samples;

/** Files of every kind that a page may serve, by a name that says what they are: real photographs where it matters. */
public final class BadInput {
  private BadInput() {}

  /** Lossless formats, whose pixels nobody may differ on. */
  public static Map<String, byte[]> lossless() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    BufferedImage photo = photo();
    files.put("PNG", Samples.encode(photo, "png"));
    files.put("PNG with alpha", Samples.encode(faded(photo), "png"));
    files.put("PNG, 16 bits a sample", Samples.encode(deep(photo), "png"));
    files.put("PNG, 16 bits, grey", Samples.encode(drawn(photo, BufferedImage.TYPE_USHORT_GRAY), "png"));
    files.put("PNG, grey", Samples.encode(drawn(photo, BufferedImage.TYPE_BYTE_GRAY), "png"));
    files.put("PNG, palette", Samples.encode(drawn(photo, BufferedImage.TYPE_BYTE_INDEXED), "png"));
    files.put(
        "PNG, palette with tRNS",
        Samples.withChunkBehindPalette(
            Samples.encode(drawn(photo, BufferedImage.TYPE_BYTE_INDEXED), "png"), "tRNS", Samples.hex("00408090c0f0")));
    files.put("PNG, 1 bit", Samples.encode(drawn(photo, BufferedImage.TYPE_BYTE_BINARY), "png"));
    files.put("PNG, EXIF orientation 6", Samples.withChunk(Samples.encode(photo, "png"), "eXIf", Samples.exif(6)));
    files.put("BMP", Samples.encode(photo, "bmp"));
    files.put("GIF", Samples.encode(drawn(photo, BufferedImage.TYPE_BYTE_INDEXED), "gif"));
    files.put(
        "GIF, animated, partial first frame",
        Samples.animatedGif(300, 400, drawn(photo, BufferedImage.TYPE_BYTE_INDEXED), 40, 60));
    files.put("WebP, lossless", file("photo-lossless.webp"));
    files.put("WebP, lossless with alpha", file("photo-lossless-alpha.webp"));
    files.put("WebP, lossless, animated, partial first frame", Samples.animatedWebp(60, 40, 10, 8));
    return files;
  }

  /** The same photograph as JPEG, in every colour system and each of EXIF's eight orientations. */
  public static Map<String, byte[]> jpeg() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("JPEG as a camera made it", Photos.file(Photos.SHIRT));
    byte[] plain = Photos.resized(Photos.SHIRT, 240, 0.8f);
    files.put("JPEG", plain);
    files.put("JPEG, progressive", Samples.progressiveJpeg(photo()));
    files.put("JPEG, grey", Samples.encode(drawn(photo(), BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
    files.put("JPEG with 100 bytes behind its end", Samples.join(plain, new byte[100]));
    files.put("JPEG, colour at full resolution", Samples.jpeg(photo(), 1, 1));
    files.put("JPEG, colour at half the width", Samples.jpeg(photo(), 2, 1));
    files.put("JPEG, colour at half the height", Samples.jpeg(photo(), 1, 2));
    files.put("JPEG, CMYK", Samples.cmykJpeg(photo()));
    files.put("JPEG, YCCK", Samples.ycckJpeg(48, 48, 158, 154, 52, 30));
    for (int orientation = 1; orientation <= 8; orientation++) {
      files.put("JPEG, EXIF orientation " + orientation, Samples.withExifOrientation(plain, orientation));
    }
    files.put("JPEG, 1:40", Samples.encode(column(photo(), 24, 960), "jpeg"));
    files.put("JPEG, 40:1", Samples.encode(column(photo(), 960, 24), "jpeg"));
    files.put("JPEG, 16 x 16", Samples.encode(column(photo(), 16, 16), "jpeg"));
    return files;
  }

  /** Lossy WebP, which server and browser decode by different programs. */
  public static Map<String, byte[]> lossyWebp() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : new String[] {"photo-q80.webp", "photo-q50.webp", "photo-alpha.webp", "photo-animated.webp"}) {
      files.put("WebP, " + name, file(name));
    }
    return files;
  }

  /** What gets no verdict, and the reason. */
  public static Map<String, byte[]> unjudged() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] jpeg = Photos.file(Photos.SHIRT);
    byte[] png = Samples.encode(photo(), "png");
    files.put("too-flat: one colour", Samples.encode(coloured(200, 200), "png"));
    files.put("too-flat: one colour as JPEG", Samples.encode(coloured(200, 200), "jpeg"));
    files.put("too-flat: 16 x 16 of one colour", Samples.encode(coloured(16, 16), "png"));
    files.put("too-small: 15 x 400", Samples.encode(column(photo(), 15, 400), "png"));
    files.put("too-small: one pixel", Samples.encode(coloured(1, 1), "gif"));
    files.put("not-a-picture: an empty file", new byte[0]);
    files.put("not-a-picture: a page", "<!doctype html><title>gone</title>".getBytes(StandardCharsets.UTF_8));
    files.put("too-many-pixels: 30,000 x 30,000", Samples.flatPng(30_000, 30_000));
    files.put("too-many-pixels: 1 x 70,000", Samples.flatPng(1, 70_000));
    files.put("truncated: half a JPEG", half(jpeg));
    files.put("truncated: a JPEG's head", Arrays.copyOf(jpeg, 900));
    files.put("truncated: a JPEG without its end marker", Arrays.copyOf(jpeg, jpeg.length - 2));
    files.put("truncated: half a PNG", half(png));
    files.put("truncated: a PNG without its last chunk", Arrays.copyOf(png, png.length - 12));
    files.put("truncated: half a GIF", half(Samples.encode(drawn(photo(), BufferedImage.TYPE_BYTE_INDEXED), "gif")));
    files.put("truncated: half a BMP", half(Samples.encode(photo(), "bmp")));
    files.put("truncated: half a lossy WebP", half(file("photo-q80.webp")));
    files.put("truncated: half a lossless WebP", half(file("photo-lossless.webp")));
    return files;
  }

  private static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  /** A file of this test's resources. */
  public static byte[] file(String name) throws IOException {
    try (InputStream in = BadInput.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }

  private static BufferedImage photo() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Photos.resized(Photos.SHIRT, 240, 0.9f)));
  }

  private static BufferedImage drawn(BufferedImage image, int type) {
    return scaled(image, image.getWidth(), image.getHeight(), type);
  }

  private static BufferedImage column(BufferedImage image, int width, int height) {
    return scaled(image, width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height, int type) {
    BufferedImage drawn = new BufferedImage(width, height, type);
    Graphics2D g = drawn.createGraphics();
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return drawn;
  }

  private static BufferedImage coloured(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(201, 60, 90));
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  /** Every level of alpha, from left to right. */
  private static BufferedImage faded(BufferedImage image) {
    BufferedImage faded = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        faded.setRGB(x, y, x * 255 / (image.getWidth() - 1) << 24 | image.getRGB(x, y) & 0xffffff);
      }
    }
    return faded;
  }

  /** Samples whose low byte is not a copy of their high one, so that rounding shows. */
  private static BufferedImage deep(BufferedImage image) {
    ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    ComponentColorModel colours =
        new ComponentColorModel(space, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
    WritableRaster raster = colours.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int low = (x * 37 + y * 101) & 0xff;
        raster.setPixel(
            x,
            y,
            new int[] {
              (rgb >> 16 & 0xff) << 8 | low, (rgb >> 8 & 0xff) << 8 | low, (rgb & 0xff) << 8 | low, 65_535 - x * 50
            });
      }
    }
    return new BufferedImage(colours, raster, false, null);
  }
}
