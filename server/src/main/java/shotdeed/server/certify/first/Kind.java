package shotdeed.server.certify.first;

import shotdeed.server.platform.Errors;

/** What the first review looks for in the pixels of a picture. */
public enum Kind {
  /** Several photographs on one canvas. */
  COLLAGE("collage", Errors.PICTURE_COLLAGE),

  /** A frame, bars or a band around or beside a photograph. */
  BORDER("border", Errors.PICTURE_BORDER),

  /** Words and little else. */
  TEXT("text", Errors.PICTURE_TEXT),

  /** Words written over a photograph. */
  WORDS("words", Errors.PICTURE_WORDS),

  /** The same faint drawing again and again. */
  WATERMARK("watermark", null),

  /** A part of it is a part of a certified photograph. */
  OVERLAP("overlap", null),

  /** The same shot as a certified photograph, but a part of it in another colour. */
  RECOLOURED("recoloured", null);

  private final String text;
  private final Errors error;

  Kind(String text, Errors error) {
    this.text = text;
    this.error = error;
  }

  /** As stored and in texts. */
  public String text() {
    return text;
  }

  /** What refuses a picture for it; {@code null} if a machine is never sure enough. */
  Errors error() {
    return error;
  }

  /** The kind of a stored text. */
  static Kind of(String text) {
    for (Kind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of remark " + text);
  }
}
