package shotdeed.server.complain;

import java.io.IOException;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Decodes a screenshot, so that what is sealed as one is a picture; it is kept as it came. */
final class ScreenshotCheck {
  /** Of a screenshot. */
  static final int MAX_BYTES = 8 << 20;

  private ScreenshotCheck() {}

  /**
   * The bytes and what they are.
   *
   * @param width pixels, as displayed
   */
  record Checked(byte[] bytes, PictureFormat format, int width, int height) {}

  static Checked check(Content screenshot) throws IOException {
    if (screenshot.size() > MAX_BYTES) {
      throw invalid();
    }
    byte[] bytes = screenshot.bytes();
    PictureHeader header = PictureHeader.read(bytes);
    boolean known = header != null && header.sized() && !header.tooLarge()
        && (header.format() == PictureFormat.PNG || header.format() == PictureFormat.JPEG);
    if (!known) {
      throw invalid();
    }
    try {
      DecodedPicture shown = new PictureDecoder().decode(bytes);
      return new Checked(bytes, header.format(), shown.width(), shown.height());
    } catch (UnreadablePicture e) {
      throw invalid();
    }
  }

  private static Refused invalid() {
    return new Refused(Errors.SCREENSHOT_INVALID, (MAX_BYTES >> 20) + " MiB").with("field", "screenshot");
  }
}
