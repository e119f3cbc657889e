package shotdeed.model;

/** Why a page did not show the picture at the click; evidence carries it in English, whoever reads it. */
public enum NotInView {
  /** The listing vanished or was changed between badge and click. */
  GONE("The page no longer showed the picture."),
  /** It is there, but folded away, cut off or not loaded. */
  HIDDEN("The page held the picture, but it could not be brought into view."),
  /** A dialogue, a banner or the like. */
  COVERED("Something on the page lay over the picture."),
  /** A gallery that turns its pictures by itself. */
  MOVING("The picture moved while the screenshot was taken."),
  /** A page of the browser itself, or one that the extension may not read. */
  UNREAD("The page could not be read.");

  private final String sentence;

  NotInView(String sentence) {
    this.sentence = sentence;
  }

  /** As written in evidence. */
  public String sentence() {
    return sentence;
  }

  /** A short name, for keys of texts. */
  public String text() {
    return Names.text(this);
  }

  /** The reason that a sentence gives; {@code null} if it is none of these. */
  public static NotInView ofSentence(String sentence) {
    for (NotInView reason : values()) {
      if (reason.sentence.equals(sentence)) {
        return reason;
      }
    }
    return null;
  }
}
