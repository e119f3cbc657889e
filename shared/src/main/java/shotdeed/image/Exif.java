package shotdeed.image;

/** The one field of EXIF that changes how a picture is shown (CIPA DC-008, section 4.6.5, tag 0x0112). */
final class Exif {
  /** The orientation of a picture that says nothing. */
  static final int AS_STORED = 1;

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int SHORT_TYPE = 3;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /** The orientation, 1 to 8, of a TIFF structure that starts at {@code tiff}; 1 if it holds no valid one. */
  static int orientation(Octets in, int tiff, int length) {
    boolean little = in.is(tiff, "II");
    if (!little && !in.is(tiff, "MM")) {
      return AS_STORED;
    }
    int directory = little ? in.size32le(tiff + 4) : in.size32be(tiff + 4);
    if (directory < 8 || directory > length - 2) {
      return AS_STORED;
    }
    int entries = u16(in, tiff + directory, little);
    for (int i = 0; i < entries; i++) {
      int entry = tiff + directory + 2 + i * ENTRY_BYTES;
      if (!in.has(entry, ENTRY_BYTES)) {
        return AS_STORED;
      }
      if (u16(in, entry, little) == ORIENTATION_TAG) {
        int value = u16(in, entry + 8, little);
        return u16(in, entry + 2, little) == SHORT_TYPE && value >= 1 && value <= 8 ? value : AS_STORED;
      }
    }
    return AS_STORED;
  }

  private static int u16(Octets in, int at, boolean little) {
    return little ? in.u16le(at) : in.u16be(at);
  }
}
