package shotdeed.server.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.model.Unjudged;

/**
 * Decodes what sellers and browsers send, to the very numbers that Chromium shows once it leaves colour profiles alone:
 * a test of the extension compares every pixel. Hostile bytes
 * get an {@link UnreadablePicture}: size and format are checked before a pixel is decoded, and a file whose end is
 * missing is refused rather than hashed half grey.
 *
 * <p>Safe for use by several threads. Memory: a decode holds the file, the pixels as the format stores them (at most 8
 * bytes each) and 4 bytes a pixel of result; of pictures above 4 million pixels at most two are decoded at a time in
 * the whole program, others wait.
 */
public final class PictureDecoder {
  /** 32 MiB; a larger file is not looked at. */
  public static final int MAX_BYTES = 32 << 20;

  private static final long LARGE_PIXELS = 4_000_000L;
  private static final int LARGE_AT_ONCE = 2;
  private static final Semaphore LARGE = new Semaphore(LARGE_AT_ONCE);

  private static final String JPEG_READER = "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";
  private static final String WEBP_READER = "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi";

  static {
    // The default writes a temporary file for every picture read.
    ImageIO.setUseCache(false);
  }

  /**
   * Decodes the first frame of a JPEG, PNG, GIF, WebP or BMP.
   *
   * @throws UnreadablePicture with the reason, for any other bytes
   */
  public DecodedPicture decode(byte[] bytes) throws UnreadablePicture {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadablePicture(Unjudged.TOO_MANY_BYTES);
    }
    PictureHeader header = PictureHeader.read(bytes);
    if (header == null) {
      throw new UnreadablePicture(Unjudged.NOT_A_PICTURE);
    }
    if (header.format() == PictureFormat.AVIF || header.format() == PictureFormat.HEIF) {
      throw new UnreadablePicture(Unjudged.FORMAT_NOT_DECODED);
    }
    FileStructure.check(header, bytes);
    if (header.pixels() <= LARGE_PIXELS) {
      return read(header, bytes);
    }
    LARGE.acquireUninterruptibly();
    try {
      return read(header, bytes);
    } finally {
      LARGE.release();
    }
  }

  private static DecodedPicture read(PictureHeader header, byte[] bytes) throws UnreadablePicture {
    byte[] plain = HiddenProfile.in(header.format(), bytes);
    ImageReader reader = reader(header.format());
    DamageListener damage = new DamageListener();
    try (EndingInput in = new EndingInput(plain)) {
      boolean needsMetadata = header.format() == PictureFormat.GIF;
      reader.setInput(in, false, !needsMetadata);
      reader.addIIOReadWarningListener(damage);
      // The reader's own opinion of the size counts as well: it is what gets allocated.
      if (PictureHeader.tooLarge(reader.getWidth(0), reader.getHeight(0))) {
        throw new UnreadablePicture(Unjudged.TOO_MANY_PIXELS);
      }
      BufferedImage image = stored(header.format(), plain, reader);
      if (damage.found()) {
        throw new UnreadablePicture(Unjudged.TRUNCATED);
      }
      Canvas canvas = new Canvas(header, image);
      FramePlace place = FramePlace.of(header.format(), bytes, reader);
      if (place != null) {
        canvas.framed(header.width(), header.height(), place);
      }
      BufferedImage shown = canvas.paint();
      return new DecodedPicture(header.format(), shown.getWidth(), shown.getHeight(), shown);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Decoders answer damage with whatever exception its position leads to.
      throw new UnreadablePicture(Unjudged.TRUNCATED, e);
    } finally {
      reader.dispose();
    }
  }

  /** The first picture as the file stores it: not turned, not placed. */
  private static BufferedImage stored(PictureFormat format, byte[] plain, ImageReader reader) throws IOException {
    if (format == PictureFormat.JPEG && InkJpeg.is(plain)) {
      return InkJpeg.read(reader, plain);
    }
    LossyWebp lossy = format == PictureFormat.WEBP ? LossyWebp.in(plain) : null;
    return lossy == null ? reader.read(0) : lossy.read(reader, plain);
  }

  /** Readers are named, so that no other library on the class path can change what a picture decodes to. */
  private static ImageReader reader(PictureFormat format) {
    String wanted =
        switch (format) {
          case JPEG -> JPEG_READER;
          case WEBP -> WEBP_READER;
          case PNG -> "com.sun.imageio.plugins.png.PNGImageReaderSpi";
          case GIF -> "com.sun.imageio.plugins.gif.GIFImageReaderSpi";
          case BMP -> "com.sun.imageio.plugins.bmp.BMPImageReaderSpi";
          case AVIF, HEIF -> throw new IllegalArgumentException("no reader decodes " + format.text());
        };
    var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().equals(wanted)) {
        try {
          return provider.createReaderInstance();
        } catch (IOException e) {
          throw new IllegalStateException("the decoder for " + format.text() + " does not start", e);
        }
      }
    }
    throw new IllegalStateException("the decoder for " + format.text() + " is missing from the program");
  }
}
