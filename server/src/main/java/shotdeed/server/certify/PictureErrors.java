package shotdeed.server.certify;

import shotdeed.image.PictureHeader;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Says to a client why a picture could not be read. */
public final class PictureErrors {
  private static final int MILLION = 1_000_000;

  private PictureErrors() {}

  /** The refusal for a picture that the decoder did not read. */
  public static Refused refusal(UnreadablePicture e) {
    return switch (e.reason()) {
      case NOT_A_PICTURE -> new Refused(Errors.PICTURE_NOT_A_PICTURE);
      case TRUNCATED -> new Refused(Errors.PICTURE_TRUNCATED);
      case TOO_MANY_BYTES -> tooLarge();
      case TOO_MANY_PIXELS -> new Refused(Errors.PICTURE_TOO_MANY_PIXELS, PictureHeader.MAX_PIXELS / MILLION, PictureHeader.MAX_SIDE);
      case FORMAT_NOT_DECODED -> new Refused(Errors.PICTURE_FORMAT_NOT_DECODED);
      case TOO_SMALL, TOO_FLAT -> throw new IllegalStateException("a decoder does not judge", e);
    };
  }

  /**
   * Call before a picture is read into memory.
   *
   * @throws Refused if it is too large
   */
  public static void requireSize(long bytes) {
    if (bytes > PictureDecoder.MAX_BYTES) {
      throw tooLarge();
    }
  }

  private static Refused tooLarge() {
    return new Refused(Errors.PICTURE_TOO_LARGE, (PictureDecoder.MAX_BYTES >> 20) + " MiB");
  }
}
