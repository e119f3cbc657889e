package shotdeed.image;

/** The chunks of a WebP (RFC 9649, sections 2.3 to 2.7). */
final class WebpHeader {
  private static final int FIRST_CHUNK = 12;
  private static final int FRAME_HEADER_BYTES = 16;

  private WebpHeader() {}

  static PictureHeader read(Octets in) {
    if (!in.is(FIRST_CHUNK, "VP8X")) {
      return PictureHeader.of(PictureFormat.WEBP, width(in, FIRST_CHUNK), height(in, FIRST_CHUNK));
    }
    int width = in.u24le(FIRST_CHUNK + 12) + 1;
    int height = in.u24le(FIRST_CHUNK + 15) + 1;
    // A frame larger than its canvas is invalid, but a decoder would make room for it first.
    int at = FIRST_CHUNK;
    while (in.has(at, 8)) {
      int chunk = in.is(at, "ANMF") ? animated(in, at + 8 + FRAME_HEADER_BYTES) : at;
      width = Math.max(width, width(in, chunk));
      height = Math.max(height, height(in, chunk));
      int size = in.size32le(at + 4);
      at = Octets.sum(at, 8 + (size & 1), size);
    }
    return PictureHeader.of(PictureFormat.WEBP, width, height);
  }

  /** The pixel chunk of an animation's frame; its alpha may stand before it. */
  private static int animated(Octets in, int at) {
    if (!in.is(at, "ALPH")) {
      return at;
    }
    int size = in.size32le(at + 4);
    return Octets.sum(at, 8 + (size & 1), size);
  }

  private static int width(Octets in, int chunk) {
    if (in.is(chunk, "VP8L") && in.u8(chunk + 8) == 0x2f) {
      return in.has(chunk, 13) ? (in.u32le(chunk + 9) & 0x3fff) + 1 : 0;
    }
    return in.is(chunk, "VP8 ") && in.has(chunk, 18) ? in.u16le(chunk + 14) & 0x3fff : 0;
  }

  private static int height(Octets in, int chunk) {
    if (in.is(chunk, "VP8L") && in.u8(chunk + 8) == 0x2f) {
      return in.has(chunk, 13) ? (in.u32le(chunk + 9) >>> 14 & 0x3fff) + 1 : 0;
    }
    return in.is(chunk, "VP8 ") && in.has(chunk, 18) ? in.u16le(chunk + 16) & 0x3fff : 0;
  }
}
