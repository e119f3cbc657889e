package shotdeed.image;

/** The segments of a JPEG up to its first frame header (ITU-T T.81, annex B). */
final class JpegHeader {
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int APP1 = 0xe1;

  private JpegHeader() {}

  static PictureHeader read(Octets in) {
    int orientation = Exif.AS_STORED;
    boolean exifSeen = false;
    int at = 2;
    while (true) {
      while (in.u8(at) >= 0 && (in.u8(at) != 0xff || in.u8(at + 1) == 0xff || in.u8(at + 1) == 0)) {
        at++; // fill bytes, and what decoders skip as noise
      }
      int marker = in.u8(at + 1);
      if (marker < 0 || marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return PictureHeader.of(PictureFormat.JPEG, 0, 0, orientation);
      }
      if (standsAlone(marker)) {
        at += 2;
        continue;
      }
      int length = in.u16be(at + 2);
      if (length < 2) {
        return PictureHeader.of(PictureFormat.JPEG, 0, 0, orientation);
      }
      if (isFrame(marker)) {
        return PictureHeader.of(PictureFormat.JPEG, in.u16be(at + 7), in.u16be(at + 5), orientation);
      }
      if (marker == APP1 && !exifSeen && in.is(at + 4, "Exif\0\0")) {
        exifSeen = true;
        orientation = Exif.orientation(in, at + 10, length - 8);
      }
      at += 2 + length;
    }
  }

  /** SOF0 to SOF15 without the tables DHT, JPG and DAC that share their range. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** TEM, RST0 to RST7 and SOI have no length. */
  private static boolean standsAlone(int marker) {
    return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
  }
}
