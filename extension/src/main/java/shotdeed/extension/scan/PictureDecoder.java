package shotdeed.extension.scan;

import shotdeed.extension.browser.Pixels;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureHeader;
import shotdeed.model.Unjudged;

/** Decodes a page's picture as the server's decoder of the same name does, by the browser. */
public final class PictureDecoder {
  /** A picture of a listing has far fewer bytes; more is refused, as by the server. */
  public static final int MAX_BYTES = 32 << 20;

  private PictureDecoder() {}

  /** The bytes cannot be looked at as a picture. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final Unjudged reason;

    Unreadable(Unjudged reason) {
      super(reason.text());
      this.reason = reason;
    }

    /** What is wrong with them. */
    public Unjudged reason() {
      return reason;
    }
  }

  /** Waits for the brightness of the picture as displayed. */
  public static LumaImage decode(byte[] bytes) throws Unreadable {
    if (bytes.length > MAX_BYTES) {
      throw new Unreadable(Unjudged.TOO_MANY_BYTES);
    }
    PictureHeader header = PictureHeader.read(bytes);
    if (header == null) {
      throw new Unreadable(Unjudged.NOT_A_PICTURE);
    }
    if (header.tooLarge()) { // the browser would allocate four bytes for each pixel
      throw new Unreadable(Unjudged.TOO_MANY_PIXELS);
    }
    try {
      Pixels.Decoded pixels = Pixels.decode(bytes);
      return LumaImage.fromRgba(pixels.width(), pixels.height(), pixels.rgba());
    } catch (Pixels.Undecodable e) {
      throw new Unreadable(Unjudged.TRUNCATED);
    }
  }
}
