package shotdeed.image;

/**
 * What a picture's first bytes say of it, read without decoding a pixel, so that a picture of 30,000 x 30,000 pixels is
 * refused before it takes memory. Any bytes may be given: none throw, and the work is at most linear in their number.
 *
 * <p>A size is what the file claims. Where a file holds several (a canvas and its first frame, the items of an AVIF) it
 * is the largest, because that is what a decoder would allocate.
 *
 * @param format by content, never by name
 * @param width pixels a row as stored, before {@code orientation}; 0 if the bytes at hand do not tell. At most
 *     {@link Integer#MAX_VALUE}, where a file claims more
 * @param height rows as stored; 0 exactly when the width is
 * @param orientation 1 to 8, as EXIF numbers the way a picture is to be turned for display; 1 (as stored) if nothing
 *     else is said. Read where browsers obey it: in JPEG and PNG, but not in WebP
 */
public record PictureHeader(PictureFormat format, int width, int height, int orientation) {
  /** A picture that claims more is not decoded. */
  public static final int MAX_PIXELS = 60_000_000;

  /** Pixels a side; a picture that claims more is not decoded, however narrow it is. */
  public static final int MAX_SIDE = 65_535;

  private static final int PNG_SIGNATURE_BYTES = 8;
  private static final int GIF_DESCRIPTOR_BYTES = 10;

  /** Reads the header of a picture whose first bytes, or all of them, are given; {@code null} if it is no picture. */
  public static PictureHeader read(byte[] bytes) {
    Octets in = new Octets(bytes);
    if (in.u8(0) == 0xff && in.u8(1) == 0xd8 && in.u8(2) == 0xff) {
      return JpegHeader.read(in);
    }
    if (in.u32be(0) == 0x89504e47 && in.u32be(4) == 0x0d0a1a0a) {
      return png(in);
    }
    if (in.is(0, "GIF87a") || in.is(0, "GIF89a")) {
      return gif(in);
    }
    if (in.is(0, "RIFF") && in.is(8, "WEBP")) {
      return WebpHeader.read(in);
    }
    if (in.is(4, "ftyp")) {
      return HeifHeader.read(in);
    }
    return in.is(0, "BM") ? bmp(in) : null;
  }

  /** Whether the bytes told the picture's size. */
  public boolean sized() {
    return width > 0;
  }

  /** Pixels claimed; 0 if {@link #sized} is false. */
  public long pixels() {
    return (long) width * height;
  }

  /** Whether the size claimed is beyond what is decoded. */
  public boolean tooLarge() {
    return tooLarge(width, height);
  }

  /** Whether a size is above {@link #MAX_PIXELS} or has a side above {@link #MAX_SIDE}. */
  public static boolean tooLarge(int width, int height) {
    return Math.max(width, height) > MAX_SIDE || (double) width * height > MAX_PIXELS;
  }

  /** Whether the orientation exchanges width and height. */
  public boolean turned() {
    return orientation > 4;
  }

  static PictureHeader of(PictureFormat format, int width, int height, int orientation) {
    return width > 0 && height > 0
        ? new PictureHeader(format, width, height, orientation)
        : new PictureHeader(format, 0, 0, orientation);
  }

  static PictureHeader of(PictureFormat format, int width, int height) {
    return of(format, width, height, Exif.AS_STORED);
  }

  private static PictureHeader png(Octets in) {
    int at = PNG_SIGNATURE_BYTES;
    if (!in.is(at + 4, "IHDR")) {
      return of(PictureFormat.PNG, 0, 0);
    }
    int width = in.size32be(at + 8);
    int height = in.size32be(at + 12);
    int orientation = Exif.AS_STORED;
    for (int length = in.size32be(at); length >= 0 && in.has(at, 8); length = in.size32be(at)) {
      if (in.is(at + 4, "eXIf")) {
        orientation = Exif.orientation(in, at + 8, length);
        break;
      }
      at = Octets.sum(at, 12, length);
    }
    return of(PictureFormat.PNG, width, height, orientation);
  }

  /** The canvas is the logical screen, widened to hold the first frame, as browsers do. */
  private static PictureHeader gif(Octets in) {
    int width = in.u16le(6);
    int height = in.u16le(8);
    int flags = in.u8(10);
    int at = 13 + (flags >= 0x80 ? 3 << (flags & 7) + 1 : 0);
    while (in.u8(at) == 0x21) { // an extension: a label, then blocks up to an empty one
      at += 2;
      while (in.u8(at) > 0) {
        at += in.u8(at) + 1;
      }
      at++;
    }
    if (in.u8(at) == 0x2c && in.has(at, GIF_DESCRIPTOR_BYTES)) {
      width = Math.max(width, in.u16le(at + 1) + in.u16le(at + 5));
      height = Math.max(height, in.u16le(at + 3) + in.u16le(at + 7));
    }
    return of(PictureFormat.GIF, width, height);
  }

  /** "BM" starts many a text, so the header that must follow is looked at as well. */
  private static PictureHeader bmp(Octets in) {
    int header = in.size32le(14);
    if (header == 12) {
      return of(PictureFormat.BMP, in.u16le(18), in.u16le(20));
    }
    if (header < 16 || header > 256) {
      return null;
    }
    int height = in.u32le(22);
    boolean topDown = height < 0;
    return of(PictureFormat.BMP, in.u32le(18), topDown && in.has(22, 4) ? -height : height);
  }
}
