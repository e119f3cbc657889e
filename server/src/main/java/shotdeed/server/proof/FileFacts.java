package shotdeed.server.proof;

/**
 * What a file says of itself. None of it is proof alone: who can write a file can write this.
 *
 * @param mediaType of a picture whose format is known, or {@code null}
 * @param width pixels as displayed; 0 if it cannot be decoded here
 * @param height pixels as displayed
 * @param looks PDQ hash of the whole picture, 64 hexadecimal digits, or {@code null} if it cannot be decoded here
 * @param exif whether it has the data that a camera writes: maker or model, or the time of exposure
 * @param camera maker and model, or {@code null}
 * @param software that wrote the file, or {@code null}
 * @param takenAt time of exposure as the camera wrote it, without a zone, or {@code null}
 */
public record FileFacts(
    String mediaType,
    int width,
    int height,
    String looks,
    boolean exif,
    String camera,
    String software,
    String takenAt) {
  /** Of a file that is no picture. */
  static final FileFacts NONE = new FileFacts(null, 0, 0, null, false, null, null, null);

  /** Of a file that says nothing. */
  public static FileFacts none() {
    return NONE;
  }
}
