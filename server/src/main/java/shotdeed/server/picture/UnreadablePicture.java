package shotdeed.server.picture;

/** Why a file cannot be looked at as a picture. */
public final class UnreadablePicture extends Exception {
  /** What is wrong with the file. */
  public enum Reason {
    /** Of no format that is known; the text names those that are decoded. */
    NOT_A_PICTURE("not a JPEG, PNG, GIF, WebP or BMP"),
    /** Cut off, or damaged so that a part would be missing. */
    TRUNCATED("the picture is cut off or damaged"),
    /** More than {@link PictureDecoder#MAX_BYTES}. */
    TOO_MANY_BYTES("the file is larger than 32 MiB"),
    /** Beyond {@link shotdeed.image.PictureHeader#tooLarge}. */
    TOO_MANY_PIXELS("the picture has more than 60 million pixels, or more than 65535 a side"),
    /** A picture, but one that only browsers can decode. */
    FORMAT_NOT_DECODED("pictures of this kind cannot be decoded here");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** In English, for the command line. */
    public String text() {
      return text;
    }
  }

  private final Reason reason;

  UnreadablePicture(Reason reason) {
    this(reason, null);
  }

  UnreadablePicture(Reason reason, Throwable cause) {
    super(reason.text(), cause);
    this.reason = reason;
  }

  /** What is wrong with the file. */
  public Reason reason() {
    return reason;
  }
}
