package shotdeed.image;

/** The boxes of an AVIF or HEIF (ISO/IEC 23008-12, section 6.5.3; AV1 Image File Format, section 9). */
final class HeifHeader {
  private static final String[] AVIF_BRANDS = {"avif", "avis"};
  private static final String[] HEIF_BRANDS = {
    "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"
  };
  private static final int MAX_FILE_TYPE_BYTES = 1024;

  private int width;
  private int height;

  private HeifHeader() {}

  static PictureHeader read(Octets in) {
    int end = Math.min(Math.min(in.size32be(0), MAX_FILE_TYPE_BYTES), in.length());
    PictureFormat format =
        anyBrand(in, end, AVIF_BRANDS)
            ? PictureFormat.AVIF
            : anyBrand(in, end, HEIF_BRANDS) ? PictureFormat.HEIF : null;
    if (format == null) {
      return null;
    }
    HeifHeader sizes = new HeifHeader();
    sizes.walk(in, 0, in.length());
    return PictureHeader.of(format, sizes.width, sizes.height);
  }

  /** The major brand at 8, a version at 12, the compatible brands from 16. */
  private static boolean anyBrand(Octets in, int end, String[] brands) {
    for (int at = 8; at <= end - 4; at += at == 8 ? 8 : 4) {
      for (String brand : brands) {
        if (in.is(at, brand)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Looks for sizes (ispe) in meta, iprp and ipco. A box's content is entered by going on behind its header, so no byte
   * is visited twice however boxes are nested.
   */
  private void walk(Octets in, int from, int end) {
    int at = from;
    while (at < end && in.has(at, 8)) {
      int size = in.size32be(at);
      if (in.is(at + 4, "meta")) {
        at += 12; // a version and flags come before its content
      } else if (in.is(at + 4, "iprp") || in.is(at + 4, "ipco")) {
        at += 8;
      } else {
        if (in.is(at + 4, "ispe") && in.has(at, 20)) {
          width = Math.max(width, in.size32be(at + 12));
          height = Math.max(height, in.size32be(at + 16));
        }
        if (size < 8) {
          return; // 0: up to the end of the file; 1: more than 4 GiB
        }
        at = Octets.sum(at, 0, size);
      }
    }
  }
}
