package shotdeed.server.bench.alter;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The file that an altered picture is published as. */
@FunctionalInterface
interface Codec {
  byte[] encode(BufferedImage picture, Scene scene);

  /** What is said where the native library of the WebP encoder does not load. */
  String NO_WEBP = "no WebP encoder on this system";

  /** JPEG of a quality, 1 to 100, as libjpeg counts it. */
  static Codec jpeg(int quality) {
    return jpeg(quality, quality);
  }

  /** JPEG of a quality drawn for each file. */
  static Codec jpeg(int least, int most) {
    return (picture, scene) -> {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(scene.between(least, most) / 100f);
      return write(writer, how, picture);
    };
  }

  /** Lossy WebP of a quality, 1 to 100, as libwebp counts it. */
  static Codec webp(int quality) {
    return (picture, scene) -> {
      ImageWriter writer;
      WebPWriteParam how;
      try {
        writer = new WebPImageWriterSpi().createWriterInstance(null);
        how = (WebPWriteParam) writer.getDefaultWriteParam();
      } catch (LinkageError | RuntimeException e) {
        throw new IllegalStateException(NO_WEBP, e);
      }
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType("Lossy");
      how.setCompressionQuality(quality / 100f);
      return write(writer, how, picture);
    };
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam how, BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("an altered picture could not be encoded", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
