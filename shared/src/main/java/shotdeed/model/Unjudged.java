package shotdeed.model;

/**
 * Why a picture gets no verdict. Server and browser give the same reason for the same file, but for formats that only
 * one of them decodes.
 */
public enum Unjudged {
  /** Of no format that is known. */
  NOT_A_PICTURE("it is no JPEG, PNG, GIF, WebP or BMP"),
  /** A picture, but one that is not decoded on this side, or asks for too much work. */
  FORMAT_NOT_DECODED("pictures of its kind are not decoded here; save it as JPEG or PNG"),
  /** Cut off, or damaged so that a part would be missing. */
  TRUNCATED("it is cut off or damaged"),
  /** More bytes than are read. */
  TOO_MANY_BYTES("its file is larger than 32 MiB"),
  /** Beyond {@link shotdeed.image.PictureHeader#tooLarge}. */
  TOO_MANY_PIXELS("it has more than 60 million pixels, or more than 65535 a side"),
  /** Less than {@link shotdeed.fingerprint.Lookup#MIN_SIDE} pixels wide or high. */
  TOO_SMALL("it is too small: each side needs 16 pixels or more"),
  /** Little but one colour. */
  TOO_FLAT("it shows little but one colour");

  private final String because;

  Unjudged(String because) {
    this.because = because;
  }

  /** As written in messages and files, such as {@code too-flat}. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static Unjudged of(String text) {
    return Names.of(values(), text);
  }

  /** A sentence for the command line, in English, without a full stop. */
  public String sentence() {
    return "cannot judge this picture, because " + because;
  }
}
