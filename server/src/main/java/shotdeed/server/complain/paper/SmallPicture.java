package shotdeed.server.complain.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures made smaller for a page. What they are made of stays as it is. */
final class SmallPicture {
  private static final float[] QUALITIES = {0.8f, 0.65f, 0.5f, 0.35f};
  private static final int LEAST_SIDE = 96;

  private SmallPicture() {}

  /** At most so many pixels on the longer side; halves until the last step is less than a half. */
  static BufferedImage scaled(BufferedImage image, int side) {
    BufferedImage now = image;
    while (Math.max(now.getWidth(), now.getHeight()) > side) {
      double factor = Math.max(0.5, (double) side / Math.max(now.getWidth(), now.getHeight()));
      now = drawn(
          now,
          Math.max(1, (int) Math.round(now.getWidth() * factor)),
          Math.max(1, (int) Math.round(now.getHeight() * factor)));
    }
    return now;
  }

  /** Exactly this size. */
  static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }

  /**
   * A JPEG of at most so many bytes, as good as they allow.
   *
   * @param side pixels of the longer side, at most
   */
  static byte[] jpeg(BufferedImage image, int side, int bytes) throws IOException {
    BufferedImage now = scaled(image, side);
    while (true) {
      for (float quality : QUALITIES) {
        byte[] jpeg = jpeg(now, quality);
        if (jpeg.length <= bytes) {
          return jpeg;
        }
      }
      int longer = Math.max(now.getWidth(), now.getHeight());
      if (longer <= LEAST_SIDE) {
        return jpeg(now, QUALITIES[QUALITIES.length - 1]);
      }
      now = scaled(now, longer * 3 / 4);
    }
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
