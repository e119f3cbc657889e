package shotdeed.extension.scan;

import shotdeed.extension.browser.Pixels;
import shotdeed.extension.browser.Turn;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.model.Unjudged;

/** Decodes a page's picture as the server's decoder of the same name does, by the browser. */
public final class PictureDecoder {
  /** A picture of a listing has far fewer bytes; more is refused, as by the server. */
  public static final int MAX_BYTES = 32 << 20;

  private static final int STRIPE_PIXELS = 1 << 20;
  private static final Turn LARGE = new Turn();

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

  /**
   * Waits for the brightness of the picture as displayed, made smaller by {@link LumaImage#reduced} where it is above
   * {@link LumaImage#MAX_PIXELS}.
   */
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
    if (header.pixels() <= LumaImage.MAX_PIXELS) {
      return luma(header.format(), bytes);
    }
    LARGE.take(); // so that four of 50 million pixels do not take the browser's memory at once
    try {
      return luma(header.format(), bytes).reduced();
    } finally {
      LARGE.give();
    }
  }

  /** Whether a file of this format may be whole, and yet this browser cannot decode it. */
  private static boolean isBeyondBrowser(PictureFormat format) {
    return format == PictureFormat.HEIF || format == PictureFormat.AVIF && !Pixels.decodesAvif();
  }

  private static LumaImage luma(PictureFormat format, byte[] bytes) throws Unreadable {
    try (Pixels.Picture picture = Pixels.decode(bytes)) {
      int width = picture.width();
      int height = picture.height();
      float[] values = new float[width * height];
      int stripe = Math.min(height, Math.max(1, STRIPE_PIXELS / width));
      for (int top = 0; top < height; top += stripe) {
        int rows = Math.min(stripe, height - top);
        float[] part = LumaImage.fromAbgr(width, rows, picture.rows(top, rows)).values();
        System.arraycopy(part, 0, values, top * width, part.length);
      }
      return new LumaImage(width, height, values);
    } catch (Pixels.Undecodable e) {
      throw new Unreadable(isBeyondBrowser(format) ? Unjudged.FORMAT_NOT_DECODED : Unjudged.TRUNCATED);
    }
  }
}
