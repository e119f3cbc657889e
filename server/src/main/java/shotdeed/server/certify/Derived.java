package shotdeed.server.certify;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Turnstile;

/** Smaller copies of stored pictures for looking at, made when first asked for and kept in the cache. */
public final class Derived {
  private static final Logger LOG = LoggerFactory.getLogger(Derived.class);
  private static final float QUALITY = 0.85f;

  private final FileStore files;
  private final FileCache cache;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;

  /** How large a copy is. */
  public enum Size {
    THUMB(320),
    /** For a comparison sheet. */
    SHEET(680),
    VIEW(1200);

    private final int side;

    Size(int side) {
      this.side = side;
    }

    /** Reads {@code thumb} or {@code view}. */
    public static Size of(String text) {
      return switch (text) {
        case "thumb" -> THUMB;
        case "view" -> VIEW;
        default -> throw Fields.invalid("size", "thumb or view");
      };
    }
  }

  public Derived(FileStore files, FileCache cache, Turnstile turnstile, PictureDecoder decoder) {
    this.files = files;
    this.cache = cache;
    this.turnstile = turnstile;
    this.decoder = decoder;
  }

  /** A JPEG of a stored picture, its longer side at most the size's. */
  public byte[] of(String sha256, Size size) throws IOException {
    String name = sha256 + "-" + size.side + ".jpg";
    byte[] kept = cache.get(name);
    if (kept != null) {
      return kept;
    }
    byte[] made = turnstile.pass(() -> make(sha256, size));
    keep(name, made);
    return made;
  }

  private byte[] make(String sha256, Size size) throws IOException {
    try {
      return jpeg(scaled(decoder.decode(files.get(sha256)).image(), size.side));
    } catch (UnreadablePicture e) {
      throw new IOException("the stored picture " + sha256 + " can no longer be read", e);
    }
  }

  /** A full disk is no reason not to show a picture. */
  private void keep(String name, byte[] made) {
    try {
      cache.put(name, made);
    } catch (IOException e) {
      LOG.warn("a smaller copy could not be kept: {}", e.toString());
    }
  }

  /** Halves until the last step is less than a half: bilinear sampling alone would skip pixels. */
  private static BufferedImage scaled(BufferedImage image, int side) {
    BufferedImage now = image;
    while (Math.max(now.getWidth(), now.getHeight()) > side) {
      double factor = Math.max(0.5, (double) side / Math.max(now.getWidth(), now.getHeight()));
      int width = Math.max(1, (int) Math.round(now.getWidth() * factor));
      int height = Math.max(1, (int) Math.round(now.getHeight() * factor));
      BufferedImage next = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = next.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(now, 0, 0, width, height, null);
      graphics.dispose();
      now = next;
    }
    return now;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
