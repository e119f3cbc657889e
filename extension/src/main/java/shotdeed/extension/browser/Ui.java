package shotdeed.extension.browser;

/** Building blocks of our own pages. Texts go in as texts: markup in them stays text. */
public final class Ui {
  private Ui() {}

  /** A translated text in an element. */
  public static Element text(String tag, String css, String key, String... values) {
    return Document.create(tag, css, Extension.message(key, values));
  }

  /** A given text in an element. */
  public static Element plain(String tag, String css, String text) {
    return Document.create(tag, css, text);
  }

  /** An element that holds others. */
  public static Element box(String tag, String css, Element... children) {
    return Document.create(tag, css, "").with(children);
  }

  /** A button with a translated text. */
  public static Element button(String css, String key, Runnable click) {
    return text("button", css, key).attribute("type", "button").onClick(click);
  }

  /** A message that a screen reader reads out when it appears; {@code kind} is note, good or bad. */
  public static Element notice(String kind, String text) {
    return plain("p", "notice " + kind, text).attribute("role", kind.equals("bad") ? "alert" : "status");
  }

  /** A link that opens in a new tab. */
  public static Element link(String text, String address) {
    return plain("a", "", text)
        .attribute("href", address)
        .attribute("target", "_blank")
        .attribute("rel", "noreferrer noopener");
  }

  /** Two columns of names and values. */
  public static Element facts(String... keysAndValues) {
    Element list = Document.create("dl", "facts", "");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (!keysAndValues[i + 1].isEmpty()) {
        list.with(
            text("dt", "", keysAndValues[i]), plain("dd", "", keysAndValues[i + 1]).attribute("dir", "auto"));
      }
    }
    return list;
  }
}
