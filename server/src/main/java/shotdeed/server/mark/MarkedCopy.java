package shotdeed.server.mark;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.mark.MarkReader;
import shotdeed.mark.MarkReading;
import shotdeed.mark.Marker;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/**
 * The copy to publish: the original with a number's invisible mark, of the same format, size, transparency and colour
 * profile, with its descriptions (EXIF, XMP) kept. What cannot be marked is refused with the reason. A
 * mark that may have been lost is looked for before the copy is handed out.
 *
 * <p>Safe for use by several threads. Memory: what {@link PictureDecoder} takes, and up to 16 bytes a pixel more.
 */
public final class MarkedCopy {
  /** Pixels of the shorter side: with fewer there are too few for the mark's waves to be drawn. */
  static final int LEAST_SIDE = 160;

  /** Of the longer side to the shorter one. */
  static final int MOST_STRETCHED = 8;

  /** A mark that stands out less is read back from the file before the copy is handed out. */
  private static final double CLEAR = 13;

  private final PictureDecoder decoder = new PictureDecoder();

  /**
   * Marks a picture.
   *
   * @param original the file's bytes; only read
   * @param number any 32 bits
   * @return the copy's bytes; the same bytes if the picture bears this very mark already
   * @throws UnreadablePicture if it is no picture that can be decoded
   * @throws Unmarkable if it cannot be marked
   */
  public byte[] of(byte[] original, int number) throws UnreadablePicture, Unmarkable {
    PictureHeader header = PictureHeader.read(original);
    if (header != null) {
      checkFormat(header, original);
    }
    DecodedPicture picture = decoder.decode(original);
    checkSize(picture);
    Marker marker = new Marker(picture.luma(), number);
    MarkReading before = marker.found();
    if (before != null && before.number() == number) {
      return original.clone();
    }
    if (before != null) {
      throw new Unmarkable(before.number());
    }
    byte[] copy = written(picture, original, marker);
    if (marker.clarity() < CLEAR && !reads(copy, number)) {
      throw new Unmarkable(
          Unmarkable.Reason.PLAIN,
          "it is too plain to hide a mark in: too little of it is neither pure white nor one colour");
    }
    return copy;
  }

  private boolean reads(byte[] copy, int number) throws UnreadablePicture {
    MarkReading after = new MarkReader().readWhole(decoder.decode(copy).luma());
    return after != null && after.number() == number;
  }

  private static void checkFormat(PictureHeader header, byte[] original) throws Unmarkable {
    if (MovingPicture.is(header.format(), original)) {
      throw new Unmarkable(Unmarkable.Reason.MOVING, "it is animated: mark a still picture");
    }
    switch (header.format()) {
      case JPEG -> {
        if (JpegFile.of(original).components() == 4) {
          throw new Unmarkable(Unmarkable.Reason.CMYK, "it is in CMYK, for print: save it as RGB first");
        }
      }
      case PNG -> {
        if (header.orientation() != 1) {
          throw unwritable("it is a PNG that is stored turned: save it upright");
        }
      }
      case GIF -> throw unwritable("a GIF has too few colours to hide a mark in: save it as JPEG or PNG");
      case WEBP -> throw unwritable("WebP is read but not written here: save it as JPEG or PNG");
      case AVIF, HEIF -> throw unwritable("pictures of its kind are not written here: save it as JPEG or PNG");
      case BMP -> { }
    }
  }

  private static Unmarkable unwritable(String message) {
    return new Unmarkable(Unmarkable.Reason.FORMAT, message);
  }

  private static void checkSize(DecodedPicture picture) throws Unmarkable {
    int shorter = Math.min(picture.width(), picture.height());
    int longer = Math.max(picture.width(), picture.height());
    if (shorter < LEAST_SIDE) {
      throw new Unmarkable(
          Unmarkable.Reason.TOO_SMALL, "it is too small: each side needs " + LEAST_SIDE + " pixels or more");
    }
    if (longer > MOST_STRETCHED * shorter) {
      throw new Unmarkable(
          Unmarkable.Reason.TOO_LONG,
          "it is too long: one side is more than " + MOST_STRETCHED + " times the other");
    }
  }

  private static byte[] written(DecodedPicture picture, byte[] original, Marker marker) {
    try {
      if (picture.format() == PictureFormat.PNG) {
        return PngFile.marked(original, marker);
      }
      apply(picture.image(), marker);
      return picture.format() == PictureFormat.JPEG
          ? JpegFile.of(original).written(picture.image()) : bmp(picture.image());
    } catch (IOException e) {
      throw new IllegalStateException("a marked copy could not be encoded", e);
    }
  }

  /** Changes the decoded pixels in place; nobody else holds them. */
  private static void apply(BufferedImage image, Marker marker) {
    int width = image.getWidth();
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    float[] change = new float[width];
    for (int y = 0, at = 0; y < image.getHeight(); y++) {
      marker.row(y, change);
      for (int x = 0; x < width; x++, at++) {
        int by = Math.round(change[x]);
        if (by != 0) {
          int pixel = rgb[at];
          int red = level((pixel >> 16 & 0xff) + by);
          int green = level((pixel >> 8 & 0xff) + by);
          rgb[at] = red << 16 | green << 8 | level((pixel & 0xff) + by);
        }
      }
    }
  }

  private static int level(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static byte[] bmp(BufferedImage image) throws IOException {
    BufferedImage packed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    packed.getGraphics().drawImage(image, 0, 0, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(packed, "bmp", out)) {
      throw new IOException("no BMP writer");
    }
    return out.toByteArray();
  }
}
