package shotdeed.image;

/** The picture formats that are recognised by their first bytes. */
public enum PictureFormat {
  JPEG("jpeg", "image/jpeg"),
  PNG("png", "image/png"),
  GIF("gif", "image/gif"),
  WEBP("webp", "image/webp"),
  BMP("bmp", "image/bmp"),
  AVIF("avif", "image/avif"),
  HEIF("heif", "image/heif");

  private final String text;
  private final String mediaType;

  PictureFormat(String text, String mediaType) {
    this.text = text;
    this.mediaType = mediaType;
  }

  /** As written in messages and files, such as {@code jpeg}. */
  public String text() {
    return text;
  }

  /** The type under which the format is served, such as {@code image/jpeg}. */
  public String mediaType() {
    return mediaType;
  }
}
