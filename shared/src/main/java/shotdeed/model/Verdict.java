package shotdeed.model;

/** What a comparison of a page's picture with a certified photograph says. */
public enum Verdict {
  /** A copy of this very photograph, altered or not. */
  COPY,
  /** Another shot of the same scene or garment: never reported as a copy. */
  RELATED,
  /** Neither. */
  NONE;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static Verdict of(String text) {
    return Names.of(values(), text);
  }
}
