package shotdeed.server;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Real photographs, and what thieves make of them. */
public final class Photos {
  private Photos() {}

  /** The frame of a PNG that claims a size and has no rows. */
  public static byte[] emptyPng(int width, int height) {
    return java.nio.ByteBuffer.allocate(45)
        .putLong(0x89504e470d0a1a0aL)
        .putInt(13)
        .put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(width)
        .putInt(height)
        .putInt(0x01000000)
        .put((byte) 0)
        .putInt(0)
        .putInt(0)
        .put("IEND".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(0)
        .array();
  }

  /** A photograph of the test resources, by name: coat, dress, shirt or shoe. */
  public static byte[] photo(String name) {
    try (InputStream in = Photos.class.getResourceAsStream("/photos/" + name + ".jpg")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scaled and compressed again. */
  public static byte[] recompressed(byte[] photo, double scale, float quality) {
    BufferedImage image = read(photo);
    return jpeg(drawn(image, scale, false), quality);
  }

  /** Scaled to a width, cut at these rows, and each slice compressed again. */
  public static java.util.List<byte[]> slices(byte[] photo, int width, int... cuts) {
    BufferedImage image = read(photo);
    BufferedImage whole = drawn(image, (double) width / image.getWidth(), false);
    java.util.List<byte[]> slices = new java.util.ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? cuts[i] : whole.getHeight();
      BufferedImage slice = new BufferedImage(width, to - from, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = slice.createGraphics();
      graphics.drawImage(whole, 0, -from, null);
      graphics.dispose();
      slices.add(jpeg(slice, 0.8f));
      from = to;
    }
    return slices;
  }

  /** The rectangle from one corner to the other, in pixels, as large as the photograph was wide, compressed again. */
  public static byte[] part(byte[] photo, int left, int top, int right, int bottom) {
    BufferedImage image = read(photo);
    BufferedImage part = image.getSubimage(left, top, right - left, bottom - top);
    return jpeg(drawn(part, (double) image.getWidth() / part.getWidth(), false), 0.8f);
  }

  /** Side by side, each made so high, with a white gutter between. */
  public static byte[] collage(int height, int gutter, byte[]... photos) {
    java.util.List<BufferedImage> images = new java.util.ArrayList<>();
    int width = -gutter;
    for (byte[] photo : photos) {
      BufferedImage image = read(photo);
      images.add(drawn(image, (double) height / image.getHeight(), false));
      width += images.get(images.size() - 1).getWidth() + gutter;
    }
    return jpeg(canvas(width, height, images, gutter), 0.8f);
  }

  /** Under each other, each made so wide, with a white gutter between, as a detail picture shows them. */
  public static byte[] column(int width, int gutter, byte[]... photos) {
    java.util.List<BufferedImage> images = new java.util.ArrayList<>();
    int height = -gutter;
    for (byte[] photo : photos) {
      BufferedImage image = read(photo);
      images.add(drawn(image, (double) width / image.getWidth(), false));
      height += images.get(images.size() - 1).getHeight() + gutter;
    }
    BufferedImage column = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = column.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int top = 0;
    for (BufferedImage image : images) {
      graphics.drawImage(image, 0, top, null);
      top += image.getHeight() + gutter;
    }
    graphics.dispose();
    return jpeg(column, 0.8f);
  }

  private static BufferedImage canvas(int width, int height, java.util.List<BufferedImage> images, int gutter) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int left = 0;
    for (BufferedImage image : images) {
      graphics.drawImage(image, left, 0, null);
      left += image.getWidth() + gutter;
    }
    graphics.dispose();
    return canvas;
  }

  /** On a wider ground of one colour, as a shop frames it. */
  public static byte[] framed(byte[] photo, Color ground, int left, int top, int right, int bottom) {
    BufferedImage image = read(photo);
    int width = left + image.getWidth() + right;
    int height = top + image.getHeight() + bottom;
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
    return jpeg(canvas, 0.8f);
  }

  /** Mirrored left to right and compressed again. */
  public static byte[] mirrored(byte[] photo) {
    return jpeg(drawn(read(photo), 1, true), 0.8f);
  }

  /** With every colour through a map, and compressed again. */
  public static byte[] recoloured(byte[] photo, IntUnaryOperator map) {
    BufferedImage image = read(photo);
    BufferedImage canvas = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        canvas.setRGB(x, y, map.applyAsInt(image.getRGB(x, y) & 0xFFFFFF));
      }
    }
    return jpeg(canvas, 0.9f);
  }

  /** A PNG of one colour. */
  public static byte[] plain(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return png(image);
  }

  /** The same pixels as PNG. */
  public static byte[] asPng(byte[] photo) {
    return png(read(photo));
  }

  /** A picture as PNG. */
  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static BufferedImage read(byte[] photo) {
    try {
      return ImageIO.read(new ByteArrayInputStream(photo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage drawn(BufferedImage image, double scale, boolean mirrored) {
    int width = (int) Math.round(image.getWidth() * scale);
    int height = (int) Math.round(image.getHeight() * scale);
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, mirrored ? width : 0, 0, mirrored ? -width : width, height, null);
    graphics.dispose();
    return out;
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
