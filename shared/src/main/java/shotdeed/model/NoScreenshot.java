package shotdeed.model;

/** Why a complaint has no screenshot, where we know the reason; evidence carries it in English, whoever reads it. */
public enum NoScreenshot {
  /** Browsers want a click on the toolbar icon first. */
  NOT_ALLOWED("The browser allows a screenshot only after a click on the extension's toolbar icon."),
  /** The tab had gone on to another page. */
  OTHER_PAGE("The tab no longer showed the listing."),
  /** There was nothing left to take a picture of. */
  TAB_CLOSED("The listing's tab was closed."),
  /** A page that no extension may take a picture of, or a browser that is set so. */
  REFUSED("The browser refused to take a screenshot."),
  /** The panel was closed, or the disk was full, before it was kept. */
  INTERRUPTED("Taking the screenshot was interrupted."),
  /** The complaint was prepared without the extension. */
  CONSOLE("Prepared in the server's console, where the page was not open.");

  private final String sentence;

  NoScreenshot(String sentence) {
    this.sentence = sentence;
  }

  /** As written in messages and evidence. */
  public String sentence() {
    return sentence;
  }

  /** A short name, for keys of texts. */
  public String text() {
    return Names.text(this);
  }

  /** The reason that a sentence gives; {@code null} if it is none of these. */
  public static NoScreenshot ofSentence(String sentence) {
    for (NoScreenshot reason : values()) {
      if (reason.sentence.equals(sentence)) {
        return reason;
      }
    }
    return null;
  }
}
